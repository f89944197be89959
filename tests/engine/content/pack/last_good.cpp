#include "engine/content/pack/last_good.hpp"

#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::content;

namespace {

Item itemCalled(const std::string& id, const std::string& credit = "") {
    Item item;
    item.id = id;
    item.file = "stories/" + id + ".json";
    item.rights = credit;
    return item;
}

base::Problem errorIn(const std::string& file) {
    return {"json", base::Severity::error, "A comma is missing.", {file, 2, 1, ""}};
}

std::vector<std::string> idsOf(const Pack& pack) {
    std::vector<std::string> ids;
    for (const Item& item : pack.items) {
        ids.push_back(item.id);
    }
    return ids;
}

} // namespace

TEST_CASE("an item that has an error now stays as it was, and an item that was removed is gone") {
    Pack before;
    before.items = {itemCalled("lamp", "old"), itemCalled("mine"), itemCalled("tower")};
    Pack now;
    now.items = {itemCalled("mine", "new"), itemCalled("zinc")};
    keepLastGood(now, before, {errorIn("stories/lamp.json")});
    CHECK(idsOf(now) == std::vector<std::string>{"lamp", "mine", "zinc"});
    CHECK(now.items[0].rights == "old");
    CHECK(now.items[1].rights == "new");
}

TEST_CASE("a warning keeps nothing back") {
    Pack before;
    before.items = {itemCalled("lamp")};
    Pack now;
    auto warning = errorIn("stories/lamp.json");
    warning.severity = base::Severity::warning;
    keepLastGood(now, before, {warning});
    CHECK(now.items.empty());
}

TEST_CASE("places, people, credits and words that an error took away are filled in") {
    Pack before;
    before.places["winterslag"];
    before.people["andre-dumont"];
    before.credits["media/"].maker = "us";
    before.strings["nl"]["bar.home"] = "Thuis";
    Pack now;
    now.places["genk"];
    keepLastGood(now, before, {errorIn("places.json"), errorIn("media/credits.json"), errorIn("strings/nl.json")});
    CHECK(now.places.size() == 2);
    CHECK(now.people.empty());
    CHECK(now.credits.at("media/").maker == "us");
    CHECK(now.strings.at("nl").at("bar.home") == "Thuis");
}

TEST_CASE("with an error in pack.json the themes stay as they were") {
    Pack before;
    before.themes = {Theme{"mines", {}, {}, "", {}, {}}, Theme{"faith", {}, {}, "", {}, {}}};
    before.languages = {"nl", "en"};
    Pack now;
    now.themes = {Theme{"faith", {}, {}, "", {}, {}}};
    now.languages = {"nl"};
    Pack whole = now;
    keepLastGood(now, before, {errorIn("pack.json")});
    CHECK(now.themes.size() == 2);
    CHECK(now.languages.size() == 2);
    keepLastGood(whole, before, {});
    CHECK(whole.themes.size() == 1);
}
