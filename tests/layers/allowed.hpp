#pragma once
#include "tests/layers/shapes.hpp"

#include <vector>

/// What still breaks a rule. These tables only shrink: whoever mends a place takes its row out.
namespace schacht::layers::allowed {

inline const std::vector<LongFunction> functions{};

inline const std::vector<SharedName> names{};

} // namespace schacht::layers::allowed
