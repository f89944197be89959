#include "kiosk/visitor/session.hpp"

#include "kiosk/visitor/closeup_update.hpp"
#include "kiosk/visitor/pages_update.hpp"
#include "kiosk/visitor/playing_update.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace schacht::visitor {

namespace {

using stage::Effect;

/// What is shown but cannot be touched now means nothing.
void forgetWhatIsOff(const scene::Node& node, std::unordered_map<scene::NodeId, Meaning>& meanings) {
    if (node.touch && !node.touch->enabled) {
        meanings.erase(node.id);
    }
    for (const scene::Node& child : node.children) {
        forgetWhatIsOff(child, meanings);
    }
}

} // namespace

Session::Session(const catalogue::Catalogue& items, const Words& own, const scene::Theme& looks, Options wanted)
    : catalogue(&items), words(own), theme(looks), contrast(looks.highContrast()), options(std::move(wanted)) {
    state.language = options.language;
    state.wishes.volume = options.volume;
    PlayingUpdate{state, *catalogue, library, waiting}.setVolume();
    state.access = options.access;
    state.reading.possible = options.voice;
}

void Session::beginWith(std::string language, int volume, base::Seconds now) {
    options.language = std::move(language);
    options.volume = volume;
    waiting = apply({StartOver{}, now});
    state.language = options.language;
}

void Session::showFromNowOn(const catalogue::Catalogue& items) {
    assert(nobody());
    catalogue = &items;
    breaks = {}; // a story may have lost a page, or have one again
}

World Session::world() const {
    const std::string& tag = languageOf(state, *catalogue);
    const base::Seconds patient = state.access.moreTime ? 3 : 1;
    return {*catalogue,
            screen,
            options.idle * patient,
            options.answer * patient,
            text::directionOf(tag) == text::Direction::rightToLeft,
            options.movement,
            library,
            options.volume,
            options.access,
            breaks};
}

std::vector<Effect> Session::apply(const Intent& intent) {
    const Stop before = state.here;
    const std::string language = state.language;
    const bool asking = state.asking.has_value();
    if (options.heard) {
        options.heard(state, intent);
    }
    const World where = world(); // before the state moves away: a compiler may do it in either order
    Change change = update(std::move(state), intent, where);
    state = std::move(change.state);
    change.effects.emplace_back(
        stage::Report{"intent", {{"name", std::string(visitor::nameOf(intent.meaning))}}, false});
    change.effects.insert(change.effects.begin(), std::make_move_iterator(waiting.begin()),
                          std::make_move_iterator(waiting.end()));
    waiting.clear();
    const bool forgotten = state.here.kind == ScreenKind::attract && before.kind != ScreenKind::attract;
    if (forgotten) {
        state.language = options.language;
    }
    if (state.here.kind != before.kind || state.here.id != before.id || state.here.page != before.page ||
        state.here.part != before.part || state.language != language || asking != state.asking.has_value()) {
        change.effects.emplace_back(whereabouts());
    }
    return std::move(change.effects);
}

stage::Report Session::whereabouts() const {
    const std::string& tag = languageOf(state, *catalogue);
    stage::Report report{"screen",
                         {{"name", std::string(state.asking ? "still-there" : nameOf(state.here.kind))},
                          {"item", state.here.id},
                          {"page", static_cast<double>(state.here.page)},
                          {"language", tag},
                          {"orientation", std::string(layout::portrait(screen) ? "portrait" : "landscape")}}};
    if (state.here.part > 0) {
        report.fields.emplace_back("part", static_cast<double>(state.here.part));
    }
    return report;
}

void Session::goTo(const Stop& stop, base::Seconds now) {
    state.here = stop;
    state.history.clear();
    if (stop.kind != ScreenKind::attract && stop.kind != ScreenKind::home) {
        state.history.push_back({ScreenKind::home, "", 0, 0});
    }
    state.now = state.lastTouch = state.attractSince = now;
    state.menu = Menu::none;
    state.asking.reset();
    state.shelf.jump(0);
    for (int page = 0; page <= stop.page && stop.kind == ScreenKind::story; ++page) {
        state.seen[stop.id].insert(page);
    }
    const World where = world();
    PagesUpdate{state, where, waiting}.stand();
    CloseupUpdate{state, where, waiting}.arrive();
    PlayingUpdate playing{state, *catalogue, library, waiting};
    playing.leave();
    playing.arrive();
}

void Session::play(base::Seconds now) {
    state.now = now;
    PlayingUpdate{state, *catalogue, library, waiting}.toggle();
}

