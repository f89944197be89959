#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "kiosk/visitor/state.hpp"

/// A visit whose pack has changed under it.
namespace schacht::visitor {

/// Whether there is such a place in a pack.
[[nodiscard]] bool stands(const Stop& stop, const catalogue::Catalogue& catalogue);

/// Brings a state to places that there are: its own screen, else the last in its history that is still there, else
/// home; a page that is gone becomes the last one. True where it is no longer where it was.
[[nodiscard]] bool keepPlace(State& state, const catalogue::Catalogue& catalogue);

} // namespace schacht::visitor
