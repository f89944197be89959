#include "kiosk/visitor/core/state_hash.hpp"

#include "kiosk/visitor/core/value_hash.hpp"

namespace schacht::visitor {

std::uint64_t StateHash::still(const State& state) {
    ValueHash mixed{known, &state.device.now};
    mixed.mix(state);
    return mixed.hash;
}

std::uint64_t StateHash::at(base::Seconds now, std::uint64_t still) {
    return base::mixIn(still, std::bit_cast<std::uint64_t>(now));
}

} // namespace schacht::visitor
