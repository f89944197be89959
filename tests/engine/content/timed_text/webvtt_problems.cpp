#include "tests/engine/content/timed_text/webvtt_reading.hpp"

using namespace schacht::content;

namespace {

std::string problems(const std::string& below) {
    return problemsOf(captionsOf("WEBVTT\n\n" + below));
}

/// What staff read of a cue with these settings.
std::string settingProblem(const std::string& settings) {
    return problems("00:01.000 --> 00:02.000 " + settings + "\nWords");
}

} // namespace

TEST_CASE("captions without a fault have no problems") {
    CHECK(problems("NOTE by hand\n\nREGION\nid:a\n\n1\n00:01.000 --> 00:02.000 region:a align:left\n<v Anna>One "
                   "<b>two</b> &amp; three\n\n" +
                   times + "Four <00:01.500>five")
              .empty());
}

TEST_CASE("staff read where times are wrong and that words are lost") {
    CHECK(problems("NOTE\n\n" + times + "One\n\n00:03 --> 00:04\nTwo") ==
          "8 cue-times “00:03 --> 00:04” has an arrow, but not two times such as 00:01.000 --> 00:04.000. What stands "
          "below "
          "it is never shown.\n");
}

TEST_CASE("staff read that WebVTT has a dot where SRT has a comma") {
    CHECK(problems(times + "One\n\n00:00:03,000 --> 00:00:04,000\nTwo") ==
          "6 cue-times In “00:00:03,000 --> 00:00:04,000” there is a comma before the milliseconds. Write a dot: "
          "00:01.000 "
          "--> 00:04.000. What stands below it is never shown.\n");
}

TEST_CASE("staff read of words without times") {
    CHECK(
        problems(times + "One\n\nTwo\nthree") ==
        "6 no-times “Two” has no times, so it is never shown. Put a line such as 00:01.000 --> 00:04.000 above it.\n");
}

TEST_CASE("staff read of a cue that ends before it has begun") {
    CHECK(problems("00:02.000 --> 00:02.000\nOne") ==
          "3 cue-end This cue ends before it has begun, so it is never shown. Look at its two times.\n");
}

TEST_CASE("staff read of cues that are not in the order of time") {
    CHECK(problems("00:03.000 --> 00:04.000\nOne\n\n" + times + "Two") ==
          "6 cue-order This cue begins before the one above it. Put the cues in order of time.\n");
}

TEST_CASE("staff read of a cue without words") {
    CHECK(problems("1\n" + times + "\n") == "4 cue-empty This cue has no words. Write them, or take it out.\n");
    CHECK(problems(times + "<b></b>") == "3 cue-empty This cue has no words. Write them, or take it out.\n");
}

TEST_CASE("staff read of a file without cues") {
    CHECK(problems("NOTE none") == "1 no-cues There are no cues in this file. Look whether it is the right one.\n");
}

TEST_CASE("staff read what each setting may be") {
    CHECK(settingProblem("line:a") == "3 cue-setting “line:a” is ignored. Write a number of lines or per cent, such as "
                                      "line:-1, line:10% or line:10%,center.\n");
    CHECK(settingProblem("position:5") ==
          "3 cue-setting “position:5” is ignored. Write per cent, such as position:50% or "
          "position:50%,line-left.\n");
    CHECK(settingProblem("size:120%") == "3 cue-setting “size:120%” is ignored. Write per cent, such as size:80%.\n");
    CHECK(settingProblem("align:middle") ==
          "3 cue-setting “align:middle” is ignored. Write align:start, align:center, align:end, align:left or "
          "align:right.\n");
    CHECK(settingProblem("vertical:up") ==
          "3 cue-setting “vertical:up” is ignored. Write vertical:rl or vertical:lr.\n");
    CHECK(settingProblem("colour:red") == "3 cue-setting “colour:red” is no setting of a cue and is ignored. There are "
                                          "vertical, line, position, size, align and region.\n");
    CHECK(settingProblem("region:a") ==
          "3 cue-setting “region:a” names no region above this line, so the cue stands in none.\n");
}

TEST_CASE("staff read what a region may have") {
    CHECK(problems("REGION\nid:a\nwidth:5\n\n" + times + "One") ==
          "3 cue-setting “width:5” is ignored. A region has id:name, width:40%, lines:3, regionanchor:0%,100%, "
          "viewportanchor:0%,100% and scroll:up.\n");
}

TEST_CASE("staff read that a region or a style stands too low") {
    CHECK(problems(times + "One\n\nREGION\nid:a\n") ==
          "6 late-block Styles and regions are ignored after the first cue. Move this block above it.\n");
}

TEST_CASE("staff read that a keyword has nothing below it") {
    CHECK(problems("STYLE\n\n" + times + "One") ==
          "3 no-times “STYLE” stands here with nothing below it, and is ignored.\n");
}

TEST_CASE("staff read that styles are not used") {
    CHECK(problems("STYLE\n::cue {}\n\n" + times + "One") ==
          "3 styles-unused The styles of captions are not used here: the kiosk sets all captions in its own type.\n");
}

TEST_CASE("staff read of tags that mean nothing, once a cue") {
    CHECK(problems(times + "One\n<font color=red>two</font>") ==
          "5 cue-tag “<font color=red>” is no tag of captions and is left out. For a < sign, write &lt;.\n");
    CHECK(problems(times + "One\ntwo < three") ==
          "5 cue-tag “< three” is never closed, so these words are not shown. For a < sign, write &lt;.\n");
}

TEST_CASE("staff read where a file is not UTF-8") {
    CHECK(problems(times + "One\n\ncaf\xE9\n" + times + "Two") ==
          "6 utf-8 This line is not UTF-8, so letters in it are lost. Save the file as UTF-8.\n");
}

TEST_CASE("lines are counted as editors do, whatever ends them") {
    CHECK(
        problemsOf(captionsOf("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\rOne\r\r\r\n\r\nTwo")) ==
        "8 no-times “Two” has no times, so it is never shown. Put a line such as 00:01.000 --> 00:04.000 above it.\n");
}

TEST_CASE("of more than two hundred problems the rest is counted") {
    std::string text;
    for (int block = 0; block < 203; ++block) {
        text += "Words\n\n";
    }
    const auto all = captionsOf("WEBVTT\n\n" + text + times + "One").problems;
    REQUIRE(all.size() == 201);
    CHECK(all.back().code == "more-problems");
    CHECK(all.back().message == "There are 3 problems more in this file.");
    CHECK(all.back().location.line == 0);
}

TEST_CASE("lost words are an error, an ignored setting is a warning") {
    using schacht::base::Severity;
    CHECK(captionsOf("WEBVTT\n\n00:01 --> 00:02\nOne").problems.at(0).severity == Severity::error);
    CHECK(captionsOf("WEBVTT\n").problems.at(0).severity == Severity::warning);
    CHECK(captionsOf("WEBVTT\n\n00:01.000 --> 00:02.000 line:a\nOne").problems.at(0).severity == Severity::warning);
}
