#pragma once
#include "kiosk/visitor/frame/update.hpp"

#include <vector>

/// A visit whose pack has changed under it.
namespace schacht::visitor {

/// Whether there is such a place in a pack.
[[nodiscard]] bool isThere(const Stop& stop, const catalogue::Catalogue& catalogue);

/// Brings a state to places that there are: its own screen, else the last in its history that is still there, else
/// home; a page that is gone becomes the last one. True where it is no longer where it was.
[[nodiscard]] bool keepPlace(State& state, const catalogue::Catalogue& catalogue);

/// The visitor goes on over what the pack is now: on the same screen where it is still there, else where Back would
/// lead. What was read of files that are not what they were is read again.
void goOn(State& state, const PackChanged& news, const World& world, std::vector<stage::Effect>& effects);

} // namespace schacht::visitor
