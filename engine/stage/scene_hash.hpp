#pragma once
#include "engine/scene/node.hpp"

#include <cstdint>

namespace schacht::stage {

/// Hashes all that a painter, a hit test, a reader aloud or a check can see of a Scene. The same Scene has the same
/// hash in every process of the same build. Another version may hash it differently, so keep it no longer than that.
[[nodiscard]] std::uint64_t hashOf(const scene::Scene& scene);

} // namespace schacht::stage
