#include "tests/engine/content/timed_text/webvtt_reading.hpp"

#include <cmath>

using namespace schacht::content;
using Align = CueSettings::Align;
using LineAlign = CueSettings::LineAlign;
using PositionAlign = CueSettings::PositionAlign;
using Vertical = CueSettings::Vertical;

TEST_CASE("a cue without settings has those of the standard") {
    const CueSettings settings = cueSet("").settings;
    CHECK(settings.vertical == Vertical::horizontal);
    CHECK(settings.line == std::nullopt);
    CHECK(settings.snapToLines);
    CHECK(settings.lineAlign == LineAlign::start);
    CHECK(settings.position == std::nullopt);
    CHECK(settings.positionAlign == PositionAlign::automatic);
    CHECK(settings.size == 100);
    CHECK(settings.align == Align::centre);
}

TEST_CASE("vertical is rl or lr") {
    CHECK(cueSet("vertical:rl").settings.vertical == Vertical::growingLeft);
    CHECK(cueSet("vertical:lr").settings.vertical == Vertical::growingRight);
    for (const char* setting : {"vertical:RL", "vertical:tb", "vertical:rl,", "vertical:", "Vertical:rl", "vertical"}) {
        CHECK(cueSet(setting).settings == CueSettings{});
    }
}

TEST_CASE("line is a number of lines, from above or from below") {
    for (const auto& [setting, line] :
         std::vector<std::pair<const char*, double>>{{"line:0", 0},
                                                     {"line:7", 7},
                                                     {"line:-1", -1},
                                                     {"line:007", 7},
                                                     {"line:1.5", 1.5},
                                                     {"line:-2.25", -2.25},
                                                     {"line:65536", 65536},
                                                     {"line:-18446744073709551616", -18446744073709551616.0}}) {
        INFO(setting);
        const CueSettings settings = cueSet(setting).settings;
        CHECK(settings.line == line);
        CHECK(settings.snapToLines);
    }
}

TEST_CASE("line in per cent is no number of lines") {
    for (const auto& [setting, line] : std::vector<std::pair<const char*, double>>{
             {"line:0%", 0}, {"line:100%", 100}, {"line:33.25%", 33.25}, {"line:00050%", 50}, {"line:100.000%", 100}}) {
        INFO(setting);
        const CueSettings settings = cueSet(setting).settings;
        CHECK(settings.line == line);
        CHECK_FALSE(settings.snapToLines);
    }
}

TEST_CASE("line that is not well written is ignored") {
    for (const char* setting :
         {"line:",         "line:a",       "line:-",        "line:--1",    "line:1-",  "line:+1",  "line:1.",
          "line:.5",       "line:-.5",     "line:1.2.3",    "line:1e3",    "line:0x1", "line: 1",  "line:1,",
          "line:1,middle", "line:1,Start", "line:1,start,", "line:,start", "line:%",   "line:-1%", "line:101%",
          "line:100.1%",   "line:1.%",     "line:.5%",      "line:1%%",    "line:%1",  "Line:1",   "line:1,start%"}) {
        INFO(setting);
        CHECK(cueSet(setting).settings == CueSettings{});
    }
}

TEST_CASE("a line of more digits than a number can have is ignored") {
    CHECK(cueSet("line:" + std::string(400, '9')).settings.line == std::nullopt);
    CHECK(cueSet("line:0." + std::string(400, '0') + "1").settings.line == 0);
    CHECK(cueSet("line:" + std::string(400, '0') + "5").settings.line == 5);
}

TEST_CASE("line -0 is line 0") {
    const auto line = cueSet("line:-0").settings.line;
    REQUIRE(line.has_value());
    CHECK_FALSE(std::signbit(*line));
}

TEST_CASE("line has an alignment") {
    CHECK(cueSet("line:1,start").settings.lineAlign == LineAlign::start);
    CHECK(cueSet("line:1,center").settings.lineAlign == LineAlign::centre);
    CHECK(cueSet("line:50%,end").settings.lineAlign == LineAlign::end);
    CHECK(cueSet("line:50%,end").settings.line == 50);
}

