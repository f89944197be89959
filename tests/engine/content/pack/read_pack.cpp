#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"

#include <algorithm>

namespace schacht {
namespace {

using tests::PackOnDisk;

std::vector<std::string> idsOf(const content::Pack& pack) {
    std::vector<std::string> ids;
    for (const content::Item& item : pack.items) {
        ids.push_back(item.id);
    }
    return ids;
}

const content::Item& itemOf(const content::Pack& pack, std::string_view id) {
    const auto found =
        std::find_if(pack.items.begin(), pack.items.end(), [&](const content::Item& item) { return item.id == id; });
    REQUIRE(found != pack.items.end());
    return *found;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("a pack is read whole") {
    const PackOnDisk folder;
    const auto reading = folder.read();
    REQUIRE(reading);
    const content::Pack& pack = reading->pack;
    CHECK(reading->itemFiles == 5);
    CHECK(pack.root == folder.root);
    CHECK(pack.id == "good");
    CHECK(pack.title.find("en", {}).words == "Below ground");
    CHECK(pack.languages == Ids{"nl", "en"});
    CHECK(pack.publisher == "Het museum");
    CHECK(pack.licence == "https://creativecommons.org/licenses/by/4.0/");
    REQUIRE(pack.attract.size() == 1);
    CHECK(pack.attract[0].item == "coal");
    CHECK(pack.attract[0].picture.focus == content::Focus{0.5, 0.4});
    REQUIRE(pack.themes.size() == 2);
    CHECK(pack.themes[0].colour == "#7CC9CF");
    CHECK(pack.themes[0].cover.decorative);
    CHECK(pack.themes[0].items == Ids{"lamp", "coal"});
    CHECK(pack.places.at("as").at == std::pair{51.008, 5.584});
    CHECK(pack.people.at("andre-dumont").name.find("nl", {}).words == "André Dumont");
    CHECK(pack.credits.at("media/pictures/").how == "drawn");
    CHECK(pack.strings.at("nl").at("home") == "Begin");
}

TEST_CASE("an item is read with every key that it has") {
    const PackOnDisk folder;
    const auto reading = folder.read();
    REQUIRE(reading);
    const content::Item& item = itemOf(reading->pack, "coal");
    CHECK(item.file == "stories/coal.json");
    CHECK(item.kind == "story");
    CHECK(item.cover.caption.find("nl", {}).words == "Een lamp.");
    CHECK(item.themes == Ids{"mines", "people"});
    CHECK(item.places == Ids{"as"});
    CHECK(item.people == Ids{"andre-dumont"});
    CHECK(item.date == "1901-08-02");
    CHECK(item.related == Ids{"lamp"});
    CHECK(item.notice.has("en"));
    REQUIRE(item.sources.size() == 1);
    CHECK(item.sources[0].seen == "2026-11-24");
    CHECK(item.credit.find("tr", {}).words == "Het museum");
    CHECK(item.rights == "https://rightsstatements.org/vocab/InC/1.0/");
    CHECK(item.readMore == "https://example.org/coal");
    CHECK(item.object.has("nl"));
    CHECK(item.from == "2020");
    CHECK(item.until == "2090-12-31");
    const auto& pages = std::get<content::Story>(item.body).pages;
    REQUIRE(pages.size() == 5);
    CHECK(pages[0].picture->file == "media/lamp.svg");
    CHECK(pages[2].layout == content::Page::Layout::quote);
    CHECK(pages[2].invented);
    CHECK(pages[3].number.value == content::Amount{4500, "4500"});
    CHECK(pages[3].number.panes->each == 100);
    CHECK(pages[3].number.panes->columns == 9);
}

TEST_CASE("an item that cannot be read is left out, and with it what refers to it") {
    const PackOnDisk folder;
    folder.write("stories/lamp.json", "{");
    const auto reading = folder.read();
    REQUIRE(reading);
    CHECK(reading->itemFiles == 5);
    CHECK(reading->problems.size() == 1);
    CHECK(idsOf(reading->pack) == Ids{"close-by", "coal", "the-lamp", "years"});
    CHECK(itemOf(reading->pack, "coal").related.empty());
    CHECK(reading->pack.themes[0].items == Ids{"coal"});
}

TEST_CASE("an item with a warning is shown") {
    const PackOnDisk folder;
    folder.write("stories/gap.json", tests::smallStory(R"(, "notice": {"nl": "Lawaai"})"));
    const auto reading = folder.read();
    REQUIRE(reading);
    CHECK(reading->problems.size() == 1);
    CHECK(itemOf(reading->pack, "gap").notice.find("en", reading->pack.languages).words == "Lawaai");
}

TEST_CASE("an item out of its time is left out without a problem") {
    const PackOnDisk folder;
    folder.write("stories/past.json", tests::smallStory(R"(, "until": "2026-11-23")"));
    folder.write("stories/future.json", tests::smallStory(R"(, "from": "2026-11-25")"));
    folder.write("stories/last-day.json", tests::smallStory(R"(, "from": "2026-11-24", "until": "2026-11-24")"));
    folder.write("stories/this-year.json", tests::smallStory(R"(, "from": "2026", "until": "2026")"));
    const auto reading = folder.read();
    REQUIRE(reading);
    CHECK(reading->problems.empty());
    CHECK(reading->itemFiles == 9);
    CHECK(idsOf(reading->pack) == Ids{"close-by", "coal", "lamp", "last-day", "the-lamp", "this-year", "years"});
}

TEST_CASE("a broken file of places stops nothing else and is reported once") {
    const PackOnDisk folder;
    folder.write("places.json", "{\"as\": ");
    const auto reading = folder.read();
    REQUIRE(reading);
    CHECK(reading->problems.size() == 1);
    CHECK(reading->pack.items.size() == 5);
    CHECK(itemOf(reading->pack, "coal").places.empty());
}

TEST_CASE("broken credits are reported once, not for every file") {
    const PackOnDisk folder;
    folder.write("media/credits.json", "{,}");
    const auto reading = folder.read();
    REQUIRE(reading);
    CHECK(reading->problems.size() == 1);
}

TEST_CASE("a kind that cannot be shown yet is left out with a warning") {
    const PackOnDisk folder;
    folder.write("explore/glass.json", R"({"kind": "compare", "title": "Glass", "pairs": []})");
    const auto reading = folder.read();
    REQUIRE(reading);
    REQUIRE(reading->problems.size() == 1);
    CHECK(tests::describe(reading->problems[0]) ==
          "explore/glass.json:1:10 warning kind-not-yet /kind\n    This version of Schacht cannot show a comparison "
          "yet; the item is left out.\n");
}

TEST_CASE("a pack without its media is read where no one looks at them") {
    const PackOnDisk folder;
    folder.remove("media");
    const auto reading = folder.read(false);
    REQUIRE(reading);
    CHECK(reading->problems.empty());
    CHECK(reading->pack.items.size() == 5);
}

TEST_CASE("problems are ordered by file, line and column") {
    const PackOnDisk folder;
    folder.write("stories/b.json", "{}");
    folder.write("stories/a.json", tests::smallStory(", \"one\": 1,\n \"two\": 2"));
    const auto reading = folder.read();
    REQUIRE(reading);
    const auto placed = [](const base::Problem& problem) {
        return std::tuple(problem.location.file, problem.location.line, problem.location.column);
    };
    CHECK(reading->problems.size() >= 3);
    CHECK(std::is_sorted(reading->problems.begin(), reading->problems.end(),
                         [&](const auto& a, const auto& b) { return placed(a) < placed(b); }));
}

TEST_CASE("a pack reads the same however many threads read it") {
    const PackOnDisk folder;
    for (int i = 0; i < 400; ++i) {
        folder.write("stories/item-" + std::to_string(i) + ".json",
                     tests::smallStory(i % 7 == 0 ? ", \"wrong\": 1" : ""));
    }
    const auto first = folder.read();
    const auto second = folder.read();
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->problems == second->problems);
    CHECK(first->problems.size() == 58);
    CHECK(idsOf(first->pack) == idsOf(second->pack));
    CHECK(std::is_sorted(first->pack.items.begin(), first->pack.items.end(),
                         [](const auto& a, const auto& b) { return a.id < b.id; }));
}

} // namespace schacht
