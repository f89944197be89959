#include "tests/engine/content/timed_text/webvtt_reading.hpp"

using namespace schacht::content;

namespace {

std::string plain(const std::string& words) {
    return plainText(cueSaying(words));
}

std::string spans(const std::string& words) {
    return spansOf(cueSaying(words));
}

} // namespace

TEST_CASE("a cue's text stays as the file has it") {
    const Cue cue = cueSaying("<v Anna>One &amp; <b>two");
    CHECK(cue.text == "<v Anna>One &amp; <b>two");
    CHECK(plainText(cue) == "One & two");
}

TEST_CASE("bold, italic and underlined words are spans") {
    CHECK(spans("a<b>b</b>c<i>d</i>e<u>f</u>") == "-:a|b:b|-:c|i:d|-:e|u:f");
    CHECK(spans("<b>a<i>b<u>c</u></i></b>d") == "b:a|bi:b|biu:c|-:d");
}

TEST_CASE("a tag that is never closed holds to the cue's end") {
    CHECK(spans("a<b>b\nc") == "-:a|b:b\nc");
}

TEST_CASE("an end tag counts only where its element is the innermost") {
    CHECK(spans("<b>a<i>b</b>c</i>d</b>e") == "b:a|bi:bc|b:d|-:e");
    CHECK(spans("a</b>b</i>") == "-:ab");
}

TEST_CASE("tags that the standard does not have are left out, their words kept") {
    CHECK(plain("a<x>b</x>c<font color=red>d</font>e<br>f<B>g") == "abcdefg");
    CHECK(spans("a<B>b</B>") == "-:ab");
}

TEST_CASE("a tag begins at any < sign and ends at the next > sign or the end") {
    CHECK(plain("a < b") == "a ");
    CHECK(plain("a < b > c") == "a  c");
    CHECK(plain("a <") == "a ");
    CHECK(plain("a <b") == "a ");
    CHECK(plain("a </b") == "a ");
    CHECK(plain("<<b>>a") == ">a");
    CHECK(plain("a <> b") == "a  b");
    CHECK(plain("a > b") == "a > b");
    CHECK(plain("<b\nc>d") == "d");
}

TEST_CASE("classes stand behind a tag's name, innermost first") {
    CHECK(spans("<c.a>b</c>c") == ".a:b|-:c");
    CHECK(spans("<c.a.b>c") == ".b.a:c");
    CHECK(spans("<b.a>b<i.c>d") == "b.a:b|bi.c.a:d");
    CHECK(spans("<c>a") == "-:a");
}

TEST_CASE("empty classes are none") {
    CHECK(spans("<c..a..>b") == ".a:b");
    CHECK(spans("<c.>b") == "-:b");
    CHECK(plain("<.a>b</.a>c") == "bc");
}

TEST_CASE("a class ends at white space") {
    CHECK(spans("<c.a b.c>d") == ".a:d");
    CHECK(spans("<c.a\nb>d") == ".a:d");
    CHECK(spans("<c.a\tb>d") == ".a:d");
}

TEST_CASE("a class holds any other sign, references too") {
    CHECK(spans("<c.a&amp;/<b>c") == ".a&amp;/<b:c");
}

TEST_CASE("a voice is the annotation of a v") {
    CHECK(firstVoice(cueSaying("<v Anna>One")) == "Anna");
    CHECK(firstVoice(cueSaying("One <v Anna Maria>two</v> <v Bert>three")) == "Anna Maria");
    CHECK(firstVoice(cueSaying("<v.loud Anna>One")) == "Anna");
    CHECK(firstVoice(cueSaying("One")) == std::nullopt);
}

TEST_CASE("a voice's white space is made single, and left out at its ends") {
    CHECK(firstVoice(cueSaying("<v \t Anna \n\t  Maria  >One")) == "Anna Maria");
    CHECK(firstVoice(cueSaying("<v\nAnna>One")) == "Anna");
}

TEST_CASE("references in a voice are decoded") {
    CHECK(firstVoice(cueSaying("<v Anna &amp; J&oumlrg &lt;&gt;>One")) == "Anna & J\xC3\xB6rg <>");
    CHECK(firstVoice(cueSaying("<v a&>One")) == "a&");
    CHECK(firstVoice(cueSaying("<v a&#32;&#32;b&Tab;>One")) == "a b");
}

TEST_CASE("a v without a name is a voice without a name") {
    CHECK(firstVoice(cueSaying("<v>One")) == "");
    CHECK(firstVoice(cueSaying("<v.a>One")) == "");
}

TEST_CASE("each span says who speaks") {
    const Cue cue = cueSaying("a<v Anna>b<v Bert>c</v>d</v>e");
    REQUIRE(cue.spans.size() == 5);
    CHECK(cue.voices == std::vector<std::string>{"Anna", "Bert"});
    CHECK(cue.spans[0].voice == CueSpan::none);
    CHECK(cue.spans[1].voice == 0);
    CHECK(cue.spans[2].voice == 1);
    CHECK(cue.spans[3].voice == 0);
    CHECK(cue.spans[4].voice == CueSpan::none);
}

