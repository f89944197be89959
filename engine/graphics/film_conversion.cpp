#include "engine/graphics/film_conversion.hpp"

#include "engine/graphics/film_colours.hpp"

#include <algorithm>
#include <cmath>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace schacht::graphics {

namespace {

/// Weights in fixed point. Luma is multiplied as (y - black) * 128 * luma / 65536 and chroma as (c - 128) * 256 *
/// weight / 65536, both with 5 bits behind the point: all fits in 16 bits, and the processor multiplies 8 or 16 at
/// once.
struct Weights {
    std::int16_t black = 0;
    std::int16_t luma = 0;
    std::int16_t redV = 0;
    std::int16_t greenU = 0;
    std::int16_t greenV = 0;
    std::int16_t blueU = 0;
};

constexpr int pointBits = 5;
constexpr int half = 1 << (pointBits - 1);

Weights weightsFor(base::ColourMatrix matrix, base::ColourRange range) {
    const FilmColours colours = filmColours(matrix, range);
    const auto fixed = [](double value, int bits) {
        return static_cast<std::int16_t>(std::lround(value * (1 << bits)));
    };
    return {static_cast<std::int16_t>(std::lround(colours.black * 255)),
            fixed(colours.luma, 14),
            fixed(colours.redV, 13),
            fixed(colours.greenU, 13),
            fixed(colours.greenV, 13),
            fixed(colours.blueU, 13)};
}

struct Rows {
    const std::uint8_t* y;
    const std::uint8_t* u;
    const std::uint8_t* v;
    std::uint8_t* out;
};

int high(int value, int weight) {
    return (value * weight) >> 16;
}

std::uint8_t rounded(int value) {
    return static_cast<std::uint8_t>(std::clamp((value + half) >> pointBits, 0, 255));
}

void convertScalar(const Rows& row, const Weights& w, int from, int width) {
    for (int x = from; x < width; ++x) {
        const int y = high((row.y[x] - w.black) * 128, w.luma);
        const int u = (row.u[x / 2] - 128) * 256;
        const int v = (row.v[x / 2] - 128) * 256;
        std::uint8_t* pixel = row.out + std::ptrdiff_t{4} * x;
        pixel[0] = rounded(y + high(u, w.blueU));
        pixel[1] = rounded(y + high(u, w.greenU) + high(v, w.greenV));
        pixel[2] = rounded(y + high(v, w.redV));
        pixel[3] = 255;
    }
}

#if defined(__x86_64__)

__m128i lumaOf(__m128i y, const Weights& w) {
    return _mm_mulhi_epi16(_mm_slli_epi16(_mm_sub_epi16(y, _mm_set1_epi16(w.black)), 7), _mm_set1_epi16(w.luma));
}

__m128i chromaOf(const std::uint8_t* eight) {
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(eight));
    const __m128i words = _mm_unpacklo_epi8(bytes, _mm_setzero_si128());
    return _mm_slli_epi16(_mm_sub_epi16(words, _mm_set1_epi16(128)), 8);
}

/// One colour of sixteen pixels: their luma, and the share of chroma that each two of them have in common.
__m128i colourOf(__m128i lowLuma, __m128i highLuma, __m128i share) {
    const __m128i rounding = _mm_set1_epi16(half);
    const __m128i low = _mm_add_epi16(_mm_add_epi16(lowLuma, _mm_unpacklo_epi16(share, share)), rounding);
    const __m128i top = _mm_add_epi16(_mm_add_epi16(highLuma, _mm_unpackhi_epi16(share, share)), rounding);
    return _mm_packus_epi16(_mm_srai_epi16(low, pointBits), _mm_srai_epi16(top, pointBits));
}

int convertSse2(const Rows& row, const Weights& w, int width) {
    int x = 0;
    for (; x + 16 <= width; x += 16) {
        const __m128i u = chromaOf(row.u + x / 2);
        const __m128i v = chromaOf(row.v + x / 2);
        const __m128i luma = _mm_loadu_si128(reinterpret_cast<const __m128i*>(row.y + x));
        const __m128i low = lumaOf(_mm_unpacklo_epi8(luma, _mm_setzero_si128()), w);
        const __m128i top = lumaOf(_mm_unpackhi_epi8(luma, _mm_setzero_si128()), w);
        const __m128i b = colourOf(low, top, _mm_mulhi_epi16(u, _mm_set1_epi16(w.blueU)));
        const __m128i g = colourOf(
            low, top,
            _mm_add_epi16(_mm_mulhi_epi16(u, _mm_set1_epi16(w.greenU)), _mm_mulhi_epi16(v, _mm_set1_epi16(w.greenV))));
        const __m128i r = colourOf(low, top, _mm_mulhi_epi16(v, _mm_set1_epi16(w.redV)));
        const __m128i a = _mm_set1_epi8(-1);
        const __m128i bgLow = _mm_unpacklo_epi8(b, g);
        const __m128i bgTop = _mm_unpackhi_epi8(b, g);
        const __m128i raLow = _mm_unpacklo_epi8(r, a);
        const __m128i raTop = _mm_unpackhi_epi8(r, a);
        auto* out = reinterpret_cast<__m128i*>(row.out + std::ptrdiff_t{4} * x);
        _mm_storeu_si128(out, _mm_unpacklo_epi16(bgLow, raLow));
        _mm_storeu_si128(out + 1, _mm_unpackhi_epi16(bgLow, raLow));
        _mm_storeu_si128(out + 2, _mm_unpacklo_epi16(bgTop, raTop));
        _mm_storeu_si128(out + 3, _mm_unpackhi_epi16(bgTop, raTop));
    }
    return x;
}

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i wideLumaOf(__m256i y, const Weights& w) {
    return _mm256_mulhi_epi16(_mm256_slli_epi16(_mm256_sub_epi16(y, _mm256_set1_epi16(w.black)), 7),
                              _mm256_set1_epi16(w.luma));
}

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i wideChromaOf(const std::uint8_t* sixteen) {
    const __m256i words = _mm256_cvtepu8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(sixteen)));
    return _mm256_slli_epi16(_mm256_sub_epi16(words, _mm256_set1_epi16(128)), 8);
}

