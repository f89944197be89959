#include "tests/engine/content/timed_text/webvtt_reading.hpp"

#include <sstream>

using namespace schacht::content;

namespace {

const std::string one = "1\n00:00:01,000 --> 00:00:02,500\nOne\n";
const std::string four = "2\n00:00:03,000 --> 00:00:04,000\nFour\n";

/// The cue of these words.
Cue saying(const std::string& words) {
    const TimedText timed = subtitlesOf("1\n00:00:01,000 --> 00:00:02,000\n" + words);
    REQUIRE(timed.cues.size() == 1);
    return timed.cues[0];
}

/// "start end" of a file with this line of times; "none" where it is no such line.
std::string timesOf(const std::string& line) {
    const auto timed = readSrt("1\n" + line + "\nOne\n");
    if (!timed) {
        return "none";
    }
    std::ostringstream times;
    times << timed->cues.at(0).start << " " << timed->cues[0].end;
    return times.str();
}

} // namespace

TEST_CASE("SRT has a counter, times and words") {
    const TimedText timed = subtitlesOf(one + "\n" + four);
    CHECK(textsOf(timed) == "|One|Four|");
    CHECK(timed.cues[0].id == "1");
    CHECK(timed.cues[0].start == 1);
    CHECK(timed.cues[0].end == 2.5);
    CHECK(timed.cues[1].id == "2");
    CHECK(timed.cues[0].settings == CueSettings{});
    CHECK(timed.problems.empty());
}

TEST_CASE("SRT may begin with a byte order mark or blank lines, and end anywhere") {
    CHECK(textsOf(subtitlesOf("\xEF\xBB\xBF" + one)) == "|One|");
    CHECK(textsOf(subtitlesOf("\n\n \n" + one)) == "|One|");
    CHECK(textsOf(subtitlesOf("1\n00:00:01,000 --> 00:00:02,000")) == "||");
}

TEST_CASE("lines of SRT end in CR, LF, CR LF or what programs make of it") {
    for (const char* end : {"\n", "\r", "\r\n", "\r\r\n"}) {
        std::string text;
        for (const char c : one + "\n" + "2\n00:00:03,000 --> 00:00:04,000\nFour\nfive\n") {
            text += c == '\n' ? std::string(end) : std::string(1, c);
        }
        CHECK(textsOf(subtitlesOf(text)) == "|One|Four\nfive|");
    }
}

TEST_CASE("SRT that is not UTF-8 is Windows-1252") {
    const TimedText timed = subtitlesOf("1\n00:00:01,000 --> 00:00:02,000\nCaf\xE9 \x80 \x93"
                                        "a\x94\n");
    CHECK(textsOf(timed) == "|Caf\xC3\xA9 \xE2\x82\xAC \xE2\x80\x9C"
                            "a\xE2\x80\x9D|");
    CHECK(problemsOf(timed) ==
          "3 utf-8 This file is not UTF-8 and is read as Windows-1252, which may be wrong. Save it as UTF-8.\n");
}

TEST_CASE("SRT in UTF-16 with a mark is read") {
    std::string little = "\xFF\xFE";
    std::string big = "\xFE\xFF";
    for (const char c : one) {
        little += std::string{c, '\0'};
        big += std::string{'\0', c};
    }
    CHECK(textsOf(subtitlesOf(little)) == "|One|");
    CHECK(textsOf(subtitlesOf(big)) == "|One|");
    CHECK(looksLikeSrt(little));
}

TEST_CASE("counters may be missing, wrong or twice") {
    const std::string subtitleTimes = "00:00:01,000 --> 00:00:02,000\n";
    CHECK(textsOf(subtitlesOf(subtitleTimes + "One\n\n" + subtitleTimes + "Two")) == "|One|Two|");
    const TimedText timed =
        subtitlesOf("7\n" + subtitleTimes + "One\n\n7\n" + subtitleTimes + "Two\n\n0\n" + subtitleTimes + "Three");
    CHECK(textsOf(timed) == "|One|Two|Three|");
    CHECK(timed.cues[2].id == "0");
}

TEST_CASE("no blank line need stand between cues") {
    CHECK(textsOf(subtitlesOf(one + four)) == "|One|Four|");
    CHECK(textsOf(subtitlesOf("00:00:01,000 --> 00:00:02,000\nOne\n00:00:03,000 --> 00:00:04,000\nTwo")) ==
          "|One|Two|");
}

TEST_CASE("blank lines between all lines change nothing") {
    const TimedText timed =
        subtitlesOf("1\n\n00:00:01,000 --> 00:00:02,000\n\nOne\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\nTwo\n\n");
    CHECK(textsOf(timed) == "|One|Two|");
    CHECK(timed.cues[1].id == "2");
}

