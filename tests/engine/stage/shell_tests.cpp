/// What several fingers do between two frames, from a real touchscreen through the shell.
#include "engine/stage/shell.hpp"

#include "engine/base/clock.hpp"
#include "tests/catch.hpp"
#include "tests/engine/graphics/test_window.hpp"
#include "tests/journeys/comes.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace schacht;
using namespace schacht::stage;

namespace {

constexpr float side = 100; // of a lamp, in pixels
constexpr base::Point left{50, 50};
constexpr base::Point right{590, 50};
constexpr base::Point shelf{300, 400};

/// Two doors that lead to rooms of their own, and in every room two switches and a shelf that can be drawn.
class Rooms final : public Performance {
public:
    std::vector<Effect> happen(const Happening& happening) override {
        if (const auto* gesture = std::get_if<input::Gesture>(&happening)) {
            std::visit([this](const auto& one) { feel(one); }, *gesture);
        } else if (std::holds_alternative<input::Key>(happening)) {
            heard.emplace_back("key");
        }
        return {};
    }
    scene::Scene show(const stage::Screen& screen, text::Typesetter&, base::Seconds) override {
        heard.emplace_back("shown");
        scene::Scene scene;
        scene.size = screen.size;
        scene.root.box = {0, 0, screen.size.width, screen.size.height};
        const float mm = 1 / screen.pixelsPerMillimetre;
        const auto put = [&](const std::string& id, base::Point at) -> scene::Node& {
            scene::Node node;
            node.id = scene::nodeId(id);
            node.box = {(at.x - side / 2) * mm, (at.y - side / 2) * mm, side * mm, side * mm};
            return scene.root.children.emplace_back(std::move(node));
        };
        const auto touch = [&](const std::string& id, base::Point at) {
            scene::Touch way;
            way.early = true;
            put(id, at).touch = way;
        };
        if (room == "hall") {
            touch("left door", left);
            touch("right door", right);
        } else {
            touch("way back", right);
        }
        touch("switch", {320, 50});
        touch("other switch", {320, 240});
        put("shelf", shelf).surface = scene::TouchSurface{};
        return scene;
    }
    [[nodiscard]] bool moving(base::Seconds) const override { return false; }
    [[nodiscard]] std::optional<base::Seconds> due() const override {
        if (asked) {
            asked();
        }
        return std::nullopt;
    }
    [[nodiscard]] std::string place() const override { return room; }

    /// What was heard, without what was shown.
    [[nodiscard]] std::vector<std::string> acts() const {
        auto all = heard;
        std::erase(all, "shown");
        return all;
    }

    std::function<void()>
        asked; ///< called each time that the loop asks when it is to wake, the last time before it sleeps
    std::string room = "hall";
    std::vector<std::string> heard;
    std::size_t touched = 0;
    std::size_t lifted = 0; ///< of what was pressed

private:
    void feel(const input::Tapped& tap) {
        ++lifted;
        for (const std::string door : {"left door", "right door", "way back", "switch", "other switch"}) {
            if (tap.target == scene::nodeId(door)) {
                heard.push_back(door);
                room = door == "way back" ? "hall" : door.ends_with("door") ? "room behind the " + door : room;
            }
        }
    }
    void feel(const input::Touched&) { ++touched; }
    void feel(const input::Released&) { ++lifted; }
    void feel(const input::Dragged&) { heard.emplace_back("drawn in the " + room); }
    void feel(const input::DragEnded& end) { heard.emplace_back(end.cancelled ? "drag cancelled" : "drag ended"); }
    void feel(const auto&) {}
};

/// A window with the rooms, on the screen that the tests of this program share.
struct House {
    tests::TemporaryFolder folder;
    Rooms rooms;
    tests::Touchscreen screen;
    std::unique_ptr<Shell> shell;

    explicit House(base::EndSignals* ends = nullptr) : screen(started()) {
        setenv("DISPLAY", screen.display().c_str(), 1);
        ShellOptions options;
        options.pack = options.icons = options.sounds = folder.path();
        options.cache.folder = folder / "cache";
        options.renderer = graphics::Renderer::processor;
        options.ends = ends;
        options.trace = folder / "trace";
        auto opened = Shell::open(options);
        REQUIRE(opened);
        shell = std::move(*opened);
        shell->settle(rooms, patience);
        CHECK(shell->unsettled(rooms).empty());
        rest();
    }
    static constexpr base::Seconds patience = 30;
    static tests::Touchscreen started() {
        auto screen = tests::Touchscreen::start(640, 480);
        REQUIRE(screen);
        return std::move(*screen);
    }
    /// Lets the shell work until it has heard what is on its way.
    void until(const std::function<bool()>& heard) {
        const base::Seconds end = base::now() + patience;
        while (!heard() && base::now() < end) {
            shell->settle(rooms, patience);
        }
        CHECK(heard());
        shell->settle(rooms, patience);
        rest();
    }
    /// What comes next comes after what is on the window now, also as the X server counts: whole milliseconds.
    static void rest() { std::this_thread::sleep_for(std::chrono::milliseconds(10)); }
    void layFingers(const std::vector<base::Point>& places) {
        const std::size_t before = rooms.touched;
        for (std::size_t finger = 0; finger < places.size(); ++finger) {
            screen.down(static_cast<int>(finger), places[finger]);
        }
        until([&] { return rooms.touched == before + places.size(); });
        rooms.heard.clear();
    }
};

using Acts = std::vector<std::string>;

} // namespace

