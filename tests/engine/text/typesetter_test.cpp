#include "tests/catch.hpp"
#include "tests/engine/text/words_to_set.hpp"

#include <cmath>
#include <cstdint>
#include <malloc.h>
#include <string>
#include <thread>
#include <vector>

using namespace schacht::text;

TEST_CASE("a style's metrics are its font's") {
    Typesetter setter;
    CHECK(setter.metrics(poster).capHeight == Approx(0.66F).margin(0.01));
    CHECK(setter.metrics(label).xHeight == Approx(0.546F).margin(0.002));
    CHECK(setter.metrics(reading).xHeight == Approx(0.458F).margin(0.01));
}

TEST_CASE("no size, width or length of words ends the program") {
    Typesetter setter;
    const std::string endless(200'000, 'w');
    for (const float size : {0.0F, -3.0F, 20.0F, 1e9F, std::nanf("")}) {
        for (const float width : {0.0F, -1.0F, 0.5F, 300.0F, 1e30F, std::nanf("")}) {
            CHECK(setter.set(say("De derde cité\nis hier"), Style{Family::read, size, 40000}, width, 3).lines() > 0);
        }
    }
    const auto cut = setter.set(say(endless), label, 0);
    CHECK(cut.cutOff());
    CHECK(cut.draw().width == 16384);
    CHECK(setter.set(say(endless), label, 300, 4).lines() == 4);
}

TEST_CASE("equal words have equal keys, others have not") {
    Typesetter setter;
    Typesetter other;
    const auto key = [&](const Phrase& words, const Style& style, float width, int maxLines = 0) {
        return setter.set(words, style, width, maxLines).key();
    };
    const auto one = key(say("Genk"), reading, 300);
    CHECK(one == key(say("Genk"), reading, 300));
    CHECK(one == other.set(say("Genk"), reading, 300).key());
    CHECK(one != key(say("Gent"), reading, 300));
    CHECK(one != key(say("Genk", "tr"), reading, 300));
    CHECK(one != key(say("Genk"), label, 300));
    CHECK(one != key(say("Genk"), reading, 301));
    CHECK(one != key(say("Genk"), reading, 300, 1));
    CHECK(one != key({{Run{"Genk", false, false, "there"}}, "nl"}, reading, 300));
    CHECK(one != key({{Run{"Genk", true, false, {}}}, "nl"}, reading, 300));
}

TEST_CASE("what was not asked for since the last time is forgotten, and a paragraph outlives it") {
    Paragraph kept;
    {
        Typesetter setter;
        kept = setter.set(say("Genk"), poster, 0);
        setter.forgetUnused();
        setter.forgetUnused();
        CHECK(setter.set(say("Genk"), poster, 0).width() == kept.width());
    }
    CHECK(coverage(kept.draw()) > 1000);
}

// Every size of a face that Pango and Cairo were asked for once cost 46 KB, up to 27 MB.
TEST_CASE("words in two hundred sizes take no more memory than words in ten") {
    Typesetter setter;
    const auto allOf = [&](float from, float to) {
        for (float size = from; size < to; size += 1) {
            for (const auto family : {Family::poster, Family::read, Family::ui}) {
                const auto paragraph = setter.set(say("Half Genk komt van elders"), Style{family, size, 700}, 400);
                CHECK(coverage(paragraph.draw()) > 50);
            }
            setter.forgetUnused();
        }
        setter.forgetUnused();
        return mallinfo2().uordblks; // 0 where a sanitizer allocates
    };
    const auto few = allOf(14, 24);
    CHECK(allOf(24, 214) < few + 400'000);
}

TEST_CASE("several threads draw and set at the same time") {
    Typesetter setter;
    const std::vector<Paragraph> paragraphs{setter.set(say("In Winterslag lag de eerste mijnwijk"), reading, 300),
                                            setter.set(say("ماذا تريد أن ترى؟", "ar"), reading, 300),
                                            setter.set(say("Van overal"), poster, 0)};
    const auto expected = [&] {
        std::vector<std::vector<std::uint8_t>> pictures;
        for (const auto& paragraph : paragraphs) {
            pictures.push_back(paragraph.draw().rgba);
        }
        return pictures;
    }();
    std::vector<int> wrong(4, 0);
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < wrong.size(); ++thread) {
        threads.emplace_back([&, thread] {
            Typesetter own;
            for (int round = 0; round < 20; ++round) {
                const auto size = static_cast<float>(20 + round) + 0.1F * static_cast<float>(thread);
                wrong[thread] += own.set(say("In Winterslag"), Style{Family::read, size}, 0).draw().bytes() == 0;
                for (std::size_t i = 0; i < paragraphs.size(); ++i) {
                    wrong[thread] += paragraphs[i].draw().rgba != expected[i];
                }
            }
        });
    }
    for (auto& thread : threads) {
        thread.join();
    }
    CHECK(wrong == std::vector<int>(4, 0));
}