TEST_CASE("words below a blank line are the cue's, and staff are told") {
    const TimedText timed = subtitlesOf("1\n00:00:01,000 --> 00:00:02,000\nOne\n\ntwo\n\n" + four);
    CHECK(textsOf(timed) == "|One\n\ntwo|Four|");
    CHECK(problemsOf(timed) ==
          "5 cue-blank There is a blank line within this cue. Other programs stop there: take it out.\n");
}

TEST_CASE("a number that a cue says is words") {
    CHECK(textsOf(subtitlesOf("1\n00:00:01,000 --> 00:00:02,000\n1966\n\n" + four)) == "|1966|Four|");
    CHECK(textsOf(subtitlesOf("00:00:01,000 --> 00:00:02,000\n1966\n\n00:00:03,000 --> 00:00:04,000\nFour")) ==
          "|1966|Four|");
}

TEST_CASE("times of SRT may have a dot, no hours, fewer digits, or nothing behind the seconds") {
    CHECK(timesOf("00:00:01,500 --> 00:00:02,000") == "1.5 2");
    CHECK(timesOf("00:00:01.500 --> 00:00:02.000") == "1.5 2");
    CHECK(timesOf("00:01,500 --> 01:02,000") == "1.5 62");
    CHECK(timesOf("0:0:1,500 --> 1:0:2,000") == "1.5 3602");
    CHECK(timesOf("00:00:01 --> 00:00:02") == "1 2");
    CHECK(timesOf(" 00:00:01,500-->00:00:02,000 ") == "1.5 2");
    CHECK(timesOf("00:00:01,500 -> 00:00:02,000") == "1.5 2");
    CHECK(timesOf("100:00:00,000 --> 100:00:01,000") == "360000 360001");
}

TEST_CASE("up to three digits of SRT are thousandths, as the common readers have it") {
    CHECK(timesOf("00:00:01,5 --> 00:00:02,50") == "1.005 2.05");
    CHECK(timesOf("00:00:01,1234 --> 00:00:02,250000") == "1.1234 2.25");
    CHECK(
        problemsOf(subtitlesOf("1\n00:00:01,5 --> 00:00:02,000\nOne")) ==
        "2 cue-fraction Times have three digits behind the comma, such as 00:00:01,500. These are read as thousandths, "
        "which may not be what was meant.\n");
}

TEST_CASE("coordinates behind the times of SRT count for nothing") {
    const TimedText timed = subtitlesOf("1\n00:00:01,000 --> 00:00:02,000  X1:040 X2:600 Y1:020 Y2:050\nOne");
    CHECK(textsOf(timed) == "|One|");
    CHECK(timed.cues[0].settings == CueSettings{});
}

TEST_CASE("words under times of SRT that are wrong are dropped, and staff are told") {
    const TimedText timed =
        subtitlesOf(one + "\n2\n00:00:0x --> 00:00:04,000\nLost\n\n3\n00:00:05,000 --> 00:00:06,000\nTwo");
    CHECK(textsOf(timed) == "|One|Two|");
    CHECK(problemsOf(timed) == "6 cue-times “00:00:0x --> 00:00:04,000” has an arrow, but not two times such as "
                               "00:00:01,000 --> 00:00:04,000. "
                               "What stands below it is never shown.\n");
}

TEST_CASE("an arrow among words of SRT is words") {
    CHECK(textsOf(subtitlesOf("1\n00:00:01,000 --> 00:00:02,000\nOne --> two")) == "|One --> two|");
}

TEST_CASE("words above the first times of SRT are told of") {
    CHECK(problemsOf(subtitlesOf("Subtitles by hand\n\n" + one)) ==
          "1 no-times “Subtitles by hand” has no times, so it is never shown. Put a line such as 00:00:01,000 --> "
          "00:00:04,000 above it.\n");
}

TEST_CASE("staff read of cues of SRT that end too early, begin too early or say nothing") {
    CHECK(problemsOf(subtitlesOf("1\n00:00:02,000 --> 00:00:01,000\nOne\n\n2\n00:00:01,000 --> 00:00:02,000\n\n")) ==
          "2 cue-end This cue ends before it has begun, so it is never shown. Look at its two times.\n"
          "6 cue-order This cue begins before the one above it. Put the cues in order of time.\n"
          "6 cue-empty This cue has no words. Write them, or take it out.\n");
}

