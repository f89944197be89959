#pragma once
#include <cstddef>
#include <cstdint>

namespace schacht::base {

/// Which weights made luma out of red, green and blue (ITU-R BT.601 for small films, BT.709 for HD).
enum class ColourMatrix { bt601, bt709 };
/// limited: black is 16 and white 235; full: 0 and 255.
enum class ColourRange { limited, full };

/// A look at one picture of a film as it is decoded: three planes of 8 bits (I420), chroma at half the width and half
/// the height, rounded up. Owns nothing: whoever hands it out says how long it is valid.
struct FilmFrame {
    struct Plane {
        const std::uint8_t* pixels = nullptr; ///< top row first
        std::size_t stride = 0;               ///< bytes from a row to the next
    };
    int width = 0;  ///< pixels, visible ones only
    int height = 0; ///< pixels
    Plane y;
    Plane u;
    Plane v;
    ColourMatrix matrix = ColourMatrix::bt709;
    ColourRange range = ColourRange::limited;

    [[nodiscard]] int chromaWidth() const { return (width + 1) / 2; }
    [[nodiscard]] int chromaHeight() const { return (height + 1) / 2; }
};

} // namespace schacht::base
