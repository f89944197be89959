#include "kiosk/visitor/session/session.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/frame/wakes.hpp"
#include "kiosk/visitor/kinds/story/page_breaks.hpp"

#include "kiosk/visitor/parts/playback/playing_update.hpp"

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

/// A visitor does not go there, but is put there: the trace tells of the ways that visitors go.
bool isPutThere(const Meaning& meaning) {
    return std::holds_alternative<JumpTo>(meaning) || std::holds_alternative<PackChanged>(meaning) ||
           std::holds_alternative<PagesBroken>(meaning);
}

} // namespace

Session::Session(const catalogue::Catalogue& items, const Words& own, const scene::Theme& looks, Options wanted)
    : catalogue(&items), words(own), theme(looks), contrast(looks.highContrast()), options(std::move(wanted)) {
    state.device.house = {options.language, options.volume, options.access};
    state.device.voice = options.voice;
    PlayingUpdate{state, *catalogue, waiting}.setVolume();
}

void Session::beginWith(std::string language, int volume, base::Seconds now) {
    intend(HouseSet{std::move(language), volume}, now);
}

void Session::showFromNowOn(const catalogue::Catalogue& items, const std::string& day, base::Seconds now) {
    assert(nobody());
    catalogue = &items;
    dress = {}; // a story may have lost a page, or have one again
    intend(PackChanged{{}, day}, now);
}

void Session::goOn(const Session& before, const std::set<std::string>& changed, base::Seconds now) {
    state = before.state;
    waiting = before.waiting; // what was not done yet
    // what stands on the glass means what it meant, until the pack as it is now is drawn: a finger may be quicker
    meanings = before.meanings;
    meant = before.meant;
    sliders = before.sliders;
    order = before.order;
    intend(PackChanged{{changed.begin(), changed.end()}, ""}, std::max(state.device.now, now));
}

World Session::world() const {
    return {*catalogue, options.idle, options.answer, options.movement};
}

std::vector<Effect> Session::apply(const Intent& intent) {
    std::vector<Effect> effects;
    if (drawn) {
        const Intent first{*std::exchange(drawn, std::nullopt), state.device.now};
        effects = apply(first);
    }
    const Stop before = state.visit.here;
    const std::string language = languageOf(state, *catalogue);
    const bool asking = state.visit.asking.has_value();
    if (options.heard) {
        options.heard(state, intent);
    }
    Change change = update(std::move(state), intent, world());
    state = std::move(change.state);
    if (options.happened) {
        options.happened(intent, state);
    }
    const auto add = [&effects](std::vector<Effect>& more) {
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        more.clear();
    };
    add(waiting);
    add(change.effects);
    effects.emplace_back(stage::TraceLine{"intent", {{"name", std::string(visitor::nameOf(intent.meaning))}}, false});
    const Stop& here = state.visit.here;
    const bool moved = here.kind != before.kind || here.id != before.id || here.page != before.page ||
                       here.part != before.part || languageOf(state, *catalogue) != language;
    if (!isPutThere(intent.meaning) && (moved || asking != state.visit.asking.has_value())) {
        effects.emplace_back(whereabouts());
    }
    return effects;
}

