#include "kiosk/visitor/visit.hpp"

#include "kiosk/visitor/closeup_update.hpp"
#include "kiosk/visitor/playing_update.hpp"
#include <algorithm>
#include <cmath>
#include <limits>

namespace schacht::visitor {

namespace {

using stage::Effect;

std::string_view nameOf(ScreenKind kind) {
    static constexpr std::string_view names[] = {"attract", "home",    "theme",  "story",     "end",   "oral-history",
                                                 "film",    "gallery", "notice", "take-home", "place", "person"};
    return names[static_cast<std::size_t>(kind)];
}

/// Every node that can be touched now, in the order of the tree, with its place; what an open menu covers is not there.
void collect(const scene::Node& node, base::Point origin, std::vector<std::pair<const scene::Node*, base::Rect>>& out) {
    const base::Rect here = node.box.moved(origin.x, origin.y);
    if (std::holds_alternative<scene::Backdrop>(node.paint)) {
        out.clear();
    }
    if (node.touch && node.touch->enabled) {
        out.emplace_back(&node, here);
    }
    for (const scene::Node& child : node.children) {
        collect(child, {here.x, here.y}, out);
    }
}

} // namespace

Visit::Visit(const catalogue::Catalogue& items, const Words& own, const scene::Theme& looks, Options wanted)
    : catalogue(items), words(own), theme(looks), contrast(looks.highContrast()), options(std::move(wanted)) {
    state.language = options.language;
    state.wishes.volume = options.volume;
    PlayingUpdate{state, catalogue, library, waiting}.setVolume();
    state.access = options.access;
}

World Visit::world() const {
    const std::string& tag = languageOf(state, catalogue);
    const base::Seconds patient = state.access.moreTime ? 3 : 1;
    return {catalogue,
            screen,
            options.idle * patient,
            options.answer * patient,
            text::directionOf(tag) == text::Direction::rightToLeft,
            options.movement,
            library,
            options.volume,
            options.access};
}

std::vector<Effect> Visit::apply(const Intent& intent) {
    const Stop before = state.here;
    const std::string language = state.language;
    const bool asking = state.asking.has_value();
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
        state.language != language || asking != state.asking.has_value()) {
        change.effects.emplace_back(whereabouts());
    }
    return std::move(change.effects);
}

stage::Report Visit::whereabouts() const {
    const std::string& tag = languageOf(state, catalogue);
    return {"screen",
            {{"name", std::string(state.asking ? "still-there" : nameOf(state.here.kind))},
             {"item", state.here.id},
             {"page", static_cast<double>(state.here.page)},
             {"language", tag},
             {"orientation", std::string(layout::portrait(screen) ? "portrait" : "landscape")}}};
}

void Visit::goTo(const Stop& stop, base::Seconds now) {
    state.here = stop;
    state.history.clear();
    if (stop.kind != ScreenKind::attract && stop.kind != ScreenKind::home) {
        state.history.push_back({ScreenKind::home, "", 0, 0});
    }
    state.now = state.lastTouch = state.attractSince = now;
    state.menu = Menu::none;
    state.asking.reset();
    state.shelf.jump(0);
    state.pages.jump(layout::pagePitch(screen) * static_cast<float>(stop.page));
    for (int page = 0; page <= stop.page && stop.kind == ScreenKind::story; ++page) {
        state.seen[stop.id].insert(page);
    }
    const World where = world();
    CloseupUpdate{state, where, waiting}.arrive();
    PlayingUpdate playing{state, catalogue, library, waiting};
    playing.leave();
    playing.arrive();
}

void Visit::play(base::Seconds now) {
    state.now = now;
    PlayingUpdate{state, catalogue, library, waiting}.toggle();
}

std::optional<base::Point> Visit::shareOf(scene::NodeId slider, base::Point at) const {
    const auto found = sliders.find(slider);
    if (found == sliders.end()) {
        return std::nullopt;
    }
    const base::Rect& box = found->second.box;
    const float up = std::clamp((box.bottom() - at.y) / box.height, 0.0F, 1.0F);
    const float along = std::clamp((at.x - box.x) / box.width, 0.0F, 1.0F);
    return base::Point{found->second.axis == input::Axes::vertical ? up : along, 1 - up};
}

void Visit::open(Menu menu, base::Seconds now) {
    state.menu = menu;
    state.lastTouch = now;
}

void Visit::ask(base::Seconds now) {
    state.asking = state.now = now;
}

std::string Visit::place() const {
    return std::string(nameOf(state.here.kind)) + ":" + state.here.id +
           (state.menu == Menu::language || state.menu == Menu::access ? ":menu" : "") +
           (state.asking ? ":asking" : "");
}

