/// The service menu over the real kiosk: by two corners or by keys, with its PIN.
#include "kiosk/configuration/pin.hpp"
#include "tests/journeys/kiosk.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;

namespace {

/// A kiosk whose PIN is 2718, in the hands of staff.
struct Attended {
    TemporaryFolder folder;
    std::filesystem::path log = folder / "kiosk.log";
    std::filesystem::path recording = folder / "visit";
    std::optional<Kiosk> kiosk;

    explicit Attended(const std::string& start = "home") {
        std::ofstream(folder / "kiosk.json") << R"({"pin": ")" + kiosk::keptPin("2718").value() + "\"}";
        kiosk.emplace(Kiosk::start(1920, 1080,
                                   {"--config", (folder / "kiosk.json").string(), "--start", start, "--language", "nl",
                                    "--log", log.string(), "--record", recording.string()}));
    }
    Kiosk* operator->() { return &*kiosk; }

    /// Where the menu has a control of that name, once it has.
    [[nodiscard]] base::Point where(const std::string& control) {
        INFO(control);
        std::optional<nlohmann::json> controls;
        REQUIRE(comes(
            [&] {
                controls = kiosk->program.trace().lastSince("service-targets", "service");
                return controls && controls->contains(control + ".x");
            },
            patience));
        return {(*controls)[control + ".x"].get<float>(), (*controls)[control + ".y"].get<float>()};
    }
    void tap(const std::string& control) { kiosk->screen.tap(where(control)); }
    void goesTo(const std::string& page) {
        INFO(page);
        REQUIRE(kiosk->program.trace().next(eventWith("service", "page", page), patience));
    }
    void serviceKey() {
        kiosk->screen.hold("ctrl");
        kiosk->screen.hold("shift");
        kiosk->screen.key("s");
        kiosk->screen.release("shift");
        kiosk->screen.release("ctrl");
    }
    void askByKeys() {
        serviceKey();
        goesTo("pin");
    }
    /// How often the log says that.
    [[nodiscard]] std::size_t logged(const std::string& words) const { return timesIn(log, words); }
    /// How many parts the recording has.
    [[nodiscard]] std::size_t parts() const { return timesIn(recording, "{\"recording\":1,"); }
    static std::size_t timesIn(const std::filesystem::path& file, const std::string& words) {
        const std::string lines = readFile(file);
        std::size_t count = 0;
        for (auto at = lines.find(words); at != std::string::npos; at = lines.find(words, at + 1)) {
            ++count;
        }
        return count;
    }
    void type(const std::string& digits) {
        for (const char digit : digits) {
            kiosk->screen.key(std::string(1, digit));
        }
        kiosk->screen.key("enter");
    }
    void open() {
        askByKeys();
        type("2718");
        goesTo("menu");
    }
    [[nodiscard]] std::size_t moment() { return kiosk->program.trace().events().size(); }
    /// How often the visit under the menu has felt a finger since that moment.
    [[nodiscard]] auto visitorFelt(std::size_t since) {
        const auto& all = kiosk->program.trace().events();
        return std::count_if(all.begin() + static_cast<std::ptrdiff_t>(since), all.end(), [](const auto& event) {
            return event["event"] == "intent" &&
                   (event["name"] == "GlassTouched" || event["name"] == "PressedOn" || event["name"] == "Begin");
        });
    }
    /// Whether the PIN opens it within so many seconds.
    [[nodiscard]] bool opens(base::Seconds within) {
        type("2718");
        return kiosk->program.trace().next(eventWith("service", "page", "menu"), within).has_value();
    }
};

/// The highest sample on each side of a WAV file of 16 bits.
std::array<int, 2> peaksOf(const std::filesystem::path& file) {
    const std::string bytes = readFile(file);
    std::array<int, 2> peaks{};
    constexpr std::size_t header = 44;
    for (std::size_t at = header; at + 4 <= bytes.size(); at += 4) {
        for (std::size_t side = 0; side < 2; ++side) {
            const auto low = static_cast<unsigned char>(bytes[at + 2 * side]);
            const auto high = static_cast<signed char>(bytes[at + 2 * side + 1]);
            peaks[side] = std::max(peaks[side], std::abs(high * 256 + low));
        }
    }
    return peaks;
}

} // namespace

TEST_CASE("two corners held and a PIN under the finger open the menu, and its button leads back to the visitor",
          "[display]") {
    Attended staff("first-ice-then-coal");
    staff->screen.down(0, staff->at(.005F, .99F));
    staff->screen.down(1, staff->at(.995F, .99F));
    staff.goesTo("pin");
    staff->screen.up(0);
    staff->screen.up(1);
    for (const char* key : {"digit:2", "digit:7", "digit:1", "digit:8", "pin.enter"}) {
        staff.tap(key);
    }
    staff.goesTo("menu");
    const base::Point back = staff.where("back");
    CHECK_THAT(readFile(staff.log), ContainsSubstring(" info service The service menu was opened."));
    const auto opened = staff.moment();
    staff->screen.tap(staff->at(.2F, .5F)); // the dimmed kiosk behind it
    staff->screen.tap(staff->at(.05F, .96F));
    staff->screen.tap(back);
    staff.goesTo("closed");
    CHECK(staff.visitorFelt(opened) == 0);
    staff->tap("screen:attract"); // the visit before it was over
    staff->arrives("home");
}

