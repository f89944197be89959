#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

#include <string>
#include <string_view>

namespace schacht::visitor {

/// Who made a file of the pack, how and when, and its rights, in a line of the visitor's language: "Drawing: Schacht
/// contributors, 2026 · CC BY 4.0"; "" where the pack says nothing of it.
[[nodiscard]] std::string creditLine(const Sketch& sketch, std::string_view file);

/// The usual short name of a licence's address, such as "CC BY-SA 4.0"; "" where it has none (rightsstatements.org).
[[nodiscard]] std::string licenceName(std::string_view address);

} // namespace schacht::visitor
