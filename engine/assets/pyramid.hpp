#pragma once
#include "engine/assets/cover.hpp"
#include "engine/assets/decode.hpp"
#include "engine/assets/tile.hpp"

#include <cstdint>
#include <filesystem>
#include <span>
#include <stop_token>

/// Pictures that are looked at closely: cut once into tiles at halving sizes, so that any part of a large one can be
/// had in a moment. A file of tiles is a TIFF pyramid, as libvips writes them: a page a level. Any thread but the one
/// that owns the window.
namespace schacht::assets {

/// How large the largest level of a picture is: as it is shown in full; a drawing is as sharp as drawingSide lets it.
[[nodiscard]] PixelSize sizeInTiles(const PictureInfo& info);
inline constexpr int drawingSide = 4096; ///< pixels, the longer side: drawings with grain take four seconds for it

/// Cuts a picture, turned as EXIF says, as sRGB, on coal where it is transparent, and writes the tiles to `file`, whose
/// folder exists. bytes: of the picture file. Takes as long as decoding all of it; memory for some rows of tiles, save
/// for drawings and for pictures that are turned, which go over the disk.
///
/// Codes: those of decodePicture; "tiles-unwritten" (the disk is full, or the folder may not be written).
[[nodiscard]] base::Result<void> cutIntoTiles(std::span<const std::uint8_t> bytes, const std::filesystem::path& file,
                                              const std::stop_token& stop = {});

/// One tile of a file that cutIntoTiles() wrote. Code: "tiles-unreadable" (also where there is no such tile).
[[nodiscard]] base::Result<base::Bitmap> readTile(const std::filesystem::path& file, Tile tile);

} // namespace schacht::assets
