#include "tests/catch.hpp"
#include "tests/engine/text/words_to_set.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace schacht::text;

TEST_CASE("a line box is as high as in CSS, whatever the font") {
    Typesetter setter;
    CHECK(setter.set(say("Half Genk\nkomt van\nelders"), poster, 0).height() == Approx(3 * 35 * mm * 0.9F));
    CHECK(setter.set(say("Cijfers van rond 2013"), label, 0).height() == Approx(7.3F * mm * 1.25F));
    CHECK(setter.set(say("Τι ماذا मैं\nΤι"), label, 0).height() == Approx(2 * 7.3F * mm * 1.25F));
}

// Measured in Chromium 156 with the mockups' CSS: getClientRects and the rows of a screenshot.
TEST_CASE("words stand where a browser puts them in the same box") {
    Typesetter setter;
    const auto title = setter.set(say("Half Genk\nkomt van\nelders"), poster, 0);
    CHECK(title.width() == Approx(399.1).margin(2.7)); // CSS adds the tracking behind the last letter too
    CHECK(title.firstBaseline() == 65);
    CHECK(title.lastBaseline() == 236);
    const auto page =
        setter.set(say("In Genk wonen ongeveer 65.000 mensen. De helft heeft familie die uit een ander land komt."),
                   Style{Family::read, 16 * mm, 500, 1.36F}, 448 * mm);
    CHECK(page.lines() == 2);
    CHECK(page.width() == Approx(1212.64).margin(0.2));
    CHECK(page.firstBaseline() == 40);
    const float words = setter.set(say("Cijfers van rond 2013"), label, 0).width();
    // Chromium's width with Debian 12's Inter 4.0 beta, and with Debian 13's Inter 4.1
    CHECK((words == Approx(205.58).margin(0.2) || words == Approx(204.16).margin(0.2)));
}

TEST_CASE("every family has the letters of every language the kiosk speaks") {
    Typesetter setter;
    const std::vector<Phrase> words{say("Zażółć gęślą jaźń", "pl"),       say("İşçi ığdır ş ğ Ü", "tr"),
                                    say("Τι θέλεις να δεις; Ώρα", "el"),  say("ماذا تريد أن ترى؟", "ar"),
                                    say("Что ты хочешь увидеть?", "ru"),  say("cité “Zo’n” œuvre – 65.000 €", "fr"),
                                    say("ماذا 2013 Genk تريد", "ar"),     say("Genk ماذا تريد", "nl"),
                                    say("Straße, Äpfel, Öl, „so“", "de"), say("perché, città", "it")};
    for (const auto family : {Family::poster, Family::read, Family::ui}) {
        for (const auto& some : words) {
            INFO(some.runs[0].words);
            const auto paragraph = setter.set(some, Style{family, 40, 600}, 0);
            CHECK(paragraph.missingLetters() == 0);
            CHECK(coverage(paragraph.draw()) > 100);
        }
    }
    CHECK(setter.set(say("\U000E0FFF\U0010FFFD"), label, 0).missingLetters() > 0);
}

TEST_CASE("Arabic is neither tracked nor set as large, and its lines are further apart") {
    Typesetter setter;
    auto tracked = reading;
    tracked.tracking = 0.2F;
    const auto words = say("ماذا تريد", "ar");
    CHECK(setter.set(words, tracked, 0).width() == setter.set(words, reading, 0).width());
    CHECK(setter.set(say("ماذا تريد", "nl"), tracked, 0).width() ==
          setter.set(say("ماذا تريد", "nl"), reading, 0).width());
    CHECK(setter.set(words, reading, 0).height() == Approx(reading.size * 0.92F * 1.36F * 1.38F));
    CHECK(setter.set(say("mijn"), tracked, 0).width() > setter.set(say("mijn"), reading, 0).width() * 1.2F);
}

