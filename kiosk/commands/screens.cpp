#include "kiosk/commands/screens.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

#include <algorithm>

namespace schacht::kiosk {

using visitor::ScreenKind;

namespace {

void addItem(const content::Item& item, const catalogue::Catalogue& catalogue, std::vector<Screenful>& out) {
    if (!item.notice.empty()) {
        out.push_back({"notice-" + item.id, {ScreenKind::notice, item.id, {}}});
    }
    for (auto& stop : visitor::tourOf(item, item.body)) {
        out.push_back({std::move(stop.name), {ScreenKind::item, item.id, std::move(stop.own)}});
    }
    const auto pictures = visitor::mannerAt(item.body, visitor::arrivalOf(item.body)).looksClosely
                              ? 0
                              : static_cast<int>(catalogue.exhibits(item).size());
    for (int picture = 0; picture < pictures; ++picture) {
        out.push_back(
            {"picture-" + item.id + "-" + std::to_string(picture + 1), visitor::stopAtPicture(item, picture)});
    }
    if (!visitor::endOf(item.body).itself) {
        out.push_back({"end-" + item.id, {ScreenKind::end, item.id, {}}});
    }
    if (!item.readMore.empty()) {
        out.push_back({"take-home-" + item.id, {ScreenKind::takeHome, item.id, {}}});
    }
}

} // namespace

std::vector<Screenful> everyScreen(const catalogue::Catalogue& catalogue) {
    std::vector<Screenful> out;
    const visitor::Stop home{ScreenKind::home, "", {}};
    for (std::size_t i = 0; i < std::max<std::size_t>(catalogue.pack().attract.size(), 1); ++i) {
        out.push_back({"attract-" + std::to_string(i + 1), {}, visitor::Menu::none, false, static_cast<int>(i)});
    }
    out.push_back({"home", home});
    out.push_back({"language", home, visitor::Menu::language});
    out.push_back({"access", home, visitor::Menu::access});
    out.push_back({"still-there", home, visitor::Menu::none, true});
    for (const auto& theme : catalogue.pack().themes) {
        out.push_back({"theme-" + theme.id, {ScreenKind::theme, theme.id, {}}});
    }
    for (const auto& item : catalogue.pack().items) {
        addItem(item, catalogue, out);
    }
    for (const auto& subject : catalogue.relations().subjects()) {
        const bool person = subject.kind == catalogue::Subject::Kind::person;
        out.push_back({(person ? "person-" : "place-") + subject.id, visitor::stopAt(subject)});
    }
    return out;
}

void visitTo(visitor::Session& session, const Screenful& screen, base::Seconds now) {
    session.intend(visitor::JumpTo{screen.stop, screen.menu, screen.asking, screen.attract}, now);
}

bool turnWithinPage(visitor::Session& session, base::Seconds now) {
    const visitor::Stop before = session.now().visit.here;
    if (before.kind != ScreenKind::item) {
        return false;
    }
    session.intend(visitor::TurnPage{1}, now);
    const visitor::Stop& after = session.now().visit.here;
    const visitor::Leaf from = visitor::leafAt(before.own);
    const visitor::Leaf to = visitor::leafAt(after.own);
    return after.kind == before.kind && after.id == before.id && to.page == from.page && to.part != from.part;
}

} // namespace schacht::kiosk
