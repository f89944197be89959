#pragma once
#include "engine/base/film_frame.hpp"

namespace schacht::graphics {

/// How luma and chroma become red, green and blue, each 0..1 for full colour: red = luma (y - black) + redV v, and so
/// on, where u and v are counted from their middle. The matrices of ITU-R BT.601-7 and BT.709-6.
struct FilmColours {
    double black = 0; ///< of y
    double luma = 1;
    double redV = 0;
    double greenU = 0;
    double greenV = 0;
    double blueU = 0;
};

[[nodiscard]] constexpr FilmColours filmColours(base::ColourMatrix matrix, base::ColourRange range) {
    const bool hd = matrix == base::ColourMatrix::bt709;
    const double red = hd ? 0.2126 : 0.299;
    const double blue = hd ? 0.0722 : 0.114;
    const double green = 1 - red - blue;
    const bool limited = range == base::ColourRange::limited;
    const double chroma = limited ? 255.0 / 224.0 : 1;
    return {limited ? 16.0 / 255.0 : 0,
            limited ? 255.0 / 219.0 : 1,
            2 * (1 - red) * chroma,
            -2 * (1 - blue) * blue / green * chroma,
            -2 * (1 - red) * red / green * chroma,
            2 * (1 - blue) * chroma};
}

} // namespace schacht::graphics
