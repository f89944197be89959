#include "tests/engine/content/timed_text/webvtt_reading.hpp"

using namespace schacht::content;

TEST_CASE("WebVTT begins with its signature, alone or with space, tab or the line's end behind it") {
    for (const char* text : {"WEBVTT", "WEBVTT\n", "WEBVTT\r", "WEBVTT\r\n", "WEBVTT ", "WEBVTT\t", "WEBVTT words",
                             "WEBVTT\tKind: captions", "\xEF\xBB\xBFWEBVTT\n"}) {
        INFO(text);
        CHECK(hasWebVttSignature(text));
        CHECK(captionsOf(text).cues.empty());
    }
}

TEST_CASE("a file without WebVTT's signature is refused") {
    for (const std::string& text :
         {std::string(), std::string("WEBVT"), std::string("WebVTT\n"), std::string("webvtt"), std::string("WEBVTTs"),
          std::string("WEBVTT\0\n", 8), std::string(" WEBVTT"), std::string("\nWEBVTT"), std::string("WEBVTT\f"),
          std::string("WEBVTT\xC2\xA0"), std::string("\xEF\xBB\xBF\xEF\xBB\xBFWEBVTT"), std::string("\xFF\xFEW")}) {
        INFO(text);
        CHECK_FALSE(hasWebVttSignature(text));
        const auto timed = readWebVtt(text);
        REQUIRE_FALSE(timed.has_value());
        CHECK(timed.error().code == "not-webvtt");
        CHECK(timed.error().message == "This file does not begin with WEBVTT, so it holds no WebVTT captions. Write "
                                       "WEBVTT on its first line.");
    }
}

TEST_CASE("a cue has times and the lines below them") {
    const TimedText timed = captionsOf("WEBVTT\n\n" + times + "One\ntwo\n\n" + times + "Three\n");
    CHECK(textsOf(timed) == "|One\ntwo|Three|");
    CHECK(timed.cues[0].start == 1);
    CHECK(timed.cues[0].end == 2);
    CHECK(timed.cues[0].id.empty());
    CHECK(timed.cues[0].settings == CueSettings{});
    CHECK_FALSE(timed.cues[0].region);
}

TEST_CASE("the line above a cue's times is its id, whatever it says") {
    const TimedText timed = captionsOf("WEBVTT\n\n1\n" + times + "One\n\n a \xC3\xA9 - - \n" + times +
                                       "Two\n\nSTYLE\n" + times + "Three\n\nNOTE\n" + times + "Four");
    REQUIRE(timed.cues.size() == 4);
    CHECK(timed.cues[0].id == "1");
    CHECK(timed.cues[1].id == " a \xC3\xA9 - - ");
    CHECK(timed.cues[2].id == "STYLE");
    CHECK(timed.cues[3].id == "NOTE");
}

TEST_CASE("a block whose third line has times is two: words, and a cue without an id") {
    const TimedText timed = captionsOf("WEBVTT\n\nOne\ntwo\n" + times + "Three");
    CHECK(textsOf(timed) == "|Three|");
    CHECK(timed.cues[0].id.empty());
}

TEST_CASE("CR, LF and CR LF end lines") {
    for (const char* text :
         {"WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nOne\r\ntwo\r\n", "WEBVTT\r\r00:01.000 --> 00:02.000\rOne\rtwo\r",
          "WEBVTT\n\r00:01.000 --> 00:02.000\r\nOne\ntwo"}) {
        CHECK(textsOf(captionsOf(text)) == "|One\ntwo|");
    }
}

TEST_CASE("a NUL becomes a replacement character") {
    const std::string text("WEBVTT\n\n\0id\n00:01.000 --> 00:02.000\nO\0ne", 40);
    const TimedText timed = captionsOf(text);
    REQUIRE(timed.cues.size() == 1);
    CHECK(timed.cues[0].id == "\xEF\xBF\xBDid");
    CHECK(timed.cues[0].text == "O\xEF\xBF\xBDne");
}

TEST_CASE("bytes that are not UTF-8 become replacement characters, one for each part that could begin a character") {
    const auto shown = [](const char* bytes) { return captionsOf("WEBVTT\n\n" + times + bytes).cues.at(0).text; };
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(shown("caf\xE9") == "caf" + mark);
    CHECK(shown("\xE2\x82 a") == mark + " a");                     // two of three bytes
    CHECK(shown("\xF0\x9F\x98 a") == mark + " a");                 // three of four
    CHECK(shown("\xC0\xAF") == mark + mark);                       // overlong
    CHECK(shown("\xED\xA0\x80") == mark + mark + mark);            // a surrogate
    CHECK(shown("\xF4\x90\x80\x80") == mark + mark + mark + mark); // above U+10FFFF
    CHECK(shown("\x80\xFF") == mark + mark);
    CHECK(shown("\xC3\xA9\xEF\xBF\xBE") == "\xC3\xA9\xEF\xBF\xBE"); // a noncharacter is a character
}

