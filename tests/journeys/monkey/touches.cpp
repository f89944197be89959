#include "tests/journeys/monkey/touches.hpp"

#include <algorithm>
#include <utility>

namespace schacht::tests {

namespace {

using What = MonkeyStep::What;

constexpr int visitTouches = 1000;
constexpr int calmTouches = 10;   ///< with which a visit begins
constexpr int visitsEachPull = 5; ///< of the cable
constexpr int betweenMoves = 33;  ///< milliseconds between two places of a finger that moves
constexpr int whole = 10'000;     ///< ten-thousandths of the screen

/// Sixteen directions, in thousandths.
constexpr std::array<std::pair<int, int>, 16> directions{{{1000, 0},
                                                          {924, 383},
                                                          {707, 707},
                                                          {383, 924},
                                                          {0, 1000},
                                                          {-383, 924},
                                                          {-707, 707},
                                                          {-924, 383},
                                                          {-1000, 0},
                                                          {-924, -383},
                                                          {-707, -707},
                                                          {-383, -924},
                                                          {0, -1000},
                                                          {383, -924},
                                                          {707, -707},
                                                          {924, -383}}};

// What leads on stands behind the four controls of the bar, in the order of the Tab key.
constexpr int barControls = 4;
// The Limburg pack, on a screen that lies: what a reader opens. Elsewhere these are touches like any other.
constexpr int themes = 5;
constexpr int cards = 8;                                 ///< of a theme, two screens full
constexpr std::array cardsStand{1000, 3500, 6000, 8500}; ///< ten-thousandths from the left
constexpr int pages = 8;

constexpr std::array keys{"tab",  "tab",  "tab",    "enter",    "enter", "left", "right", "up",
                          "down", "home", "pageup", "pagedown", "esc",   "f5",   "a",     "space"};

} // namespace

int MonkeyTouches::below(int count) {
    return static_cast<int>(random() % static_cast<std::uint64_t>(count));
}

/// Anywhere; often where controls use to be, sometimes on the very edge.
MonkeyTouches::Place MonkeyTouches::place() {
    const int kind = below(100);
    const Place anywhere{below(whole), below(whole)};
    if (kind < 55) {
        return anywhere;
    }
    if (kind < 75) { // the bar
        return {anywhere.x, between(9300, 9950)};
    }
    if (kind < 85) { // arrows and what stands in corners
        return {below(2) == 0 ? between(200, 900) : between(9100, 9800), anywhere.y};
    }
    if (kind < 95) { // cards, answers
        return {anywhere.x, between(5000, 8000)};
    }
    const int edge = below(4);
    return edge == 0   ? Place{0, anywhere.y}
           : edge == 1 ? Place{whole, anywhere.y}
           : edge == 2 ? Place{anywhere.x, 0}
                       : Place{anywhere.x, whole};
}

base::Point MonkeyTouches::shares(Place at) {
    // The last pixel is still on the screen, what lies beyond it is not.
    const auto share = [](int part) { return static_cast<float>(std::clamp(part, 0, whole - 1)) / whole; };
    return {share(at.x), share(at.y)};
}

/// So many fingers that are off the glass now, or the first that leaves it, later.
std::vector<int> MonkeyTouches::take(int count) {
    clock = std::max(clock, *std::min_element(freeAt.begin(), freeAt.end()));
    std::vector<int> fingers;
    for (int finger = 0; finger < fingersThereAre && std::ssize(fingers) < count; ++finger) {
        if (freeAt[static_cast<std::size_t>(finger)] <= clock) {
            fingers.push_back(finger);
        }
    }
    return fingers;
}

void MonkeyTouches::put(std::int64_t at, What what, int finger, Place to) {
    MonkeyStep made;
    made.what = what;
    made.finger = finger;
    made.to = shares(to);
    made.at = at;
    waiting.emplace(at, std::move(made));
    touches += what == What::down ? 1 : 0;
    auto& free = freeAt[static_cast<std::size_t>(finger)];
    free = std::max(free, at + 1);
}

void MonkeyTouches::stroke(int finger, Place from, Place to, std::int64_t begins, int lasts) {
    put(begins, What::down, finger, from);
    for (int passed = betweenMoves; passed < lasts; passed += betweenMoves) {
        put(begins + passed, What::move, finger,
            {from.x + (to.x - from.x) * passed / lasts, from.y + (to.y - from.y) * passed / lasts});
    }
    put(begins + lasts, What::move, finger, to);
    put(begins + lasts, What::up, finger, to);
}

void MonkeyTouches::tap(int fingers) {
    for (const int finger : take(fingers)) {
        const Place at = place();
        const std::int64_t begins = clock + (fingers > 1 ? below(30) : 0);
        put(begins, What::down, finger, at);
        put(begins + between(20, 140), What::up, finger, at);
    }
}

void MonkeyTouches::nervousTaps() {
    const int finger = take(1).front();
    const Place at = place();
    std::int64_t when = clock;
    for (int count = between(2, 6); count > 0; --count) {
        put(when, What::down, finger, at);
        put(when + between(20, 60), What::up, finger, at);
        when += between(80, 200);
    }
}

void MonkeyTouches::drag(int shortest, int longest, bool across) {
    const int finger = take(1).front();
    const Place from = place();
    Place to = place();
    to.y = across ? std::clamp(from.y + between(-400, 400), 0, whole) : to.y;
    stroke(finger, from, to, clock, between(shortest, longest));
}

/// Fingers around a middle, from it or towards it, and turned while they go.
void MonkeyTouches::pinch() {
    const Place middle = place();
    const int lasts = between(150, 450);
    const int from = between(300, 2500);
    const int to = between(300, 2500);
    const int turn = below(4);
    const int first = below(16);
    const std::vector<int> fingers = take(below(3) == 0 ? between(3, 10) : 2);
    for (std::size_t i = 0; i < fingers.size(); ++i) {
        const auto around = [&](int radius, int turned) {
            const std::size_t spoke = static_cast<std::size_t>(first + turned) + i * 16 / fingers.size();
            const auto [x, y] = directions.at(spoke % 16);
            return Place{middle.x + radius * x / 1000, middle.y + radius * y / 1000};
        };
        stroke(fingers[i], around(from, 0), around(to, turn), clock + below(40), lasts);
    }
}

/// A finger that stays: a palm, a child that holds on.
void MonkeyTouches::remain() {
    const int finger = take(1).front();
    const Place at = place();
    put(clock, What::down, finger, at);
    put(clock + between(1000, 3000), What::up, finger, at);
}

void MonkeyTouches::tremble() {
    const int finger = take(1).front();
    const Place at = place();
    put(clock, What::down, finger, at);
    const int moves = between(3, 20);
    for (int move = 1; move <= moves; ++move) {
        put(clock + move * betweenMoves, What::move, finger, {at.x + between(-40, 40), at.y + between(-40, 40)});
    }
    put(clock + (moves + 1) * betweenMoves, What::up, finger, at);
}

void MonkeyTouches::press(const std::string& key, int thenWaits) {
    MonkeyStep made;
    made.what = What::key;
    made.key = key;
    made.at = clock;
    waiting.emplace(clock, std::move(made));
    clock += thenWaits;
}

void MonkeyTouches::touch(Place at, int thenWaits) {
    const int finger = take(1).front();
    put(clock, What::down, finger, at);
    put(clock + 50, What::up, finger, at);
    clock += thenWaits;
}

void MonkeyTouches::pressNext(int control) {
    for (int passed = 0; passed < control; ++passed) {
        press("tab", 30);
    }
    press("enter", 600);
}

/// What a reader does: to a theme, with its shelf as it stands or pushed to its end, to one of its cards, and through
/// all its pages; then to where a story's end leads, or on from a notice.
void MonkeyTouches::readOne(int number) {
    const int card = number / themes % cards;
    press("home", 250);
    pressNext(barControls + 1 + number % themes);
    for (int steps = card < cards / 2 ? 0 : 3; steps > 0; --steps) {
        touch({9600, 3400}, 130);
    }
    clock += 400; // a shelf that moves is caught, and opens nothing
    touch({4000, 500}, 700);
    touch({cardsStand.at(static_cast<std::size_t>(card % (cards / 2))), 6000}, 700);
    for (int times = 0; times < 2; ++times) {
        for (int page = 0; page < pages; ++page) {
            press("pagedown", 220);
        }
        touch({6300, 3430}, 600); // a story's end: an address to take home
        pressNext(barControls + 1);
    }
}

/// All fingers lift; or three of them are down when the cable is pulled. Then nothing, until the kiosk is new.
void MonkeyTouches::endVisit() {
    clock = std::max(clock, *std::max_element(freeAt.begin(), freeAt.end()));
    if (++visits % visitsEachPull == 0) {
        for (int finger = 0; finger < 3; ++finger) {
            put(clock, What::down, finger, place());
        }
        put(clock + 100, What::pull, 0, {});
        put(clock + 400, What::plug, 0, {});
        clock += 500;
    }
    MonkeyStep rest;
    rest.what = What::rest;
    rest.key = below(2) == 0 ? "home" : ""; // half of the visitors go back to the start before they walk away
    rest.at = clock;
    waiting.emplace(clock, std::move(rest));
    clock += 10;
    touches = 0;
    hasRead = false;
}

void MonkeyTouches::act() {
    const bool calm = touches < calmTouches;
    const int kind = below(100);
    if (visits < readers && !hasRead) {
        hasRead = true;
        for (int item = 0; item < themes * cards / readers; ++item) {
            readOne(read++);
        }
        touches = 0;
    } else if (touches >= visitTouches) {
        endVisit();
    } else if (kind < 30 || (calm && kind < 60)) {
        tap(1);
    } else if (kind < 42) {
        tap(between(2, 5));
    } else if (kind < 56) {
        drag(150, 450, false);
    } else if (kind < 72) {
        drag(60, 140, below(4) != 0);
    } else if (kind < 82) {
        pinch();
    } else if (kind < 90) {
        nervousTaps();
    } else if (kind < 91) {
        remain();
    } else if (kind < 94) {
        tremble();
    } else {
        press(keys.at(static_cast<std::size_t>(below(static_cast<int>(keys.size())))), 0);
    }
    clock += calm ? between(150, 600) : between(5, 55);
}

MonkeyStep MonkeyTouches::next() {
    // What begins later cannot come before what waits now.
    while (waiting.empty() || waiting.begin()->first >= clock) {
        act();
    }
    MonkeyStep first = std::move(waiting.begin()->second);
    waiting.erase(waiting.begin());
    return first;
}

} // namespace schacht::tests
