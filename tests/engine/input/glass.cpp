#include "tests/engine/input/glass.hpp"

namespace schacht::input::tests {

namespace {

std::string word(Axes axis) {
    switch (axis) {
    case Axes::none:
        return "none";
    case Axes::horizontal:
        return "horizontal";
    case Axes::vertical:
        return "vertical";
    case Axes::both:
        return "both";
    }
    return "";
}

struct Say {
    std::string operator()(const Touched&) const { return ""; }
    std::string operator()(const Pressed& g) const { return "pressed " + std::to_string(g.target); }
    std::string operator()(const Released& g) const { return "released " + std::to_string(g.target); }
    std::string operator()(const Tapped& g) const { return "tapped " + std::to_string(g.target); }
    std::string operator()(const Caught& g) const { return "caught " + std::to_string(g.surface); }
    std::string operator()(const DragBegan& g) const {
        return "drag began " + std::to_string(g.surface) + " " + word(g.axis);
    }
    std::string operator()(const Dragged& g) const { return "dragged " + std::to_string(g.surface); }
    std::string operator()(const DragEnded& g) const {
        return (g.cancelled ? "drag cancelled " : "drag ended ") + std::to_string(g.surface);
    }
    std::string operator()(const PinchBegan& g) const { return "pinch began " + std::to_string(g.surface); }
    std::string operator()(const Pinched& g) const { return "pinched " + std::to_string(g.surface); }
    std::string operator()(const PinchEnded& g) const {
        return (g.cancelled ? "pinch cancelled " : "pinch ended ") + std::to_string(g.surface);
    }
};

} // namespace

Glass& Glass::lay(base::Rect where, Hit what) {
    things.emplace_back(where, what);
    return *this;
}

void Glass::down(std::uint64_t finger, base::Point at, base::Seconds time) {
    feed({finger, Contact::Phase::began, at, time, breadth, mouse});
}
void Glass::move(std::uint64_t finger, base::Point at, base::Seconds time) {
    feed({finger, Contact::Phase::moved, at, time, breadth, mouse});
}
void Glass::up(std::uint64_t finger, base::Point at, base::Seconds time) {
    feed({finger, Contact::Phase::ended, at, time, breadth, mouse});
}
void Glass::cancel(std::uint64_t finger, base::Seconds time) {
    feed({finger, Contact::Phase::cancelled, {}, time, breadth, mouse});
}

void Glass::feed(Contact contact) {
    take(gestures.feed(contact, [this](base::Point point) { return at(point); }));
}

void Glass::wait(base::Seconds until) {
    take(gestures.advance(until, [this](base::Point point) { return at(point); }));
}

void Glass::slide(std::uint64_t finger, base::Point from, base::Point to, base::Seconds begin, base::Seconds end) {
    const int steps = std::max(1, static_cast<int>((end - begin) / 0.010 + 0.5));
    for (int step = 1; step <= steps; ++step) {
        const float share = static_cast<float>(step) / static_cast<float>(steps);
        const base::Point point{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
        move(finger, point, begin + (end - begin) * static_cast<double>(share));
    }
}

std::vector<std::string> Glass::said() {
    std::vector<std::string> words;
    for (; told < all.size(); ++told) {
        const std::string one = std::visit(Say{}, all[told]);
        // A run of moves is one word.
        if (!one.empty() && (words.empty() || words.back() != one)) {
            words.push_back(one);
        }
    }
    return words;
}

Hit Glass::at(base::Point point) const {
    for (auto thing = things.rbegin(); thing != things.rend(); ++thing) {
        if (thing->first.contains(point)) {
            return thing->second;
        }
    }
    return {};
}

void Glass::take(std::vector<Gesture> news) {
    all.insert(all.end(), news.begin(), news.end());
}

Hit button(TargetId target) {
    Hit hit;
    hit.target = target;
    return hit;
}

Hit card(TargetId target, TargetId shelf) {
    Hit hit;
    hit.target = target;
    hit.surface = shelf;
    hit.axes = Axes::horizontal;
    hit.ownAxis = Axes::horizontal;
    return hit;
}

Hit map(TargetId surface) {
    Hit hit;
    hit.surface = surface;
    hit.axes = Axes::both;
    hit.zooms = true;
    return hit;
}

Hit slider(TargetId target) {
    Hit hit;
    hit.target = target;
    hit.slider = true;
    hit.axes = Axes::horizontal;
    return hit;
}

} // namespace schacht::input::tests
