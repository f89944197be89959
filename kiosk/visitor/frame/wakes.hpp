#pragma once
#include "kiosk/visitor/core/world.hpp"

#include <optional>

namespace schacht::visitor {

/// When the next Tick is wanted while nothing moves.
[[nodiscard]] std::optional<base::Seconds> due(const State& state, const World& world);
[[nodiscard]] bool moving(const State& state, const World& world, base::Seconds now);

} // namespace schacht::visitor
