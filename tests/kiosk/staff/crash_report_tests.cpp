#include "kiosk/staff/crash_report.hpp"

#include "kiosk/visitor/core/intent_text.hpp"
#include "kiosk/visitor/core/state_text.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

using namespace schacht;
using namespace schacht::kiosk;
using visitor::TimedIntent;

namespace {

std::vector<std::string> linesOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

visitor::RecordingHead headOf(const std::string& pack) {
    visitor::RecordingHead head;
    head.pack = pack;
    return head;
}

/// A visit of a pack that has nothing in it, of which a report is kept.
class Visit {
public:
    explicit Visit(CrashReport& to) : report(to) {}
    void happens(const visitor::Intent& meaning) {
        const TimedIntent intent{meaning, now += 1};
        report.note(state, intent);
        state = visitor::update(std::move(state), intent, world).state;
        report.done(state);
    }
    /// The last thing that happens.
    void crashes(const visitor::Intent& meaning) {
        report.note(state, {meaning, now += 1});
        report.write(SIGSEGV);
    }
    [[nodiscard]] const visitor::World& over() const { return world; }

private:
    CrashReport& report;
    catalogue::Catalogue nothing{content::Pack{}};
    visitor::World world{nothing};
    visitor::State state;
    base::Seconds now = 0;
};

base::Result<visitor::Replayed> replayed(const std::filesystem::path& report, const Visit& visit,
                                         std::vector<visitor::RecordingHead>* heads = nullptr) {
    visitor::ReplayParts parts;
    parts.world = [&](const visitor::RecordingHead& head) -> base::Result<visitor::World> {
        heads != nullptr ? heads->push_back(head) : void();
        return visit.over();
    };
    parts.words = [](const std::string& /*file*/) { return nullptr; };
    parts.scene = [](const auto& /*head*/, const auto& /*state*/, const auto& /*world*/) { return 0; };
    std::ifstream in(report);
    return visitor::replayRecording(in, parts);
}

} // namespace

TEST_CASE("a crash report has a State, at least the last hundred Intents from there on, and the signal") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", headOf("limburg"));
    Visit visit(report);
    for (int i = 0; i < 250; ++i) {
        visit.happens(visitor::TurnPage{1});
    }
    visit.crashes(visitor::GoHome{});
    const auto lines = linesOf(folder / "crash");
    REQUIRE(lines.size() == 2 + 151 + 1); // from the second State that was kept
    CHECK(nlohmann::json::parse(lines.front())["pack"] == "limburg");
    CHECK(visitor::stateOf(nlohmann::json::parse(lines[1])["state"].dump()).value().device.now == 100);
    CHECK(visitor::intentOf(lines[2])->now == 101);
    CHECK(visitor::nameOf(visitor::intentOf(lines[152])->what) == "GoHome");
    CHECK(lines.back() == R"({"signal":11})");
}

TEST_CASE("a crash report is run again, with the Intent that crashed, and is the same as far as it goes") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", {});
    Visit visit(report);
    visit.happens(visitor::Begin{});
    for (int i = 0; i < 130; ++i) {
        visit.happens(visitor::ToggleAccess{});
    }
    visit.crashes(visitor::GoBack{});
    const auto done = replayed(folder / "crash", visit);
    REQUIRE(done);
    CHECK_FALSE(done->difference);
    CHECK_FALSE(done->ended);
    CHECK(done->intents == 132);
    CHECK(done->signal == SIGSEGV);
}

TEST_CASE("a crash report whose events led elsewhere is told so") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", {});
    Visit visit(report);
    visit.happens(visitor::Begin{});
    visit.happens(visitor::ToggleAccess{});
    visit.crashes(visitor::GoBack{});
    std::string text = tests::readFile(folder / "crash");
    const auto at = text.find("ToggleAccess");
    REQUIRE(at != std::string::npos);
    tests::writeFile(folder / "crash", text.replace(at, 12, "ToggleSound"));
    const auto done = replayed(folder / "crash", visit);
    REQUIRE(done);
    REQUIRE(done->difference);
    CHECK(done->difference->line == 4);
}

TEST_CASE("the Ticks that change nothing drive no touch out of a crash report") {
    const tests::TemporaryFolder folder;
    CrashReport report(folder / "crash", {});
    Visit visit(report);
    visit.happens(visitor::JumpTo{});
    for (int i = 0; i < 5000; ++i) {
        visit.happens(visitor::Tick{});
    }
    visit.crashes(visitor::Begin{});
    const auto lines = linesOf(folder / "crash");
    REQUIRE(lines.size() == 6);
    CHECK_THAT(lines[2], ContainsSubstring("JumpTo"));
    CHECK(visitor::intentOf(lines[3])->now == 5001);
    CHECK_THAT(lines[4], ContainsSubstring("Begin"));
    const auto done = replayed(folder / "crash", visit);
    REQUIRE(done);
    CHECK_FALSE(done->difference);
}

TEST_CASE("a State that is kept in a crash report stands under what the pack was by then") {
    const tests::TemporaryFolder folder;
    visitor::RecordingHead head;
    head.day = "2026-11-30";
    CrashReport report(folder / "crash", head);
    Visit visit(report);
    visit.happens(visitor::PackChanged{{}, "2026-12-01", ""});
    for (int i = 0; i < 250; ++i) {
        visit.happens(visitor::TurnPage{1});
    }
    visit.crashes(visitor::GoHome{});
    std::vector<visitor::RecordingHead> heads;
    REQUIRE(replayed(folder / "crash", visit, &heads));
    CHECK(heads.front().day == "2026-12-01");
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
