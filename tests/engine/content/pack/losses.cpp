#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"
#include "tests/pages_of.hpp"

#include "engine/content/pack/settle.hpp"

#include <algorithm>

/// What is wrong leaves out as little as it can, and says what visitors miss.
namespace schacht {
namespace {

using content::Page;
using tests::PackOnDisk;
using Ids = std::vector<std::string>;

/// Puts other words in the place of those that stand in the file once.
void change(const PackOnDisk& pack, const std::string& file, std::string_view from, std::string_view to) {
    std::string text = tests::readFile(pack.root / file);
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    pack.write(file, text.replace(at, from.size(), to));
}

/// A story of these pages, between a good first and a good last one.
std::string storyOf(const std::string& pages) {
    return R"({"kind": "story", "title": "Glass", "summary": "How it was made.", "themes": ["mines"],
 "cover": {"file": "media/lamp.svg", "decorative": true}, "pages": [{"layout": "quote", "quote": "First."},)" +
           pages + R"(, {"layout": "quote", "quote": "Last."}]})";
}

/// The pages of the story that has these, read.
std::vector<Page> pagesOf(const std::string& pages) {
    const PackOnDisk pack;
    pack.write("stories/glass.json", storyOf(pages));
    const auto reading = pack.read();
    REQUIRE(reading);
    const auto found = std::ranges::find(reading->pack.items, "glass", &content::Item::id);
    REQUIRE(found != reading->pack.items.end());
    return tests::pagesOf(*found);
}

/// The sentence that begins behind the problem's own; "" where there is none.
std::string lossOf(const PackOnDisk& pack, std::string_view begin) {
    const std::string all = pack.problems();
    const std::size_t at = all.find(begin);
    return at == std::string::npos ? all : all.substr(at, all.find('\n', at) - at);
}

content::Pack packOf(const PackOnDisk& folder) {
    auto reading = folder.read();
    REQUIRE(reading);
    return std::move(reading->pack);
}

constexpr const char* noPicture = R"("picture": {"file": "media/gone.svg", "alt": "A lamp"})";

} // namespace

TEST_CASE("an unknown id in a theme's items takes out the id alone, and says how many items are left") {
    const PackOnDisk folder;
    change(folder, "pack.json", R"(["lamp", "coal"])", R"(["lamp", "cole", "coal"])");
    CHECK(packOf(folder).themes.at(0).items == Ids{"lamp", "coal"});
    CHECK(lossOf(folder, "The theme") == "The theme “De mijnen” shows 2 of 3 items.");
}

TEST_CASE("each unknown id of a list says how many entries are left of all") {
    const PackOnDisk folder;
    change(folder, "pack.json", R"(["lamp", "coal"])", R"(["cole", "lamp", "lamb"])");
    const std::string all = folder.problems();
    const std::string loss = "The theme “De mijnen” shows 1 of 3 items.";
    CHECK(all.find(loss) != std::string::npos);
    CHECK(all.find(loss) != all.rfind(loss));
}

TEST_CASE("a theme whose colour is wrong takes another, which no other theme has") {
    const PackOnDisk folder;
    change(folder, "pack.json", R"("colour": "#7CC9CF")", R"("colour": "red")");
    change(folder, "pack.json", R"({"id": "people", )", R"({"id": "people", "colour": "#7CC9CF", )");
    const content::Pack pack = packOf(folder);
    REQUIRE(pack.themes.size() == 2);
    CHECK(pack.themes[0].colour == "#4F9BD9");
    CHECK(pack.themes[0].items == Ids{"lamp", "coal"});
    CHECK(lossOf(folder, "The theme") == "The theme “De mijnen” is shown in another colour.");
}

TEST_CASE("the colours that themes are given are those of the kiosk's own theme") {
    const std::string tokens = tests::readFile(std::filesystem::path(SCHACHT_SOURCE_FOLDER) / "content/theme.json");
    for (const std::string_view colour : content::themeColours) {
        CHECK(tokens.find(colour) != std::string::npos);
    }
}

TEST_CASE("a theme whose cover is not there has the cover of its first item") {
    const PackOnDisk folder;
    change(folder, "pack.json", R"("cover": {"file": "media/lamp.svg", "decorative": true},
      "items")",
           R"("cover": {"file": "media/gone.svg", "decorative": true}, "items")");
    const content::Pack pack = packOf(folder);
    REQUIRE(pack.themes.size() == 2);
    CHECK(pack.themes[0].cover.file == "media/lamp.svg");
    CHECK_FALSE(pack.themes[0].cover.decorative);
}

TEST_CASE("a theme and its items stay where its id is not written as ids are") {
    const PackOnDisk folder;
    for (const char* file : {"pack.json", "stories/coal.json"}) {
        change(folder, file, R"("people")", R"("The People")");
    }
    const content::Pack pack = packOf(folder);
    REQUIRE(pack.themes.size() == 2);
    CHECK(pack.themes[1].id == "The People");
    CHECK(std::ranges::find(pack.items, "coal", &content::Item::id)->themes == Ids{"mines", "The People"});
}

TEST_CASE("a theme without an item is no card, and staff are told") {
    const PackOnDisk folder;
    change(folder, "stories/coal.json", R"("mines", "people")", R"("mines")");
    CHECK(packOf(folder).themes.size() == 1);
}

TEST_CASE("a pack without a theme that can be shown has one with everything") {
    const PackOnDisk folder;
    std::string text = tests::readFile(folder.root / "pack.json");
    text.replace(text.find("\"themes\": ["), std::string::npos, "\"themes\": []}");
    folder.write("pack.json", text);
    const content::Pack pack = packOf(folder);
    REQUIRE(pack.themes.size() == 1);
    CHECK(pack.themes[0].title == pack.title);
    CHECK_FALSE(pack.themes[0].cover.file.empty());
    CHECK(std::ranges::all_of(pack.items, [&](const auto& item) { return item.themes == Ids{pack.themes[0].id}; }));
}

TEST_CASE("an attract that is empty, or of which nothing can be shown, is filled with the covers of the themes") {
    for (const char* attract :
         {"[]", R"([{"picture": {"file": "media/gone.svg", "alt": "A lamp"}, "line": "Down."}])"}) {
        const PackOnDisk folder;
        std::string text = tests::readFile(folder.root / "pack.json");
        const std::size_t from = text.find("[\n    {\n      \"picture\"");
        text.replace(from, text.find("],\n  \"themes\"") + 1 - from, attract);
        folder.write("pack.json", text);
        const content::Pack pack = packOf(folder);
        REQUIRE(pack.attract.size() == 2);
        CHECK(pack.attract[0].picture.file == "media/lamp.svg");
        CHECK(pack.attract[0].line == pack.themes[0].title);
    }
}

TEST_CASE("an attract picture that is not there is that of the item it invites to") {
    const PackOnDisk folder;
    change(folder, "pack.json", R"("file": "media/lamp.svg", "alt")", R"("file": "media/gone.svg", "alt")");
    const content::Pack pack = packOf(folder);
    REQUIRE(pack.attract.size() == 1);
    CHECK(pack.attract[0].picture.file == "media/lamp.svg");
    CHECK(pack.attract[0].line.has("en"));
}

TEST_CASE("a page that loses its picture keeps its words") {
    for (const std::string layout : {"full", "split"}) {
        const auto pages = pagesOf(R"({"layout": ")" + layout + R"(", "heading": "Sand", "body": "It was melted.", )" +
                                   noPicture + "}");
        REQUIRE(pages.size() == 3);
        CHECK(pages[1].layout == Page::Layout::text);
        CHECK_FALSE(pages[1].picture);
        CHECK(pages[1].body.has(""));
    }
}

TEST_CASE("a page that loses its words keeps its picture") {
    const auto pages =
        pagesOf(R"({"layout": "split", "body": 5, "picture": {"file": "media/lamp.svg", "alt": "A lamp"}})");
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].layout == Page::Layout::full);
    CHECK(pages[1].picture);
}