TEST_CASE("each span says its language") {
    const Cue cue = cueSaying("a<lang nl-BE>b<lang>c</lang>d</lang>e");
    REQUIRE(cue.spans.size() == 5);
    CHECK(cue.languages == std::vector<std::string>{"nl-BE", ""});
    CHECK(cue.spans[1].language == 0);
    CHECK(cue.spans[2].language == 1);
    CHECK(cue.spans[3].language == 0);
    CHECK(cue.spans[4].language == CueSpan::none);
}

TEST_CASE("ruby has a base and a text") {
    CHECK(spans("<ruby>a<rt>b</rt>c<rt>d</rt></ruby>e") == "R:a|T:b|R:c|T:d|-:e");
    CHECK(plain("<ruby>a<rt>b</rt></ruby>") == "ab");
}

TEST_CASE("the end of a ruby ends its text too") {
    CHECK(spans("<ruby>a<rt>b</ruby>c") == "R:a|T:b|-:c");
}

TEST_CASE("an rt counts only directly in a ruby") {
    CHECK(spans("<rt>a</rt>") == "-:a");
    CHECK(spans("<ruby><b>a<rt>b</rt></b></ruby>") == "bR:ab");
    CHECK(spans("<ruby>a<rt>b<rt>c</rt>d") == "R:a|T:bc|R:d");
}

TEST_CASE("a time among the words says from when they are said") {
    const Cue cue = cueSaying("a<00:01.500>b<b>c<00:00:01.750>d</b>e");
    REQUIRE(cue.spans.size() == 5);
    CHECK(cue.spans[0].from == std::nullopt);
    CHECK(cue.spans[1].from == 1.5);
    CHECK(cue.spans[2].from == 1.5);
    CHECK(cue.spans[3].from == 1.75);
    CHECK(cue.spans[4].from == 1.75);
}

TEST_CASE("a time among the words that is not well written is left out") {
    for (const char* tag :
         {"<1>", "<00:01>", "<00:01.5>", "<00:01.500 >", "<00:01.500.a>", "<00:99.000>", "<00:01,500>"}) {
        INFO(tag);
        const Cue cue = cueSaying("a" + std::string(tag) + "b");
        REQUIRE(cue.spans.size() == 1);
        CHECK(cue.spans[0].text == "ab");
    }
}

TEST_CASE("the references of the standard's own examples are decoded") {
    CHECK(plain("&amp;&lt;&gt;&lrm;&rlm;&nbsp;") == "&<>\xE2\x80\x8E\xE2\x80\x8F\xC2\xA0");
}

TEST_CASE("all of HTML's names are decoded") {
    CHECK(plain("&eacute;&Eacute;&hellip;&euro;&quot;&apos;") == "\xC3\xA9\xC3\x89\xE2\x80\xA6\xE2\x82\xAC\"'");
    CHECK(plain("&AElig;|&zwnj;|&CounterClockwiseContourIntegral;") == "\xC3\x86|\xE2\x80\x8C|\xE2\x88\xB3");
    CHECK(plain("&NotEqualTilde;&fjlig;") == "\xE2\x89\x82\xCC\xB8"
                                             "fj"); // two characters each
    CHECK(plain("&Tab;&NewLine;") == "\t\n");
}

TEST_CASE("HTML's old names are decoded without a semicolon, also within words") {
    CHECK(plain("&amp &lt &copy2024 &notit; &ampx") == "& < \xC2\xA9"
                                                       "2024 \xC2\xACit; &x");
    CHECK(plain("&AMP&AMP;") == "&&");
}

TEST_CASE("of two names that begin a text the longer is meant") {
    CHECK(plain("&notin;|&notinx|&not;") == "\xE2\x88\x89|\xC2\xACinx|\xC2\xAC");
    CHECK(plain("&sup1;&sup;&supe;") == "\xC2\xB9\xE2\x8A\x83\xE2\x8A\x87");
}

TEST_CASE("what is no reference stays as it is") {
    for (const char* words : {"&", "a & b", "&;", "&foo;", "&hellip", "&lrm", "&#;", "&#x;", "&#xg;", "&#a", "&&",
                              "& amp;", "&Eacut", "&zwnj"}) {
        INFO(words);
        CHECK(plain(words) == words);
    }
}

TEST_CASE("numbers are decoded, decimal and hexadecimal, with a semicolon or without") {
    CHECK(plain("&#65;&#x42;&#X43;&#68 &#x45g") == "ABCD Eg");
    CHECK(plain("&#8364;&#x20AC;&#x1F600;") == "\xE2\x82\xAC\xE2\x82\xAC\xF0\x9F\x98\x80");
    CHECK(plain("&#0000065;") == "A");
}

TEST_CASE("numbers of no character become a replacement character") {
    for (const char* words : {"&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#99999999999999999999;", "&#x0"}) {
        INFO(words);
        CHECK(plain(words) == "\xEF\xBF\xBD");
    }
}

TEST_CASE("numbers of control characters mean letters of Windows-1252") {
    CHECK(plain("&#128;&#x85;&#150;&#x9F;") == "\xE2\x82\xAC\xE2\x80\xA6\xE2\x80\x93\xC5\xB8");
    CHECK(plain("&#x81;") == "\xC2\x81");
}

TEST_CASE("references do not make tags") {
    CHECK(spans("&lt;b&gt;a") == "-:<b>a");
}

TEST_CASE("words that look the same are one span") {
    CHECK(spans("a<x>b</x>&amp;c</i>d") == "-:ab&cd");
    CHECK(spans("<b>a</b><b>b</b>") == "b:ab");
}
