#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <optional>
#include <vector>

namespace schacht::visitor {

/// An item on a shelf, and why it stands there: nothing where the screen says it.
struct Shelved {
    const content::Item* item = nullptr;
    catalogue::Shared why;
};

/// What stands on the shelf of a screen: the items of a theme, those about a person or place, else what goes with the
/// item that the screen is about.
[[nodiscard]] std::vector<Shelved> shelvedAt(const Stop& stop, const catalogue::Catalogue& catalogue);

/// The person or place that a screen is about; none where it is another screen.
[[nodiscard]] std::optional<catalogue::Subject> subjectAt(const Stop& stop);
/// Their screen.
[[nodiscard]] Stop stopAt(const catalogue::Subject& subject);

} // namespace schacht::visitor
