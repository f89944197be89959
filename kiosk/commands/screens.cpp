#include "kiosk/commands/screens.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

#include <algorithm>

namespace schacht::kiosk {

using visitor::ScreenKind;

std::vector<Screenful> everyScreen(const catalogue::Catalogue& catalogue) {
    std::vector<Screenful> out;
    for (std::size_t i = 0; i < std::max<std::size_t>(catalogue.pack().attract.size(), 1); ++i) {
        out.push_back({"attract-" + std::to_string(i + 1), {ScreenKind::attract, "", static_cast<int>(i), 0}});
    }
    out.push_back({"home", {ScreenKind::home, "", 0, 0}});
    out.push_back({"language", {ScreenKind::home, "", 0, 0}, visitor::Menu::language});
    out.push_back({"access", {ScreenKind::home, "", 0, 0}, visitor::Menu::access});
    out.push_back({"still-there", {ScreenKind::home, "", 0, 0}, visitor::Menu::none, true});
    for (const auto& theme : catalogue.pack().themes) {
        out.push_back({"theme-" + theme.id, {ScreenKind::theme, theme.id, 0, 0}});
    }
    for (const auto& item : catalogue.pack().items) {
        if (!item.notice.empty()) {
            out.push_back({"notice-" + item.id, {ScreenKind::notice, item.id, 0, 0}});
        }
        const auto pages = content::pagesOf(item).size();
        for (std::size_t page = 0; page < pages; ++page) {
            out.push_back({"story-" + item.id + "-" + std::to_string(page + 1),
                           {ScreenKind::story, item.id, static_cast<int>(page), 0}});
        }
        const ScreenKind kind = visitor::screenOf(item);
        const auto pictures = catalogue.exhibits(item).size();
        for (std::size_t picture = 0; picture < pictures; ++picture) {
            out.push_back({"picture-" + item.id + "-" + std::to_string(picture + 1),
                           {ScreenKind::gallery, item.id, static_cast<int>(picture), 0}});
        }
        if (kind != ScreenKind::story && kind != ScreenKind::gallery) {
            out.push_back({item.kind + "-" + item.id, {kind, item.id, 0, 0}});
        }
        if (!std::holds_alternative<content::Film>(item.body)) { // a film ends on its own screen
            out.push_back({"end-" + item.id, {ScreenKind::end, item.id, 0, 0}});
        }
        if (!item.readMore.empty()) {
            out.push_back({"take-home-" + item.id, {ScreenKind::takeHome, item.id, 0, 0}});
        }
    }
    for (const auto& subject : catalogue.relations().subjects()) {
        const bool person = subject.kind == catalogue::Subject::Kind::person;
        out.push_back({(person ? "person-" : "place-") + subject.id, visitor::stopAt(subject)});
    }
    return out;
}

void visitTo(visitor::Session& session, const Screenful& screen, base::Seconds now) {
    session.intend(visitor::JumpTo{screen.stop, screen.menu, screen.asking}, now);
}

bool turnWithinPage(visitor::Session& session, base::Seconds now) {
    const visitor::Stop before = session.now().visit.here;
    if (before.kind != ScreenKind::story) {
        return false;
    }
    session.intend(visitor::TurnPage{1}, now);
    const visitor::Stop& after = session.now().visit.here;
    return after.kind == before.kind && after.id == before.id && after.page == before.page;
}

} // namespace schacht::kiosk
