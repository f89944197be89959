#pragma once
#include "engine/assets/disk_cache.hpp"
#include "engine/assets/picture_request.hpp"
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"
#include "engine/base/tasks.hpp"

#include <filesystem>
#include <functional>
#include <memory>

/// The room of pictures: files of a pack are decoded, scaled and cut into tiles on the task pool, and kept in a cache
/// on the disk. They end as bitmaps in memory; where one is shown is known above.
namespace schacht::assets {

struct PictureArrival {
    PictureRequest request; ///< as it was asked for
    base::Result<std::shared_ptr<const base::Bitmap>> bitmap;
    bool soft = false; ///< a small version that comes first; the sharp one follows
};

/// Asks for pictures, off the window's thread: first a soft small version when the sharp one is not in the disk cache
/// and takes more than a moment, then the sharp one. What was asked for and is not wanted any more can be dropped.
///
/// A request is answered with the picture that covers its box rounded up, as quantised() says. What took more than
/// 60 ms to decode is kept in the disk cache. The small version is made for drawings and JPEG only: for the others it
/// would cost as much as the sharp one. All soft versions of one priority come before the sharp ones.
class Pictures {
public:
    /// root: the pack's folder; files are opened below it and never outside, also not through a link.
    /// tasks: must outlive this. cache: may be null. deliver: called on a task's thread, once or twice a request (soft,
    /// then sharp or the Problem); posts and returns, and does not call back here.
    Pictures(const std::filesystem::path& root, base::Tasks& tasks, std::shared_ptr<const DiskCache> cache,
             std::function<void(PictureArrival)> deliver);
    /// Drops everything. What is being decoded is not waited for, but nothing is delivered afterwards.
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// The window's thread; returns at once. priority: what is on screen 10, its neighbours 5, the rest 0.
    /// A request that is already under way only rises in priority. `soft` false: no small version first.
    /// The Problem's codes: those of decodePicture ("picture-missing" also for a file that has disappeared meanwhile)
    /// and PackFolder's; its place is the request's file.
    void ask(const PictureRequest& request, int priority, bool soft = true);
    /// Work that has not started for this request is dropped; what runs is asked to stop. No arrival follows.
    void drop(const PictureRequest& request);
    /// Drops every request for a file, which has changed on the disk: what was read of it may be older.
    void dropFile(const std::string& file);

private:
    struct Shared;
    std::shared_ptr<Shared> shared;
};

} // namespace schacht::assets
