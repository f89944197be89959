#include "kiosk/staff/crash_report.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include "kiosk/visitor/core/intent_text.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace schacht;
using namespace schacht::kiosk;
using visitor::Intent;

namespace {

std::vector<std::string> linesOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

visitor::State stateOn(const std::string& story, int page) {
    visitor::State state;
    state.visit.here = tests::storyAt(story, page);
    return state;
}

} // namespace

TEST_CASE("a crash report has what it began with, the last 200 Intents in their order, and the signal") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", R"({"pack":"limburg"})");
    for (int i = 0; i < 250; ++i) {
        report.note(stateOn("ice", i), {visitor::TurnPage{1}, static_cast<double>(i)});
    }
    report.write(SIGSEGV);
    const auto lines = linesOf(folder / "crash");
    REQUIRE(lines.size() == 202);
    CHECK(lines.front() == R"({"pack":"limburg"})");
    CHECK(lines.back() == R"({"signal":11})");
    for (std::size_t i = 1; i <= 200; ++i) {
        INFO(lines[i]);
        const auto intent = visitor::intentOf(lines[i]);
        REQUIRE(intent);
        CHECK(intent->now == static_cast<double>(49 + i));
        CHECK(nlohmann::json::parse(lines[i])["at"] == nlohmann::json::array({"story", "ice", 49 + i}));
    }
}

TEST_CASE("a crash report says on which part of a page it was") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", "{}");
    visitor::State state = stateOn("ice", 3);
    tests::storyOf(state).leaf.part = 1;
    report.note(state, {visitor::TurnPage{1}, 1});
    report.write(SIGSEGV);
    CHECK(nlohmann::json::parse(linesOf(folder / "crash")[1])["at"] == nlohmann::json::array({"story", "ice", 3, 1}));
}

TEST_CASE("the Ticks of what moves drive no touch out of a crash report") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", "{}");
    report.note({}, {visitor::GoHome{}, 1});
    for (int i = 0; i < 5000; ++i) {
        report.note({}, {visitor::Tick{}, 1.0 + i});
    }
    report.note({}, {visitor::GoBack{}, 6000});
    report.write(SIGFPE);
    const auto lines = linesOf(folder / "crash");
    REQUIRE(lines.size() == 5);
    CHECK_THAT(lines[1], ContainsSubstring("GoHome"));
    CHECK(visitor::intentOf(lines[2])->now == 5000);
    CHECK_THAT(lines[3], ContainsSubstring("GoBack"));
    CHECK(nlohmann::json::parse(lines[4])["signal"] == 8);
}

TEST_CASE("crash reports beside a log are found, oldest first, and nothing else") {
    const tests::TemporaryFolder folder;
    for (const char* name : {"kiosk.log", "kiosk.log.1", "kiosk.log.crash-20261126T120344",
                             "kiosk.log.crash-20260101T000000", "other.log.crash-20250101T000000"}) {
        std::ofstream(folder / name) << "x";
    }
    const auto reports = crashReportsOf(folder / "kiosk.log");
    REQUIRE(reports.size() == 2);
    CHECK(reports[0].filename() == "kiosk.log.crash-20260101T000000");
    CHECK(crashReportFor(folder / "kiosk.log").string().starts_with((folder / "kiosk.log.crash-2").string()));
}