TEST_CASE("words start at the side their language starts at") {
    Typesetter setter;
    const auto arabic = setter.set(say("ماذا تريد أن ترى؟\nترى", "ar"), reading, 900);
    CHECK(arabic.leftIn(900) == std::round(900 - arabic.width()));
    CHECK(inkOf(setter.set(say("ترى\nماذا تريد أن ترى؟", "ar"), reading, 900)).right >
          static_cast<int>(arabic.width()) - 8);
    const auto dutch = setter.set(say("Wat wil je zien?"), reading, 900);
    CHECK(dutch.leftIn(900) == 0);
    CHECK(arabic.leftIn(arabic.width() + 10) == 10); // its box has become narrower than the width it was set in
    auto style = reading;
    style.align = Align::end;
    CHECK(setter.set(say("Wat wil je zien?"), style, 900).leftIn(900) == std::round(900 - dutch.width()));
    CHECK(setter.set(say("ترى", "ar"), style, 900).leftIn(900) == 0);
    style.align = Align::centre;
    CHECK(setter.set(say("Wat wil je zien?"), style, 900).leftIn(900) == std::round((900 - dutch.width()) / 2));
}

TEST_CASE("the direction comes from the language's script") {
    for (const auto* language : {"ar", "AR-EG", "fa", "ur", "he", "uz-Arab", "ku_arab_IQ"}) {
        CHECK(directionOf(language) == Direction::rightToLeft);
    }
    for (const auto* language : {"nl", "", "ar-Latn", "tr", "el", "und", "-", "zh-Hant"}) {
        CHECK(directionOf(language) == Direction::leftToRight);
    }
}

TEST_CASE("twice the size is twice the width") {
    Typesetter setter;
    for (const auto& words : {say("In Winterslag lag de eerste mijnwijk"), say("ماذا تريد أن ترى", "ar")}) {
        auto large = reading;
        large.size *= 2;
        CHECK(setter.set(words, large, 0).width() == Approx(2 * setter.set(words, reading, 0).width()).epsilon(0.002));
    }
}

TEST_CASE("a paragraph set in its own width keeps its lines") {
    Typesetter setter;
    for (const auto* words : {"Waar is de derde cité?", "Industriecultuur in Limburg", "AVAVA. To"}) {
        for (const auto& style : {poster, reading, label}) {
            const auto free = setter.set(say(words), style, 0);
            CHECK(setter.set(say(words), style, free.width()).lines() == 1);
        }
    }
}

TEST_CASE("a long Dutch or German word is hyphenated where it must be") {
    Typesetter setter;
    auto style = reading;
    style.hyphenate = true;
    const auto room = setter.set(say("kolenmijnwerkers\u2010"), reading, 0).width();
    const auto dutch = setter.set(say("kolenmijnwerkersvereniging"), style, room);
    CHECK(dutch.lines() == 2);
    CHECK(dutch.width() == Approx(room).margin(0.5)); // the hyphen is there, and counts
    CHECK_FALSE(dutch.cutOff());
    const auto german = setter.set(say("Das Schachtfördergerüst", "de"), style,
                                   setter.set(say("Das Schachtför-"), reading, 0).width() + 1);
    CHECK(german.lines() == 2);
    CHECK_FALSE(german.cutOff());
    CHECK(setter.set(say("kolenmijnwerkersvereniging"), reading, room).cutOff());
}

TEST_CASE("a word of middle length is hyphenated only if it does not fit on a line") {
    Typesetter setter;
    auto style = reading;
    style.hyphenate = true;
    const auto room = setter.set(say("mijnwerker"), reading, 0).width();
    CHECK(setter.set(say("de mijnwerker de"), style, room).lines() == 3);
    const auto narrow = setter.set(say("mijnwerker"), style, room * 0.7F);
    CHECK(narrow.lines() == 2);
    CHECK_FALSE(narrow.cutOff());
}