std::vector<Effect> Visit::feel(const input::Gesture& gesture) {
    const float sign = world().rightToLeft ? -1.0F : 1.0F;
    const auto along = [sign](base::Point by) { return by.x * sign; };
    struct {
        Visit& visit;
        decltype(along)& toEnd;
        std::vector<Effect> operator()(const input::Touched& g) const { return visit.apply({Touched{}, g.time}); }
        std::vector<Effect> operator()(const input::Pressed& g) const {
            auto effects = visit.apply({PressedOn{g.contact, g.target}, g.time});
            if (const auto share = visit.shareOf(g.target, g.at)) {
                also(effects, Slid{g.target, share->x, false, share->y}, g.time);
            }
            return effects;
        }
        std::vector<Effect> operator()(const input::Released& g) const {
            return visit.apply({LetGo{g.contact}, g.time});
        }
        std::vector<Effect> operator()(const input::Tapped& g) const {
            const auto meaning = visit.meanings.find(g.target);
            auto effects = visit.apply({LetGo{g.contact}, g.time});
            if (const auto share = visit.shareOf(g.target, g.at)) {
                also(effects, Slid{g.target, share->x, true, share->y}, g.time);
            } else if (meaning != visit.meanings.end()) {
                also(effects, Meaning(meaning->second), g.time);
            }
            return effects;
        }
        std::vector<Effect> operator()(const input::Caught& g) const {
            return visit.apply({Caught{g.surface}, g.time});
        }
        std::vector<Effect> operator()(const input::DragBegan& g) const {
            if (const auto share = visit.shareOf(g.surface, g.at)) {
                return visit.apply({Slid{g.surface, share->x, false, share->y}, g.time});
            }
            if (g.surface == layout::pictureNode) {
                return visit.apply({PictureHeld{g.at}, g.time});
            }
            return visit.apply({DragBegan{g.surface}, g.time});
        }
        std::vector<Effect> operator()(const input::Dragged& g) const {
            if (const auto share = visit.shareOf(g.surface, g.at)) {
                return visit.apply({Slid{g.surface, share->x, false, share->y}, g.time});
            }
            if (g.surface == layout::pictureNode) {
                return visit.apply({PictureMoved{g.at, 1}, g.time});
            }
            return visit.apply({DragMoved{g.surface, way(g.surface, g.by)}, g.time});
        }
        std::vector<Effect> operator()(const input::DragEnded& g) const {
            if (const auto& held = visit.state.sliding; held && held->slider == g.surface) {
                return visit.apply({Slid{g.surface, held->share, true, held->down}, g.time});
            }
            if (g.surface == layout::pictureNode) {
                return visit.apply({PictureLeft{g.velocity}, g.time});
            }
            return visit.apply(
                {DragDone{g.surface, way(g.surface, g.by), way(g.surface, g.velocity), g.cancelled}, g.time});
        }
        [[nodiscard]] float way(scene::NodeId surface, base::Point by) const {
            return surface == layout::linesNode ? by.y : toEnd(by);
        }
        void also(std::vector<Effect>& effects, Meaning meaning, base::Seconds time) const {
            auto more = visit.apply({std::move(meaning), time});
            effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        }
        std::vector<Effect> operator()(const input::PinchBegan& g) const {
            return visit.apply({PictureHeld{g.middle}, g.time});
        }
        std::vector<Effect> operator()(const input::Pinched& g) const {
            return visit.apply({PictureMoved{g.middle, g.scale}, g.time});
        }
        std::vector<Effect> operator()(const input::PinchEnded& g) const {
            return visit.apply({PictureLeft{}, g.time});
        }
    } felt{*this, along};
    return std::visit(felt, gesture);
}

scene::NodeId Visit::nextFocus(input::Key::Code key) const {
    using Code = input::Key::Code;
    if (order.empty()) {
        return 0;
    }
    const auto at = std::find_if(order.begin(), order.end(), [this](const Stand& s) { return s.id == state.focus; });
    if (at == order.end()) {
        return order.front().id;
    }
    const auto index = at - order.begin();
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    if (key == Code::tab || key == Code::backTab) {
        return order[static_cast<std::size_t>((index + (key == Code::tab ? 1 : count - 1)) % count)].id;
    }
    // the nearest in the arrow's direction; what lies aside counts twice
    const base::Point from = at->box.centre();
    scene::NodeId best = at->id;
    float least = std::numeric_limits<float>::max();
    for (const Stand& stand : order) {
        const base::Point to = stand.box.centre();
        const float dx = to.x - from.x;
        const float dy = to.y - from.y;
        const float ahead = key == Code::left ? -dx : key == Code::right ? dx : key == Code::up ? -dy : dy;
        const float aside = key == Code::left || key == Code::right ? std::abs(dy) : std::abs(dx);
        if (stand.id != at->id && ahead > 1 && ahead + 2 * aside < least) {
            least = ahead + 2 * aside;
            best = stand.id;
        }
    }
    return best;
}