TEST_CASE("a later line without an alignment keeps that of an earlier one") {
    const CueSettings settings = cueSet("line:50%,end line:3").settings;
    CHECK(settings.line == 3);
    CHECK(settings.snapToLines);
    CHECK(settings.lineAlign == LineAlign::end);
}

TEST_CASE("position is per cent, with an alignment") {
    CHECK(cueSet("position:0%").settings.position == 0);
    CHECK(cueSet("position:100%").settings.position == 100);
    CHECK(cueSet("position:12.5%").settings.position == 12.5);
    CHECK(cueSet("position:12.5%").settings.positionAlign == PositionAlign::automatic);
    CHECK(cueSet("position:1%,line-left").settings.positionAlign == PositionAlign::lineLeft);
    CHECK(cueSet("position:1%,center").settings.positionAlign == PositionAlign::centre);
    CHECK(cueSet("position:1%,line-right").settings.positionAlign == PositionAlign::lineRight);
}

TEST_CASE("position that is not well written is ignored") {
    for (const char* setting :
         {"position:1", "position:-1%", "position:101%", "position:a%", "position:%", "position:1.%", "position:.1%",
          "position:1%,", "position:1%,auto", "position:1%,start", "position:1%,left", "position:1%,line-left,",
          "position:,center", "position:1%line-left", "position:auto", "position: 1%"}) {
        INFO(setting);
        CHECK(cueSet(setting).settings == CueSettings{});
    }
}

TEST_CASE("size is per cent") {
    CHECK(cueSet("size:0%").settings.size == 0);
    CHECK(cueSet("size:33.3%").settings.size == 33.3);
    CHECK(cueSet("size:100.0%").settings.size == 100);
    for (const char* setting :
         {"size:1", "size:-1%", "size:101%", "size:%", "size:1.%", "size:.5%", "size:1%,", "size:"}) {
        INFO(setting);
        CHECK(cueSet(setting).settings == CueSettings{});
    }
}

TEST_CASE("align is one of five words") {
    CHECK(cueSet("align:start").settings.align == Align::start);
    CHECK(cueSet("align:center").settings.align == Align::centre);
    CHECK(cueSet("align:end").settings.align == Align::end);
    CHECK(cueSet("align:left").settings.align == Align::left);
    CHECK(cueSet("align:right").settings.align == Align::right);
    for (const char* setting : {"align:middle", "align:START", "align:", "align", "align:end,", "align:centre"}) {
        INFO(setting);
        CHECK(cueSet(setting).settings == CueSettings{});
    }
}

TEST_CASE("of a setting that is there twice the last good one counts") {
    const CueSettings settings = cueSet("align:start align:end align:foo size:10% size:20% size:300%").settings;
    CHECK(settings.align == Align::end);
    CHECK(settings.size == 20);
}

TEST_CASE("settings are divided by any white space") {
    const CueSettings settings = cueSet("\tline:1\f\t size:50%  align:end ").settings;
    CHECK(settings.line == 1);
    CHECK(settings.size == 50);
    CHECK(settings.align == Align::end);
}

TEST_CASE("a setting has no white space in it, nor another sign than a colon") {
    for (const char* settings : {"line :1", "line: 1", "line=1", "line;1", "line\xC2\xA0:1", "line::1", ":line:1"}) {
        INFO(settings);
        CHECK(cueSet(settings).settings == CueSettings{});
    }
}

TEST_CASE("a cue stands in the last region above it that has the name") {
    CHECK(cueSet("region:r").region == 0U);
    CHECK(cueSet("region:s").region == 1U);
    CHECK(cueSet("region:s region:r").region == 0U);
    const TimedText twice =
        captionsOf("WEBVTT\n\nREGION\nid:a\n\nREGION\nid:a\nlines:9\n\n00:01.000 --> 00:02.000 region:a");
    CHECK(twice.cues.at(0).region == 1U);
}

TEST_CASE("a region that is not there is none, also behind one that is") {
    CHECK_FALSE(cueSet("region:x").region);
    CHECK_FALSE(cueSet("region:R").region);
    CHECK_FALSE(cueSet("region:").region);
    CHECK_FALSE(cueSet("region:r region:x").region);
}

