#include "tests/journeys/kiosk.hpp"
#include "tests/journeys/monkey/monkey.hpp"

#include <csignal>
#include <iostream>

using namespace schacht;
using namespace schacht::tests;

namespace {

std::string played(std::uint64_t seed, int steps) {
    MonkeyTouches touches(seed);
    std::string all;
    for (int i = 0; i < steps; ++i) {
        const MonkeyStep step = touches.next();
        all += std::to_string(step.at) + " " + std::to_string(static_cast<int>(step.what)) + " " +
               std::to_string(step.finger) + " " + std::to_string(static_cast<int>(step.to.x * 10'000)) + " " +
               step.key + "\n";
    }
    return all;
}

} // namespace

TEST_CASE("a seed plays the same touches every time, and another seed plays others") {
    CHECK(played(7, 5000) == played(7, 5000));
    CHECK(played(7, 5000) != played(8, 5000));
}

TEST_CASE("a monkey's fingers come down, move and leave in that order, ten at most, and all of them before a rest") {
    using What = MonkeyStep::What;
    MonkeyTouches touches(3);
    std::set<int> down;
    std::size_t most = 0;
    std::size_t wrong = 0;
    std::int64_t last = 0;
    bool pulled = false;
    for (int i = 0; i < 50'000; ++i) {
        const MonkeyStep step = touches.next();
        wrong += step.at < last ? 1 : 0;
        last = step.at;
        switch (step.what) {
        case What::down:
            wrong += down.insert(step.finger).second && step.finger < 10 && !pulled ? 0 : 1;
            break;
        case What::move:
            wrong += down.contains(step.finger) ? 0 : 1;
            break;
        case What::up:
            wrong += down.erase(step.finger) == 1 ? 0 : 1;
            break;
        case What::pull:
            pulled = true;
            down.clear();
            break;
        case What::plug:
            pulled = false;
            break;
        case What::rest:
            wrong += down.empty() && !pulled ? 0 : 1;
            break;
        case What::key:
            break;
        }
        most = std::max(most, down.size());
    }
    CHECK(wrong == 0);
    CHECK(most == 10);
}

TEST_CASE("an answer is the first frame after the kiosk heard of a touch, or that there is nothing to draw") {
    Answers answers;
    answers.sent(1.0, 1.001, {100, 200});
    answers.sent(1.1, 1.101, {300, 400});
    answers.sent(1.2, 1.201, {500, 600});
    const auto contact = [&](double t, float x, float y) {
        answers.read({{"t", t}, {"event", "contact"}, {"phase", "began"}, {"x", x}, {"y", y}});
    };
    answers.read({{"t", 1.0}, {"event", "frame"}}); // of something else
    contact(1.01, 100.4F, 199.8F);
    answers.read({{"t", 1.02}, {"event", "wake"}});
    answers.read({{"t", 1.05}, {"event", "frame"}});
    contact(1.11, 300, 400);
    answers.read({{"t", 1.15}, {"event", "wake"}}); // looks like the last one
    CHECK(answers.waitingSince() == 1.2);
    contact(1.21, 500, 600);
    answers.read({{"t", 1.3}, {"event", "wake"}});
    answers.end();
    REQUIRE(answers.all().size() == 3);
    CHECK(answers.all()[0].answered == 1.05);
    CHECK(answers.all()[1].answered == 1.15);
    CHECK(answers.all()[2].answered == 1.3);
    CHECK(answers.lost() == 0);
    CHECK_FALSE(answers.waitingSince());
}

TEST_CASE("a touch that the kiosk does not hear of is missed when it hears of a later one") {
    Answers answers;
    answers.sent(1.0, 1.001, {100, 200});
    answers.sent(1.1, 1.101, {300, 400});
    answers.read({{"t", 1.2}, {"event", "contact"}, {"phase", "began"}, {"x", 300}, {"y", 400}});
    CHECK(answers.lost() == 1);
}

TEST_CASE("a monkey plays three hundred touches, and the kiosk answers every one", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--idle", "2", "--answer", "1"});
    MonkeyOptions options;
    options.touches = 300;
    options.readers = false;
    const MonkeyFigures figures = Monkey(kiosk.screen, kiosk.program, options).play();
    CHECK(figures.stopped.empty());
    CHECK(figures.lost == 0);
    CHECK(figures.touches >= 300);
    CHECK(figures.answers.size() == figures.touches);
    CHECK(figures.screens.size() > 1); // it gets somewhere
    kiosk.program.signal(SIGTERM);
    CHECK(kiosk.program.exitStatus(patience) == 0);
}
