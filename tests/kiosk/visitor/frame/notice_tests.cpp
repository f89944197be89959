/// Notices before what is hard to see or hear, and what a visitor answers to them.
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/kinds/story/page_parts.hpp"
#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

content::Pack hardPack() {
    content::Pack pack;
    pack.languages = {"nl"};
    content::Theme theme;
    theme.id = "mines";
    pack.themes.push_back(theme);
    for (const char* id : {"strike", "lamp"}) {
        content::Item item;
        item.id = id;
        item.kind = "story";
        item.themes = {"mines"};
        std::vector<content::Page> pages(3);
        pages[0].layout = content::Page::Layout::full;
        pages[1].layout = content::Page::Layout::quote;
        for (auto& page : pages) {
            page.picture = content::Picture{};
        }
        item.body = content::Story{pages};
        pack.items.push_back(item);
    }
    pack.items.front().notice = content::LanguageMap("Twee mensen sterven.");
    return pack;
}

struct Visited {
    catalogue::Catalogue catalogue{hardPack()};
    World world{catalogue};
    State state;
    std::vector<stage::Effect> effects;
    void happens(Intent meaning) {
        auto change = update(state, {std::move(meaning), 1}, world);
        state = std::move(change.state);
        effects = std::move(change.effects);
    }
    [[nodiscard]] bool at(std::string_view screen, const std::string& id) const {
        return nameOf(state.visit.here) == screen && state.visit.here.id == id;
    }
};

} // namespace

TEST_CASE("an item with a notice is opened behind it, one without is opened at once") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenItem{"lamp"});
    CHECK(session.at("story", "lamp"));
    session.happens(OpenItem{"strike"});
    CHECK(session.at("notice", "strike"));
    CHECK(session.state.visit.seen.count("strike") == 0);
}

TEST_CASE("who goes on is not asked again, and Back does not lead to the notice") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenTheme{"mines"});
    session.happens(OpenItem{"strike"});
    session.happens(AnswerNotice{});
    CHECK(session.at("story", "strike"));
    session.happens(GoBack{});
    CHECK(session.at("theme", "mines"));
    session.happens(OpenItem{"strike"});
    CHECK(session.at("story", "strike"));
}

TEST_CASE("who goes home from a notice is not led back to it") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenTheme{"mines"});
    session.happens(OpenItem{"strike"});
    session.happens(GoHome{});
    session.happens(GoBack{});
    CHECK(session.at("theme", "mines"));
}

TEST_CASE("who would rather see something else is back where the item was opened") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenTheme{"mines"});
    session.happens(OpenItem{"strike"});
    session.happens(GoBack{});
    CHECK(session.at("theme", "mines"));
    session.happens(OpenItem{"strike"});
    CHECK(session.at("notice", "strike"));
}

TEST_CASE("the next visitor is told again") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenItem{"strike"});
    session.happens(AnswerNotice{true});
    session.happens(StartOver{});
    session.happens(Begin{""});
    session.happens(OpenItem{"strike"});
    CHECK(session.at("notice", "strike"));
    CHECK(session.state.visit.wordsOnly.empty());
}

TEST_CASE("who wants the words only gets every page without its picture, and none is decoded") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenItem{"strike"});
    session.happens(AnswerNotice{true});
    CHECK(std::none_of(session.effects.begin(), session.effects.end(),
                       [](const stage::Effect& effect) { return std::holds_alternative<stage::DecodeAhead>(effect); }));
    const auto& strike = *session.catalogue.item("strike");
    for (int page = 0; page < 3; ++page) {
        CHECK_FALSE(pageShown(session.state, strike, {page, 0}).picture);
    }
    CHECK(pageShown(session.state, strike, {0, 0}).layout == content::Page::Layout::text);
    CHECK(pageShown(session.state, strike, {1, 0}).layout == content::Page::Layout::quote);
    const auto& lamp = *session.catalogue.item("lamp");
    CHECK(pageShown(session.state, lamp, {0, 0}).picture);
    CHECK(pageShown(session.state, lamp, {0, 0}).layout == content::Page::Layout::full);
}

TEST_CASE("an answer to a notice means nothing elsewhere") {
    Visited session;
    session.happens(Begin{""});
    session.happens(OpenItem{"lamp"});
    session.happens(AnswerNotice{true});
    CHECK(session.at("story", "lamp"));
    CHECK(session.state.visit.wordsOnly.empty());
}