TEST_CASE("what does not fit in the lines ends in an ellipsis") {
    Typesetter setter;
    const auto words = say("In Winterslag lag de eerste mijnwijk van Limburg. De buren kennen er elkaar nog altijd.");
    const auto whole = setter.set(words, reading, 500);
    CHECK(whole.lines() > 2);
    CHECK_FALSE(whole.cutOff());
    const auto cut = setter.set(words, reading, 500, 2);
    CHECK(cut.lines() == 2);
    CHECK(cut.cutOff());
    CHECK(cut.width() < 500.1F);
    CHECK_FALSE(setter.set(words, reading, 500, whole.lines()).cutOff());
}

TEST_CASE("lines left out behind a hard break are shown by an ellipsis too") {
    Typesetter setter;
    const auto ellipsis = setter.set(say("Van overal…"), reading, 0).width();
    for (const float width : {0.0F, 2000.0F}) {
        const auto cut = setter.set(say("Van overal\nen elders\nten slotte"), reading, width, 1);
        CHECK(cut.lines() == 1);
        CHECK(cut.cutOff());
        CHECK(cut.width() == Approx(ellipsis));
        CHECK(setter.set(say("Van overal\nen elders\nten slotte"), reading, width, 2).lines() == 2);
    }
}

TEST_CASE("invalid bytes are shown as replacement characters") {
    Typesetter setter;
    const auto expected = setter.set(say("mijn\uFFFDwerker"), label, 0).width();
    CHECK(setter.set(say("mijn\xFFwerker"), label, 0).width() == expected);
    CHECK(setter.set(say("mijn\xC3werker"), label, 0).width() == expected);
    CHECK(setter.set(say(std::string{"mijn\0werker", 11}), label, 0).width() == expected);
    CHECK(setter.set(say("mijn\xED\xA0\x80"), label, 0).lines() == 1);
    CHECK(setter.set(say("mijn\x1b\twerker\x7f\r\nx\u2029y"), label, 0).lines() == 3);
}

TEST_CASE("a link has a box on each line it is on, and is underlined") {
    Typesetter setter;
    const Run before{"Lees meer over ", false, false, {}};
    const Phrase words{{before, Run{"de eerste mijnwijk van Limburg", false, false, "cite"}, Run{" en toen."}}, "nl"};
    const float room = setter.set(say("Lees meer over de eerste mijn"), reading, 0).width();
    const auto paragraph = setter.set(words, reading, room);
    REQUIRE(paragraph.links().size() == 1);
    const auto& link = paragraph.links()[0];
    CHECK(link.link == "cite");
    REQUIRE(link.boxes.size() == 2);
    CHECK(link.boxes[0].x ==
          Approx(setter.set(say("Lees meer over de"), reading, 0).width() - setter.set(say("de"), reading, 0).width())
              .margin(1));
    CHECK(link.boxes[0].height == Approx(reading.size * reading.line));
    CHECK(link.boxes[1].x == 0);
    CHECK(link.boxes[1].y == Approx(reading.size * reading.line));
    CHECK(link.boxes[1].width == Approx(setter.set(say("mijnwijk van Limburg"), reading, 0).width()).margin(1));
    const auto plain = setter.set(say("Lees meer over de eerste mijnwijk van Limburg en toen."), reading, room);
    CHECK(plain.lines() == paragraph.lines());
    CHECK(coverage(paragraph.draw()) > coverage(plain.draw()) * 1.05);
}

TEST_CASE("two links are two links, also side by side") {
    Typesetter setter;
    const Phrase words{{Run{"eerste", false, false, "a"}, Run{" tweede", false, false, "b"}, Run{" "},
                        Run{"derde", false, false, "b"}},
                       "nl"};
    const auto paragraph = setter.set(words, reading, 0);
    REQUIRE(paragraph.links().size() == 3);
    CHECK(paragraph.links()[0].boxes[0].right() == Approx(paragraph.links()[1].boxes[0].x));
}