TEST_CASE("a file without times is no SRT") {
    for (const char* text : {"", "\n\n", "1\n2\n3\n", "Words", "WEBVTT\n\n", "00:00:0x --> 00:00:04,000\nLost"}) {
        INFO(text);
        const auto timed = readSrt(text);
        REQUIRE_FALSE(timed.has_value());
        CHECK(timed.error().code == "not-srt");
        CHECK(timed.error().message ==
              "There are no captions in this file. SRT has a number, a line such as 00:00:01,000 "
              "--> 00:00:04,000, words, and a blank line.");
    }
}

TEST_CASE("SRT has bold, italic and underlined words, in small or large letters") {
    CHECK(spansOf(saying("a<b>b</b><I>c</I><u>d</u>e")) == "-:a|b:b|i:c|u:d|-:e");
    CHECK(spansOf(saying("<i>a<b>b</i>c</b>d")) == "i:a|bi:b|b:c|-:d"); // crossed
    CHECK(spansOf(saying("</b>a<b>b")) == "-:a|b:b");
    CHECK(spansOf(saying("<i>a\nb</i>")) == "i:a\nb");
}

TEST_CASE("a colour of SRT is a class") {
    CHECK(spansOf(saying("<font color=\"#FFFF00\">a</font>b")) == ".yellow:a|-:b");
    CHECK(spansOf(saying("<font face='x' color=red>a<font size=3>b</font>c</font>d")) == ".red:abc|-:d");
    CHECK(spansOf(saying("<font color='#12ab34'>a<FONT COLOR=\"Lime\">b")) == ".#12ab34:a|.lime.#12ab34:b");
}

TEST_CASE("what looks like another tag in SRT is words") {
    CHECK(plainText(saying("a < b, <3 and <whispers> c > d <b")) == "a < b, <3 and <whispers> c > d <b");
}

TEST_CASE("references in SRT need their semicolon") {
    CHECK(plainText(saying("&amp;&lt;b&gt;&nbsp;&#233; R&amp D&copy")) == "&<b>\xC2\xA0\xC3\xA9 R&amp D&copy");
}

TEST_CASE("a place of SRT is a line and an alignment") {
    const auto placed = [](const char* tag) { return saying(std::string("{\\an") + tag + "}One").settings; };
    CHECK(placed("2") == CueSettings{});
    CHECK(placed("8").line == 0);
    CHECK(placed("8").snapToLines);
    CHECK(placed("8").align == CueSettings::Align::centre);
    CHECK(placed("7").align == CueSettings::Align::left);
    CHECK(placed("9").align == CueSettings::Align::right);
    CHECK(placed("5").line == 50);
    CHECK_FALSE(placed("5").snapToLines);
    CHECK(placed("5").lineAlign == CueSettings::LineAlign::centre);
    CHECK(placed("1").line == std::nullopt);
    CHECK(placed("1").align == CueSettings::Align::left);
    CHECK(placed("8}{\\an1").line == 0); // the first counts
    CHECK(placed("0") == CueSettings{});
}

TEST_CASE("overrides in braces of SRT are no words, other braces are") {
    CHECK(plainText(saying("{\\an8}{\\pos(10,20)}One {two} {\\three")) == "One {two} {\\three");
    CHECK(spansOf(saying("a{\\i1}b{\\i0}c{\\b1\\u1}d")) == "-:a|i:b|-:c|bu:d");
    CHECK(plainText(saying("{}{\\}One")) == "{}One");
}

TEST_CASE("a file is known as SRT by its counter and times") {
    CHECK(looksLikeSrt(one));
    CHECK(looksLikeSrt("\xEF\xBB\xBF\r\n" + one));
    CHECK(looksLikeSrt("00:00:01,000 --> 00:00:02,000\nOne"));
    for (const char* text :
         {"", "1", "1\n2\n", "One\n00:00:01,000 --> 00:00:02,000", "WEBVTT\n\n00:01.000 --> 00:02.000"}) {
        CHECK_FALSE(looksLikeSrt(text));
    }
}

TEST_CASE("captions are WebVTT where they have its signature, else SRT") {
    CHECK(readTimedText("WEBVTT\n\n00:01.000 --> 00:02.000\nOne")->cues.size() == 1);
    CHECK(readTimedText(one)->cues.size() == 1);
    CHECK(readTimedText("WEBVTTx\n").error().code == "not-srt");
}

TEST_CASE("SRT that repeats takes time as it is long") {
    for (const char* part :
         {"<", "{\\", "&", "<b>", "<font color=a>x", "{\\i1}", "\n", "1\n", "{\\an8}", "a<", "<i\n"}) {
        INFO(part);
        std::string text = "1\n00:00:01,000 --> 00:00:02,000\n";
        for (int i = 0; i < 200'000; ++i) {
            text += part;
        }
        CHECK(subtitlesOf(text).cues.size() == 1);
    }
}
