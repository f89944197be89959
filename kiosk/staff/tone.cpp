#include "kiosk/staff/tone.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace schacht::kiosk {

namespace {

/// Little-endian, of `size` bytes from `at`.
std::uint32_t numberIn(const std::string& bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
        number |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    }
    return number;
}

} // namespace

base::Result<Tone> Tone::read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in) {
        return base::refuse("unreadable", "The test sound " + file.string() + " cannot be read.");
    }
    constexpr std::size_t header = 44;
    const auto none = [&file] {
        return base::refuse("not-a-tone", "The test sound " + file.string() +
                                              " is no WAV file of two channels with 16 bits. Install the kiosk again.");
    };
    if (bytes.size() < header || bytes.compare(0, 4, "RIFF") != 0 || bytes.compare(8, 8, "WAVEfmt ") != 0 ||
        bytes.compare(36, 4, "data") != 0) {
        return none();
    }
    Tone tone;
    tone.rate = static_cast<int>(numberIn(bytes, 24, 4));
    if (numberIn(bytes, 22, 2) != 2 || numberIn(bytes, 34, 2) != 16 || tone.rate <= 0) {
        return none();
    }
    for (std::size_t at = header; at + 4 <= bytes.size(); at += 4) {
        tone.frames.push_back(
            {static_cast<std::int16_t>(numberIn(bytes, at, 2)), static_cast<std::int16_t>(numberIn(bytes, at + 2, 2))});
    }
    return tone;
}

std::array<float, 2> Tone::peaksAt(base::Seconds at) const {
    constexpr base::Seconds window = 0.05;
    constexpr float full = 32768;
    const auto place = [this](base::Seconds time) {
        return std::clamp(static_cast<std::ptrdiff_t>(std::lround(time * rate)), std::ptrdiff_t{0},
                          static_cast<std::ptrdiff_t>(frames.size()));
    };
    std::array<float, 2> peaks{};
    for (auto i = place(at - window); i < place(at); ++i) {
        for (std::size_t side = 0; side < 2; ++side) {
            const int sample = frames[static_cast<std::size_t>(i)][side];
            peaks[side] = std::max(peaks[side], static_cast<float>(std::abs(sample)) / full);
        }
    }
    return peaks;
}

} // namespace schacht::kiosk
