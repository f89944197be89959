#pragma once
#include "engine/base/problem.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <string>
#include <string_view>

/// State as one line of JSON, for recordings. Equal States give the same line, byte for byte.
namespace schacht::visitor {

/// Of words that were read from the pack stands only a digest, and of what the visitor typed a mask.
[[nodiscard]] std::string textOf(const State& state);
/// The State of such a line, with the words of a file unread; what the line leaves out is as in a new State. Refused
/// ("state") where it is no such line.
[[nodiscard]] base::Result<State> stateOf(std::string_view line);

/// The same State with masks for what the visitor typed, as it comes back from its text.
[[nodiscard]] State masked(State state);

} // namespace schacht::visitor
