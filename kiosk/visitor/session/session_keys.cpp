/// A visit by keys and by ear.
#include "kiosk/visitor/frame/kinds.hpp"
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
        std::find_if(order.begin(), order.end(), [this](const Focusable& s) { return s.id == state.visit.focus; });
    if (at == order.end()) {
        const auto first = std::find_if(order.begin(), order.end(), [](const Focusable& s) { return !s.aside; });
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
    for (const Focusable& other : order) {
        const base::Point to = other.box.centre();
        const float dx = to.x - from.x;
        const float dy = to.y - from.y;
        const float ahead = key == Code::left ? -dx : key == Code::right ? dx : key == Code::up ? -dy : dy;
        const float aside = key == Code::left || key == Code::right ? std::abs(dy) : std::abs(dx);
        if (other.id != at->id && ahead > 1 && ahead + 2 * aside < least) {
            least = ahead + 2 * aside;
            best = other.id;
        }
    }
    return best;
}

std::optional<Slid> Session::slidBy(input::Key::Code key) const {
    using Code = input::Key::Code;
    const auto slider = sliders.find(state.visit.focus);
    const auto found = slides.find(state.visit.focus);
    if (slider == sliders.end() || found == slides.end()) {
        return std::nullopt;
    }
    const Slide& slide = found->second;
    // time and loudness run the same way in every language
    const float right = key == Code::right ? 1.0F : key == Code::left ? -1.0F : 0;
    const float up = key == Code::up ? 1.0F : key == Code::down ? -1.0F : 0;
    base::Point by{right, -up};
    if (slider->second.axis == input::Axes::vertical) {
        by = {up, 0};
    } else if (slider->second.axis == input::Axes::horizontal) {
        by = {right, 0};
    }
    const base::Point to{std::clamp(slide.at.x + by.x * slide.step.x, slide.least.x, slide.most.x),
                         std::clamp(slide.at.y + by.y * slide.step.y, slide.least.y, slide.most.y)};
    // at the edge of a picture the arrow leads on to another control; of what goes one way, it stays
    constexpr float least = .001F;
    const bool both = slider->second.axis == input::Axes::both;
    const bool moves = std::abs(to.x - slide.at.x) > least || std::abs(to.y - slide.at.y) > least;
    const bool along = (by.x != 0 && slide.step.x > 0) || (by.y != 0 && slide.step.y > 0);
    return (both ? moves : along) ? std::optional(Slid{slide.owner, to.x, true, to.y}) : std::nullopt;
}

bool Session::rightToLeft() const {
    return text::directionOf(languageOf(state, *catalogue)) == text::Direction::rightToLeft;
}

bool Session::arrowsTurn() const {
    const Stop& here = state.visit.here;
    const auto* item = here.kind == ScreenKind::item ? catalogue->item(here.id) : nullptr;
    return item != nullptr && mannerAt(item->body, here.own).arrowsTurn && state.visit.menu == Menu::none &&
           !state.visit.asking;
}

std::optional<Intent> Session::meaningOfEnter() const {
    const auto meaning = meanings.find(state.visit.focus);
    if (state.visit.focus != 0 && meaning != meanings.end()) {
        return meaning->second;
    }
    return state.visit.asking ? std::optional<Intent>(StayHere{}) : std::nullopt;
}

Intent Session::meaningOfArrow(input::Key::Code key) const {
    using Code = input::Key::Code;
    if (const auto slid = slidBy(key)) {
        return *slid;
    }
    if (arrowsTurn() && (key == Code::left || key == Code::right)) {
        return TurnPage{(key == Code::right) != rightToLeft() ? 1 : -1};
    }
    return FocusOn{nextFocus(key)};
}

std::optional<Intent> Session::meaningOf(input::Key::Code key) const {
    using Code = input::Key::Code;
    switch (key) {
    case Code::enter:
        return meaningOfEnter();
    case Code::escape:
        return state.visit.asking ? Intent(StayHere{}) : Intent(GoBack{});
    case Code::repeat:
        return RepeatLast{};
    case Code::home:
        return GoHome{};
    case Code::pageDown:
    case Code::pageUp:
        return TurnPage{key == Code::pageDown ? 1 : -1};
    case Code::left:
    case Code::right:
    case Code::up:
    case Code::down:
        return meaningOfArrow(key);
    case Code::tab:
    case Code::backTab:
        return FocusOn{nextFocus(key)};
    }
    return std::nullopt;
}

std::vector<Effect> Session::hear(const input::Key& key) {
    const scene::NodeId focus = state.visit.focus; // which a touch takes away
    auto effects = apply({GlassTouched{}, key.time});
    const auto then = [&](Intent meaning) {
        auto more = apply({std::move(meaning), key.time});
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (state.visit.here.kind == ScreenKind::attract && beginsVisit(key.code)) {
        then(Begin{""});
        then(KeyUsed{});
        return effects;
    }
    then(KeyUsed{focus});
    if (auto meaning = meaningOf(key.code)) {
        then(std::move(*meaning));
    }
    return effects;
}

std::string Session::screenName() const {
    const Leaf leaf = leafAt(state.visit.here.own);
    return place() + ":" + std::to_string(leaf.page) + "." + std::to_string(leaf.part) + ":" +
           std::to_string(static_cast<int>(state.visit.menu)) + ":" + languageOf(state, *catalogue);
}

void Session::listen(const scene::Scene& scene, const std::vector<scene::Reachable>& reached, base::Seconds now) {
    toHear.reset();
    if (!state.visit.narration.on || !state.visit.pressed.empty() || !isSettled(state.visit.here.own, now)) {
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
