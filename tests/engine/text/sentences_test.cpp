#include "engine/text/sentences.hpp"
#include "tests/catch.hpp"
#include "tests/engine/text/words_to_set.hpp"

using namespace schacht::text;

namespace {

std::vector<std::string> split(const std::string& words, const std::string& language) {
    std::vector<std::string> out;
    for (const auto& place : sentencesOf(words, language)) {
        out.push_back(words.substr(place.begin, place.end - place.begin));
    }
    return out;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("a text is read sentence by sentence in every language") {
    CHECK(split("In Genk wonen ongeveer 65.000 mensen. De helft heeft familie elders!  Waarom?", "nl") ==
          Strings{"In Genk wonen ongeveer 65.000 mensen.", "De helft heeft familie elders!", "Waarom?"});
    CHECK(split("« On descend ? » Il rit. Puis il part…", "fr").size() >= 2);
    CHECK(split("Şaft kapandı. İşçiler gitti.", "tr") == Strings{"Şaft kapandı.", "İşçiler gitti."});
    CHECK(split("أغلق المنجم. متى؟ عام 1992.", "ar") == Strings{"أغلق المنجم.", "متى؟", "عام 1992."});
    CHECK(split("No full stop", "en") == Strings{"No full stop"});
    CHECK(split("  \n ", "en").empty());
    CHECK(split("", "en").empty());
}

TEST_CASE("a title or an initial before a name ends no sentence") {
    CHECK(split("De kerk van St. Barbara is hoog. J. Dumont kwam.", "nl") ==
          Strings{"De kerk van St. Barbara is hoog.", "J. Dumont kwam."});
    CHECK(split("Dr. Claes wist het. Ja. Nu.", "nl") == Strings{"Dr. Claes wist het.", "Ja.", "Nu."});
}

TEST_CASE("a number before a name ends no sentence, but the end of a line does") {
    CHECK(split("Almost 11,000 Turkish, 8.750 Italian and 3.250 Moroccan. More came.", "en") ==
          Strings{"Almost 11,000 Turkish, 8.750 Italian and 3.250 Moroccan.", "More came."});
    CHECK(split("In 1966\nZwartberg closed.", "en") == Strings{"In 1966", "Zwartberg closed."});
}

TEST_CASE("letters are counted alike in a text and in the paragraph that is broken from it") {
    const auto places = sentencesOf("Een zin.\nNog een.", "nl");
    REQUIRE(places.size() == 2);
    CHECK(places[0] == SentencePlace{0, 8, 0, 7});
    CHECK(places[1] == SentencePlace{9, 17, 7, 14});
    CHECK(countLetters("mijn\u00ADschacht \u00A0!\u2028x") == 13);
}

TEST_CASE("a sentence's boxes are where its words are, line by line") {
    Typesetter setter;
    const std::string words =
        "In Genk wonen ongeveer 65.000 mensen. De helft heeft familie die uit een ander land komt.";
    const Paragraph page = setter.set(say(words), reading, 448 * mm);
    REQUIRE(page.lines() == 2);
    const auto places = sentencesOf(words, "nl");
    REQUIRE(places.size() == 2);
    const auto first = page.boxesOf(places[0].firstLetter, places[0].lastLetter);
    const auto second = page.boxesOf(places[1].firstLetter, places[1].lastLetter);
    REQUIRE(first.size() == 1);
    REQUIRE(second.size() == 2);
    CHECK(first[0].x == 0);
    CHECK(second[0].y == first[0].y);
    CHECK(second[0].x > first[0].right());
    CHECK(second[0].x - first[0].right() < 16 * mm / 2); // a space
    CHECK(second[1].x == 0);
    CHECK(second[1].y == Approx(first[0].height));
    CHECK(second[1].right() == Approx(page.lastLineWidth()).margin(1));
}

TEST_CASE("a sentence is found in a paragraph with looks, hyphens and the other direction") {
    Typesetter setter;
    const Phrase mixed{{{"Kijk naar de ", false, false, ""}, {"cité", true, false, ""}, {". Hier.", false, false, ""}},
                       "nl"};
    const auto places = sentencesOf("Kijk naar de cité. Hier.", "nl");
    const Paragraph line = setter.set(mixed, reading, 0);
    const auto last = line.boxesOf(places[1].firstLetter, places[1].lastLetter);
    REQUIRE(last.size() == 1);
    CHECK(last[0].right() == Approx(line.width()).margin(1));
    CHECK(last[0].x > line.width() / 2);

    Style narrow = reading;
    narrow.hyphenate = true;
    const std::string compounds = "De steenkoolmijnen sluiten. Mijnwerkersfamilies blijven.";
    const Paragraph hyphened = setter.set(say(compounds), narrow, 60 * mm);
    const auto two = sentencesOf(compounds, "nl");
    REQUIRE(two.size() == 2);
    const auto blijven = hyphened.boxesOf(two[1].firstLetter, two[1].lastLetter);
    REQUIRE_FALSE(blijven.empty());
    CHECK(blijven.back().bottom() == Approx(hyphened.height()));

    const std::string arabic = "أغلق المنجم. متى؟";
    const auto read = sentencesOf(arabic, "ar");
    const Paragraph leftward = setter.set(say(arabic, "ar"), reading, 0);
    REQUIRE(read.size() == 2);
    const auto question = leftward.boxesOf(read[1].firstLetter, read[1].lastLetter);
    REQUIRE(question.size() == 1);
    CHECK(question[0].x == Approx(0).margin(1)); // it ends at the left
    CHECK(leftward.boxesOf(read[0].firstLetter, read[0].lastLetter)[0].x > question[0].x);
}