TEST_CASE("a direction, a line or a size behind a region takes the cue out of it") {
    CHECK_FALSE(cueSet("region:r vertical:rl").region);
    CHECK_FALSE(cueSet("region:r line:0").region);
    CHECK_FALSE(cueSet("region:r line:5%").region);
    CHECK_FALSE(cueSet("region:r size:50%").region);
}

TEST_CASE("a region behind a direction, a line or a size is kept, as the standard's steps have it") {
    CHECK(cueSet("vertical:rl region:r").region == 0U);
    CHECK(cueSet("line:0 region:r").region == 0U);
    CHECK(cueSet("size:50% region:r").region == 0U);
}

TEST_CASE("settings that leave a cue in its region") {
    for (const char* settings : {"region:r size:100%", "region:r line:a", "region:r vertical:x", "region:r size:200%",
                                 "region:r position:5%", "region:r align:end"}) {
        INFO(settings);
        CHECK(cueSet(settings).region == 0U);
    }
}

TEST_CASE("a wrong direction behind a good one still takes the cue out of its region") {
    CHECK_FALSE(cueSet("vertical:rl region:r vertical:x").region);
}

TEST_CASE("the line of a cue without one is the last, or above those of other tracks") {
    CHECK(computedLine(cueSet("").settings) == -1);
    CHECK(computedLine(cueSet("").settings, 2) == -3);
    CHECK(computedLine(cueSet("line:4").settings) == 4);
    CHECK(computedLine(cueSet("line:-4").settings, 2) == -4);
    CHECK(computedLine(cueSet("line:40%").settings) == 40);
}

TEST_CASE("a line in per cent that is out of the picture or not said is the lower edge") {
    CueSettings settings;
    settings.snapToLines = false;
    CHECK(computedLine(settings) == 100);
    settings.line = -1;
    CHECK(computedLine(settings) == 100);
    settings.line = 101;
    CHECK(computedLine(settings) == 100);
}

TEST_CASE("the position of a cue without one follows its alignment") {
    CHECK(computedPosition(cueSet("").settings) == 50);
    CHECK(computedPosition(cueSet("align:left").settings) == 0);
    CHECK(computedPosition(cueSet("align:right").settings) == 100);
    CHECK(computedPosition(cueSet("align:start").settings) == 50);
    CHECK(computedPosition(cueSet("align:end").settings) == 50);
    CHECK(computedPosition(cueSet("align:left position:30%").settings) == 30);
}

TEST_CASE("the position's alignment follows that of the words and their direction") {
    CHECK(computedPositionAlign(cueSet("").settings) == PositionAlign::centre);
    CHECK(computedPositionAlign(cueSet("align:left").settings, true) == PositionAlign::lineLeft);
    CHECK(computedPositionAlign(cueSet("align:right").settings, true) == PositionAlign::lineRight);
    CHECK(computedPositionAlign(cueSet("align:start").settings) == PositionAlign::lineLeft);
    CHECK(computedPositionAlign(cueSet("align:start").settings, true) == PositionAlign::lineRight);
    CHECK(computedPositionAlign(cueSet("align:end").settings) == PositionAlign::lineRight);
    CHECK(computedPositionAlign(cueSet("align:end").settings, true) == PositionAlign::lineLeft);
    CHECK(computedPositionAlign(cueSet("align:end position:1%,center").settings) == PositionAlign::centre);
}

TEST_CASE("a cue is no wider than its position leaves room for") {
    CHECK(computedSize(cueSet("").settings) == 100);
    CHECK(computedSize(cueSet("size:40%").settings) == 40);
    CHECK(computedSize(cueSet("position:20%").settings) == 40);
    CHECK(computedSize(cueSet("position:80%").settings) == 40);
    CHECK(computedSize(cueSet("position:20%,line-left").settings) == 80);
    CHECK(computedSize(cueSet("position:20%,line-right").settings) == 20);
    CHECK(computedSize(cueSet("align:start position:30%").settings, true) == 30);
}