TEST_CASE("a wrong PIN opens nothing, and after the third one the right one has to wait", "[display]") {
    Attended staff;
    staff.askByKeys();
    for (int i = 0; i < 3; ++i) {
        staff.type("1234");
    }
    CHECK(comes([&] { return staff.logged("A wrong PIN was typed.") == 3; }));
    CHECK_FALSE(staff.opens(2));
    CHECK(comes([&] { return staff.opens(0.5); })); // five seconds after the third
}

TEST_CASE("a kiosk without a PIN has no menu", "[display]") {
    auto kiosk = Kiosk::start(1920, 1080, {"--start", "home"});
    kiosk.screen.down(0, kiosk.at(.005F, .01F));
    kiosk.screen.down(1, kiosk.at(.995F, .01F));
    pause(4); // longer than corners are held
    kiosk.screen.up(0);
    kiosk.screen.up(1);
    CHECK(kiosk.program.trace().count("service") == 0);
    CHECK(kiosk.program.running());
}

TEST_CASE("staff choose the language that a visit begins in, have the pack read again, and show another", "[display]") {
    Attended staff;
    staff.open();
    staff.tap("tab.content");
    staff.tap("language:en");
    staff.tap("reload");
    REQUIRE(staff->program.trace().next("first-frame", patience));
    CHECK_THAT(readFile(staff.log), ContainsSubstring("/tests/journeys/packs/museum is read."));
    staff->tap("column:mines");
    CHECK(staff->program.trace().next(eventWith("screen", "language", "en"), patience));
    staff.open();
    staff.tap("tab.content");
    staff.tap("pack:village");
    REQUIRE(staff->program.trace().next("first-frame", patience));
    CHECK_THAT(readFile(staff.log), ContainsSubstring(", pack village ("));
    CHECK(staff.parts() == 3);
    CHECK(staff->program.running());
}

TEST_CASE("each side of the loudspeakers is tested on its own", "[display]") {
    Attended staff;
    staff.open();
    staff.tap("tab.sound");
    const auto [button, loud, quiet] =
        GENERATE(table<std::string, std::size_t, std::size_t>({{"sound.left", 0, 1}, {"sound.right", 1, 0}}));
    staff.tap(button);
    CHECK(comes([&] { return staff->soundBytes() > 170'000; }));
    const auto peaks = peaksOf(staff->folder / "sound.wav");
    CHECK(peaks[loud] > 500);
    CHECK(peaks[quiet] == 0);
}

TEST_CASE("the touch test, the picture test and cleaning lead where they should, and a cleaned glass feels nothing",
          "[display]") {
    Attended staff;
    staff.open();
    staff.tap("tab.screen");
    staff.tap("screen.fingers");
    staff.goesTo("fingers");
    const sf::Image before = staff->screen.picture();
    for (int finger = 0; finger < 10; ++finger) {
        staff->screen.down(finger, staff->at(.06F + .09F * static_cast<float>(finger), .5F));
    }
    CHECK(comes([&] { // a ring of 14 mm around each
        const sf::Image during = staff->screen.picture();
        std::size_t rings = 0;
        for (unsigned finger = 0; finger < 10; ++finger) {
            const auto x = static_cast<unsigned>((.06 + .09 * finger) * 1920);
            bool lit = false;
            for (unsigned y = 490; y < 520; ++y) {
                lit = lit || (during.getPixel(x + 12, y).r > 200 && before.getPixel(x + 12, y).r < 50);
            }
            rings += lit ? 1 : 0;
        }
        return rings == 10;
    }));
    for (int finger = 0; finger < 10; ++finger) {
        staff->screen.up(finger);
    }
    staff.tap("done");
    staff.goesTo("menu");
    staff.tap("screen.picture");
    staff.goesTo("pictures");
    const auto touchAnywhere = [&] { staff->screen.tap(staff->at(.3F, .3F)); };
    touchAnywhere();
    touchAnywhere();
    CHECK(comes([&] { return staff->screen.picture().getPixel(1900, 20) == sf::Color::Red; }));
    for (int rest = 0; rest < 6; ++rest) {
        touchAnywhere();
    }
    staff.goesTo("menu");
    staff.tap("screen.clean");
    staff.goesTo("cleaning");
    const auto began = staff.moment();
    for (int wipe = 0; wipe < 3; ++wipe) {
        staff->screen.drag(staff->at(.1F, .2F), staff->at(.9F, .8F), 0.5);
    }
    staff->screen.key("esc");
    staff.goesTo("closed");
    CHECK(staff.visitorFelt(began) == 0);
}

TEST_CASE("staff restart the kiosk, and close it, each after they were asked whether they mean it", "[display]") {
    Attended staff;
    const int pid = staff->program.pid();
    staff.open();
    staff.tap("restart");
    const base::Point yes = staff.where("yes");
    CHECK(staff.logged(" info start ") == 1);
    staff->screen.tap(yes);
    REQUIRE(comes([&] { return staff.logged(" info start ") == 2; }));
    CHECK(staff->program.pid() == pid);
    REQUIRE(staff->program.trace().next("first-frame", patience));
    staff.open();
    staff.tap("quit");
    staff.tap("yes");
    CHECK(staff->program.exitStatus(20) == 0);
    CHECK(staff.logged("The kiosk is closed.") == 1);
    CHECK(staff.parts() == 2);
}
