#pragma once
#include "tests/layers/rules.hpp"

#include <span>
#include <string_view>

namespace schacht::layers {

/// A function that is longer than the rule allows, for now.
struct LongFunction {
    std::string_view file; ///< without its folders, which may move
    std::string_view function;
};

/// A name that several types have, for now: in exactly so many places.
struct SharedName {
    std::string_view type;
    std::size_t places = 2;
};

struct Allowed {
    std::span<const LongFunction> functions;
    std::span<const SharedName> names;
};

/// Reads every .hpp and .cpp under engine/ and kiosk/ of the tree and reports each function of more than 50 lines, and
/// each type of a namespace in a header that has the name of another one; kiosk/probe is a program of its own, and has
/// its own names. What is allowed is not reported, but what need not be allowed any more is.
[[nodiscard]] std::vector<Violation> shapeViolationsIn(const std::filesystem::path& tree, const Allowed& allowed);

} // namespace schacht::layers
