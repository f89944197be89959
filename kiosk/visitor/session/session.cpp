#include "kiosk/visitor/session/session.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/frame/wakes.hpp"

#include "kiosk/visitor/parts/playback/playing_update.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace schacht::visitor {

namespace {

using stage::Effect;

/// What is shown but cannot be touched now means nothing.
void forgetWhatIsOff(const scene::Node& node, std::unordered_map<scene::NodeId, Intent>& meanings) {
    if (node.touch && !node.touch->enabled) {
        meanings.erase(node.id);
    }
    for (const scene::Node& child : node.children) {
        forgetWhatIsOff(child, meanings);
    }
}

/// A visitor does not go there, but is put there: the trace tells of the ways that visitors go.
bool isPutThere(const Intent& meaning) {
    return std::holds_alternative<JumpTo>(meaning) || std::holds_alternative<PackChanged>(meaning) ||
           std::holds_alternative<PagesBroken>(meaning);
}

} // namespace

Session::Session(const catalogue::Catalogue& items, const Words& own, const scene::Design& looks, Options wanted)
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
    intend(PackChanged{{}, day, ""}, now);
}

void Session::goOn(const Session& before, PackChanged news, base::Seconds now) {
    state = before.state;
    waiting = before.waiting; // what was not done yet
    // what stands on the glass means what it meant, until the pack as it is now is drawn: a finger may be quicker
    meanings = before.meanings;
    meant = before.meant;
    owners = before.owners;
    slides = before.slides;
    sliders = before.sliders;
    order = before.order;
    intend(std::move(news), std::max(state.device.now, now));
}

World Session::world() const {
    return {*catalogue, options.idle, options.answer, options.movement};
}

