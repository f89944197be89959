#include "engine/media/quiet_program.hpp"

#include "engine/base/end_signals.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace schacht;

TEST_CASE("a program that is started from one that holds back the end's signals can be ended by them") {
    const tests::TemporaryFolder folder;
    const base::EndSignals ends;
    const int output = open((folder / "status").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    REQUIRE(output >= 0);
    const pid_t program = media::startQuietly({"grep", "SigBlk", "/proc/self/status"}, output);
    close(output);
    REQUIRE(program > 0);
    int status = -1;
    CHECK(waitpid(program, &status, 0) == program);
    CHECK(status == 0);
    CHECK(tests::readFile(folder / "status") == "SigBlk:\t0000000000000000\n");
}
