#include "engine/content/format/value_advice.hpp"
#include "engine/content/language/foreign_file.hpp"
#include "engine/content/language/language_advice.hpp"
#include "engine/content/language/rules.hpp"
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

std::string meantAmount(std::string_view written) {
    JsonValue value;
    value.kind = Kind::string;
    value.text = written;
    return meantAs(Kind::number, value, Meant::amount);
}

} // namespace

TEST_CASE("a number is told from a text that was meant as one") {
    CHECK(meant(Kind::number, "4500") == "4500");
    CHECK(meant(Kind::number, "-3.5") == "-3.5");
    CHECK(meant(Kind::number, "1 234 567") == "1234567");
    CHECK(meant(Kind::number, "1.234.567") == "1234567");
    CHECK(meant(Kind::number, "2,5") == "2.5");
    CHECK(meant(Kind::number, "1:30") == "90");
    CHECK(meant(Kind::number, "1:00:02,5") == "3602.5");
    CHECK(meant(Kind::number, "1:75").empty());
    CHECK(meant(Kind::number, "ten").empty());
    CHECK(meant(Kind::number, std::string(100'000, '1')).empty());
    CHECK(meantThousands("4.500") == "4500");
    CHECK(meantThousands("0.500").empty());
    CHECK(meantThousands("4.50").empty());
    CHECK(meantThousands("4.5001").empty());
    CHECK(meantThousands("1234.500").empty());
    CHECK(meantThousands("-4.500").empty());
    CHECK(meantThousands("123.456") == "123456");
    CHECK(withoutThousands("4.500") == "4.5");
    CHECK(withoutThousands("4.000") == "4");
    CHECK(withoutThousands("4.125") == "4.1250");
}

TEST_CASE("a mark before three digits is between thousands in an amount, and before decimals elsewhere") {
    CHECK(meantAmount("4.500") == "4500");
    CHECK(meantAmount("4,500") == "4500");
    CHECK(meantAmount("0.500") == "0.5");
    CHECK(meant(Kind::number, "2.500") == "2.5");
    CHECK(meant(Kind::number, "12.345") == "12.345");
    CHECK(meant(Kind::number, "1,500") == "1.5");
    CHECK(meant(Kind::number, "1 500") == "1500");
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
    CHECK(isMailAddress("info@example.org"));
    CHECK(isMailAddress("mailto:info@example.org"));
    CHECK(!isMailAddress("https://example.org/@museum"));
}

TEST_CASE("rights are told from what people write for them, with the version where none is written") {
    CHECK(adviseRights("CC BY-NC-SA 3.0") == "Write “https://creativecommons.org/licenses/by-nc-sa/3.0/”.");
    CHECK(adviseRights("cc by sa-nc 4.0") == "Write “https://creativecommons.org/licenses/by-nc-sa/4.0/”.");
    CHECK(adviseRights("CC ND BY NC 2.5") == "Write “https://creativecommons.org/licenses/by-nc-nd/2.5/”.");
    CHECK(adviseRights("CC BY") == "Write “https://creativecommons.org/licenses/by/4.0/”, if it is version 4.0.");
    CHECK(adviseRights("cc0") == "Write “https://creativecommons.org/publicdomain/zero/1.0/”.");
    CHECK(adviseRights("Public Domain") ==
          "If it is in the public domain, write “https://creativecommons.org/publicdomain/mark/1.0/”.");
    for (const char* const reserved : {"(c) 1966 Museum", "© Nolens", "Copyright Museum", "All rights reserved"}) {
        INFO(reserved);
        CHECK(adviseRights(reserved) == "Write “https://rightsstatements.org/vocab/InC/1.0/”.");
    }
    CHECK(adviseRights("Licence: creativecommons.org/licenses/by/4.0/") ==
          "Write “https://creativecommons.org/licenses/by/4.0/”.");
}

TEST_CASE("nothing is advised for rights that words do not say for sure") {
    for (const char* const unsure :
         {"ask the museum", "copyrightvrij", "Copyright free", "rechtenvrij", "copyright-free", "no copyright",
          "Copyright: none", "© expired", "copyright unknown", "alle rechten vrij", "CC BY-ND-SA 4.0", "CC NC 4.0",
          "CC BY-BY", "CC BY 5.0", "CC", "cc by nc nc"}) {
        INFO(unsure);
        CHECK(adviseRights(unsure).empty());
    }
    CHECK(adviseRights("© " + std::string(100'000, 'a')).empty());
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
    CHECK(meantLanguage("nl_BE", {"fr", "nl"}) == "nl");
    CHECK(meantLanguage("nl_BE", {"nl", "nl-BE"}) == "nl-BE");
    CHECK(meantLanguage("nl_BE", {"fr"}) == "nl-BE");
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
