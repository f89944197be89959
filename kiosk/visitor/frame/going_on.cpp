#include "kiosk/visitor/frame/going_on.hpp"

#include "kiosk/visitor/kinds/story/pages_update.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

#include <algorithm>
#include <set>
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
    const Stop before = state.visit.here;
    const auto fits = [&](Stop& stop) {
        const int asked = std::exchange(stop.page, std::clamp(stop.page, 0, std::max(pagesAt(stop, catalogue) - 1, 0)));
        stop.part = stop.page == asked ? stop.part : 0;
    };
    std::erase_if(state.visit.history, [&](const Stop& stop) { return !stands(stop, catalogue); });
    std::for_each(state.visit.history.begin(), state.visit.history.end(), fits);
    if (!stands(state.visit.here, catalogue)) {
        state.visit.here = state.visit.history.empty() ? Stop{ScreenKind::home, "", 0, 0} : state.visit.history.back();
        if (!state.visit.history.empty()) {
            state.visit.history.pop_back();
        }
    }
    fits(state.visit.here);
    const auto& languages = catalogue.pack().languages;
    if (std::find(languages.begin(), languages.end(), state.visit.language) == languages.end()) {
        state.visit.language.clear();
    }
    return !(state.visit.here == before);
}

void goOn(State& state, const PackChanged& news, const World& world, std::vector<stage::Effect>& effects) {
    const std::set<std::string> changed(news.changed.begin(), news.changed.end());
    for (const std::string& file : changed) {
        state.device.library.words.erase(file);
        state.device.library.levels.erase(file);
        state.device.library.sizes.erase(file);
    }
    PlayingUpdate{state, world.catalogue, effects}.setVolume(); // whoever performs it may be new
    const bool moved = keepPlace(state, world.catalogue);
    const PlayingUpdate playing{state, world.catalogue, effects};
    if (moved) {
        state.visit.menu = Menu::none;
        state.visit.arrival = Arrival::back;
        PagesUpdate{state, world, effects}.stand();
        state.visit.shelf.jump(state.visit.here.scroll);
    }
    const auto shown = exhibitShown(state, world.catalogue);
    if (moved || (shown && changed.contains(shown->picture->file))) {
        CloseLookUpdate{state, world, effects}.arrive();
    }
    bool another = moved;
    if (state.visit.playing) {
        const auto* item = world.catalogue.item(state.visit.playing->item);
        const std::string file = item != nullptr ? fileOf(*item, state.visit.playing->version) : "";
        another = another || file.empty() || file != state.visit.playing->file || changed.contains(file);
        state.visit.playing->cue.reset(); // its words may be others
    }
    if (!another) {
        playing.read();
        return;
    }
    const bool sounded = state.visit.playing && state.visit.playing->wanted;
    playing.leave();
    playing.arrive();
    if (sounded && state.visit.playing && !moved) {
        playing.toggle();
    }
}

} // namespace schacht::visitor
