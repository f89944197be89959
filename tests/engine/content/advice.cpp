#include "engine/content/foreign_file.hpp"
#include "engine/content/language_advice.hpp"
#include "engine/content/rules.hpp"
#include "engine/content/value_advice.hpp"
#include "tests/catch.hpp"

/// What a curator probably meant.
namespace schacht::content {
namespace {

using Kind = JsonValue::Kind;

std::string meant(Kind wanted, std::string_view written, Kind kind = Kind::string) {
    JsonValue value;
    value.kind = kind;
    value.text = written;
    return meantAs(wanted, value);
}

} // namespace

TEST_CASE("a number is told from a text that was meant as one") {
    CHECK(meant(Kind::number, "4500") == "4500");
    CHECK(meant(Kind::number, "-3.5") == "-3.5");
    CHECK(meant(Kind::number, "4.500") == "4500");
    CHECK(meant(Kind::number, "1 234 567") == "1234567");
    CHECK(meant(Kind::number, "2,5") == "2.5");
    CHECK(meant(Kind::number, "1:30") == "90");
    CHECK(meant(Kind::number, "1:00:02,5") == "3602.5");
    CHECK(meant(Kind::number, "1:75").empty());
    CHECK(meant(Kind::number, "ten").empty());
    CHECK(meant(Kind::number, std::string(100'000, '1')).empty());
    CHECK(meantThousands("4.500") == "4500");
    CHECK(meantThousands("0.500").empty());
    CHECK(meantThousands("4.50").empty());
}

TEST_CASE("a text, a list and true or false are told from what was meant as one") {
    CHECK(meant(Kind::string, "1901", Kind::number) == "\"1901\"");
    CHECK(meant(Kind::array, "nl, en") == "[\"nl\", \"en\"]");
    CHECK(meant(Kind::array, "say \"nl\"").empty());
    CHECK(meant(Kind::array, "nl,,en").empty());
    CHECK(meant(Kind::boolean, "Ja") == "true");
    CHECK(meant(Kind::boolean, "FALSE") == "false");
    CHECK(meant(Kind::boolean, "perhaps").empty());
    CHECK(meant(Kind::object, "media/lamp.svg").empty());
}

TEST_CASE("a colour, an address and rights are told from what people write for them") {
    CHECK(meantColour("7CC9CF") == "#7CC9CF");
    CHECK(meantColour("#7cf") == "#77ccff");
    CHECK(meantColour("red").empty());
    CHECK(meantAddress("www.example.org/a") == "https://www.example.org/a");
    CHECK(meantAddress("https:/example.org") == "https://example.org");
    CHECK(meantAddress("info@example.org").empty());
    CHECK(meantAddress("see the book").empty());
    CHECK(meantRights("CC BY-NC-SA 3.0") == "https://creativecommons.org/licenses/by-nc-sa/3.0/");
    CHECK(meantRights("cc0") == "https://creativecommons.org/publicdomain/zero/1.0/");
    CHECK(meantRights("(c) 1966 Museum") == "https://rightsstatements.org/vocab/InC/1.0/");
    CHECK(meantRights("Licence: creativecommons.org/licenses/by/4.0/") ==
          "https://creativecommons.org/licenses/by/4.0/");
    CHECK(meantRights("ask the museum").empty());
    for (const char* const rights : {"CC BY", "CC0", "© Museum", "creativecommons.org/licenses/by/4.0/"}) {
        CHECK(isRightsAddress(meantRights(rights)));
    }
}

TEST_CASE("a language is told from its name, its country and its tag in another case") {
    for (const char* const dutch : {"Dutch", "du", "NL", "nederlands", "néerlandais", "be", "vlaams"}) {
        INFO(dutch);
        CHECK(meantLanguage(dutch) == "nl");
    }
    CHECK(meantLanguage("nl_BE") == "nl-BE");
    CHECK(meantLanguage("ZH_hant") == "zh-Hant");
    CHECK(meantLanguage("Türkçe") == "tr");
    CHECK(meantLanguage("Klingon").empty());
    CHECK(meantLanguage("be du").empty());
    CHECK(isKnownLanguage("nl-BE"));
    CHECK(isKnownLanguage("vgt"));
    CHECK(!isKnownLanguage("du"));
    CHECK(!isKnownLanguage("du-BE"));
    CHECK(countryTakenFor("be", "Onder de grond") == "Belarusian");
    CHECK(countryTakenFor("be", "Пад зямлёй").empty());
    CHECK(countryTakenFor("nl", "Onder de grond").empty());
    CHECK(adviseLanguage("be", {"fr", "nl"}) == " Did you mean “nl”?");
    CHECK(adviseLanguage("NL_be", {"fr", "nl"}) == " Did you mean “nl”?");
    CHECK(adviseLanguage("be", {"fr", "de"}) == " Add it there, or take it out here.");
}

TEST_CASE("a file that was renamed is told by its first bytes") {
    CHECK(foreignFormat("%PDF-1.7") == "a PDF");
    CHECK(foreignFormat("\n<HTML>") == "a web page");
    CHECK(foreignFormat("PK\x03\x04...") == "a Word document, a spreadsheet or an archive");
    CHECK(foreignFormat("{\\rtf1") == "a rich text document");
    CHECK(foreignFormat("{\"kind\": \"story\"}").empty());
    CHECK(foreignFormat("PK").empty());
    CHECK(foreignFormat("").empty());
}

} // namespace schacht::content