TEST_CASE("lines up to the first blank one are the header, and no cue") {
    CHECK(textsOf(captionsOf("WEBVTT\nKind: captions\nLanguage: nl\n\n" + times + "One")) == "|One|");
    CHECK(textsOf(captionsOf("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n" + times + "One")) ==
          "|One|");
}

TEST_CASE("an arrow ends the header, and its line begins a cue") {
    CHECK(textsOf(captionsOf("WEBVTT\n" + times + "One")) == "|One|");
    const TimedText timed = captionsOf("WEBVTT\nid\n" + times + "One");
    CHECK(textsOf(timed) == "|One|");
    CHECK(timed.cues[0].id.empty()); // it was the header's
}

TEST_CASE("an arrow in the line of the signature is a part of the header") {
    CHECK(textsOf(captionsOf("WEBVTT 00:01.000 --> 00:02.000\n\n" + times + "One")) == "|One|");
}

TEST_CASE("a header may end in any number of blank lines") {
    CHECK(textsOf(captionsOf("WEBVTT\n\n\n\n\n" + times + "One\n\n\n\n")) == "|One|");
}

TEST_CASE("a line of spaces is no blank line") {
    CHECK(textsOf(captionsOf("WEBVTT\n\n" + times + "One\n \nTwo\n\t\nThree")) == "|One\n \nTwo\n\t\nThree|");
}

TEST_CASE("an arrow among a cue's words ends the cue") {
    CHECK(textsOf(captionsOf("WEBVTT\n\n" + times + "One\n" + times + "Two")) == "|One|Two|");
    CHECK(textsOf(captionsOf("WEBVTT\n\n" + times + "One\nTo --> the shaft\nTwo\n\n" + times + "Three")) ==
          "|One|Three|");
}

TEST_CASE("a cue without words is kept") {
    CHECK(textsOf(captionsOf("WEBVTT\n\n" + times + "\n" + times)) == "|||");
    CHECK(textsOf(captionsOf("WEBVTT\n\n" + times + times + "One")) == "||One|");
    CHECK(textsOf(captionsOf("WEBVTT\n\n00:01.000 --> 00:02.000")) == "||");
}

TEST_CASE("words under times that are wrong are dropped, up to the next blank line or arrow") {
    CHECK(textsOf(captionsOf("WEBVTT\n\n00:01 --> 00:02\nOne\n\n" + times + "Two")) == "|Two|");
    CHECK(textsOf(captionsOf("WEBVTT\n\n-->\nOne\n" + times + "Two")) == "|Two|");
    CHECK(textsOf(captionsOf("WEBVTT\n\nid\n-->\n" + times + "Two")) == "|Two|");
}

TEST_CASE("times directly under times that are wrong begin a cue of their own") {
    const TimedText timed = captionsOf("WEBVTT\n\nfoo --> bar\n" + times + "One");
    CHECK(textsOf(timed) == "|One|");
    CHECK(timed.cues[0].id.empty());
}

TEST_CASE("notes are no cues, wherever they stand") {
    CHECK(textsOf(captionsOf("WEBVTT\n\nNOTE\n\nNOTE one\ntwo\n\n" + times + "One\n\nNOTE\nthree\n\n" + times +
                             "Two\n")) == "|One|Two|");
}

TEST_CASE("a note inside a cue is its words") {
    CHECK(textsOf(captionsOf("WEBVTT\n\n" + times + "One\nNOTE two")) == "|One\nNOTE two|");
}

TEST_CASE("an arrow in a note ends it") {
    CHECK(textsOf(captionsOf("WEBVTT\n\nNOTE one\ntwo\n" + times + "Three")) == "|Three|");
    CHECK(textsOf(captionsOf("WEBVTT\n\nNOTE one -->\ntwo\n\n" + times + "Three")) == "|Three|");
}

TEST_CASE("a style sheet is no cue, and no blank line stands in it") {
    CHECK(textsOf(captionsOf("WEBVTT\n\nSTYLE\n::cue { color: red }\n\nSTYLE \t\n::cue(b) {}\n\n" + times + "One")) ==
          "|One|");
}

TEST_CASE("an arrow in a style sheet ends it, and its line begins a cue") {
    CHECK(textsOf(captionsOf("WEBVTT\n\nSTYLE\n::cue {}\n" + times + "One")) == "|One|");
}

