#include "kiosk/visitor/frame/going_on.hpp"

#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace schacht::visitor {

bool isThere(const Stop& stop, const catalogue::Catalogue& catalogue) {
    const auto* item = catalogue.item(stop.id);
    switch (stop.kind) {
    case ScreenKind::attract:
    case ScreenKind::home:
        return true;
    case ScreenKind::theme:
        return catalogue.theme(stop.id) != nullptr;
    case ScreenKind::item:
        return item != nullptr && arrivalOf(item->body).index() == stop.own.index();
    case ScreenKind::picture:
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

namespace {

/// Brings what a place keeps within what the pack has now.
void fitStop(Stop& stop, const catalogue::Catalogue& catalogue) {
    const auto* item = catalogue.item(stop.id);
    if (item == nullptr) {
        return;
    }
    if (stop.kind == ScreenKind::item) {
        fitInto(item->body, stop.own);
    } else if (auto* look = std::get_if<CloseLook>(&stop.own)) {
        const int last = static_cast<int>(catalogue.exhibits(*item).size()) - 1;
        if (look->number > last) {
            *look = {std::max(last, 0), {}, false, {}};
        }
    }
}

/// The file of the picture that the screen is a close look at; "" where it is none.
std::string pictureFile(const Stop& here, const content::Item& item, const catalogue::Catalogue& catalogue) {
    const auto& all = catalogue.exhibits(item);
    const auto number = static_cast<std::size_t>(std::max(leafAt(here.own).page, 0));
    const bool close = here.kind == ScreenKind::picture || mannerAt(item.body, here.own).looksClosely;
    return close && number < all.size() ? all[number].picture->file : "";
}

} // namespace

bool keepPlace(State& state, const catalogue::Catalogue& catalogue) {
    Visit& visit = state.visit;
    const Stop before = visit.here;
    std::erase_if(visit.history, [&](const Stop& stop) { return !isThere(stop, catalogue); });
    for (Stop& stop : visit.history) {
        fitStop(stop, catalogue);
    }
    if (!isThere(visit.here, catalogue)) {
        visit.here = visit.history.empty() ? Stop{ScreenKind::home, "", {}} : visit.history.back();
        if (!visit.history.empty()) {
            visit.history.pop_back();
        }
    }
    fitStop(visit.here, catalogue);
    const auto& languages = catalogue.pack().languages;
    if (std::find(languages.begin(), languages.end(), visit.language) == languages.end()) {
        visit.language.clear();
    }
    return visit.here.kind != before.kind || visit.here.id != before.id || leafAt(visit.here.own) != leafAt(before.own);
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
    Stop& here = state.visit.here;
    if (moved) {
        state.visit.menu = Menu::none;
        state.visit.arrival = Arrival::back;
    }
    bool another = moved;
    const auto* item =
        here.kind == ScreenKind::item || here.kind == ScreenKind::picture ? world.catalogue.item(here.id) : nullptr;
    if (item != nullptr) {
        const std::string file = pictureFile(here, *item, world.catalogue);
        another = another || changed.contains(file);
    }
    if (state.visit.playing) {
        const auto* played = world.catalogue.item(state.visit.playing->item);
        const std::string file = played != nullptr ? fileOf(*played, state.visit.playing->version) : "";
        another = another || file.empty() || file != state.visit.playing->file || changed.contains(file);
        state.visit.playing->cue.reset(); // its words may be others
    }
    const bool sounded = state.visit.playing && state.visit.playing->wanted;
    if (another) {
        playing.leave();
    }
    if (item != nullptr) {
        const KindUpdate kind{state, world, effects, *item};
        if (here.kind == ScreenKind::picture) {
            another ? CloseLookUpdate{state, world, effects, *item, std::get<CloseLook>(here.own)}.arrive() : void();
        } else {
            readFor(kind, item->body, here.own);
            another ? arriveAt(kind, item->body, here.own) : void();
        }
    }
    if (another && sounded && state.visit.playing && !moved) {
        playing.toggle();
    }
}

} // namespace schacht::visitor
