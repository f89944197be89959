#include "engine/content/language/rules.hpp"
#include "engine/content/language/plain_letters.hpp"

#include "tests/catch.hpp"

#include <regex>

namespace schacht::content {
namespace {

bool matches(std::string_view text, std::string_view pattern) {
    return std::regex_search(std::string(text), std::regex(std::string(pattern)));
}

} // namespace

TEST_CASE("a language tag has the shape of BCP 47 in its usual case") {
    for (const char* good : {"nl", "vgt", "nl-BE", "zh-Hant", "zh-Hant-TW", "es-419", "zh-yue", "de-1996", "sl-rozaj",
                             "nl-x-kempen", "sgn-BE"}) {
        INFO(good);
        CHECK(isLanguageTag(good));
        CHECK(matches(good, languagePattern));
    }
    for (const char* bad : {"", "n", "NL", "nl_BE", "nl-be", "dutch", "nl-", "-nl", "nl--BE", "zh-hant", "nl-BE-Latn",
                            "nl-x", "nl x", "nl-Hant-Hant"}) {
        INFO(bad);
        CHECK(!isLanguageTag(bad));
        CHECK(!matches(bad, languagePattern));
    }
}

TEST_CASE("the schema's patterns accept what the reader accepts") {
    for (const char* text :
         {"https://creativecommons.org/licenses/by/4.0/", "http://rightsstatements.org/vocab/InC/1.0/",
          "https://creativecommons.org/", "https://example.org/", "http://", "https://a b", "ftp://example.org",
          "#7CC9CF", "#7cc9cf", "#7CC9C", "7CC9CFF", "coal-at-as", "Coal", ""}) {
        INFO(text);
        CHECK(isRightsAddress(text) == matches(text, rightsPattern));
        CHECK(isWebAddress(text) == matches(text, webPattern));
        CHECK(isColour(text) == matches(text, colourPattern));
        CHECK(isId(text) == matches(text, idPattern));
    }
}

TEST_CASE("the nearest word is the one with the fewest slips of the pen") {
    const std::vector<std::string_view> keys = {"summary", "sources", "title"};
    CHECK(nearest("sumary", keys) == "summary");
    CHECK(nearest("tilte", keys) == "title");
    CHECK(nearest("source", keys) == "sources");
    CHECK(nearest("cover", keys).empty());
    CHECK(nearest("title", {"title"}).empty());
    CHECK(nearest(std::string(100'000, 'a'), keys).empty());
    CHECK(nearest("TITLE", keys) == "title");
    CHECK(nearest("Sümmary", keys) == "summary");
}

TEST_CASE("a word that is a part of one other only is taken for it") {
    const std::vector<std::string_view> words = {"photographed", "filmed", "mines", "the-lamp", "the-lamp-room"};
    CHECK(onlyLonger("photo", words) == "photographed");
    CHECK(onlyLonger("The mines", words) == "mines");
    CHECK(onlyLonger("the-lamp-r", words) == "the-lamp-room");
    CHECK(onlyLonger("the-", words).empty());
    CHECK(onlyLonger("fil", words).empty());
    CHECK(onlyLonger("filmed", words).empty());
}

TEST_CASE("letters are the same however their accents are written") {
    CHECK(plainLetters("Cité Été") == "cite ete");
    CHECK(plainLetters("cite\u0301") == "cite");
    CHECK(plainLetters("Straße, Łódź, İĲ, Šárka") == "strasse, lodz, iij, sarka");
    CHECK(plainLetters("Шахта \xFF\xC3") == "Шахта \xFF\xC3");
    CHECK(hasAccentsApart("cite\u0301"));
    CHECK(!hasAccentsApart("cité"));
}

TEST_CASE("the id that stands nearest to some words has no more than an id may") {
    CHECK(asId("De Cité (2)") == "de-cite-2");
    CHECK(asId("  André Dumont ") == "andre-dumont");
    CHECK(asId("Шахта").empty());
}

TEST_CASE("words of a file in a sentence are cut and cannot move the cursor") {
    CHECK(inQuotes("a\x1B[2Jb\n") == "“a�[2Jb�”");
    CHECK(inQuotes(std::string(1000, 'a')) == "“" + std::string(60, 'a') + "…”");
    CHECK(inQuotes("\xFFé") == "“�é”");
}

TEST_CASE("invalid UTF-8 is found where it begins") {
    for (const char* good : {"", "coal", "éßあ😀", "\xF4\x8F\xBF\xBF", "eight bytes of it and é"}) {
        INFO(good);
        CHECK(firstInvalidUtf8(good) == std::string_view(good).size());
    }
    for (const char* bad : {"\x80", "\xC0\x80", "\xC3", "\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
                            "\xF5\x80\x80\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
        CHECK(firstInvalidUtf8("twelve bytes" + std::string(bad)) == 12);
    }
}

} // namespace schacht::content
