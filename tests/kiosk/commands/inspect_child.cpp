#include "kiosk/commands/inspect_child.hpp"
#include "tests/catch.hpp"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

using namespace schacht::kiosk;
using Early = std::function<void(const std::string&)>;

TEST_CASE("a child's words and status arrive") {
    const auto report = runInChild([](const Early& early, std::string& last) {
        early("png");
        last = std::string(3'000'000, 'x');
        return 1;
    });
    CHECK(report.end == ChildReport::End::finished);
    CHECK(report.status == 1);
    CHECK(report.first == "png");
    CHECK(report.rest == std::string(3'000'000, 'x'));
}

TEST_CASE("a child that dies leaves what it said before") {
    const auto report = runInChild([](const Early& early, std::string&) {
        early("jpeg");
        raise(SIGKILL);
        return 0;
    });
    CHECK(report.end == ChildReport::End::died);
    CHECK(report.first == "jpeg");
}

TEST_CASE("a child that throws has died") {
    const auto report = runInChild([](const Early&, std::string&) -> int { throw 1; });
    CHECK(report.end == ChildReport::End::died);
}

TEST_CASE("a child that hangs is ended") {
    const auto report = runInChild(
        [](const Early&, std::string&) {
            for (;;) {
                pause();
            }
            return 0;
        },
        {0.2, std::size_t{4} << 30U});
    CHECK(report.end == ChildReport::End::tooLong);
}

TEST_CASE("a child writes no file") {
    const std::string name = "/tmp/schacht_child_" + std::to_string(getpid());
    const auto report = runInChild([&](const Early&, std::string& last) {
        std::FILE* file = std::fopen(name.c_str(), "w");
        const bool wrote = file != nullptr && std::fputs("words", file) >= 0 && std::fclose(file) == 0;
        last = wrote ? "wrote" : "refused";
        return 0;
    });
    std::remove(name.c_str());
    CHECK(report.rest == "refused");
}
