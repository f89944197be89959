#pragma once
#include "engine/assets/disk_cache.hpp"
#include "engine/assets/picture_request.hpp"
#include "engine/base/bitmap.hpp"
#include "engine/base/pack_path.hpp"
#include "engine/base/problem.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <unordered_map>

namespace schacht::assets {

/// The pictures of one pack, from its files or from the disk cache. Every function works where it is called and takes
/// as long as that takes; any thread.
class PictureStore {
public:
    /// cache: may be null. A root that cannot be opened is the Problem of every picture.
    PictureStore(const std::filesystem::path& root, std::shared_ptr<const DiskCache> cache);

    struct Made {
        std::shared_ptr<const base::Bitmap> bitmap;
        bool soft = false;
    };
    /// The picture that covers the request's box, rounded up, or the part of it. softFirst: a small version will do
    /// where the sharp one is not at hand and takes more than a moment. A tile is there once its picture was cut; else
    /// its Problem is "tiles-unreadable".
    [[nodiscard]] base::Result<Made> make(const PictureRequest& request, bool softFirst, const std::stop_token& stop);

private:
    using Stamp = std::pair<std::filesystem::file_time_type, std::uintmax_t>;
    struct Known {
        Stamp stamp;
        std::uint64_t fingerprint;
    };

    /// A picture file as far as it was needed.
    struct Source {
        std::uint64_t content = 0;
        std::optional<std::string> bytes;
    };
    [[nodiscard]] base::Result<Source> look(const std::string& file, bool withBytes);
    [[nodiscard]] base::Result<base::Bitmap> part(const PictureRequest& request, const std::stop_token& stop);
    [[nodiscard]] base::Result<base::Bitmap> cut(const std::string& file, const std::stop_token& stop);
    [[nodiscard]] base::Result<base::Bitmap> tile(const PictureRequest& request);
    [[nodiscard]] std::optional<Stamp> stampOf(const std::string& file) const;
    [[nodiscard]] std::optional<std::uint64_t> knownFingerprint(const std::string& file, const Stamp& stamp) const;
    [[nodiscard]] std::shared_ptr<const base::Bitmap> cached(std::uint64_t content, const PictureRequest& box) const;
    [[nodiscard]] base::Result<Made> decoded(const std::string& bytes, std::uint64_t content,
                                             const PictureRequest& request, bool softFirst,
                                             const std::stop_token& stop) const;

    const base::Result<base::PackFolder> folder;
    const std::shared_ptr<const DiskCache> cache;
    mutable std::mutex mutex;
    std::unordered_map<std::string, Known> known; // guarded by mutex
};

} // namespace schacht::assets
