#pragma once
#include <optional>
#include <string_view>

namespace schacht::content {

/// What the line of times of a SubRip cue says.
struct SrtTiming {
    double start = 0; ///< seconds
    double end = 0;
    bool oddFraction = false; ///< not three digits behind the comma, so that readers may differ
};

/// "00:00:01,000 --> 00:00:04,000" and what other programs write for it: no hours, fewer digits, a dot for the comma,
/// nothing behind the seconds, a shorter arrow; what follows (old coordinates) counts for nothing. Up to three digits
/// of a fraction are thousandths, as the common readers have it: "1,5" is 1.005 s. None where it is no such line.
[[nodiscard]] std::optional<SrtTiming> srtTiming(std::string_view line);

} // namespace schacht::content
