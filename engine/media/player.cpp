#include "engine/media/player.hpp"

#include <algorithm>

namespace schacht::media {

Seconds PlayerState::positionAt(Seconds now) const {
    if (phase != Phase::playing) {
        return position;
    }
    const Seconds passed = position + std::max(0.0, now - at) * rate;
    return length > 0 ? std::min(passed, std::max(length, position)) : passed;
}

} // namespace schacht::media
