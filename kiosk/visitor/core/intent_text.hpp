#pragma once
#include "engine/base/problem.hpp"
#include "kiosk/visitor/core/intent.hpp"

#include <string>
#include <string_view>

/// Intents as lines, for recordings and crash reports. Nothing that a visitor said or is stands in them: they are
/// touches and what the devices report, and of what was typed only how long it is.
namespace schacht::visitor {

/// {"t":12.34,"intent":"OpenItem","with":["the-lamp"]}: seconds, name, and the members in their order; of
/// words that were read from the pack only a digest.
[[nodiscard]] std::string textOf(const TimedIntent& intent);

/// The Intent of such a line; what its "with" leaves out is as in a new one. Refused ("intent") where it is no such
/// line, or names an Intent that there is not.
[[nodiscard]] base::Result<TimedIntent> intentOf(std::string_view line);

} // namespace schacht::visitor
