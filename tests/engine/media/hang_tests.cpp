#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"
#include "tests/journeys/comes.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace schacht;
using namespace schacht::media;

namespace {

std::vector<pid_t> threads() {
    std::vector<pid_t> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/task")) {
        found.push_back(std::stoi(entry.path().filename().string()));
    }
    return found;
}

/// Holds threads of this process where they are, as a decoder that hangs would be, until it goes: a signal comes to
/// each, and its handler reads from a pipe in which nothing is.
class Frozen {
public:
    explicit Frozen(const std::vector<pid_t>& which) {
        REQUIRE(pipe2(gate.data(), O_CLOEXEC) == 0);
        shut = gate[0];
        held = 0;
        struct sigaction hold{};
        hold.sa_flags = SA_RESTART;
        hold.sa_handler = [](int) {
            const int was = errno;
            ++held;
            char nothing = 0;
            (void)!read(shut, &nothing, 1);
            --held;
            errno = was;
        };
        REQUIRE(sigaction(SIGUSR1, &hold, nullptr) == 0);
        int sent = 0;
        for (const pid_t thread : which) {
            sent += syscall(SYS_tgkill, getpid(), thread, SIGUSR1) == 0 ? 1 : 0; // one may have ended by itself
        }
        REQUIRE(sent > 0);
        REQUIRE(tests::comes([&] { return held == sent; }));
    }
    ~Frozen() {
        ::close(gate[1]); // the threads go on where they were
        (void)tests::comes([] { return held == 0; });
        ::close(gate[0]);
    }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;

private:
    std::array<int, 2> gate{};
    inline static std::atomic<int> shut;
    inline static std::atomic<int> held;
};

} // namespace

TEST_CASE("a decoder that hangs is given up, holds nobody, and the next film plays", "[timed]") {
    TestClips clips;
    auto options = Played::silentOptions();
    options.patience = 2;
    Played player(options);
    player.pass(1); // until libvlc itself is there, whose threads must not be held
    const auto before = threads();
    player->open({.open = 1, .file = clips.film(6)});
    REQUIRE(player.reach(Phase::playing));
    std::vector<pid_t> ofTheFilm;
    for (const pid_t thread : threads()) {
        if (std::ranges::find(before, thread) == before.end()) {
            ofTheFilm.push_back(thread);
        }
    }
    REQUIRE_FALSE(ofTheFilm.empty());
    const Frozen frozen(ofTheFilm);
    const Seconds began = base::now();
    REQUIRE(player.reach(Phase::failed, 10));
    CHECK(base::now() - began < 5);
    REQUIRE(player.state().problem);
    CHECK(player.state().problem->code == "no-answer");
    CHECK(player.state().problem->message == "Playing this file gave no sign of life for 2.0 s and was given up. The "
                                             "file or the disk it lies on may be damaged.");
    const Seconds again = base::now();
    player->open({.open = 2, .file = clips.film(2)});
    REQUIRE(player.reach(Phase::playing));
    CHECK(base::now() - again < 2);
    CHECK(player.reach(Phase::ended));
}
