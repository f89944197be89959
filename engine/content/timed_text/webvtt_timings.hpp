#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

/// Times in WebVTT files (WebVTT 6.3).
namespace schacht::content {

/// "collect a WebVTT timestamp": seconds; position is behind it then. None where there is no timestamp at position,
/// which is then somewhere within what was looked at.
[[nodiscard]] std::optional<double> webVttTimestamp(std::string_view input, std::size_t& position);

/// What the line of a cue's times says.
struct CueTiming {
    double start = 0; ///< seconds
    double end = 0;
    std::string_view settings; ///< what follows the times
};

/// "collect WebVTT cue timings and settings", but for the settings. None where the standard has it fail.
[[nodiscard]] std::optional<CueTiming> webVttTiming(std::string_view line);

/// Why a line with an arrow has no times, in a sentence for staff; for lines of which webVttTiming() is none.
[[nodiscard]] std::string whyNoTiming(std::string_view line);

[[nodiscard]] constexpr bool isAsciiSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

} // namespace schacht::content
