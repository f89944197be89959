#include "kiosk/commands/inspect.hpp"
#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <unistd.h>

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

/// A file of this name and these bytes, gone at the end of the test.
class CaptionFile {
public:
    CaptionFile(const std::string& name, const std::string& bytes)
        : folder(fs::temp_directory_path() / ("schacht_inspect_captions_" + std::to_string(getpid()))) {
        fs::create_directories(folder);
        std::ofstream(folder / name, std::ios::binary) << bytes;
        file = folder / name;
    }
    ~CaptionFile() { fs::remove_all(folder); }
    CaptionFile(const CaptionFile&) = delete;
    CaptionFile& operator=(const CaptionFile&) = delete;

    [[nodiscard]] json look() const {
        std::ostringstream out;
        std::ostringstream error;
        const int status = schacht::kiosk::inspect(file, true, out, error);
        json object = json::parse(out.str());
        CHECK(status == (object.at("valid") == true ? 0 : 1));
        CHECK(error.str().empty());
        return object;
    }
    [[nodiscard]] std::string words() const {
        std::ostringstream out;
        std::ostringstream error;
        (void)schacht::kiosk::inspect(file, false, out, error);
        return out.str();
    }

private:
    fs::path folder;
    fs::path file;
};

const json defaults = {{"vertical", ""},       {"line", "auto"},     {"snapToLines", true},
                       {"lineAlign", "start"}, {"position", "auto"}, {"positionAlign", "auto"},
                       {"size", 100},          {"align", "center"},  {"region", nullptr}};

} // namespace

TEST_CASE("inspect reads WebVTT cue by cue") {
    const CaptionFile file("a.vtt", "WEBVTT\n\n1\n00:01.500 --> 01:00:02.000\n<v Anna>One &amp; <b>two</b>\nthree");
    CHECK(file.look() == json{{"format", "webvtt"},
                              {"valid", true},
                              {"cues",
                               {{{"id", "1"},
                                 {"start", 1.5},
                                 {"end", 3602},
                                 {"text", "<v Anna>One &amp; <b>two</b>\nthree"},
                                 {"plain", "One & two\nthree"},
                                 {"voice", "Anna"},
                                 {"settings", defaults}}}},
                              {"problems", json::array()}});
}

TEST_CASE("inspect gives a cue's settings and its region") {
    const CaptionFile file("a.vtt",
                           "WEBVTT\n\nREGION\nid:fred width:40.5% lines:2 regionanchor:0%,90% "
                           "viewportanchor:10%,80% scroll:up\n\n"
                           "00:01.000 --> 00:02.000 region:fred align:left\nOne\n\n"
                           "00:03.000 --> 00:04.000 vertical:rl line:33.3%,end position:5%,line-right size:50% "
                           "align:start\nTwo\n\n00:05.000 --> 00:06.000 vertical:lr line:-2\nThree");
    const json cues = file.look().at("cues");
    REQUIRE(cues.size() == 3);
    json first = defaults;
    first["align"] = "left";
    first["region"] = {{"id", "fred"},          {"width", 40.5},       {"lines", 2},
                       {"regionAnchorX", 0},    {"regionAnchorY", 90}, {"viewportAnchorX", 10},
                       {"viewportAnchorY", 80}, {"scroll", "up"}};
    CHECK(cues[0].at("settings") == first);
    CHECK(cues[0].at("voice") == nullptr);
    CHECK(cues[1].at("settings") == json{{"vertical", "rl"},
                                         {"line", 33.3},
                                         {"snapToLines", false},
                                         {"lineAlign", "end"},
                                         {"position", 5},
                                         {"positionAlign", "line-right"},
                                         {"size", 50},
                                         {"align", "start"},
                                         {"region", nullptr}});
    CHECK(cues[2].at("settings").at("vertical") == "lr");
    CHECK(cues[2].at("settings").at("line") == -2);
}

TEST_CASE("inspect gives whole numbers of captions without a fraction") {
    const CaptionFile file("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000 line:5 size:50%\nOne");
    CHECK(file.look().at("cues").at(0).at("start").dump() == "1");
    CHECK(file.look().at("cues").at(0).at("settings").at("size").dump() == "50");
}

