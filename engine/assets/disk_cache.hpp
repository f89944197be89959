#pragma once
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>

namespace schacht::assets {

/// Decoded pictures that were slow to make, kept on disk by what they were made from and the box they cover: so that a
/// pack's drawings are rendered once a machine, not once a start. An entry that is damaged, or made by another version
/// of the decoding libraries, is a miss and is deleted. Any thread; several processes may use one folder.
///
/// What was looked at closely is kept beside them as tiles (pyramid.hpp), under the same limit.
///
/// Pixels are kept as they are (three bytes each where nothing shines through), with a checksum: a deflated entry
/// would be a third smaller and take ten times as long to load.
class DiskCache {
public:
    static constexpr std::uintmax_t usualLimit = 2'000'000'000; ///< bytes

    /// folder: entries go into its "pictures", made when something is first kept. limit: bytes; the entries unused for
    /// longest go first.
    explicit DiskCache(std::filesystem::path folder, std::uintmax_t limit = usualLimit);

    /// content: of the picture file, by fingerprint(). width, height: of the box that was to be covered; the picture
    /// found may be larger or smaller. Touches the entry, so that it is kept longer.
    [[nodiscard]] std::optional<base::Bitmap> find(std::uint64_t content, int width, int height) const;
    /// Failure to write (disk full, no permission) is not an error: the picture is made again next time.
    void keep(std::uint64_t content, int width, int height, const base::Bitmap& bitmap) const;

    /// Where a picture's tiles are; none where they were never cut, or long ago. Counts as a use, once an hour.
    [[nodiscard]] std::optional<std::filesystem::path> findTiles(std::uint64_t content) const;
    /// Keeps the tiles that `cut` writes to the path it is given. The Problem is that of `cut`, or "tiles-unwritten".
    [[nodiscard]] base::Result<void>
    keepTiles(std::uint64_t content, const std::function<base::Result<void>(const std::filesystem::path&)>& cut) const;
    /// They turned out to be damaged.
    void dropTiles(std::uint64_t content) const;

    /// A hash of the file's bytes (FNV-1a, 64 bits); 0 where it cannot be read.
    [[nodiscard]] static std::uint64_t fingerprint(const std::filesystem::path& file);
    [[nodiscard]] static std::uint64_t fingerprint(std::span<const std::uint8_t> bytes);
    /// $XDG_CACHE_HOME/schacht, or ~/.cache/schacht, or a folder in /tmp where there is no home.
    [[nodiscard]] static std::filesystem::path defaultFolder();

private:
    void account(std::uintmax_t written) const;
    void trim() const;

    std::filesystem::path folder;                          // constant after construction
    std::uintmax_t limit;                                  // constant after construction
    mutable std::atomic<std::uintmax_t> untilTrimming = 0; // bytes that may still be written before the next look
};

/// Where a kiosk keeps what it decoded, and how much.
struct CachePlace {
    std::filesystem::path folder = DiskCache::defaultFolder();
    std::uintmax_t limit = DiskCache::usualLimit; ///< bytes
};

} // namespace schacht::assets
