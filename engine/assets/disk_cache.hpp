#pragma once
#include "engine/base/bitmap.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace schacht::assets {

/// Decoded pictures that were slow to make, kept on disk by what they were made from and their size: so that a pack's
/// drawings are rendered once a machine, not once a start. A damaged or stale entry is a miss. Any thread; several
/// processes may use one folder.
class DiskCache {
public:
    /// folder: made when something is first kept. limit: bytes; the entries unused for longest go first.
    DiskCache(std::filesystem::path folder, std::uintmax_t limit);

    /// content: of the picture file, by fingerprint(). Touches the entry, so that it is kept longer.
    [[nodiscard]] std::optional<base::Bitmap> find(std::uint64_t content, int width, int height) const;
    /// Failure to write (disk full, no permission) is not an error: the picture is made again next time.
    void keep(std::uint64_t content, int width, int height, const base::Bitmap& bitmap) const;

    /// A hash of the file's bytes (0 where it cannot be read).
    [[nodiscard]] static std::uint64_t fingerprint(const std::filesystem::path& file);
    /// $XDG_CACHE_HOME/schacht, or ~/.cache/schacht, or a folder in /tmp where there is no home.
    [[nodiscard]] static std::filesystem::path defaultFolder();

private:
    std::filesystem::path folder; // constant after construction
    std::uintmax_t limit;         // constant after construction
};

} // namespace schacht::assets