TEST_CASE("inspect knows WebVTT by its signature, whatever the file's name") {
    CHECK(CaptionFile("a.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nOne").look().at("format") == "webvtt");
    CHECK(CaptionFile("a.srt", "\xEF\xBB\xBFWEBVTT\n").look().at("format") == "webvtt");
}

TEST_CASE("inspect refuses a .vtt without the signature, with no cues") {
    for (const char* bytes : {"", "WEBVTTx\n", "webvtt", "{}", "1\n00:00:01,000 --> 00:00:02,000\nOne"}) {
        INFO(bytes);
        CHECK(
            CaptionFile("a.VTT", bytes).look() ==
            json{{"format", "webvtt"},
                 {"valid", false},
                 {"error", "This file does not begin with WEBVTT, so it holds no WebVTT captions. Write WEBVTT on its "
                           "first line."},
                 {"cues", json::array()}});
    }
}

TEST_CASE("inspect keeps cues of WebVTT that are never shown, and says so") {
    const json captions = CaptionFile("a.vtt", "WEBVTT\n\n00:02.000 --> 00:01.000\n").look();
    CHECK(captions.at("cues").at(0).at("end") == 1);
    CHECK(captions.at("problems").at(0) ==
          json{{"code", "cue-end"},
               {"severity", "error"},
               {"message", "This cue ends before it has begun, so it is never shown. Look at its two times."},
               {"line", 3}});
}

TEST_CASE("inspect reads SRT into the same cues") {
    const json captions = CaptionFile("a.srt", "1\n00:00:01,500 --> 00:00:02,000\n{\\an8}<i>One</i> & two\n").look();
    json settings = defaults;
    settings["line"] = 0;
    CHECK(captions == json{{"format", "srt"},
                           {"valid", true},
                           {"cues",
                            {{{"id", "1"},
                              {"start", 1.5},
                              {"end", 2},
                              {"text", "{\\an8}<i>One</i> & two"},
                              {"plain", "One & two"},
                              {"voice", nullptr},
                              {"settings", settings}}}},
                           {"problems", json::array()}});
}

TEST_CASE("inspect knows SRT by its first times, and by its name") {
    CHECK(CaptionFile("a", "1\n00:00:01,000 --> 00:00:02,000\nOne").look().at("format") == "srt");
    const json none = CaptionFile("a.srt", "[Music]").look();
    CHECK(none.at("format") == "srt");
    CHECK(none.at("valid") == false);
    CHECK(none.at("cues") == json::array());
}

TEST_CASE("inspect refuses captions of more cues than any recording has") {
    std::string text = "WEBVTT\n\n";
    for (int cue = 0; cue < 200'001; ++cue) {
        text += "00:01.000-->00:02.000\n\n";
    }
    CHECK(CaptionFile("a.vtt", text).look().at("error") ==
          "This file has more than 200,000 cues, more than any recording has.");
}

TEST_CASE("inspect says in words what captions hold and what to change") {
    CHECK(CaptionFile("a.vtt", "WEBVTT\n\n00:01.500 --> 01:00:02.000\n<v Bert>One\n\n00:03.000 --> 00:04.000 "
                               "align:middle\n<v Anna>Two")
              .words() ==
          "Captions (webvtt) of 2 cues, from 0:00:01 to 1:00:02.\n"
          "Voices: Anna, Bert.\n"
          "Line 6: “align:middle” is ignored. Write align:start, align:center, align:end, align:left or "
          "align:right.\n");
    CHECK(CaptionFile("a.srt", "1\n00:00:01,000 --> 00:00:02,000\nOne").words() ==
          "Captions (srt) of 1 cue, from 0:00:01 to 0:00:02.\n");
    CHECK(CaptionFile("a.vtt", "WEBVTT").words() ==
          "Captions (webvtt) of 0 cues.\nLine 1: There are no cues in this file. Look whether it is the right one.\n");
}
