#pragma once
#include "engine/base/units.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace schacht::input {

/// Turns the X server's milliseconds into seconds of base::now(). Events that waited while a frame was drawn keep the
/// distances in time they had on the glass, so that a finger's speed is its own and not the loop's.
class ServerClock {
public:
    /// When the events happened that were read together, at `now` or before it: the first read comes first. Never after
    /// `now`, never before what was asked last. However long they waited, the last of them tells how the clocks stand,
    /// and those before it keep their distances. The server's count may wrap (it does every 49.7 days) and may stand
    /// still while the machine sleeps.
    [[nodiscard]] std::vector<base::Seconds> when(const std::vector<std::uint32_t>& milliseconds, base::Seconds now);

private:
    std::optional<std::int64_t> last;   ///< the server's milliseconds without the wrap
    std::optional<base::Seconds> ahead; ///< the smallest `now` − server's time seen: an event that hardly waited
    base::Seconds told = 0;
};

} // namespace schacht::input
