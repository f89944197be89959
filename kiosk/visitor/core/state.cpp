#include "kiosk/visitor/core/state.hpp"

namespace schacht::visitor {

std::string_view nameOf(ScreenKind kind) {
    switch (kind) {
    case ScreenKind::attract:
        return "attract";
    case ScreenKind::home:
        return "home";
    case ScreenKind::theme:
        return "theme";
    case ScreenKind::story:
        return "story";
    case ScreenKind::end:
        return "end";
    case ScreenKind::oralHistory:
        return "oral-history";
    case ScreenKind::film:
        return "film";
    case ScreenKind::gallery:
        return "gallery";
    case ScreenKind::notice:
        return "notice";
    case ScreenKind::takeHome:
        return "take-home";
    case ScreenKind::place:
        return "place";
    case ScreenKind::person:
        return "person";
    }
    return "";
}

std::string_view nameOf(Menu value) {
    switch (value) {
    case Menu::none:
        return "none";
    case Menu::language:
        return "language";
    case Menu::access:
        return "access";
    case Menu::sound:
        return "sound";
    case Menu::chapters:
        return "chapters";
    }
    return "";
}

std::string_view nameOf(Movement value) {
    switch (value) {
    case Movement::none:
        return "none";
    case Movement::reduced:
        return "reduced";
    case Movement::calm:
        return "calm";
    case Movement::full:
        return "full";
    }
    return "";
}

std::string_view nameOf(Arrival value) {
    switch (value) {
    case Arrival::opened:
        return "opened";
    case Arrival::back:
        return "back";
    case Arrival::byHand:
        return "byHand";
    case Arrival::byArrow:
        return "byArrow";
    }
    return "";
}

std::string_view nameOf(Version value) {
    switch (value) {
    case Version::plain:
        return "plain";
    case Version::described:
        return "described";
    case Version::interpreted:
        return "interpreted";
    }
    return "";
}

const Access& accessOf(const State& state) {
    return state.visit.access ? *state.visit.access : state.device.house.access;
}

int volumeOf(const State& state) {
    return state.visit.wishes.volume.value_or(state.device.house.volume);
}

const std::string& languageOf(const State& state, const catalogue::Catalogue& catalogue) {
    const std::string& chosen = state.visit.language.empty() ? state.device.house.language : state.visit.language;
    return chosen.empty() ? catalogue.pack().languages.front() : chosen;
}

} // namespace schacht::visitor
