#include "kiosk/production/places.hpp"
#include "kiosk/staff/service_menu.hpp"
#include "kiosk/staff/tone.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

using namespace schacht;
using namespace schacht::kiosk;

namespace {

nlohmann::json wordsOf(const char* language) {
    std::ifstream in(serviceContent() / (std::string(language) + ".json"));
    return nlohmann::json::parse(in);
}

std::set<std::string> holesOf(const std::string& words) {
    static const std::regex hole("\\{[a-z]+\\}");
    return {std::sregex_token_iterator(words.begin(), words.end(), hole), std::sregex_token_iterator()};
}

} // namespace

TEST_CASE("the left test sound is heard on the left only, and the right one on the right") {
    const auto left = Tone::read(serviceContent() / "sounds/left.wav");
    const auto right = Tone::read(serviceContent() / "sounds/right.wav");
    REQUIRE(left);
    REQUIRE(right);
    CHECK(left->peaksAt(0.3)[0] > 0.05F);
    CHECK(left->peaksAt(0.3)[1] == 0);
    CHECK(right->peaksAt(0.3)[0] == 0);
    CHECK(right->peaksAt(0.3)[1] > 0.05F);
    CHECK(left->peaksAt(-1) == std::array<float, 2>{});
    CHECK(left->peaksAt(10) == std::array<float, 2>{});
}

TEST_CASE("what is no WAV file of two channels is no test sound") {
    const tests::TemporaryFolder folder;
    const auto file = folder / "tone.wav";
    CHECK(Tone::read(file).error().code == "unreadable");
    for (const std::string& bytes : {std::string(), std::string("RIFF"), std::string(100, 'x')}) {
        std::ofstream(file) << bytes;
        CHECK(Tone::read(file).error().code == "not-a-tone");
    }
}

TEST_CASE("a line of the log tells its level") {
    CHECK(logLevelOf("2026-11-26T12:03:44+0100 error crash The kiosk crashed.") == base::LogLevel::error);
    CHECK(logLevelOf("2026-11-26T12:03:44+0100 warning problem a.json:1:1: No words.") == base::LogLevel::warning);
    CHECK(logLevelOf("2026-11-26T12:03:44+0100 info start Schacht") == base::LogLevel::info);
    CHECK(logLevelOf("") == base::LogLevel::info);
}

TEST_CASE("the menu stands over the right half, and upright over the lower part") {
    CHECK(menuPlace({1920, 1080}) == base::Rect{960, 0, 960, 1080});
    const base::Rect upright = menuPlace({1080, 1920});
    CHECK(upright.x == 0);
    CHECK(upright.width == 1080);
    CHECK(upright.bottom() == 1920);
    CHECK(upright.y > 700);
}

TEST_CASE("the menu speaks Dutch and English, the same sentences with the same figures in them") {
    const auto dutch = wordsOf("nl");
    const auto english = wordsOf("en");
    REQUIRE(dutch.size() == english.size());
    for (const auto& [key, words] : english.items()) {
        INFO(key);
        REQUIRE(dutch.contains(key));
        CHECK(holesOf(dutch[key]) == holesOf(words));
    }
}
