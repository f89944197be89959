/// What of a mounted screen can be reached.
#include "kiosk/commands/config.hpp"
#include "kiosk/configuration/mount.hpp"
#include "kiosk/production/production.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <sstream>

using namespace schacht;
using namespace schacht::kiosk;

namespace {

constexpr double inches = 32;

std::string told(double mount, double width, double height) {
    std::ostringstream out;
    describeReach(reachFrom(mount, inches, width, height), out);
    return out.str();
}

bool says(const std::string& all, const std::string& part) {
    return all.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("the height of the glass comes from its diagonal and its shape") {
    const Reach flat = reachFrom(800, inches, 16, 9);
    CHECK(flat.glass.length() == Approx(398.5).margin(.1));
    CHECK(flat.often.to == Approx(800 + .6 * 398.5).margin(.1));
    CHECK(flat.lowReach.to == Approx(800 + .4 * 398.5).margin(.1));
    const Reach upright = reachFrom(800, inches, 9, 16);
    CHECK(upright.glass.length() == Approx(708.4).margin(.1));
    CHECK(upright.often.to == Approx(800 + .5 * 708.4).margin(.1));
}

TEST_CASE("what can be reached of the glass lies between 380 and 1,220 mm") {
    const Reach high = reachFrom(1000, inches, 16, 9);
    CHECK(high.within.from == 1000);
    CHECK(high.within.to == 1220);
    const Reach low = reachFrom(200, inches, 9, 16);
    CHECK(low.within.from == 380);
    CHECK(low.within.to == Approx(908.4).margin(.1));
    CHECK(reachFrom(1300, inches, 16, 9).within.length() == 0);
}

TEST_CASE("a kiosk begins in low reach where its ordinary buttons end over 1,220 mm") {
    CHECK_FALSE(reachFrom(980, inches, 16, 9).beginsLow());
    CHECK(reachFrom(982, inches, 16, 9).beginsLow());
    CHECK_FALSE(reachFrom(865, inches, 9, 16).beginsLow());
    CHECK(reachFrom(867, inches, 9, 16).beginsLow());
    RunOptions options;
    options.configuration.mount = 1000;
    CHECK(accessOn(options, 1920, 1080, 32).lowReach);
    CHECK_FALSE(accessOn(options, 1920, 1080, 24).lowReach); // a smaller glass ends lower
    options.configuration.mount = -1;
    CHECK_FALSE(accessOn(options, 1920, 1080, 32).lowReach);
    options.configuration.access.lowReach = true;
    CHECK(accessOn(options, 1920, 1080, 32).lowReach);
}

TEST_CASE("what to do is said where something is out of reach") {
    CHECK(says(told(900, 16, 9), "What is needed often can be reached by everyone."));
    const std::string high = told(1000, 16, 9);
    CHECK(says(high, "every visit begins in low reach"));
    CHECK(says(high, "Hang the screen 20 mm lower"));
    CHECK_FALSE(says(high, "Even low reach"));
    CHECK(says(told(1100, 16, 9), "Even low reach ends 39 mm too high. Hang the screen at least 40 mm lower"));
    CHECK(says(told(300, 9, 16), "The lowest 80 mm are too low"));
}

TEST_CASE("the drawing has the glass, the floor and the two lines of reach") {
    const std::string drawing = told(900, 16, 9);
    for (const char* part : {"1298", "1220", "900", "380", "floor", "upper edge", "lower edge", "low reach ends"}) {
        INFO(part << "\n" << drawing);
        CHECK(says(drawing, part));
    }
    // the line at 1,220 mm crosses the glass, the one at 380 mm does not
    CHECK(says(drawing, "- |------------------------| -"));
    CHECK(says(drawing, "380 - - - "));
}

TEST_CASE("config prints the reach of a mount, both ways the screen may stand") {
    const tests::TemporaryFolder folder;
    const auto path = folder / "kiosk.json";
    std::ofstream(path) << R"({"mount": 950, "diagonal": 43, "access": {"leftHand": true}})";
    std::ostringstream out;
    std::ostringstream error;
    CHECK(config(path, {}, out, error) == 0);
    CHECK(says(out.str(), "mount: 950 millimetres (" + path.string() + ", line 1)"));
    CHECK(says(out.str(), "of 43 inches"));
    CHECK(says(out.str(), "  landscape: the glass stands from 950"));
    CHECK(says(out.str(), "  upright: the glass stands from 950"));
    CHECK(says(out.str(), "access.leftHand: yes"));
    CHECK(says(out.str(), "access.lowReach: no"));
    std::ofstream(path) << R"({"mount": -5})";
    CHECK(config(path, {}, out, error) == 1);
}
