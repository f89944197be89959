#pragma once
#include "engine/text/paragraph.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace schacht::text {

constexpr float mm = 2.71F; // pixels, as in the mockups

inline Phrase say(std::string words, std::string language = "nl") {
    return {{{std::move(words), false, false, {}}}, std::move(language)};
}

inline const Style poster{Family::poster, 35 * mm, 800, 0.9F, -0.028F};
inline const Style reading{Family::read, 16 * mm, 400, 1.36F};
inline const Style label{Family::ui, 7.3F * mm, 600, 1.25F, 0.004F};

/// How much of the picture is covered, in pixels.
inline double coverage(const base::Bitmap& bitmap) {
    double sum = 0;
    for (std::size_t i = 3; i < bitmap.rgba.size(); i += 4) {
        sum += bitmap.rgba[i];
    }
    return sum / 255;
}

/// The first and last column or row that is covered, from the paragraph's own corner.
struct Ink {
    int left = 1 << 20;
    int right = -(1 << 20);
    int top = 1 << 20;
    int bottom = -(1 << 20);
};
inline Ink inkOf(const Paragraph& paragraph) {
    const auto bitmap = paragraph.draw();
    Ink ink;
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            if (bitmap.rgba[static_cast<std::size_t>(y * bitmap.width + x) * 4 + 3] > 127) {
                ink = {std::min(ink.left, x - paragraph.margin()), std::max(ink.right, x - paragraph.margin()),
                       std::min(ink.top, y - paragraph.margin()), std::max(ink.bottom, y - paragraph.margin())};
            }
        }
    }
    return ink;
}

} // namespace schacht::text
