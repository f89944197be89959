#include "kiosk/visitor/state.hpp"

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

} // namespace schacht::visitor
