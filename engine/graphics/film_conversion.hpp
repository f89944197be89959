#pragma once
#include "engine/base/film_frame.hpp"

#include <cstddef>
#include <cstdint>

/// A film's picture from luma and chroma to red, green and blue, by the processor: for machines without a graphics
/// card, where a shader costs ten times as much. Any thread.
namespace schacht::graphics {

/// Which of the processor's instructions do it. All give the same result, bit for bit.
enum class FilmInstructions { scalar, sse2, avx2 };

/// The fastest that this processor has.
[[nodiscard]] FilmInstructions bestFilmInstructions();

/// Writes `frame.height` rows of `frame.width` pixels, each the bytes blue, green, red, 255. out: where the top row
/// begins; stride: bytes from a row to the one below it, negative where the rows lie bottom first. By the matrices of
/// ITU-R BT.601-7 and BT.709-6, in fixed point, within 1 of 255 of the exact values; chroma is not interpolated.
void convertToBgra(const base::FilmFrame& frame, std::uint8_t* out, std::ptrdiff_t stride,
                   FilmInstructions how = bestFilmInstructions());

} // namespace schacht::graphics
