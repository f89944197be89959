#pragma once
#include "engine/assets/disk_cache.hpp"
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"
#include "engine/base/tasks.hpp"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace schacht::assets {

/// A picture at a size: the same request twice is the same work.
struct PictureRequest {
    std::string file; ///< path in the pack
    int width = 0;    ///< pixels to cover
    int height = 0;   ///< pixels to cover
    bool operator==(const PictureRequest&) const = default;
};

struct PictureArrival {
    PictureRequest request;
    base::Result<std::shared_ptr<const base::Bitmap>> bitmap;
    bool soft = false; ///< a small version that comes first; the sharp one follows
};

/// Asks for pictures, off the window's thread: first a soft small version when the sharp one is not in the disk cache
/// and takes more than a moment, then the sharp one. What was asked for and is not wanted any more can be dropped.
class Pictures {
public:
    /// root: the pack's folder; files are opened below it and never outside, also not through a link.
    /// deliver: called on a task's thread, once or twice a request (soft, then sharp or the Problem).
    Pictures(std::filesystem::path root, base::Tasks& tasks, std::shared_ptr<const DiskCache> cache,
             std::function<void(PictureArrival)> deliver);
    ~Pictures();
    Pictures(const Pictures&) = delete;
    Pictures& operator=(const Pictures&) = delete;

    /// The window's thread; returns at once. priority: what is on screen 10, its neighbours 5, the rest 0.
    /// A request that is already under way only rises in priority. `soft` false: no small version first.
    void ask(const PictureRequest& request, int priority, bool soft = true);
    /// Work that has not started for this request is dropped; what runs is asked to stop. No arrival follows.
    void drop(const PictureRequest& request);

private:
    struct Shared;
    std::shared_ptr<Shared> shared;
};

} // namespace schacht::assets