std::optional<Slid> Visit::slidBy(input::Key::Code key) const {
    using Code = input::Key::Code;
    const auto slider = sliders.find(state.focus);
    if (state.focus == layout::mapNode && slider != sliders.end()) {
        return pointedBy(key);
    }
    const auto stand = slider == sliders.end() ? std::nullopt : sliderStand(state, slider->first);
    if (!stand) {
        return std::nullopt;
    }
    const bool upright = slider->second.axis == input::Axes::vertical;
    const bool on = key == (upright ? Code::up : Code::right); // time and loudness run the same way in every language
    const bool back = key == (upright ? Code::down : Code::left);
    if (!on && !back) {
        return std::nullopt;
    }
    return Slid{slider->first, std::clamp(stand->share + (on ? stand->step : -stand->step), 0.0F, 1.0F), true};
}

Slid Visit::pointedBy(input::Key::Code key) const {
    using Code = input::Key::Code;
    const Sight look = sightOf(state, lensOf(state, catalogue, library, screen), state.now);
    const float step = .25F / look.scale; // of the picture
    const float right = key == Code::right ? step : key == Code::left ? -step : 0;
    const float down = key == Code::down ? step : key == Code::up ? -step : 0;
    return {layout::mapNode, look.at.x + right, true, look.at.y + down};
}

std::vector<Effect> Visit::press(const input::Key& key) {
    using Code = input::Key::Code;
    const bool reading = state.here.kind == ScreenKind::story && state.menu == Menu::none && !state.asking;
    const bool backwards = world().rightToLeft;
    if (state.here.kind == ScreenKind::attract && (key.code == Code::enter || key.code == Code::tab)) {
        auto effects = apply({Touched{}, key.time});
        auto more = apply({Begin{""}, key.time});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        return effects;
    }
    const scene::NodeId focus = state.focus;
    auto effects = apply({Touched{}, key.time});
    const auto then = [&](Meaning meaning) {
        auto more = apply({std::move(meaning), key.time});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    state.focus = focus;
    switch (key.code) {
    case Code::enter:
        if (const auto meaning = meanings.find(focus); focus != 0 && meaning != meanings.end()) {
            then(Meaning(meaning->second));
        } else if (state.asking) {
            then(StayHere{});
        }
        break;
    case Code::escape:
        state.asking ? then(StayHere{}) : then(GoBack{});
        break;
    case Code::home:
        then(GoHome{});
        break;
    case Code::pageDown:
    case Code::pageUp:
        then(TurnPage{key.code == Code::pageDown ? 1 : -1});
        break;
    case Code::left:
    case Code::right:
        if (const auto slid = slidBy(key.code)) {
            then(*slid);
            break;
        }
        if (reading) {
            then(TurnPage{(key.code == Code::right) != backwards ? 1 : -1});
            break;
        }
        [[fallthrough]];
    case Code::up:
    case Code::down:
        if (const auto slid = slidBy(key.code)) {
            then(*slid);
            break;
        }
        [[fallthrough]];
    case Code::tab:
    case Code::backTab:
        then(FocusOn{nextFocus(key.code)});
        break;
    }
    return effects;
}

std::vector<Effect> Visit::happen(const stage::Happening& happening) {
    if (const auto* gesture = std::get_if<input::Gesture>(&happening)) {
        return feel(*gesture);
    }
    if (const auto* key = std::get_if<input::Key>(&happening)) {
        return press(*key);
    }
    if (const auto* report = std::get_if<media::PlayerState>(&happening)) {
        return apply({PlayerReport{*report}, std::max(state.now, report->at)});
    }
    if (const auto* read = std::get_if<stage::WordsArrived>(&happening)) {
        library.words[read->file] = read->words;
        return apply({Arrived{}, state.now});
    }
    if (const auto* levels = std::get_if<stage::SoundMeasured>(&happening)) {
        library.levels[levels->file] = levels->levels;
        return apply({Arrived{}, state.now});
    }
    if (const auto* measured = std::get_if<stage::PictureMeasured>(&happening)) {
        library.sizes[measured->file] = measured->pixels;
        return apply({Arrived{}, state.now});
    }
    return apply({Tick{}, std::get<stage::Tick>(happening).now});
}

scene::Scene Visit::show(const stage::Screen& glass, text::Typesetter& typesetter, base::Seconds now) {
    if (glass.size != screen) { // the screen was turned: the page stays the page
        screen = glass.size;
        state.pages.jump(layout::pagePitch(screen) * static_cast<float>(state.here.page));
        state.shelf.jump(0);
    }
    Sketch sketch(state, catalogue, words, state.access.contrast ? contrast : theme, glass, typesetter,
                  movementOf(state, world()));
    View seen = view(sketch, world(), now);
    meanings = std::move(seen.meanings);
    std::vector<std::pair<const scene::Node*, base::Rect>> stands;
    collect(seen.scene.root, {}, stands);
    order.clear();
    sliders.clear();
    const base::Rect whole{0, 0, screen.width, screen.height};
    for (const auto& [node, box] : stands) {
        if (!box.intersected(whole).empty()) {
            order.push_back({node->id, box});
        }
        if (node->touch->slider) {
            sliders.emplace(node->id, Slide{box, *node->touch->slider});
        }
    }
    return std::move(seen.scene);
}

} // namespace schacht::visitor
