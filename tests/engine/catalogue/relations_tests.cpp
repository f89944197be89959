/// Which items go together, in which order, and the reason that is told.
#include "engine/catalogue/catalogue.hpp"
#include "tests/catch.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::catalogue;

namespace {

using Ids = std::vector<std::string>;

/// A pack of stories; their files come in the order of their ids, as the reader gives them.
struct Small {
    content::Pack pack;

    content::Item& add(const std::string& id) {
        content::Item item;
        item.id = id;
        item.kind = "story";
        item.body = content::Story{std::vector<content::Page>(1)};
        pack.items.push_back(std::move(item));
        return pack.items.back();
    }
    Small& theme(const std::string& id, Ids first = {}) {
        content::Theme theme;
        theme.id = id;
        theme.items = std::move(first);
        pack.themes.push_back(std::move(theme));
        return *this;
    }
    [[nodiscard]] Catalogue made() const {
        content::Pack whole = pack;
        std::sort(whole.items.begin(), whole.items.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return Catalogue(std::move(whole));
    }
};

std::vector<Related> after(const Catalogue& catalogue, const std::string& id, std::size_t most) {
    return catalogue.relations().of(*catalogue.item(id), most);
}

Ids idsAfter(const Catalogue& catalogue, const std::string& id, std::size_t most = 100) {
    Ids out;
    for (const Related& related : after(catalogue, id, most)) {
        out.push_back(related.item->id);
    }
    return out;
}

Subject person(const std::string& id) {
    return {Subject::Kind::person, id};
}
Subject place(const std::string& id) {
    return {Subject::Kind::place, id};
}

} // namespace

TEST_CASE("what the pack names comes first, in its order, with what both are about") {
    Small small;
    small.add("coal").related = {"lamp", "ice"};
    small.pack.items.back().places = {"as"};
    small.add("ice").places = {"as"};
    small.add("lamp");
    small.add("shaft").places = {"as"};
    const Catalogue catalogue = small.made();
    const auto related = after(catalogue, "coal", 3);
    REQUIRE(related.size() == 3);
    CHECK(related[0].item->id == "lamp");
    CHECK(related[0].named);
    CHECK(related[0].shared == Shared{});
    CHECK(related[1].item->id == "ice");
    CHECK(related[1].named);
    CHECK(related[1].shared == Shared{place("as")});
    CHECK(related[2].item->id == "shaft");
    CHECK_FALSE(related[2].named);
}

TEST_CASE("a shared person comes before a shared place, then years, a theme, and the rest") {
    Small small;
    small.theme("mines");
    auto& coal = small.add("coal");
    coal.people = {"dumont"};
    coal.places = {"as"};
    coal.themes = {"mines"};
    coal.date = "1901";
    small.add("a-rest");
    small.add("b-theme").themes = {"mines"};
    small.add("c-years").date = "1902";
    small.add("d-place").places = {"as"};
    small.add("e-person").people = {"dumont"};
    const Catalogue catalogue = small.made();
    CHECK(idsAfter(catalogue, "coal") == Ids{"e-person", "d-place", "c-years", "b-theme", "a-rest"});
    const auto related = after(catalogue, "coal", 5);
    CHECK(related[0].shared == Shared{person("dumont")});
    CHECK(related[1].shared == Shared{place("as")});
    CHECK(related[2].shared == Shared{SameYears{1902}});
    CHECK(related[3].shared == Shared{SameTheme{"mines"}});
    CHECK(related[4].shared == Shared{});
}

TEST_CASE("a place that few items are about counts more than one of many") {
    Small small;
    small.add("coal").places = {"genk", "paal"};
    small.add("a").places = {"genk"};
    small.add("b").places = {"genk"};
    small.add("z").places = {"paal"};
    const Catalogue catalogue = small.made();
    CHECK(idsAfter(catalogue, "coal") == Ids{"z", "a", "b"});
    CHECK(after(catalogue, "coal", 1)[0].shared == Shared{place("paal")});
}

TEST_CASE("what shares more places stands first, and the rarest of them is told") {
    Small small;
    small.add("coal").places = {"genk", "as", "zolder"};
    small.add("a").places = {"genk"};
    small.add("b").places = {"genk", "zolder"};
    small.add("c").places = {"genk", "as", "zolder"};
    small.add("d").places = {"genk", "as"};
    small.add("e").places = {"zolder"};
    const Catalogue catalogue = small.made();
    CHECK(idsAfter(catalogue, "coal") == Ids{"c", "d", "b", "e", "a"});
    CHECK(after(catalogue, "coal", 1)[0].shared == Shared{place("as")});
}

TEST_CASE("a chapter's people and places are those of its recording") {
    Small small;
    content::OralHistory voice;
    voice.chapters.resize(2);
    voice.chapters[0].places = {"as"};
    voice.chapters[1].places = {"as"};
    voice.chapters[1].people = {"dumont"};
    small.add("voice").body = voice;
    small.add("z").people = {"dumont"};
    small.add("rest");
    const Catalogue catalogue = small.made();
    CHECK(idsAfter(catalogue, "z") == Ids{"voice", "rest"});
    CHECK(catalogue.relations().subjectsOf(*catalogue.item("voice")) == std::vector{person("dumont"), place("as")});
    CHECK(catalogue.relations().about(place("as")).size() == 1);
}

TEST_CASE("dates that overlap or are two years apart are of the same time, nearest first; an age is of none") {
    Small small;
    for (const auto& [id, date] : {std::pair{"coal", "1963/1964"},
                                   {"age", "1917/1992"},
                                   {"four-later", "1968"},
                                   {"one-before", "1962-10-24"},
                                   {"sixties", "196X"},
                                   {"two-later", "1966"}}) {
        small.add(id).date = date;
    }
    const Catalogue catalogue = small.made();
    const auto related = after(catalogue, "coal", 5);
    CHECK(idsAfter(catalogue, "coal", 3) == Ids{"sixties", "one-before", "two-later"});
    CHECK(related[0].shared == Shared{SameYears{1963}});
    CHECK(related[1].shared == Shared{SameYears{1962}});
    CHECK(related[2].shared == Shared{SameYears{1966}});
    CHECK(related[3].shared == Shared{});
    CHECK(related[4].shared == Shared{});
}

TEST_CASE("an item that the pack names tells the years that both have, and no theme") {
    Small small;
    small.theme("mines");
    auto& coal = small.add("coal");
    coal.related = {"lamp", "shaft"};
    coal.date = "1963";
    coal.themes = {"mines"};
    small.add("lamp").date = "1964/1966";
    small.add("shaft").themes = {"mines"};
    const Catalogue catalogue = small.made();
    const auto related = after(catalogue, "coal", 2);
    CHECK(related[0].shared == Shared{SameYears{1964}});
    CHECK(related[1].shared == Shared{});
}

TEST_CASE("in a theme follows what stands behind the item, then the theme from its start") {
    Small small;
    small.theme("mines", {"d", "b", "a", "c"});
    for (const char* id : {"a", "b", "c", "d"}) {
        small.add(id).themes = {"mines"};
    }
    const Catalogue catalogue = small.made();
    CHECK(idsAfter(catalogue, "b") == Ids{"a", "c", "d"});
    CHECK(idsAfter(catalogue, "c") == Ids{"d", "b", "a"});
}

TEST_CASE("an item that shares nothing is followed by the others by date, and only a pack of one item by none") {
    Small small;
    small.add("a").date = "1990";
    small.add("b").date = "1910";
    small.add("c").date = "1950";
    const Catalogue catalogue = small.made();
    CHECK(idsAfter(catalogue, "c") == Ids{"a", "b"});
    Small alone;
    alone.add("a").related = {"a"};
    CHECK(idsAfter(alone.made(), "a").empty());
}

TEST_CASE("of many there are no more than asked, never the item itself, and none twice") {
    Small small;
    small.theme("mines");
    for (int i = 0; i < 30; ++i) {
        auto& item = small.add("item-" + std::to_string(i));
        item.places = {"genk", i % 2 == 0 ? "as" : "paal"};
        item.people = {"dumont"};
        item.themes = {"mines"};
        item.date = "1901";
        item.related = {"item-3", "item-4"};
    }
    const Catalogue catalogue = small.made();
    for (const std::size_t most : {std::size_t{5}, std::size_t{100}}) {
        Ids ids = idsAfter(catalogue, "item-4", most);
        CHECK(ids.size() == std::min<std::size_t>(most, 29));
        CHECK(std::find(ids.begin(), ids.end(), "item-4") == ids.end());
        CHECK(ids.front() == "item-3");
        std::sort(ids.begin(), ids.end());
        CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    }
}

TEST_CASE("of the items about a place those that name it first stand first, then the others, each by date") {
    Small small;
    for (const auto& [id, date, places] : {std::tuple{"a", "1990", Ids{"genk", "as"}},
                                           {"b", "1910", Ids{"as", "genk"}},
                                           {"c", "1950", Ids{"genk"}},
                                           {"d", "1900", Ids{"as", "genk"}}}) {
        auto& item = small.add(id);
        item.date = date;
        item.places = places;
    }
    const Catalogue catalogue = small.made();
    Ids about;
    for (const auto* item : catalogue.relations().about(place("genk"))) {
        about.push_back(item->id);
    }
    CHECK(about == Ids{"c", "a", "d", "b"});
    CHECK(catalogue.relations().about(person("genk")).empty());
}

TEST_CASE("every person and place that an item is about is known, the rarest of an item first") {
    Small small;
    small.add("a").places = {"genk", "as"};
    auto& b = small.add("b");
    b.places = {"genk"};
    b.people = {"dumont"};
    const Catalogue catalogue = small.made();
    CHECK(catalogue.relations().subjects() == std::vector{person("dumont"), place("as"), place("genk")});
    CHECK(catalogue.relations().subjectsOf(*catalogue.item("a")) == std::vector{place("as"), place("genk")});
    CHECK(catalogue.relations().subjectsOf(*catalogue.item("b")) == std::vector{person("dumont"), place("genk")});
}
