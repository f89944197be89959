#pragma once
#include "engine/scene/node.hpp"
#include "tests/catch.hpp"
#include "tests/journeys/comes.hpp"
#include "tests/journeys/program.hpp"
#include "tests/temporary_folder.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace schacht::tests {

constexpr base::Seconds patience = 30; // this machine may be busy; a journey asserts order, not speed

/// For what is about how long something lasts: a finger that lies, a picture that stands still. Whatever should happen
/// is waited for.
inline void pause(base::Seconds seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// What happened in a journey happens again from its recording, to the last scene.
inline void happensAgain(const Rerun& rerun) {
    INFO("run again: " << rerun.told);
    CHECK(rerun.status == (rerun.packChanged ? 2 : 0));
}

/// The program, recorded. arguments: a command, and the pack.
inline base::Result<Program> runRecorded(const Touchscreen& screen, std::vector<std::string> arguments,
                                         std::map<std::string, std::string> environment = {}) {
    return Program::run(screen, SCHACHT_PROGRAM, std::move(arguments), std::move(environment), happensAgain);
}

/// The pack that journeys visit; it never changes.
constexpr const char* journeysPack = SCHACHT_SOURCE_FOLDER "/tests/journeys/packs/museum";

/// The program on a screen with touch. Things are touched by their names, where the trace says that they are.
struct Kiosk {
    TemporaryFolder folder; ///< its sound is recorded here
    Touchscreen screen;
    Program program;

    Kiosk(TemporaryFolder theFolder, Touchscreen theScreen, Program theProgram)
        : folder(std::move(theFolder)), screen(std::move(theScreen)), program(std::move(theProgram)) {}

    static Kiosk start(int width, int height, const std::vector<std::string>& more,
                       const std::map<std::string, std::string>& environment = {}) {
        TemporaryFolder folder;
        std::vector<std::string> words{"run", journeysPack, "--record-sound", (folder / "sound.wav").string()};
        words.insert(words.end(), more.begin(), more.end());
        return run(width, height, std::move(words), environment, std::move(folder));
    }
    /// The same, but it sounds where the machine does.
    static Kiosk startSounding(int width, int height, const std::vector<std::string>& more) {
        std::vector<std::string> words{"run", journeysPack};
        words.insert(words.end(), more.begin(), more.end());
        return run(width, height, std::move(words));
    }
    /// The program with these words, once its first frame is on the screen.
    static Kiosk run(int width, int height, std::vector<std::string> words,
                     const std::map<std::string, std::string>& environment = {}, TemporaryFolder folder = {}) {
        auto screen = Touchscreen::start(width, height);
        REQUIRE(screen);
        auto program = runRecorded(*screen, std::move(words), environment);
        REQUIRE(program);
        Kiosk kiosk(std::move(folder), std::move(*screen), std::move(*program));
        REQUIRE(kiosk.program.trace().next("first-frame", 60));
        return kiosk;
    }
    /// Fractions of the screen.
    [[nodiscard]] base::Point at(float x, float y) const {
        return {x * static_cast<float>(screen.width()), y * static_cast<float>(screen.height())};
    }
    /// What a finger can touch on the screen that came last is in its place.
    void rests() {
        CHECK(comes([&] { return program.trace().lastSince("targets", "screen").has_value(); }, patience));
    }
    /// Nothing has moved for a while, and nothing more is to be drawn.
    void settles() { REQUIRE(program.trace().next("memory", patience)); }
    /// Whether the node of this id can be touched now.
    bool shows(const std::string& node) { return placeNow(node).has_value(); }
    /// Where a finger meets the node of this id, in pixels, once it is in its place.
    base::Point where(const std::string& node) {
        INFO(node);
        REQUIRE(comes([&] { return shows(node); }, patience));
        return *placeNow(node);
    }
    void tap(const std::string& node) { screen.tap(where(node)); }
    /// The next screen of that name, in its place.
    void arrives(const std::string& name) {
        INFO(name);
        REQUIRE(program.trace().next(eventWith("screen", "name", name), patience));
        rests();
    }
    void turnsTo(int page) {
        INFO(page);
        REQUIRE(program.trace().next(eventWith("screen", "page", page), patience));
        rests();
    }
    /// The next intent of that name.
    void intends(const std::string& name) {
        INFO(name);
        REQUIRE(program.trace().next(eventWith("intent", "name", name), patience));
    }
    /// The next report of the player in that phase.
    nlohmann::json media(const std::string& phase) {
        INFO(phase);
        const auto found = program.trace().next(eventWith("media", "phase", phase), patience);
        REQUIRE(found);
        return *found;
    }
    /// The next report of the player at that moment or after it.
    nlohmann::json playsTo(base::Seconds moment) {
        INFO(moment);
        const auto found = program.trace().next(
            [&](const nlohmann::json& event) {
                return event["event"] == "media" && event["phase"] == "playing" && event["position"] >= moment;
            },
            patience);
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] std::uintmax_t soundBytes() const {
        const auto file = folder / "sound.wav";
        return std::filesystem::exists(file) ? std::filesystem::file_size(file) : 0;
    }

private:
    std::optional<base::Point> placeNow(const std::string& node) {
        const auto targets = program.trace().lastSince("targets", "screen");
        for (const auto& each : targets ? (*targets)["nodes"] : nlohmann::json::array()) {
            if (each["id"].get<scene::NodeId>() == scene::nodeId(node)) {
                return base::Point{each["x"].get<float>(), each["y"].get<float>()};
            }
        }
        return std::nullopt;
    }
};

} // namespace schacht::tests