stage::TraceLine Session::whereabouts() const {
    const std::string& tag = languageOf(state, *catalogue);
    stage::TraceLine report{
        "screen",
        {{"name", std::string(state.visit.asking ? "still-there" : nameOf(state.visit.here.kind))},
         {"item", state.visit.here.id},
         {"page", static_cast<double>(state.visit.here.page)},
         {"language", tag},
         {"orientation", std::string(layout::portrait(state.device.screen) ? "portrait" : "landscape")}}};
    if (state.visit.here.part > 0) {
        report.fields.emplace_back("part", static_cast<double>(state.visit.here.part));
    }
    return report;
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

void Session::intend(const Meaning& meaning, base::Seconds now) {
    waiting = apply({meaning, now}); // with what waited before
}

std::string Session::place() const {
    return std::string(nameOf(state.visit.here.kind)) + ":" + state.visit.here.id +
           (state.visit.menu == Menu::language || state.visit.menu == Menu::access ? ":menu" : "") +
           (state.visit.asking ? ":asking" : "");
}

std::vector<Effect> Session::hear(const input::Gesture& gesture) {
    const float sign = rightToLeft() ? -1.0F : 1.0F;
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
            if (const auto& held = session.state.visit.sliding; held && held->slider == g.surface) {
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
    return apply({PlayerReport{report}, std::max(state.device.now, report.at)});
}

std::vector<Effect> Session::hear(const stage::WordsArrived& read) {
    return apply({WordsCame{read.file, read.words}, state.device.now});
}

std::vector<Effect> Session::hear(const stage::SoundMeasured& measured) {
    return apply({LevelsCame{measured.file, measured.levels}, state.device.now});
}

std::vector<Effect> Session::hear(const stage::PictureMeasured& measured) {
    return apply({SizeCame{measured.file, measured.pixels}, state.device.now});
}

std::vector<Effect> Session::hear(const media::NarratorReport& told) {
    return apply({NarratorTold{told}, std::max(state.device.now, told.at)});
}

std::vector<Effect> Session::hear(const stage::HeadphonesChanged& jack) {
    return apply({HeadphonesMoved{jack.in}, std::max(state.device.now, jack.time)});
}

std::vector<Effect> Session::hear(const stage::Tick& tick) {
    auto effects = apply({Tick{}, tick.now});
    if (toHear) {
        auto more = apply({std::move(*std::exchange(toHear, std::nullopt)), tick.now});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return effects;
}

std::optional<PagesBroken> Session::breakPages(const stage::Screen& glass, text::Typesetter& typesetter) {
    const Visit& visit = state.visit;
    const auto* item = visit.here.kind == ScreenKind::story ? catalogue->item(visit.here.id) : nullptr;
    if (item == nullptr) {
        return std::nullopt; // back from its pictures it stands as it was left
    }
    Dress wanted{accessOf(state), languageOf(state, *catalogue), visit.wordsOnly.contains(item->id), glass.size,
                 glass.pixelsPerMillimetre};
    if (visit.breaks.item == item->id && wanted == dress) {
        return std::nullopt;
    }
    dress = std::move(wanted);
    if (!wordsAreLarge(accessOf(state))) {
        return PagesBroken{{item->id, {}}};
    }
    Sketch trial(state, *catalogue, words, accessOf(state).contrast ? contrast : theme, glass, typesetter,
                 movementOf(state, world()));
    trial.library = &state.device.library;
    return PagesBroken{breaksOf(trial, *item)};
}

std::vector<Effect> Session::measure(const stage::Screen& glass, text::Typesetter& typesetter, base::Seconds now) {
    std::vector<Effect> effects;
    const auto then = [&](Meaning meaning) {
        auto more = apply({std::move(meaning), std::max(state.device.now, now)});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (glass.size != state.device.screen) {
        then(ScreenTurned{glass.size});
    }
    if (auto broken = breakPages(glass, typesetter)) {
        then(std::move(*broken));
    }
    return effects;
}

scene::Scene Session::show(const stage::Screen& glass, text::Typesetter& typesetter, base::Seconds now) {
    Sketch sketch(state, *catalogue, words, accessOf(state).contrast ? contrast : theme, glass, typesetter,
                  movementOf(state, world()));
    View seen = view(sketch, world(), now);
    meanings = std::move(seen.meanings);
    forgetWhatIsOff(seen.scene.root, meanings);
    drawn.reset();
    if (seen.drawn && (!state.visit.lines.held() || *seen.drawn != state.visit.lines.position(now))) {
        drawn = LinesDrawn{*seen.drawn}; // what a finger came past its end is not to be drawn back
    }
    const auto reached = scene::reachable(seen.scene);
    order.clear();
    sliders.clear();
    const base::Rect whole{0, 0, glass.size.width, glass.size.height};
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
