#pragma once
#include "kiosk/probe/medium.hpp"

#include <vector>

namespace schacht::probe {

/// How loud a recording is along its length, to be drawn as bars.
struct Levels {
    double seconds = 0;       ///< of the recording
    std::vector<double> loud; ///< 0..1 each
};

/// Decodes the sound once. count: 1..100000 bars of the same length. A bar is the root mean square of its samples over
/// all channels, against that of the loudest bar, to the power 0.6: so it is as high as it is loud to an ear (S. S.
/// Stevens, "The Measurement of Loudness", J. Acoust. Soc. Am. 27, 1955). Silence is 0 throughout.
/// Refused where there is no sound that can be decoded.
[[nodiscard]] tl::expected<Levels, Refusal> measure(const Medium& medium, std::size_t count);

} // namespace schacht::probe