TEST_CASE("regions have settings, over lines or in one") {
    const TimedText timed = captionsOf("WEBVTT\n\nREGION\nid:fred width:40%\nlines:2\nregionanchor:10%,90.5%\t"
                                       "viewportanchor:0.5%,100%\nscroll:up\n\nREGION\nid:bill\n\n" +
                                       times + "One");
    REQUIRE(timed.regions.size() == 2);
    CHECK(timed.regions[0] == Region{"fred", 40, 2, 10, 90.5, 0.5, 100, true});
    CHECK(timed.regions[1] == Region{"bill", 100, 3, 0, 100, 0, 100, false});
}

TEST_CASE("a region's settings that are not well written are ignored") {
    for (const char* setting : {"width:40",
                                "width:-1%",
                                "width:101%",
                                "width:.5%",
                                "width:5.%",
                                "width: 40%",
                                "Width:40%",
                                "lines:-1",
                                "lines:1.5",
                                "lines:2%",
                                "lines:a",
                                "regionanchor:1%",
                                "regionanchor:1%,",
                                "regionanchor:1%,2",
                                "regionanchor:1%;2%",
                                "regionanchor:1%,2%,3%",
                                "viewportanchor:,2%",
                                "viewportanchor:1,2%",
                                "scroll:down",
                                "scroll:UP",
                                "scroll",
                                ":id",
                                "id:",
                                "height:5%"}) {
        INFO(setting);
        const TimedText timed = captionsOf("WEBVTT\n\nREGION\n" + std::string(setting));
        REQUIRE(timed.regions.size() == 1);
        CHECK(timed.regions[0] == Region{});
    }
}

TEST_CASE("a region's number of lines is any whole number") {
    const auto lines = [](const std::string& number) {
        return captionsOf("WEBVTT\n\nREGION\nlines:" + number).regions.at(0).lines;
    };
    CHECK(lines("0") == 0);
    CHECK(lines("007") == 7);
    CHECK(lines("18446744073709551616") == 18446744073709551616.0);
    CHECK(lines(std::string(400, '9')) > 1e300);
}

TEST_CASE("what stands behind a region's first colon is its value") {
    CHECK(captionsOf("WEBVTT\n\nREGION\nid:a:b:").regions.at(0).id == "a:b:");
    CHECK(captionsOf("WEBVTT\n\nREGION\nid:-->x\n\nREGION\nid:one\nid:two").regions.at(0).id == "two");
}

TEST_CASE("a region needs its keyword alone on the line, and a line below it") {
    for (const char* text : {"REGION", "REGION\n", "REGION:\nid:a", "REGION a\nid:a", "Region\nid:a", " REGION\nid:a",
                             "REGIONS\nid:a", "REGION id:a\nlines:4"}) {
        INFO(text);
        CHECK(captionsOf("WEBVTT\n\n" + std::string(text)).regions.empty());
    }
    CHECK(captionsOf("WEBVTT\n\nREGION \t \nid:a").regions.size() == 1);
}

TEST_CASE("a region in the header is none") {
    CHECK(captionsOf("WEBVTT\nREGION\nid:a\n\n").regions.empty());
}

TEST_CASE("regions and styles below the first cue are ignored") {
    const TimedText timed =
        captionsOf("WEBVTT\n\n" + times + "One\n\nREGION\nid:a\n\n00:03.000 --> 00:04.000 region:a\nTwo");
    CHECK(timed.regions.empty());
    CHECK(textsOf(timed) == "|One|Two|");
    CHECK_FALSE(timed.cues[1].region);
}

TEST_CASE("times that are wrong do not yet end the time of regions") {
    CHECK(captionsOf("WEBVTT\n\n-->\n\nREGION\nid:a\n\n" + times).regions.size() == 1);
}

TEST_CASE("a large file of captions is read in a moment") {
    std::string text = "WEBVTT\n\n";
    for (int cue = 0; cue < 100'000; ++cue) {
        text += "00:01.000 --> 00:02.000 line:10%\n<v Anna>One <b>two</b> &amp; three\n\n";
    }
    CHECK(captionsOf(text).cues.size() == 100'000);
}

TEST_CASE("what repeats a thousandfold takes time as it is long") {
    const std::size_t many = 200'000;
    const auto repeated = [&](std::string_view part) {
        std::string text;
        for (std::size_t i = 0; i < many; ++i) {
            text += part;
        }
        return text;
    };
    for (const char* part :
         {"<b>", "<c.a>x", "</", "<v x>y", "&", "&#", "&a", "<", "<ruby><rt>", "<lang a>b", "<1>x"}) {
        INFO(part);
        CHECK(captionsOf("WEBVTT\n\n" + times + repeated(part)).cues.size() == 1);
    }
    for (const char* part : {"\n", "-->\n", "a\n", "REGION\nid:a\n\n", "STYLE\na\n\n", "\r", "a:b "}) {
        INFO(part);
        CHECK(captionsOf("WEBVTT\n\n" + repeated(part)).cues.empty());
    }
}
