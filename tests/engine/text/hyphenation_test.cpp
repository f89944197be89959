#include "engine/text/hyphenation.hpp"
#include "tests/catch.hpp"

#include <fstream>

using schacht::text::Hyphenation;

namespace {

/// The text with its soft hyphens shown as "|".
std::string shown(std::string text) {
    for (std::size_t at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD", at)) {
        text.replace(at, 2, "|");
    }
    return text;
}

std::string softened(std::string_view text, std::string_view language, std::size_t leastLetters = 8) {
    Hyphenation hyphenation;
    return shown(hyphenation.softened(text, language, leastLetters));
}

} // namespace

TEST_CASE("a Dutch compound may be broken between its syllables") {
    CHECK(softened("kolenmijnwerkersvereniging", "nl") == "kolen|mijn|wer|kers|ver|e|ni|ging");
    CHECK(softened("Industriecultuur", "nl-BE") == "Indu|strie|cul|tuur");
}

TEST_CASE("a German compound may be broken between its parts and their syllables") {
    CHECK(softened("Schachtfördergerüst", "de") == "Schacht|för|der|ge|rüst");
    CHECK(softened("Donaudampfschifffahrtsgesellschaft", "de") == "Donau|dampf|schiff|fahrts|ge|sell|schaft");
}

TEST_CASE("no break leaves fewer than three letters at either end of a word") {
    CHECK(softened("Abendessen", "de") == "Abend|es|sen");
    CHECK(softened("Überraschungen", "de") == "Über|ra|schun|gen");
    CHECK(softened("omwentelingen", "nl") == "omwen|te|lin|gen");
}

TEST_CASE("shorter words stay whole") {
    CHECK(softened("De mijnwerker en de kolenmijn", "nl", 12) == "De mijnwerker en de kolenmijn");
    CHECK(softened("mijnwerkers", "nl", 11) == "mijn|wer|kers");
}

TEST_CASE("a language without patterns has no breaks") {
    CHECK(softened("heritage interpretation", "en") == "heritage interpretation");
    CHECK(softened("vergangenheitsbewältigung", "") == "vergangenheitsbewältigung");
}

TEST_CASE("addresses and what an author hyphenated himself stay as they are") {
    CHECK(softened("museum@kolenmijnwerkers.example www.kolenmijnwerkersvereniging.example", "nl") ==
          "museum@kolenmijnwerkers.example www.kolenmijnwerkersvereniging.example");
    CHECK(softened("kolenmijn\u00ADwerkersvereniging", "nl") == "kolenmijn|werkersvereniging");
}

TEST_CASE("signs, spaces and lines around words are kept") {
    CHECK(softened("\n (mijnwerkerswoningen),  \"steenkoolbekken\".\n", "nl") ==
          "\n (mijn|wer|kers|wo|nin|gen),  \"steen|kool|bek|ken\".\n");
}

TEST_CASE("words with letters that the patterns do not know stay whole") {
    CHECK(softened("mijnwerkersışıklar", "nl") == "mijnwerkersışıklar");
    CHECK(softened("Καλωσορίσατε", "nl") == "Καλωσορίσατε");
}

TEST_CASE("without the patterns' files nothing is hyphenated") {
    Hyphenation hyphenation{"/nowhere"};
    CHECK(hyphenation.softened("kolenmijnwerkersvereniging", "nl", 8) == "kolenmijnwerkersvereniging");
}

TEST_CASE("patterns in UTF-8 and in an unknown encoding are told apart") {
    const auto folder = std::filesystem::temp_directory_path() / "schacht-hyphenation-test";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "hyph_de_DE.dic"} << "UTF-8\nLEFTHYPHENMIN 2\n% a remark\nör1d\nx1/y=z,1,1\n";
    std::ofstream{folder / "hyph_nl_NL.dic"} << "KOI8-R\n1w\n";
    Hyphenation hyphenation{folder};
    CHECK(shown(hyphenation.softened("fördergerüst", "de", 8)) == "för|dergerüst");
    CHECK(shown(hyphenation.softened("mijnwerkers", "nl", 8)) == "mijnwerkers");
    std::filesystem::remove_all(folder);
}
