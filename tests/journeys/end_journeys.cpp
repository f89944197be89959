/// The program is asked to end (SIGTERM, Ctrl+C), whatever it does just then.
#include "tests/journeys/kiosk.hpp"

#include <csignal>
#include <fstream>

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

namespace {

/// The signals that a thread of a program holds back, as a set of bits (proc(5), SigBlk).
std::uint64_t heldBack(const fs::path& thread) {
    std::ifstream status(thread / "status");
    for (std::string word; status >> word;) {
        if (word == "SigBlk:") {
            status >> word;
            return std::stoull(word, nullptr, 16);
        }
    }
    return 0;
}

constexpr std::uint64_t endings = (1U << (SIGTERM - 1U)) | (1U << (SIGINT - 1U));

Program started(const Touchscreen& screen, std::vector<std::string> words) {
    words.insert(words.begin() + 1, SCHACHT_SOURCE_FOLDER "/content/village");
    auto program = Program::run(screen, SCHACHT_PROGRAM, std::move(words));
    REQUIRE(program);
    return std::move(*program);
}

bool hasEnded(std::optional<int> status, int signal) {
    return status == 0 || status == 128 + signal;
}

} // namespace

TEST_CASE("a kiosk that is asked to end at any moment ends", "[display]") {
    constexpr int starts = 16;
    constexpr base::Seconds apart = 0.03; // until its first frame is shown, and a little longer
    auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    for (int i = 0; i < starts; ++i) {
        const int signal = i % 2 == 0 ? SIGTERM : SIGINT;
        INFO("after " << i * apart << " s, signal " << signal);
        auto program = started(*screen, {"run"});
        pause(i * apart); // so far it has come
        program.signal(signal);
        CHECK(hasEnded(program.exitStatus(patience), signal));
    }
}

TEST_CASE("every thread of a kiosk leaves the end to the one that sleeps for it, and it ends in order", "[display]") {
    for (const char* command : {"run", "preview"}) {
        INFO(command);
        auto screen = Touchscreen::start(640, 480);
        REQUIRE(screen);
        auto program = started(*screen, {command});
        REQUIRE(program.trace().next("first-frame", patience));
        for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(program.pid()) + "/task")) {
            INFO(readFile(thread.path() / "comm"));
            CHECK((heldBack(thread.path()) & endings) == endings);
        }
        program.signal(SIGINT);
        CHECK(program.exitStatus(patience) == 0);
    }
}

TEST_CASE("a command that works for staff ends when it is asked to, right after its start and amid its work",
          "[display]") {
    auto screen = Touchscreen::start(640, 480);
    REQUIRE(screen);
    const TemporaryFolder folder;
    const fs::path made = folder / "made";
    const std::vector<std::vector<std::string>> commands = {
        {"check"}, {"tour", "--out", made.string()}, {"prepare", "--cache", made.string()}};
    for (const std::vector<std::string>& command : commands) {
        for (const int signal : {SIGTERM, SIGINT}) {
            for (const bool amid : {false, true}) {
                if (amid && command.size() == 1) {
                    continue; // it makes nothing that tells how far it is
                }
                INFO(command.front() << ", signal " << signal << (amid ? ", at work" : ""));
                fs::remove_all(made);
                fs::create_directories(made);
                std::vector<std::string> words = command;
                words.insert(words.begin(), SCHACHT_PROGRAM);
                words.emplace_back(SCHACHT_SOURCE_FOLDER "/content/limburg");
                auto program = ChildProcess::start(words, {{{"DISPLAY", screen->display()}}, folder / "output", -1});
                REQUIRE(program);
                CHECK((!amid || comes([&] { return !fs::is_empty(made); })));
                program->signal(signal);
                const auto status = program->wait(patience);
                CHECK((amid ? status == 128 + signal : hasEnded(status, signal)));
            }
        }
    }
}
