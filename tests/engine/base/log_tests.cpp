#include "engine/base/log.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <regex>
#include <sstream>
#include <thread>

using namespace schacht;
using base::Log;
using base::LogLevel;
namespace fs = std::filesystem;

namespace {

std::unique_ptr<Log> logIn(const tests::TemporaryFolder& folder, std::uintmax_t limit = 5'000'000,
                           LogLevel level = LogLevel::info) {
    auto log = Log::open({.file = folder / "state/kiosk.log", .limit = limit, .kept = 2, .level = level});
    REQUIRE(log);
    return std::move(*log);
}

std::string logged(const tests::TemporaryFolder& folder, const std::string& name = "kiosk.log") {
    return tests::readFile(folder / ("state/" + name));
}

} // namespace

TEST_CASE("an event is one line: moment, level, name, words") {
    const tests::TemporaryFolder folder;
    const auto log = logIn(folder);
    log->write(LogLevel::info, "start", "Schacht\nwith a line\tbreak");
    const std::regex line(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} info start Schacht with a line break\n)");
    INFO(logged(folder));
    CHECK(std::regex_match(logged(folder), line));
}

TEST_CASE("what is less than the level is not written, nor kept") {
    const tests::TemporaryFolder folder;
    const auto log = logIn(folder, 1000, LogLevel::warning);
    log->write(LogLevel::info, "start", "");
    log->write(LogLevel::warning, "problem", "dusty");
    CHECK(log->tail().size() == 1);
    CHECK_THAT(logged(folder), !ContainsSubstring("start"));
}

TEST_CASE("a problem is written with its place, once") {
    const tests::TemporaryFolder folder;
    const auto log = logIn(folder);
    const base::Problem problem{"json", base::Severity::error, "A comma is missing.", {"stories/lamp.json", 3, 5, ""}};
    log->problem(problem);
    log->problem(problem);
    CHECK(log->tail().size() == 1);
    CHECK_THAT(logged(folder), ContainsSubstring(" error problem stories/lamp.json:3:5: A comma is missing.\n"));
}

TEST_CASE("a log that is full goes on in a new file, and the oldest goes") {
    const tests::TemporaryFolder folder;
    const auto log = logIn(folder, 300);
    for (int i = 0; i < 40; ++i) {
        log->write(LogLevel::info, "event", "number " + std::to_string(i));
    }
    CHECK_THAT(logged(folder), ContainsSubstring("number 39\n"));
    CHECK(fs::file_size(folder / "state/kiosk.log") <= 300);
    CHECK(fs::exists(folder / "state/kiosk.log.1"));
    CHECK(fs::exists(folder / "state/kiosk.log.2"));
    CHECK_FALSE(fs::exists(folder / "state/kiosk.log.3"));
    // nothing between the files is lost
    const std::string all = logged(folder, "kiosk.log.2") + logged(folder, "kiosk.log.1") + logged(folder);
    const int first = std::stoi(all.substr(all.find("number ") + 7));
    for (int i = first; i < 40; ++i) {
        CHECK_THAT(all, ContainsSubstring("number " + std::to_string(i) + "\n"));
    }
}

TEST_CASE("a log goes on where the last run left it, and keeps its last lines for who asks") {
    const tests::TemporaryFolder folder;
    logIn(folder)->write(LogLevel::info, "stop", "first");
    const auto log = logIn(folder);
    for (int i = 0; i < 250; ++i) {
        log->write(LogLevel::info, "event", std::to_string(i));
    }
    CHECK_THAT(logged(folder), ContainsSubstring(" stop first\n"));
    REQUIRE(log->tail().size() == 200);
    CHECK(log->tail().back().ends_with("event 249"));
}

TEST_CASE("lines of several threads stay whole") {
    const tests::TemporaryFolder folder;
    const auto log = logIn(folder);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&log] {
                for (int i = 0; i < 100; ++i) {
                    log->write(LogLevel::info, "event", "abcdefghij");
                }
            });
        }
    }
    std::istringstream lines(logged(folder));
    int whole = 0;
    for (std::string line; std::getline(lines, line);) {
        whole += line.ends_with(" info event abcdefghij") ? 1 : 0;
    }
    CHECK(whole == 400);
}

TEST_CASE("a log that cannot be written says where") {
    const auto log = Log::open({.file = "/proc/nowhere/kiosk.log"});
    REQUIRE_FALSE(log);
    CHECK(log.error().message == "The log cannot be written to /proc/nowhere/kiosk.log. Choose a file in a folder that "
                                 "the kiosk's user may write to.");
}
