#include "kiosk/visitor/going_on.hpp"

#include "kiosk/visitor/closeup_update.hpp"
#include "kiosk/visitor/pages_update.hpp"
#include "kiosk/visitor/playing_update.hpp"
#include "kiosk/visitor/session.hpp"
#include "kiosk/visitor/shelved.hpp"

#include <algorithm>
#include <utility>

namespace schacht::visitor {

namespace {

/// How many pages or pictures a place has that is one of several; 1 where it is one alone.
int pagesAt(const Stop& stop, const catalogue::Catalogue& catalogue) {
    const auto* item = catalogue.item(stop.id);
    if (item == nullptr || (stop.kind != ScreenKind::story && stop.kind != ScreenKind::gallery)) {
        return 1;
    }
    const auto pages =
        stop.kind == ScreenKind::story ? content::pagesOf(*item).size() : catalogue.exhibits(*item).size();
    return static_cast<int>(pages);
}

} // namespace

bool stands(const Stop& stop, const catalogue::Catalogue& catalogue) {
    const auto* item = catalogue.item(stop.id);
    switch (stop.kind) {
    case ScreenKind::attract:
    case ScreenKind::home:
        return true;
    case ScreenKind::theme:
        return catalogue.theme(stop.id) != nullptr;
    case ScreenKind::story:
    case ScreenKind::oralHistory:
    case ScreenKind::film:
        return item != nullptr && screenOf(*item) == stop.kind;
    case ScreenKind::gallery:
        return item != nullptr && !catalogue.exhibits(*item).empty();
    case ScreenKind::notice:
        return item != nullptr && !item->notice.empty();
    case ScreenKind::takeHome:
        return item != nullptr && !item->readMore.empty();
    case ScreenKind::end:
        return item != nullptr;
    case ScreenKind::place:
    case ScreenKind::person:
        break;
    }
    const auto subject = subjectAt(stop);
    return subject && !catalogue.relations().about(*subject).empty();
}

bool keepPlace(State& state, const catalogue::Catalogue& catalogue) {
    const Stop before = state.here;
    const auto fits = [&](Stop& stop) {
        const int asked = std::exchange(stop.page, std::clamp(stop.page, 0, std::max(pagesAt(stop, catalogue) - 1, 0)));
        stop.part = stop.page == asked ? stop.part : 0;
    };
    std::erase_if(state.history, [&](const Stop& stop) { return !stands(stop, catalogue); });
    std::for_each(state.history.begin(), state.history.end(), fits);
    if (!stands(state.here, catalogue)) {
        state.here = state.history.empty() ? Stop{ScreenKind::home, "", 0, 0} : state.history.back();
        if (!state.history.empty()) {
            state.history.pop_back();
        }
    }
    fits(state.here);
    const auto& languages = catalogue.pack().languages;
    if (std::find(languages.begin(), languages.end(), state.language) == languages.end()) {
        state.language.clear();
    }
    return !(state.here == before);
}

void Session::goOn(const Session& before, const std::set<std::string>& changed, base::Seconds now) {
    state = before.state;
    screen = before.screen;
    library = before.library;
    for (const std::string& file : changed) {
        library.words.erase(file);
        library.levels.erase(file);
        library.sizes.erase(file);
    }
    state.now = std::max(state.now, now);
    waiting = before.waiting; // what was not done yet
    // what stands on the glass means what it meant, until the pack as it is now is drawn: a finger may be quicker
    meanings = before.meanings;
    meant = before.meant;
    sliders = before.sliders;
    order = before.order;
    breaks = before.breaks;
    PlayingUpdate{state, *catalogue, library, waiting}.setVolume();
    const bool moved = keepPlace(state, *catalogue);
    const World where = world();
    PlayingUpdate playing{state, *catalogue, library, waiting};
    if (moved) {
        state.menu = Menu::none;
        state.arrival = Arrival::back;
        PagesUpdate{state, where, waiting}.stand();
        state.shelf.jump(state.here.scroll);
    }
    const auto shown = exhibitShown(state, *catalogue);
    if (moved || (shown && changed.contains(shown->picture->file))) {
        CloseupUpdate{state, where, waiting}.arrive();
    }
    bool another = moved;
    if (state.playing) {
        const auto* item = catalogue->item(state.playing->item);
        const auto* old = before.catalogue->item(state.playing->item);
        const Version version = state.playing->version;
        const std::string file = item != nullptr ? fileOf(*item, version) : "";
        another = another || old == nullptr || file.empty() || file != fileOf(*old, version) || changed.contains(file);
        state.playing->cue.reset(); // its words may be others
    }
    if (!another) {
        playing.read();
        return;
    }
    const bool sounded = state.playing && state.playing->wanted;
    playing.leave();
    playing.arrive();
    if (sounded && state.playing && !moved) {
        playing.toggle();
    }
}

} // namespace schacht::visitor
