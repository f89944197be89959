#include "kiosk/commands/pin.hpp"
#include "kiosk/configuration/pin.hpp"
#include "tests/catch.hpp"

#include <array>
#include <csignal>
#include <pty.h>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace schacht::kiosk;

namespace {

bool echoes(int terminal) {
    termios settings{};
    return tcgetattr(terminal, &settings) == 0 && (settings.c_lflag & ECHO) != 0;
}

} // namespace

TEST_CASE("a PIN is kept as argon2id, and only its own digits are right") {
    const auto kept = keptPin("2718");
    REQUIRE(kept);
    CHECK(kept->starts_with("$argon2id$"));
    CHECK(kept->find("2718") == std::string::npos);
    CHECK(isKeptPin(*kept));
    CHECK(isPin(*kept, "2718"));
    CHECK_FALSE(isPin(*kept, "2719"));
    CHECK_FALSE(isPin(*kept, "27180"));
    CHECK_FALSE(isPin(*kept, ""));
}

TEST_CASE("the same PIN is kept otherwise each time, so that nobody finds it in a list") {
    CHECK(keptPin("2718").value() != keptPin("2718").value());
}

TEST_CASE("a PIN of too few or too many digits, or of letters, is refused") {
    for (const char* digits : {"", "271", "2718281828459", "27a8", "27 18", "٢٧١٨"}) {
        INFO(digits);
        const auto kept = keptPin(digits);
        REQUIRE_FALSE(kept);
        CHECK(kept.error().code == "pin-digits");
    }
}

TEST_CASE("what is not a kept PIN is none, and no digits open it") {
    for (const std::string kept : {"", "2718", "$argon2id$", "$argon2i$v=19$m=65536,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g"}) {
        INFO(kept);
        CHECK_FALSE(isKeptPin(kept));
        CHECK_FALSE(isPin(kept, "2718"));
    }
}

TEST_CASE("the command pin prints the line that belongs into the configuration") {
    std::istringstream in("2718\n2718\n");
    std::ostringstream out;
    std::ostringstream error;
    REQUIRE(pin(in, out, error) == 0);
    const std::string line = out.str();
    REQUIRE(line.starts_with("  \"pin\": \"$argon2id$"));
    const auto begin = line.find('$');
    CHECK(isPin(line.substr(begin, line.rfind('"') - begin), "2718"));
    CHECK(error.str().find("2718") == std::string::npos);
}

TEST_CASE("the command pin prints nothing where the second PIN is another, or it is none") {
    for (const char* typed : {"2718\n2719\n", "12\n12\n", ""}) {
        std::istringstream in(typed);
        std::ostringstream out;
        std::ostringstream error;
        CHECK(pin(in, out, error) == 1);
        CHECK(out.str().empty());
        CHECK(error.str().find("schacht: ") != std::string::npos);
    }
}

TEST_CASE("who ends the command pin with Ctrl-C sees again what is typed") {
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    REQUIRE(child >= 0);
    if (child == 0) {
        execl(SCHACHT_PROGRAM, "schacht", "pin", nullptr);
        _exit(127);
    }
    std::string said;
    std::array<char, 64> bytes{};
    while (said.find("digits: ") == std::string::npos) {
        const ssize_t got = read(terminal, bytes.data(), bytes.size());
        REQUIRE(got > 0);
        said.append(bytes.data(), static_cast<std::size_t>(got));
    }
    CHECK_FALSE(echoes(terminal));
    REQUIRE(write(terminal, "27\x03", 3) == 3);
    int how = 0;
    REQUIRE(waitpid(child, &how, 0) == child);
    CHECK(WIFSIGNALED(how));
    CHECK(WTERMSIG(how) == SIGINT);
    CHECK(echoes(terminal));
    close(terminal);
}
