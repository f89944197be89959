#include "tests/catch.hpp"
#include "tests/engine/input/glass.hpp"

#include <array>
#include <map>
#include <random>
#include <set>
#include <utility>

using namespace schacht;
using namespace schacht::input;
using namespace schacht::input::tests;

namespace {

/// What is held after a row of gestures; `broken` names the first one that does not fit to those before it.
struct Held {
    std::set<std::pair<TargetId, std::uint64_t>> pressed;
    std::map<TargetId, std::uint64_t> dragged;
    std::set<TargetId> pinched;
    std::string broken;

    void expect(bool holds, const char* what) {
        if (!holds && broken.empty()) {
            broken = what;
        }
    }
    void operator()(const Touched&) {}
    void operator()(const Caught&) {}
    void operator()(const Pressed& g) { expect(pressed.insert({g.target, g.contact}).second, "pressed twice"); }
    void operator()(const Released& g) { expect(pressed.erase({g.target, g.contact}) == 1, "released, not pressed"); }
    void operator()(const Tapped& g) { expect(pressed.erase({g.target, g.contact}) == 1, "tapped, not pressed"); }
    void operator()(const DragBegan& g) {
        expect(!pinched.contains(g.surface), "dragged while pinched");
        expect(dragged.emplace(g.surface, g.contact).second, "dragged by two");
    }
    void operator()(const Dragged& g) { expect(held(g.surface, g.contact), "dragged, not begun"); }
    void operator()(const DragEnded& g) {
        expect(held(g.surface, g.contact), "drag ended, not begun");
        dragged.erase(g.surface);
    }
    void operator()(const PinchBegan& g) {
        expect(!dragged.contains(g.surface), "pinched while dragged");
        expect(pinched.insert(g.surface).second, "pinched by four");
    }
    void operator()(const Pinched& g) {
        expect(pinched.contains(g.surface), "pinched, not begun");
        expect(g.scale > 0, "a scale of nothing");
    }
    void operator()(const PinchEnded& g) { expect(pinched.erase(g.surface) == 1, "pinch ended, not begun"); }

    [[nodiscard]] bool held(TargetId surface, std::uint64_t contact) const {
        const auto found = dragged.find(surface);
        return found != dragged.end() && found->second == contact;
    }
};

Glass crowdedScreen() {
    Glass glass;
    Hit moving = card(7, 8);
    moving.moving = true;
    Hit pin = map(5);
    pin.target = 6;
    glass.lay({0, 0, 300, 100}, card(1, 9)).lay({0, 100, 150, 100}, map(5)).lay({40, 140, 18, 18}, pin);
    return glass.lay({150, 100, 150, 40}, moving)
        .lay({150, 140, 150, 18}, slider(3))
        .lay({150, 160, 50, 40}, button(4));
}

/// Up to six fingers do something of every kind, often near each other and quickly.
class Crowd {
public:
    explicit Crowd(unsigned seed) : random(seed) {}

    void act(Glass& glass) {
        time += real(0, 0.03);
        const auto place = static_cast<std::size_t>(whole(0, 5));
        const base::Point point{at[place].x + real(-15, 15), at[place].y + real(-15, 15)};
        glass.breadth = whole(0, 200) == 0 ? 40.0F : 8.0F;
        if (whole(0, 300) == 0) {
            const auto news = glass.gestures.screenChanged([&](TargetId) { return whole(0, 1) == 0; }, time);
            glass.all.insert(glass.all.end(), news.begin(), news.end());
        } else if (whole(0, 100) == 0) {
            time += 3;
            glass.wait(time);
        } else if (ids[place] == 0) {
            at[place] = {real(0, 300), real(0, 200)};
            ids[place] = ++last;
            glass.down(ids[place], at[place], time);
        } else if (whole(0, 12) == 0) {
            glass.up(std::exchange(ids[place], 0), point, time);
        } else if (whole(0, 60) == 0) {
            glass.cancel(std::exchange(ids[place], 0), time);
        } else {
            at[place] = point;
            glass.move(ids[place], point, time);
        }
    }
    void leave(Glass& glass) {
        for (std::size_t place = 0; place < ids.size(); ++place) {
            if (ids[place] != 0) {
                glass.up(std::exchange(ids[place], 0), at[place], time);
            }
        }
    }

private:
    float real(double from, double to) {
        return static_cast<float>(std::uniform_real_distribution<double>(from, to)(random));
    }
    int whole(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random); }

    std::mt19937 random;
    double time = 1;
    std::uint64_t last = 0;
    std::array<std::uint64_t, 6> ids{};
    std::array<base::Point, 6> at{};
};

} // namespace

TEST_CASE("whatever six fingers do, gestures fit to each other and nothing is left held") {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        Glass glass = crowdedScreen();
        Crowd crowd(seed);
        for (int i = 0; i < 1500; ++i) {
            crowd.act(glass);
        }
        crowd.leave(glass);
        Held held;
        for (const Gesture& gesture : glass.all) {
            std::visit(held, gesture);
        }
        INFO("seed " << seed);
        CHECK(held.broken == "");
        CHECK(held.pressed.empty());
        CHECK(held.dragged.empty());
        CHECK(held.pinched.empty());
        CHECK(glass.gestures.down() == 0);
        CHECK(glass.count<PinchBegan>() > 0);
        CHECK(glass.count<DragBegan>() > 0);
    }
}
