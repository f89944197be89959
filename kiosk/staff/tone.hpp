#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace schacht::kiosk {

/// How loud each side of the kiosk's own test sounds is, at each moment: what the sound test's meter shows.
class Tone {
public:
    /// Reads a WAV file of 16-bit samples, two channels. Refused ("unreadable", "not-a-tone").
    [[nodiscard]] static base::Result<Tone> read(const std::filesystem::path& file);
    /// 0..1, left and right: the highest sample in the 50 ms before `at`; 0 before it begins and after its end.
    [[nodiscard]] std::array<float, 2> peaksAt(base::Seconds at) const;

private:
    int rate = 1; // frames a second
    std::vector<std::array<std::int16_t, 2>> frames;
};

} // namespace schacht::kiosk
