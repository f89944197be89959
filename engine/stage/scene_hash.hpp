#pragma once
#include "engine/scene/node.hpp"

#include <cstdint>

namespace schacht::stage {

/// Changes with anything that a painter, a hit test, a reader aloud or a check would see of a Scene. The same in every
/// process of the same build; compared, never kept from one version to another.
[[nodiscard]] std::uint64_t hashOf(const scene::Scene& scene);

} // namespace schacht::stage
