#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace schacht::stage {

/// How the running kiosk does: what its shell knows of itself, for staff.
struct Vitals {
    std::array<float, 240> frames{}; ///< milliseconds of the last frames without an overlay, in a ring
    std::uint64_t drawn = 0;         ///< how many such frames since the start; the next goes to drawn % frames.size()
    std::size_t pictures = 0;        ///< bytes: pictures, icons and words
    std::size_t surfaces = 0;        ///< bytes: what was composed once and is shown again
    std::size_t budget = 0;          ///< bytes that pictures may hold
    float diagonal = 0;              ///< inches of the glass
};

} // namespace schacht::stage