/// As colourOf, of 32 pixels. Unpacking works within halves of 16 bytes, and what was unpacked is packed in the same
/// way, so that the pixels come out in their order.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i wideColourOf(__m256i lowLuma, __m256i highLuma,
                                                                        __m256i share) {
    const __m256i rounding = _mm256_set1_epi16(half);
    const __m256i low = _mm256_add_epi16(_mm256_add_epi16(lowLuma, _mm256_unpacklo_epi16(share, share)), rounding);
    const __m256i top = _mm256_add_epi16(_mm256_add_epi16(highLuma, _mm256_unpackhi_epi16(share, share)), rounding);
    return _mm256_packus_epi16(_mm256_srai_epi16(low, pointBits), _mm256_srai_epi16(top, pointBits));
}

[[gnu::target("avx2")]] int convertAvx2(const Rows& row, const Weights& w, int width) {
    int x = 0;
    for (; x + 32 <= width; x += 32) {
        const __m256i u = wideChromaOf(row.u + x / 2);
        const __m256i v = wideChromaOf(row.v + x / 2);
        const __m256i luma = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(row.y + x));
        const __m256i low = wideLumaOf(_mm256_unpacklo_epi8(luma, _mm256_setzero_si256()), w);
        const __m256i top = wideLumaOf(_mm256_unpackhi_epi8(luma, _mm256_setzero_si256()), w);
        const __m256i b = wideColourOf(low, top, _mm256_mulhi_epi16(u, _mm256_set1_epi16(w.blueU)));
        const __m256i g = wideColourOf(low, top,
                                       _mm256_add_epi16(_mm256_mulhi_epi16(u, _mm256_set1_epi16(w.greenU)),
                                                        _mm256_mulhi_epi16(v, _mm256_set1_epi16(w.greenV))));
        const __m256i r = wideColourOf(low, top, _mm256_mulhi_epi16(v, _mm256_set1_epi16(w.redV)));
        const __m256i a = _mm256_set1_epi8(-1);
        const __m256i bgLow = _mm256_unpacklo_epi8(b, g);
        const __m256i bgTop = _mm256_unpackhi_epi8(b, g);
        const __m256i raLow = _mm256_unpacklo_epi8(r, a);
        const __m256i raTop = _mm256_unpackhi_epi8(r, a);
        const __m256i first = _mm256_unpacklo_epi16(bgLow, raLow);  // pixels 0-3 and 16-19
        const __m256i second = _mm256_unpackhi_epi16(bgLow, raLow); // 4-7 and 20-23
        const __m256i third = _mm256_unpacklo_epi16(bgTop, raTop);  // 8-11 and 24-27
        const __m256i fourth = _mm256_unpackhi_epi16(bgTop, raTop); // 12-15 and 28-31
        auto* out = reinterpret_cast<__m256i*>(row.out + std::ptrdiff_t{4} * x);
        _mm256_storeu_si256(out, _mm256_permute2x128_si256(first, second, 0x20));
        _mm256_storeu_si256(out + 1, _mm256_permute2x128_si256(third, fourth, 0x20));
        _mm256_storeu_si256(out + 2, _mm256_permute2x128_si256(first, second, 0x31));
        _mm256_storeu_si256(out + 3, _mm256_permute2x128_si256(third, fourth, 0x31));
    }
    return x;
}

#endif

/// How many pixels of a row are done with many at once; the rest is left to the scalar twin.
int convertMany(const Rows& row, const Weights& w, int width, FilmInstructions how) {
#if defined(__x86_64__)
    switch (how) {
    case FilmInstructions::scalar:
        return 0;
    case FilmInstructions::sse2:
        return convertSse2(row, w, width);
    case FilmInstructions::avx2:
        return convertAvx2(row, w, width);
    }
#endif
    static_cast<void>(row), static_cast<void>(w), static_cast<void>(width), static_cast<void>(how);
    return 0;
}

} // namespace

FilmInstructions bestFilmInstructions() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx2") != 0 ? FilmInstructions::avx2 : FilmInstructions::sse2;
#else
    return FilmInstructions::scalar;
#endif
}

void convertToBgra(const base::FilmFrame& frame, std::uint8_t* out, std::ptrdiff_t stride, FilmInstructions how) {
    const Weights weights = weightsFor(frame.matrix, frame.range);
    for (int row = 0; row < frame.height; ++row) {
        const auto luma = static_cast<std::size_t>(row);
        const auto chroma = static_cast<std::size_t>(row / 2);
        const Rows rows{frame.y.pixels + luma * frame.y.stride, frame.u.pixels + chroma * frame.u.stride,
                        frame.v.pixels + chroma * frame.v.stride, out + row * stride};
        convertScalar(rows, weights, convertMany(rows, weights, frame.width, how), frame.width);
    }
}

} // namespace schacht::graphics
