#include "kiosk/production/production.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

namespace schacht::kiosk {

std::optional<visitor::Stop> stopFor(const std::string& start, const catalogue::Catalogue& catalogue) {
    using visitor::ScreenKind;
    if (start.empty()) {
        return visitor::Stop{};
    }
    if (start == "home") {
        return visitor::Stop{ScreenKind::home, "", {}};
    }
    if (const auto* item = catalogue.item(start)) {
        return visitor::stopAt(*item);
    }
    if (catalogue.theme(start) != nullptr) {
        return visitor::Stop{ScreenKind::theme, start, {}};
    }
    for (const auto kind : {catalogue::Subject::Kind::place, catalogue::Subject::Kind::person}) {
        if (const catalogue::Subject subject{kind, start}; !catalogue.relations().about(subject).empty()) {
            return visitor::stopAt(subject);
        }
    }
    return std::nullopt;
}

std::string nothingToStartWith(const std::string& start) {
    return "There is no item, theme, place or person \"" + start + "\" in this pack to start with.";
}

} // namespace schacht::kiosk
