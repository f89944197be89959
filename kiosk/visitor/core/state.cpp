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
    case ScreenKind::item:
        return "item";
    case ScreenKind::picture:
        return CloseLook::kind;
    case ScreenKind::end:
        return "end";
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

std::string_view nameOf(const Stop& stop) {
    const auto name = [&stop](const auto& own) -> std::string_view {
        if constexpr (std::is_same_v<decltype(own), const std::monostate&>) {
            return nameOf(stop.kind);
        } else {
            return std::remove_cvref_t<decltype(own)>::kind;
        }
    };
    return std::visit(name, stop.own);
}

std::string_view nameOf(SurfaceOwner value) {
    switch (value) {
    case SurfaceOwner::shelf:
        return "shelf";
    case SurfaceOwner::closeLook:
        return "closeLook";
    case SurfaceOwner::kind:
        return "kind";
    case SurfaceOwner::playback:
        return "playback";
    case SurfaceOwner::volume:
        return "volume";
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
