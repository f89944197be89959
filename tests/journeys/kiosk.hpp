#pragma once
#include "tests/catch.hpp"
#include "tests/journeys/comes.hpp"
#include "tests/journeys/program.hpp"
#include "tests/temporary_folder.hpp"

#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace schacht::tests {

constexpr base::Seconds patience = 30; // this machine may be busy; a journey asserts order, not speed

inline void pause(base::Seconds seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// The program on the Limburg pack, on a screen with touch.
struct Kiosk {
    TemporaryFolder folder; ///< its sound is recorded here
    Touchscreen screen;
    Program program;

    Kiosk(TemporaryFolder theFolder, Touchscreen theScreen, Program theProgram)
        : folder(std::move(theFolder)), screen(std::move(theScreen)), program(std::move(theProgram)) {}

    static Kiosk start(int width, int height, const std::vector<std::string>& more,
                       const std::map<std::string, std::string>& environment = {}) {
        TemporaryFolder folder;
        const std::string sound = (folder / "sound.wav").string();
        return begin(std::move(folder), width, height, {"--record-sound", sound}, more, environment);
    }
    /// The same, but it sounds where the machine does.
    static Kiosk startSounding(int width, int height, const std::vector<std::string>& more) {
        return begin(TemporaryFolder(), width, height, {}, more, {});
    }
    /// Fractions of the screen.
    [[nodiscard]] base::Point at(float x, float y) const {
        return {x * static_cast<float>(screen.width()), y * static_cast<float>(screen.height())};
    }
    /// The next screen of that name; then its transition is given time to be half there.
    void arrives(const std::string& name) {
        INFO(name);
        REQUIRE(program.trace().next(eventWith("screen", "name", name), patience));
        pause(0.6);
    }
    void turnsTo(int page) {
        INFO(page);
        REQUIRE(program.trace().next(eventWith("screen", "page", page), patience));
        pause(0.6);
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
    [[nodiscard]] std::uintmax_t soundBytes() const {
        const auto file = folder / "sound.wav";
        return std::filesystem::exists(file) ? std::filesystem::file_size(file) : 0;
    }

private:
    static Kiosk begin(TemporaryFolder folder, int width, int height, const std::vector<std::string>& first,
                       const std::vector<std::string>& more, const std::map<std::string, std::string>& environment) {
        auto screen = Touchscreen::start(width, height);
        REQUIRE(screen);
        std::vector<std::string> arguments{"run", SCHACHT_SOURCE_FOLDER "/content/limburg"};
        arguments.insert(arguments.end(), first.begin(), first.end());
        arguments.insert(arguments.end(), more.begin(), more.end());
        auto program = Program::run(*screen, SCHACHT_PROGRAM, std::move(arguments), environment);
        REQUIRE(program);
        Kiosk kiosk(std::move(folder), std::move(*screen), std::move(*program));
        REQUIRE(kiosk.program.trace().next("first-frame", 60));
        return kiosk;
    }
};

} // namespace schacht::tests
