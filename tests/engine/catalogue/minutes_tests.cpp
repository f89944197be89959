#include "engine/catalogue/catalogue.hpp"
#include "tests/catch.hpp"

using namespace schacht;

TEST_CASE("A recording takes as long as it lasts, and at least a minute") {
    content::Item item;
    auto& voice = item.body.emplace<content::OralHistory>();
    voice.heardFor = 147;
    CHECK(catalogue::minutesOf(item, "nl", {"nl"}) == 2);
    voice.heardFor = 12;
    CHECK(catalogue::minutesOf(item, "nl", {"nl"}) == 1);
}

TEST_CASE("A story takes a minute for 130 words") {
    content::Item item;
    content::Story story{std::vector<content::Page>(1)};
    std::string words;
    for (int i = 0; i < 390; ++i) {
        words += "woord ";
    }
    story.pages[0].body = content::LanguageMap(words);
    item.body = story;
    CHECK(catalogue::minutesOf(item, "nl", {"nl"}) == 3);
}
