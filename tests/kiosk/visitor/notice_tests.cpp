/// Notices before what is hard to see or hear, and what a visitor answers to them.
#include "kiosk/visitor/page_parts.hpp"
#include "kiosk/visitor/update.hpp"
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
    World world{catalogue, {708, 398}};
    State state;
    std::vector<stage::Effect> effects;
    void happens(Meaning meaning) {
        auto change = update(state, {std::move(meaning), 1}, world);
        state = std::move(change.state);
        effects = std::move(change.effects);
    }
    [[nodiscard]] bool at(ScreenKind kind, const std::string& id) const {
        return state.here.kind == kind && state.here.id == id;
    }
};

} // namespace

TEST_CASE("an item with a notice is opened behind it, one without is opened at once") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenItem{"lamp"});
    CHECK(visit.at(ScreenKind::story, "lamp"));
    visit.happens(OpenItem{"strike"});
    CHECK(visit.at(ScreenKind::notice, "strike"));
    CHECK(visit.state.seen.count("strike") == 0);
}

TEST_CASE("who goes on is not asked again, and Back does not lead to the notice") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenTheme{"mines"});
    visit.happens(OpenItem{"strike"});
    visit.happens(AnswerNotice{});
    CHECK(visit.at(ScreenKind::story, "strike"));
    visit.happens(GoBack{});
    CHECK(visit.at(ScreenKind::theme, "mines"));
    visit.happens(OpenItem{"strike"});
    CHECK(visit.at(ScreenKind::story, "strike"));
}

TEST_CASE("who goes home from a notice is not led back to it") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenTheme{"mines"});
    visit.happens(OpenItem{"strike"});
    visit.happens(GoHome{});
    visit.happens(GoBack{});
    CHECK(visit.at(ScreenKind::theme, "mines"));
}

TEST_CASE("who would rather see something else is back where the item was opened") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenTheme{"mines"});
    visit.happens(OpenItem{"strike"});
    visit.happens(GoBack{});
    CHECK(visit.at(ScreenKind::theme, "mines"));
    visit.happens(OpenItem{"strike"});
    CHECK(visit.at(ScreenKind::notice, "strike"));
}

TEST_CASE("the next visitor is told again") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenItem{"strike"});
    visit.happens(AnswerNotice{true});
    visit.happens(StartOver{});
    visit.happens(Begin{""});
    visit.happens(OpenItem{"strike"});
    CHECK(visit.at(ScreenKind::notice, "strike"));
    CHECK(visit.state.wordsOnly.empty());
}

TEST_CASE("who wants the words only gets every page without its picture, and none is decoded") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenItem{"strike"});
    visit.happens(AnswerNotice{true});
    CHECK(std::none_of(visit.effects.begin(), visit.effects.end(),
                       [](const stage::Effect& effect) { return std::holds_alternative<stage::DecodeAhead>(effect); }));
    const auto& strike = *visit.catalogue.item("strike");
    for (int page = 0; page < 3; ++page) {
        CHECK_FALSE(pageShown(visit.state, strike, {page, 0}).picture);
    }
    CHECK(pageShown(visit.state, strike, {0, 0}).layout == content::Page::Layout::text);
    CHECK(pageShown(visit.state, strike, {1, 0}).layout == content::Page::Layout::quote);
    const auto& lamp = *visit.catalogue.item("lamp");
    CHECK(pageShown(visit.state, lamp, {0, 0}).picture);
    CHECK(pageShown(visit.state, lamp, {0, 0}).layout == content::Page::Layout::full);
}

TEST_CASE("an answer to a notice means nothing elsewhere") {
    Visited visit;
    visit.happens(Begin{""});
    visit.happens(OpenItem{"lamp"});
    visit.happens(AnswerNotice{true});
    CHECK(visit.at(ScreenKind::story, "lamp"));
    CHECK(visit.state.wordsOnly.empty());
}
