#pragma once
#include "engine/content/kinds/kinds.hpp"
#include "kiosk/visitor/core/kinds/film.hpp"
#include "kiosk/visitor/core/kinds/gallery.hpp"
#include "kiosk/visitor/core/kinds/oral_history.hpp"
#include "kiosk/visitor/core/kinds/story.hpp"

#include <utility>
#include <variant>

namespace schacht::visitor {

/// The State that a kind of item keeps of its own at its place in the route: what its arrivalOf() gives.
template <class Body>
using StateOf = decltype(arrivalOf(std::declval<const Body&>()));

template <class Kinds>
struct OwnOf;
template <class... Bodies>
struct OwnOf<content::KindList<Bodies...>> {
    using Type = std::variant<std::monostate, CloseLook, StateOf<Bodies>...>;
};
/// What a place in the route keeps of its own: that of a picture that is looked at closely, or of a kind of item.
/// Nothing for the other screens.
using Own = OwnOf<content::Kinds>::Type;

} // namespace schacht::visitor