TEST_CASE("of two fingers on two doors that are lifted between two frames, the first one's opens alone", "[display]") {
    House house;
    for (const int leader : {0, 1}) {
        house.layFingers({left, right});
        house.screen.up(leader);
        house.screen.up(1 - leader);
        house.until([&] { return house.rooms.lifted >= 2; });
        CHECK(house.rooms.acts() == Acts{leader == 0 ? "left door" : "right door"});
        house.rooms = Rooms();
        house.until([] { return true; });
    }
}

TEST_CASE("what stays on the screen is pressed by the second finger too, and it meets what the first one left",
          "[display]") {
    House house;
    house.layFingers({{320, 50}, {320, 240}});
    house.screen.up(0);
    house.screen.up(1);
    house.until([&] { return house.rooms.lifted == 2; });
    CHECK(house.rooms.acts() == Acts{"switch", "other switch"});
    const auto& heard = house.rooms.heard;
    const auto second = std::find(heard.begin(), heard.end(), "other switch");
    REQUIRE(second != heard.begin());
    CHECK(*std::prev(second) == "shown");
}

TEST_CASE("a finger that comes before the new screen could be seen presses nothing on it", "[display]") {
    House house;
    house.layFingers({left});
    house.screen.up(0);
    house.screen.down(1, right); // where the way back will be
    house.screen.up(1);
    house.until([&] { return house.rooms.touched == 2 && house.rooms.lifted >= 1; });
    CHECK(house.rooms.acts() == Acts{"left door"});
    house.layFingers({right});
    house.screen.up(0);
    house.until([&] { return house.rooms.room == "hall"; });
}

TEST_CASE("what a finger draws on a screen that another one left, it does not draw on the next", "[display]") {
    House house;
    house.layFingers({left, shelf});
    house.screen.move(1, {260, 400});
    house.until([&] { return !house.rooms.heard.empty() && house.rooms.acts().size() == 1; });
    house.rooms.heard.clear();
    house.screen.up(0);
    house.screen.move(1, {200, 400});
    house.screen.up(1);
    house.until([&] { return house.rooms.acts().size() >= 2; });
    CHECK(house.rooms.acts() == Acts{"left door", "drag cancelled"});
}

TEST_CASE("a key meets what the finger before it left of the screen, and none is lost", "[display]") {
    House house;
    house.layFingers({left});
    house.screen.up(0);
    house.screen.key("enter");
    house.until([&] { return house.rooms.acts().size() == 2; });
    CHECK(house.rooms.acts() == Acts{"left door", "key"});
    const auto& heard = house.rooms.heard;
    const auto door = std::ranges::find(heard, "left door");
    CHECK(std::find(door, heard.end(), "shown") < std::find(door, heard.end(), "key"));
}

TEST_CASE("a signal that asks the program to end wakes a loop that is about to sleep until something comes",
          "[display]") {
    for (const int signal : {SIGTERM, SIGINT}) {
        INFO(signal);
        base::EndSignals ends;
        House house(&ends);
        const auto rests = [&house] {
            const std::string trace = tests::readFile(house.folder / "trace");
            std::size_t count = 0;
            for (auto at = trace.find("\"memory\""); at != std::string::npos; at = trace.find("\"memory\"", at + 1)) {
                ++count;
            }
            return count;
        };
        const std::size_t before = rests();
        bool raised = false;
        house.rooms.asked = [&] {
            // the loop has just given back what movement needed, and looked for news: only what comes wakes it now
            if (!raised && rests() > before) {
                raised = true;
                raise(signal);
            }
        };
        std::atomic<bool> ended = false;
        std::atomic<bool> slept = false;
        std::thread rescue([&] {
            slept = !tests::comes([&] { return ended.load(); }, House::patience);
            house.shell->nudge();
        });
        house.shell->nudge(); // a frame, and then rest
        house.shell->run(house.rooms);
        ended = true;
        rescue.join();
        CHECK(raised);
        CHECK_FALSE(slept);
    }
}
