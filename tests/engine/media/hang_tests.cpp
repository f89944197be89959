#include "tests/engine/media/played.hpp"
#include "tests/engine/media/test_clips.hpp"

#include <csignal>
#include <fstream>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

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

/// Holds threads of this process where they are, as a decoder that hangs would be, until it goes: a child does it by
/// tracing them.
class Frozen {
public:
    explicit Frozen(const std::vector<pid_t>& which) {
        prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY, 0, 0, 0);
        int ready[2];
        REQUIRE(pipe(ready) == 0);
        child = fork();
        if (child == 0) {
            bool all = true;
            for (const pid_t thread : which) {
                all = ptrace(PTRACE_SEIZE, thread, nullptr, nullptr) == 0 &&
                      ptrace(PTRACE_INTERRUPT, thread, nullptr, nullptr) == 0 && all;
            }
            (void)!write(ready[1], all ? "y" : "n", 1);
            for (;;) {
                pause();
            }
        }
        char answer = 'n';
        (void)!read(ready[0], &answer, 1);
        ::close(ready[0]);
        ::close(ready[1]);
        worked = answer == 'y';
    }
    ~Frozen() {
        kill(child, SIGKILL); // the threads go on where they were
        waitpid(child, nullptr, 0);
    }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;

    bool worked = false;

private:
    pid_t child = -1;
};

} // namespace

TEST_CASE("a decoder that hangs is given up, holds nobody, and the next film plays") {
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
    if (!frozen.worked) {
        WARN("this machine forbids tracing, so nothing could be made to hang");
        return;
    }
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
