/// A visit by keys and by ear.
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/parts/narration/narration.hpp"
#include "kiosk/visitor/session/session.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace schacht::visitor {

using stage::Effect;

namespace {

bool beginsVisit(input::Key::Code code) {
    using Code = input::Key::Code;
    return code != Code::escape && code != Code::home && code != Code::pageUp && code != Code::pageDown;
}

} // namespace

scene::NodeId Session::nextFocus(input::Key::Code key) const {
    using Code = input::Key::Code;
    if (order.empty()) {
        return 0;
    }
    const auto at =
        std::find_if(order.begin(), order.end(), [this](const Stand& s) { return s.id == state.visit.focus; });
    if (at == order.end()) {
        const auto first = std::find_if(order.begin(), order.end(), [](const Stand& s) { return !s.aside; });
        const bool within =
            state.visit.narration.on || state.visit.menu != Menu::none; // what the screen, or its menu, is about
        return (within && first != order.end() ? *first : order.front()).id;
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

std::optional<Slid> Session::slidBy(input::Key::Code key) const {
    using Code = input::Key::Code;
    const auto slider = sliders.find(state.visit.focus);
    if (state.visit.focus == layout::mapNode && slider != sliders.end()) {
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

std::optional<Slid> Session::pointedBy(input::Key::Code key) const {
    using Code = input::Key::Code;
    const Lens lens = lensOf(state, *catalogue, state.device.library, state.device.screen);
    const Sight sight = sightOf(state, lens, state.device.now);
    const float step = .25F / sight.scale; // of the picture
    const float right = key == Code::right ? step : key == Code::left ? -step : 0;
    const float down = key == Code::down ? step : key == Code::up ? -step : 0;
    const base::Point to{sight.at.x + right, sight.at.y + down};
    const base::Point within = lens.within({sight.scale, to}).at;
    constexpr float least = .001F; // of the picture: at its edge the arrow leads on to another control
    const bool moves = std::abs(within.x - sight.at.x) > least || std::abs(within.y - sight.at.y) > least;
    return moves ? std::optional(Slid{layout::mapNode, to.x, true, to.y}) : std::nullopt;
}

bool Session::rightToLeft() const {
    return text::directionOf(languageOf(state, *catalogue)) == text::Direction::rightToLeft;
}

std::vector<Effect> Session::hear(const input::Key& key) {
    using Code = input::Key::Code;
    const bool reading =
        state.visit.here.kind == ScreenKind::story && state.visit.menu == Menu::none && !state.visit.asking;
    const bool backwards = rightToLeft();
    const scene::NodeId focus = state.visit.focus;
    auto effects = apply({Touched{}, key.time});
    const auto then = [&](Meaning meaning) {
        auto more = apply({std::move(meaning), key.time});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (state.visit.here.kind == ScreenKind::attract && beginsVisit(key.code)) {
        then(Begin{""});
        then(KeyUsed{});
        return effects;
    }
    then(KeyUsed{focus});
    switch (key.code) {
    case Code::enter:
        if (const auto meaning = meanings.find(focus); focus != 0 && meaning != meanings.end()) {
            then(Meaning(meaning->second));
        } else if (state.visit.asking) {
            then(StayHere{});
        }
        break;
    case Code::escape:
        state.visit.asking ? then(StayHere{}) : then(GoBack{});
        break;
    case Code::repeat:
        then(RepeatLast{});
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
    case Code::up:
    case Code::down:
        if (const auto slid = slidBy(key.code)) {
            then(*slid);
            break;
        }
        if (reading && (key.code == Code::left || key.code == Code::right)) {
            then(TurnPage{(key.code == Code::right) != backwards ? 1 : -1});
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

std::string Session::screenName() const {
    const Stop& here = state.visit.here;
    return place() + ":" + std::to_string(here.page) + "." + std::to_string(here.part) + ":" +
           std::to_string(static_cast<int>(state.visit.menu)) + ":" + languageOf(state, *catalogue);
}

void Session::listen(const scene::Scene& scene, const std::vector<scene::Reachable>& reached, base::Seconds now) {
    toHear.reset();
    if (!state.visit.narration.on || !state.visit.pressed.empty() || state.visit.pages.held() ||
        state.visit.pages.moving(now)) {
        return;
    }
    ScreenSeen seen{screenName(), {}, {}};
    const auto at = std::find_if(reached.begin(), reached.end(),
                                 [this](const scene::Reachable& one) { return one.node->id == state.visit.focus; });
    if (state.visit.focus != 0 && at != reached.end()) {
        seen.control = controlSaid(*at, scene, words);
    }
    const bool changed = state.visit.narration.asked && joined(seen.control) != state.visit.narration.control;
    if (seen.screen == state.visit.narration.screen && !changed) {
        return;
    }
    if (seen.screen != state.visit.narration.screen) {
        seen.utterances = scene::utterancesOf(scene);
        if (state.visit.narration.byKeys && !state.visit.narration.hinted) {
            seen.utterances.push_back({words.get(scene.language, "speech.help"), scene.language, "", 0, 0});
        }
    }
    toHear = std::move(seen);
}

} // namespace schacht::visitor