std::optional<base::Point> Session::shareOf(scene::NodeId slider, base::Point at) const {
    const auto found = sliders.find(slider);
    if (found == sliders.end()) {
        return std::nullopt;
    }
    const base::Rect& box = found->second.box;
    const float up = std::clamp((box.bottom() - at.y) / box.height, 0.0F, 1.0F);
    const float along = std::clamp((at.x - box.x) / box.width, 0.0F, 1.0F);
    return base::Point{found->second.axis == input::Axes::vertical ? up : along, 1 - up};
}

void Session::open(Menu menu, base::Seconds now) {
    state.menu = menu;
    state.lastTouch = now;
}

void Session::intend(const Meaning& meaning, base::Seconds now) {
    waiting = apply({meaning, now});
}

void Session::ask(base::Seconds now) {
    state.asking = state.now = now;
}

std::string Session::place() const {
    return std::string(nameOf(state.here.kind)) + ":" + state.here.id +
           (state.menu == Menu::language || state.menu == Menu::access ? ":menu" : "") +
           (state.asking ? ":asking" : "");
}

std::vector<Effect> Session::hear(const input::Gesture& gesture) {
    const float sign = world().rightToLeft ? -1.0F : 1.0F;
    const auto along = [sign](base::Point by) { return by.x * sign; };
    struct {
        Session& session;
        decltype(along)& toEnd;
        std::vector<Effect> operator()(const input::Touched& g) const { return session.apply({Touched{}, g.time}); }
        std::vector<Effect> operator()(const input::Pressed& g) const {
            if (const auto meaning = session.meanings.find(g.target); meaning != session.meanings.end()) {
                session.meant[g.contact] = meaning->second.index();
            }
            auto effects = session.apply({PressedOn{g.contact, g.target}, g.time});
            if (const auto share = session.shareOf(g.target, g.at)) {
                also(effects, Slid{g.target, share->x, false, share->y}, g.time);
            }
            return effects;
        }
        std::vector<Effect> operator()(const input::Released& g) const {
            session.meant.erase(g.contact);
            return session.apply({LetGo{g.contact}, g.time});
        }
        std::vector<Effect> operator()(const input::Tapped& g) const {
            const auto meaning = session.meanings.find(g.target);
            const auto meant = session.meant.extract(g.contact);
            auto effects = session.apply({LetGo{g.contact}, g.time});
            if (const auto share = session.shareOf(g.target, g.at)) {
                also(effects, Slid{g.target, share->x, true, share->y}, g.time);
            } else if (meaning != session.meanings.end() &&
                       (meant.empty() || meant.mapped() == meaning->second.index())) {
                also(effects, Meaning(meaning->second), g.time);
            }
            return effects;
        }
        std::vector<Effect> operator()(const input::Caught& g) const {
            return session.apply({Caught{g.surface}, g.time});
        }
        std::vector<Effect> operator()(const input::DragBegan& g) const {
            if (const auto share = session.shareOf(g.surface, g.at)) {
                return session.apply({Slid{g.surface, share->x, false, share->y}, g.time});
            }
            if (g.surface == layout::pictureNode) {
                return session.apply({PictureHeld{g.at}, g.time});
            }
            return session.apply({DragBegan{g.surface}, g.time});
        }
        std::vector<Effect> operator()(const input::Dragged& g) const {
            if (const auto share = session.shareOf(g.surface, g.at)) {
                return session.apply({Slid{g.surface, share->x, false, share->y}, g.time});
            }
            if (g.surface == layout::pictureNode) {
                return session.apply({PictureMoved{g.at, 1}, g.time});
            }
            return session.apply({DragMoved{g.surface, way(g.surface, g.by)}, g.time});
        }
        std::vector<Effect> operator()(const input::DragEnded& g) const {
            if (const auto& held = session.state.sliding; held && held->slider == g.surface) {
                return session.apply({Slid{g.surface, held->share, true, held->down}, g.time});
            }
            if (g.surface == layout::pictureNode) {
                return session.apply({PictureLeft{g.velocity}, g.time});
            }
            return session.apply(
                {DragDone{g.surface, way(g.surface, g.by), way(g.surface, g.velocity), g.cancelled}, g.time});
        }
        [[nodiscard]] float way(scene::NodeId surface, base::Point by) const {
            return surface == layout::linesNode ? by.y : toEnd(by);
        }
        void also(std::vector<Effect>& effects, Meaning meaning, base::Seconds time) const {
            auto more = session.apply({std::move(meaning), time});
            effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        std::vector<Effect> operator()(const input::PinchBegan& g) const {
            return session.apply({PictureHeld{g.middle}, g.time});
        }
        std::vector<Effect> operator()(const input::Pinched& g) const {
            return session.apply({PictureMoved{g.middle, g.scale}, g.time});
        }
        std::vector<Effect> operator()(const input::PinchEnded& g) const {
            return session.apply({PictureLeft{}, g.time});
        }
    } felt{*this, along};
    return std::visit(felt, gesture);
}

std::vector<Effect> Session::happen(const stage::Happening& happening) {
    return std::visit([this](const auto& what) { return hear(what); }, happening);
}

std::vector<Effect> Session::hear(const media::PlayerState& report) {
    return apply({PlayerReport{report}, std::max(state.now, report.at)});
}

std::vector<Effect> Session::hear(const stage::WordsArrived& read) {
    library.words[read.file] = read.words;
    return apply({Arrived{}, state.now});
}

std::vector<Effect> Session::hear(const stage::SoundMeasured& measured) {
    library.levels[measured.file] = measured.levels;
    return apply({Arrived{}, state.now});
}

std::vector<Effect> Session::hear(const stage::PictureMeasured& measured) {
    library.sizes[measured.file] = measured.pixels;
    return apply({Arrived{}, state.now});
}

std::vector<Effect> Session::hear(const media::NarratorReport& told) {
    return apply({NarratorTold{told}, std::max(state.now, told.at)});
}

std::vector<Effect> Session::hear(const stage::HeadphonesChanged& jack) {
    return apply({HeadphonesMoved{jack.in}, std::max(state.now, jack.time)});
}

std::vector<Effect> Session::hear(const stage::Tick& tick) {
    auto effects = apply({Tick{}, tick.now});
    if (toHear) {
        auto more = apply({std::move(*std::exchange(toHear, std::nullopt)), tick.now});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return effects;
}

void Session::breakPages(const stage::Screen& glass, text::Typesetter& typesetter) {
    const auto* item = state.here.kind == ScreenKind::story ? catalogue->item(state.here.id) : nullptr;
    if (item == nullptr) {
        return; // back from its pictures it stands as it was left
    }
    Dress wanted{state.access, languageOf(state, *catalogue), state.wordsOnly.contains(item->id), glass.size,
                 glass.pixelsPerMillimetre};
    if (breaks.item == item->id && wanted == dress) {
        return;
    }
    PageBreaks found{item->id, {}};
    if (wordsAreLarge(state.access)) {
        Sketch trial(state, *catalogue, words, state.access.contrast ? contrast : theme, glass, typesetter,
                     movementOf(state, world()));
        trial.library = &library;
        found = breaksOf(trial, *item);
    }
    const Leaves before(*item, breaks);
    breaks = std::move(found);
    dress = std::move(wanted);
    const Leaves leaves(*item, breaks);
    state.here.part = std::clamp(state.here.part, 0, leaves.parts(state.here.page) - 1);
    if (leaves != before && !state.pages.held()) {
        const World where = world();
        PagesUpdate{state, where, waiting}.stand();
    }
}

scene::Scene Session::show(const stage::Screen& glass, text::Typesetter& typesetter, base::Seconds now) {
    if (glass.size != screen) { // the screen was turned: the page stays the page
        screen = glass.size;
        const World where = world();
        PagesUpdate{state, where, waiting}.stand();
        state.shelf.jump(0);
    }
    breakPages(glass, typesetter);
    Sketch sketch(state, *catalogue, words, state.access.contrast ? contrast : theme, glass, typesetter,
                  movementOf(state, world()));
    View seen = view(sketch, world(), now);
    meanings = std::move(seen.meanings);
    forgetWhatIsOff(seen.scene.root, meanings);
    if (seen.drawn) { // what a finger came past its end is not to be drawn back
        state.dragStart -= state.lines.position(now) - *seen.drawn;
        state.lines.hold(*seen.drawn);
    }
    const auto reached = scene::reachable(seen.scene);
    order.clear();
    sliders.clear();
    const base::Rect whole{0, 0, screen.width, screen.height};
    for (const scene::Reachable& one : reached) {
        if (!one.box.intersected(whole).empty()) {
            order.push_back({one.node->id, one.box, one.aside});
        }
        if (one.node->touch->slider) {
            sliders.emplace(one.node->id, Slide{one.box, *one.node->touch->slider});
        }
    }
    listen(seen.scene, reached, now);
    return std::move(seen.scene);
}

} // namespace schacht::visitor
