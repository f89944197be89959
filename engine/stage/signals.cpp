#include "engine/stage/signals.hpp"

#include <utility>

namespace schacht::stage {

std::optional<std::string> Signals::day() {
    return std::exchange(dayToAsk, false) ? days.news() : std::nullopt;
}

bool Signals::ended() {
    return std::exchange(endToAsk, false) && ends != nullptr && ends->came();
}

} // namespace schacht::stage
