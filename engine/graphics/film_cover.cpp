#include "engine/graphics/film_cover.hpp"

#include <algorithm>
#include <cstdlib>
#include <new>
#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace schacht::graphics {

namespace {

void layOverScalar(const std::uint8_t* over, std::uint8_t* pixels, int from, int count) {
    for (int x = from; x < count; ++x) {
        const int rest = 255 - over[4 * x + 3];
        for (int i = 4 * x; i < 4 * x + 4; ++i) {
            const int product = pixels[i] * rest + 128; // and over 255, rounded: Blinn, "Three Wrongs", 1995
            pixels[i] = static_cast<std::uint8_t>(std::min(255, over[i] + ((product + (product >> 8)) >> 8)));
        }
    }
}

#if defined(__x86_64__)

/// Two pixels in words: theirs times what is left of 255 beside the alpha of `over`.
__m128i remainderOf(__m128i pixels, __m128i over) {
    const __m128i alpha = _mm_shufflehi_epi16(_mm_shufflelo_epi16(over, 0xff), 0xff);
    const __m128i rest = _mm_sub_epi16(_mm_set1_epi16(255), alpha);
    const __m128i product = _mm_add_epi16(_mm_mullo_epi16(pixels, rest), _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(product, _mm_srli_epi16(product, 8)), 8);
}

int layOverSse2(const std::uint8_t* over, std::uint8_t* pixels, int count) {
    const __m128i zero = _mm_setzero_si128();
    int x = 0;
    for (; x + 4 <= count; x += 4) {
        const __m128i above = _mm_loadu_si128(reinterpret_cast<const __m128i*>(over + std::ptrdiff_t{4} * x));
        if (_mm_movemask_epi8(_mm_cmpeq_epi8(above, zero)) == 0xffff) {
            continue;
        }
        auto* const place = reinterpret_cast<__m128i*>(pixels + std::ptrdiff_t{4} * x);
        const __m128i below = _mm_loadu_si128(place);
        const __m128i low = remainderOf(_mm_unpacklo_epi8(below, zero), _mm_unpacklo_epi8(above, zero));
        const __m128i high = remainderOf(_mm_unpackhi_epi8(below, zero), _mm_unpackhi_epi8(above, zero));
        _mm_storeu_si128(place, _mm_adds_epu8(above, _mm_packus_epi16(low, high)));
    }
    return x;
}

#endif

} // namespace

void layOver(const std::uint8_t* over, std::uint8_t* pixels, int count, FilmInstructions how) {
    int done = 0;
#if defined(__x86_64__)
    done = how == FilmInstructions::scalar ? 0 : layOverSse2(over, pixels, count);
#else
    static_cast<void>(how);
#endif
    layOverScalar(over, pixels, done, count);
}

FilmCover::FilmCover(int width, int height)
    : across(width), pixels(static_cast<std::uint8_t*>(
                                std::calloc(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 4)),
                            std::free),
      rows(static_cast<std::size_t>(height)) {
    if (pixels == nullptr) {
        throw std::bad_alloc();
    }
}

void FilmCover::read(const Surface& surface, base::Rect part, int x, int y) {
    const auto line = std::size_t{4} * static_cast<std::size_t>(across);
    surface.read(part, pixels.get() + line * static_cast<std::size_t>(y) + std::size_t{4} * static_cast<std::size_t>(x),
                 across);
    const auto top = static_cast<std::size_t>(part.y) + static_cast<std::size_t>(y);
    for (std::size_t at = top; at < top + static_cast<std::size_t>(part.height); ++at) {
        const std::uint8_t* const row = pixels.get() + at * line;
        const auto clear = [row](int column) { return row[4 * column + 3] == 0; };
        Span span{0, across};
        while (span.from < span.to && clear(span.from)) {
            ++span.from;
        }
        while (span.to > span.from && clear(span.to - 1)) {
            --span.to;
        }
        rows[at] = span;
    }
}

void FilmCover::layRow(int y, std::uint8_t* row) const {
    const Span span = rows[static_cast<std::size_t>(y)];
    const auto begin = std::size_t{4} * static_cast<std::size_t>(span.from);
    const auto line = std::size_t{4} * static_cast<std::size_t>(across) * static_cast<std::size_t>(y);
    layOver(pixels.get() + line + begin, row + begin, span.to - span.from);
}

} // namespace schacht::graphics