TEST_CASE("a page that loses its number keeps its words") {
    const auto pages =
        pagesOf(R"({"layout": "number", "body": "Many came.", "number": {"value": "many", "unit": "people"}})");
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].layout == Page::Layout::text);
}

TEST_CASE("panes that are wrong take nothing from the number") {
    const auto pages = pagesOf(
        R"({"layout": "number", "body": "Many came.", "number": {"value": 5, "unit": "people", "panes": {"each": 0}}})");
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].number.value.value == 5);
    CHECK_FALSE(pages[1].number.panes);
}

TEST_CASE("a page of which nothing is left goes alone, and says how many are left") {
    const PackOnDisk folder;
    folder.write("stories/glass.json", storyOf(std::string(R"({"layout": "full", )") + noPicture + "}"));
    const content::Pack pack = packOf(folder);
    CHECK(tests::pagesOf(*std::ranges::find(pack.items, "glass", &content::Item::id)).size() == 2);
    CHECK(lossOf(folder, "The item") == "The item “Glass” shows 2 of 3 pages.");
}

TEST_CASE("a quotation is left out where it cannot be told whether someone said it") {
    CHECK(pagesOf(R"({"layout": "quote", "quote": "Down we went.", "invented": "yes"})").size() == 2);
}

TEST_CASE("an item without its cover is shown with another of its pictures") {
    const PackOnDisk folder;
    change(folder, "explore/close-by.json", R"("cover": {"file": "media/)", R"("cover": {"file": "media/gone/)");
    const content::Pack pack = packOf(folder);
    const auto item = std::ranges::find(pack.items, "close-by", &content::Item::id);
    REQUIRE(item != pack.items.end());
    CHECK(item->cover.file == content::exhibitsOf(*item).front().picture->file);
}

TEST_CASE("a recording keeps playing where a chapter, a transcript or a date of it is wrong") {
    const PackOnDisk folder;
    change(folder, "voices/the-lamp.json", R"("start": 2.5)", R"("start": "2.5")");
    change(folder, "voices/the-lamp.json", "the-lamp.en.vtt", "the-lamp.eng.vtt");
    const content::Pack pack = packOf(folder);
    const auto item = std::ranges::find(pack.items, "the-lamp", &content::Item::id);
    REQUIRE(item != pack.items.end());
    CHECK(content::chaptersOf(*item).size() == 1);
    CHECK(std::get<content::OralHistory>(item->body).transcripts.size() == 1);
}

TEST_CASE("chapters that stand in another order are put in order") {
    const PackOnDisk folder;
    change(folder, "voices/the-lamp.json", R"("start": 0)", R"("start": 4)");
    const content::Pack pack = packOf(folder);
    const auto& chapters = content::chaptersOf(*std::ranges::find(pack.items, "the-lamp", &content::Item::id));
    REQUIRE(chapters.size() == 2);
    CHECK(chapters[0].start == 2.5);
    CHECK(chapters[1].start == 4);
}

TEST_CASE("a voice is not heard where nobody can tell until when it may be") {
    const PackOnDisk folder;
    change(folder, "voices/the-lamp.json", R"("until": "2090")", R"("until": "next spring")");
    const content::Pack pack = packOf(folder);
    CHECK(std::ranges::find(pack.items, "the-lamp", &content::Item::id) == pack.items.end());
    CHECK(lossOf(folder, "Visitors") == "Visitors do not see this item.");
}

TEST_CASE("an item whose file is not named as ids are is shown") {
    const PackOnDisk folder;
    folder.write("stories/Glass of 1930.json", storyOf(R"({"layout": "quote", "quote": "Sand."})"));
    const content::Pack pack = packOf(folder);
    CHECK(std::ranges::find(pack.items, "Glass of 1930", &content::Item::id) != pack.items.end());
}

TEST_CASE("a key that nobody knows takes nothing out") {
    const PackOnDisk folder;
    change(folder, "stories/coal.json", R"("kind": "story",)", R"("kind": "story", "colour": "black",)");
    CHECK(packOf(folder).items.size() == 5);
}

} // namespace schacht