std::vector<Effect> Session::apply(const TimedIntent& intent) {
    std::vector<Effect> effects;
    if (drawn) {
        const TimedIntent first{*std::exchange(drawn, std::nullopt), state.device.now};
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
    effects.emplace_back(stage::TraceLine{"intent", {{"name", std::string(visitor::nameOf(intent.what))}}, false});
    const Stop& here = state.visit.here;
    const bool moved = here.kind != before.kind || here.id != before.id || leafAt(here.own) != leafAt(before.own) ||
                       languageOf(state, *catalogue) != language;
    if (!isPutThere(intent.what) && (moved || asking != state.visit.asking.has_value())) {
        effects.emplace_back(whereabouts());
    }
    return effects;
}

stage::TraceLine Session::whereabouts() const {
    const std::string& tag = languageOf(state, *catalogue);
    const Leaf leaf = leafAt(state.visit.here.own);
    stage::TraceLine report{
        "screen",
        {{"name", std::string(state.visit.asking ? "still-there" : nameOf(state.visit.here))},
         {"item", state.visit.here.id},
         {"page", static_cast<double>(leaf.page)},
         {"language", tag},
         {"orientation", std::string(layout::portrait(state.device.screen) ? "portrait" : "landscape")}}};
    if (leaf.part > 0) {
        report.fields.emplace_back("part", static_cast<double>(leaf.part));
    }
    return report;
}

std::optional<base::Point> Session::shareOf(scene::NodeId slider, base::Point at) const {
    const auto found = sliders.find(slider);
    if (found == sliders.end() || !slides.contains(slider)) {
        return std::nullopt;
    }
    const base::Rect& box = found->second.box;
    const float up = std::clamp((box.bottom() - at.y) / box.height, 0.0F, 1.0F);
    const float along = std::clamp((at.x - box.x) / box.width, 0.0F, 1.0F);
    return base::Point{found->second.axis == input::Axes::vertical ? up : along, 1 - up};
}

void Session::intend(const Intent& meaning, base::Seconds now) {
    waiting = apply({meaning, now}); // with what waited before
}

std::string Session::place() const {
    return std::string(nameOf(state.visit.here)) + ":" + state.visit.here.id +
           (state.visit.menu == Menu::language || state.visit.menu == Menu::access ? ":menu" : "") +
           (state.visit.asking ? ":asking" : "");
}

/// What a finger does becomes an Intent: for the owner of the surface or slider that it is on, or what its target
/// means.
struct Session::Felt {
    Session& session;
    /// Whose a surface is; none where the last view had no such surface.
    [[nodiscard]] std::optional<SurfaceOwner> ownerOf(scene::NodeId surface) const {
        const auto found = session.owners.find(surface);
        return found == session.owners.end() ? std::nullopt : std::optional(found->second);
    }
    /// An Intent for the owner of a surface.
    template <class Make>
    std::vector<Effect> to(scene::NodeId surface, base::Seconds time, Make make) const {
        const auto owner = ownerOf(surface);
        return owner ? session.apply({make(*owner), time}) : std::vector<Effect>{};
    }
    /// What a finger on a slider means; none where it is on none.
    [[nodiscard]] std::optional<Slid> slidAt(scene::NodeId slider, base::Point at, bool done) const {
        const auto share = session.shareOf(slider, at);
        return share ? std::optional(Slid{session.slides.at(slider).owner, share->x, done, share->y}) : std::nullopt;
    }
    std::vector<Effect> operator()(const input::Touched& g) const { return session.apply({GlassTouched{}, g.time}); }
    std::vector<Effect> operator()(const input::Pressed& g) const {
        const auto meaning = session.meanings.find(g.target);
        const bool known = meaning != session.meanings.end();
        if (known) {
            session.meant[g.contact] = meaning->second.index();
        }
        const bool over = known && std::holds_alternative<StartOver>(meaning->second);
        auto effects = session.apply({PressedOn{g.contact, g.target, over}, g.time});
        if (const auto slid = slidAt(g.target, g.at, false)) {
            also(effects, *slid, g.time);
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
        if (const auto slid = slidAt(g.target, g.at, true)) {
            also(effects, *slid, g.time);
        } else if (meaning != session.meanings.end() && (meant.empty() || meant.mapped() == meaning->second.index())) {
            also(effects, Intent(meaning->second), g.time);
        }
        return effects;
    }
    std::vector<Effect> operator()(const input::Caught& g) const {
        return to(g.surface, g.time, [](SurfaceOwner owner) { return SurfaceCaught{owner}; });
    }
    std::vector<Effect> operator()(const input::DragBegan& g) const {
        if (const auto slid = slidAt(g.surface, g.at, false)) {
            return session.apply({*slid, g.time});
        }
        return to(g.surface, g.time, [&](SurfaceOwner owner) { return DragStarted{owner, g.at}; });
    }
    std::vector<Effect> operator()(const input::Dragged& g) const {
        if (const auto slid = slidAt(g.surface, g.at, false)) {
            return session.apply({*slid, g.time});
        }
        return to(g.surface, g.time, [&](SurfaceOwner owner) { return DragMoved{owner, g.by, g.at}; });
    }
    std::vector<Effect> operator()(const input::DragEnded& g) const {
        const auto slider = session.slides.find(g.surface);
        if (const auto& held = session.state.visit.sliding;
            held && slider != session.slides.end() && held->owner == slider->second.owner) {
            return session.apply({Slid{held->owner, held->share, true, held->down}, g.time});
        }
        return to(g.surface, g.time,
                  [&](SurfaceOwner owner) { return DragDone{owner, g.by, g.velocity, g.cancelled}; });
    }
    void also(std::vector<Effect>& effects, Intent meaning, base::Seconds time) const {
        auto more = session.apply({std::move(meaning), time});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    std::vector<Effect> operator()(const input::PinchBegan& g) const {
        return to(g.surface, g.time, [&](SurfaceOwner owner) { return PinchStarted{owner, g.middle}; });
    }
    std::vector<Effect> operator()(const input::Pinched& g) const {
        return to(g.surface, g.time, [&](SurfaceOwner owner) { return PinchMoved{owner, g.middle, g.scale}; });
    }
    std::vector<Effect> operator()(const input::PinchEnded& g) const {
        return to(g.surface, g.time, [](SurfaceOwner owner) { return PinchDone{owner}; });
    }
};

std::vector<Effect> Session::hear(const input::Gesture& gesture) {
    return std::visit(Felt{*this}, gesture);
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

std::vector<Effect> Session::hear(const stage::TimePassed& tick) {
    auto effects = apply({Tick{}, tick.now});
    if (toHear) {
        auto more = apply({std::move(*std::exchange(toHear, std::nullopt)), tick.now});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return effects;
}

std::optional<Intent> Session::measureItem(const stage::Screen& glass, text::Typesetter& typesetter) {
    const Visit& visit = state.visit;
    const auto* item = visit.here.kind == ScreenKind::item ? catalogue->item(visit.here.id) : nullptr;
    if (item == nullptr) {
        return std::nullopt;
    }
    Dress wanted{accessOf(state), languageOf(state, *catalogue), visit.wordsOnly.contains(item->id), glass.size,
                 glass.pixelsPerMillimetre};
    if (wanted == dress && isMeasured(visit.here.own)) {
        return std::nullopt;
    }
    dress = std::move(wanted);
    Sketch trial(state, *catalogue, words, accessOf(state).contrast ? contrast : theme, glass, typesetter,
                 movementOf(state, world()));
    return measured(trial, *item, item->body, visit.here.own);
}

std::vector<Effect> Session::measure(const stage::Screen& glass, text::Typesetter& typesetter, base::Seconds now) {
    std::vector<Effect> effects;
    const auto then = [&](Intent meaning) {
        auto more = apply({std::move(meaning), std::max(state.device.now, now)});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (glass.size != state.device.screen) {
        then(ScreenTurned{glass.size});
    }
    if (auto found = measureItem(glass, typesetter)) {
        then(std::move(*found));
    }
    return effects;
}

scene::Scene Session::show(const stage::Screen& glass, text::Typesetter& typesetter, base::Seconds now) {
    Sketch sketch(state, *catalogue, words, accessOf(state).contrast ? contrast : theme, glass, typesetter,
                  movementOf(state, world()));
    View seen = view(sketch, world(), now);
    meanings = std::move(seen.meanings);
    owners = std::move(seen.owners);
    slides = std::move(seen.slides);
    forgetWhatIsOff(seen.scene.root, meanings);
    drawn.reset();
    if (seen.drawn) {
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
            sliders.emplace(one.node->id, Rail{one.box, *one.node->touch->slider});
        }
    }
    listen(seen.scene, reached, now);
    return std::move(seen.scene);
}

} // namespace schacht::visitor
