#include "tests/catch.hpp"
#include "tests/engine/text/words_to_set.hpp"

#include <cmath>
#include <vector>

using namespace schacht::text;

TEST_CASE("the letters' tops and feet stand on the measured baseline") {
    Typesetter setter;
    const auto title = setter.set(say("HIT"), poster, 0);
    const auto ink = inkOf(title);
    const auto capHeight = setter.metrics(poster).capHeight * poster.size;
    CHECK(static_cast<float>(ink.bottom + 1) == Approx(title.firstBaseline()).margin(1));
    CHECK(static_cast<float>(ink.top) == Approx(title.firstBaseline() - capHeight).margin(1));
}

TEST_CASE("each weight is a face of its own") {
    Typesetter setter;
    for (const auto& [family, weights] : {std::pair{Family::poster, std::vector{400, 600, 700, 800, 900}},
                                          std::pair{Family::ui, std::vector{400, 500, 600, 700, 800}},
                                          std::pair{Family::read, std::vector{400, 500, 600, 700, 900}}}) {
        double lighter = 0;
        for (const int weight : weights) {
            const auto covered = coverage(setter.set(say("Hamburg"), Style{family, 60, weight}, 0).draw());
            CHECK(covered > lighter * 1.02);
            lighter = covered;
        }
    }
}

// All are shaped in one size; what is drawn must not be cut to that.
TEST_CASE("words cover the square of their size, small or large") {
    Typesetter setter;
    const auto covered = [&](float size) {
        const auto words = say("In Genk wonen ongeveer 65.000 mensen. De helft heeft familie uit een ander land.");
        return coverage(setter.set(words, Style{Family::read, size, 400}, 20 * size).draw()) / (size * size);
    };
    const double usual = covered(64);
    for (const float size : {10.0F, 14.0F, 30.0F, 180.0F}) {
        INFO(size);
        CHECK(covered(size) == Approx(usual).epsilon(0.02));
    }
}

TEST_CASE("Arabic letters join") {
    Typesetter setter;
    const auto joined = setter.set(say("تريد", "ar"), reading, 0).width();
    const auto apart = setter.set(say("ت\u200Cر\u200Cي\u200Cد", "ar"), reading, 0).width();
    CHECK(joined < apart * 0.8F);
}

TEST_CASE("no words make no lines, and still a picture") {
    Typesetter setter;
    for (const auto& words : {Phrase{}, say(""), say("   "), Phrase{{Run{}, Run{}}, "ar"}}) {
        const auto paragraph = setter.set(words, poster, 100, 2);
        CHECK(paragraph.lines() == 0);
        CHECK(paragraph.height() == 0);
        CHECK(paragraph.draw().bytes() == paragraph.bytes());
    }
    CHECK_FALSE(Paragraph{});
    CHECK(Paragraph{}.lines() == 0);
    CHECK(coverage(Paragraph{}.draw()) == 0);
}

TEST_CASE("emphasis is the italic face where there is one") {
    Typesetter setter;
    const auto set = [&](const Style& style, bool emphasis, bool strong) {
        return setter.set({{Run{"een cité", emphasis, strong, {}}}, "nl"}, style, 0);
    };
    CHECK(set(reading, true, false).width() != set(reading, false, false).width());
    CHECK(set(poster, true, false).draw().rgba == set(poster, false, false).draw().rgba);
    CHECK(set(reading, false, true).width() ==
          setter.set(say("een cité"), Style{Family::read, 16 * mm, 700, 1.36F}, 0).width());
    CHECK(set(poster, false, true).width() == set(poster, false, false).width());
}

TEST_CASE("letters that reach over their box are in the picture") {
    Typesetter setter;
    const auto paragraph = setter.set(say("İğjÅ", "tr"), Style{Family::poster, 100, 800, 0.5F}, 0);
    const auto bitmap = paragraph.draw();
    CHECK(bitmap.width == static_cast<int>(std::ceil(paragraph.width())) + 2 * paragraph.margin());
    CHECK(bitmap.height == static_cast<int>(std::ceil(paragraph.height())) + 2 * paragraph.margin());
    CHECK(inkOf(paragraph).top < 0);
    const auto row = static_cast<std::size_t>(bitmap.width) * 4;
    for (std::size_t x = 3; x < row; x += 4) {
        REQUIRE(bitmap.rgba[x] == 0);
        REQUIRE(bitmap.rgba[bitmap.rgba.size() - row + x] == 0);
    }
}

TEST_CASE("a picture is white, with its coverage as alpha") {
    Typesetter setter;
    const auto bitmap = setter.set(say("Genk"), poster, 0).draw();
    for (std::size_t i = 0; i < bitmap.rgba.size(); i += 4) {
        REQUIRE((bitmap.rgba[i] == 255 && bitmap.rgba[i + 1] == 255 && bitmap.rgba[i + 2] == 255));
    }
}
