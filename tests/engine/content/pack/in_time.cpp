#include "engine/content/pack/in_time.hpp"
#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"
#include "tests/pages_of.hpp"

#include <algorithm>

namespace schacht {
namespace {

using tests::PackOnDisk;

/// A pack with an exhibition of November, one of December, a voice that may be heard until 30 November, and what refers
/// to them.
content::PackReading exhibitions(const std::string& today, bool everyDay) {
    const PackOnDisk folder;
    folder.write("stories/november.json", tests::smallStory(R"(, "until": "2026-11-30", "related": ["december"])"));
    folder.write("stories/december.json", tests::smallStory(R"(, "from": "2026-12", "until": "2026-12")"));
    folder.write("stories/hears.json", R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/lamp.svg", "alt": "A lamp"}, "themes": ["mines"], "related": ["november", "the-lamp"],
 "pages": [{"layout": "quote", "quote": "We were silent."}, {"layout": "listen", "item": "the-lamp", "from": 1}]})");
    folder.write("stories/only-hears.json", R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/lamp.svg", "alt": "A lamp"}, "themes": ["mines"],
 "pages": [{"layout": "listen", "item": "the-lamp", "from": 1}]})");
    const auto put = [&](const char* file, std::string_view from, const char* to) {
        std::string text = tests::readFile(folder.root / file);
        text.replace(text.find(from), from.size(), to);
        folder.write(file, text);
    };
    put("voices/the-lamp.json", "2090", "2026-11-30");
    put("pack.json", R"("item": "coal")", R"("item": "november")");
    put("pack.json", R"(["lamp", "coal"])", R"(["december", "lamp", "november"])");
    auto reading = content::readPack(folder.root, {.today = today, .everyDay = everyDay});
    REQUIRE(reading);
    return std::move(*reading);
}

std::string shownOf(const content::Pack& pack) {
    std::string ids;
    for (const content::Item& item : pack.items) {
        ids += item.id + " ";
    }
    return ids;
}

const content::Item& shown(const content::Pack& pack, std::string_view id) {
    const auto found =
        std::find_if(pack.items.begin(), pack.items.end(), [&](const content::Item& item) { return item.id == id; });
    REQUIRE(found != pack.items.end());
    return *found;
}

std::string absence(const content::Item& item, const content::Day& day) {
    static constexpr const char* words[] = {"not before ", "until ", "consent until "};
    const auto away = content::absenceOf(item, day);
    return away ? words[static_cast<int>(away->why)] + content::toString(away->day) : "shown";
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("from a pack of every day comes what is shown on each, whichever day it was read on") {
    for (const char* const read : {"1970-01-01", "2026-11-30", "2026-12-01", "2027-01-01"}) {
        INFO(read);
        const content::Pack whole = exhibitions(read, true).pack;
        CHECK(shownOf(whole) == "close-by coal december hears lamp november only-hears the-lamp years ");
        CHECK(shownOf(content::packOn(whole, "1970-01-01")) ==
              "close-by hears lamp november only-hears the-lamp years ");
        CHECK(shownOf(content::packOn(whole, "2026-11-30")) ==
              "close-by coal hears lamp november only-hears the-lamp years ");
        CHECK(shownOf(content::packOn(whole, "2026-12-01")) == "close-by coal december hears lamp years ");
        CHECK(shownOf(content::packOn(whole, "2027-01-01")) == "close-by coal hears lamp years ");
        CHECK(shownOf(content::packOn(whole, "")) == shownOf(whole)); // who does not know the day leaves nothing out
    }
}

TEST_CASE("what refers to an item goes and comes with it") {
    const content::Pack whole = exhibitions("2026-12-01", true).pack;
    const content::Pack november = content::packOn(whole, "2026-11-30");
    CHECK(tests::pagesOf(shown(november, "hears")).size() == 2);
    CHECK(shown(november, "hears").related == Names{"november", "the-lamp"});
    CHECK(shown(november, "november").related.empty());
    CHECK(november.themes[0].items == Names{"lamp", "november"});
    CHECK(november.attract[0].item == "november");
    const content::Pack december = content::packOn(whole, "2026-12-01");
    CHECK(tests::pagesOf(shown(december, "hears")).size() == 1);
    CHECK(shown(december, "hears").related.empty());
    CHECK(december.themes[0].items == Names{"december", "lamp"});
    CHECK(december.attract[0].item.empty());
}

TEST_CASE("a pack that is read for a day shows what the whole one shows on it") {
    for (const char* const day : {"2026-11-30", "2026-12-01"}) {
        CHECK(shownOf(exhibitions(day, false).pack) == shownOf(content::packOn(exhibitions(day, true).pack, day)));
    }
}

TEST_CASE("the problems of a pack of every day are those of the day on which it is read") {
    const auto sentence = [](const char* day) { return exhibitions(day, true).problems.at(0).message; };
    CHECK(sentence("2026-11-30").starts_with("The consent ends on 2026-11-30"));
    CHECK(sentence("2026-12-01").starts_with("The consent ended on 2026-11-30"));
}

TEST_CASE("why an item is not shown on a day is told") {
    const content::Pack whole = exhibitions("2026-11-30", true).pack;
    CHECK(absence(shown(whole, "december"), {2026, 11, 30}) == "not before 2026-12-01");
    CHECK(absence(shown(whole, "december"), {2026, 12, 31}) == "shown");
    CHECK(absence(shown(whole, "december"), {2027, 1, 1}) == "until 2026-12-31");
    CHECK(absence(shown(whole, "november"), {2026, 11, 30}) == "shown");
    CHECK(absence(shown(whole, "november"), {2026, 12, 1}) == "until 2026-11-30");
    CHECK(absence(shown(whole, "the-lamp"), {2026, 11, 30}) == "shown");
    CHECK(absence(shown(whole, "the-lamp"), {2026, 12, 1}) == "consent until 2026-11-30");
    CHECK(absence(shown(whole, "coal"), {9999, 1, 1}) == "until 2090-12-31");
    CHECK(absence(shown(whole, "lamp"), {9999, 1, 1}) == "shown");
}

TEST_CASE("a consent is spoken of from a month before its end") {
    const content::Pack whole = exhibitions("2026-11-30", true).pack;
    const content::Item& voice = shown(whole, "the-lamp");
    CHECK_FALSE(content::consentProblem(voice, {2026, 10, 30}));
    const auto ends = content::consentProblem(voice, {2026, 10, 31});
    REQUIRE(ends);
    CHECK(tests::describe(*ends) == "voices/the-lamp.json warning consent-ends /consent/until\n    The consent ends on "
                                    "2026-11-30: after that day the item is no longer shown. Ask the speaker again in "
                                    "time.\n");
    CHECK(content::consentProblem(voice, {2026, 12, 1})->code == "consent-over");
    CHECK_FALSE(content::consentProblem(shown(whole, "november"), {2026, 12, 1}));
}

TEST_CASE("the problems of another day are those of before, with that day's of consent") {
    const content::PackReading reading = exhibitions("2026-11-30", true);
    std::vector<base::Problem> problems = reading.problems;
    problems.push_back({"other", base::Severity::error, "Another.", {"voices/the-lamp.json", 1, 1, ""}});
    const auto over = content::problemsOn(problems, reading.pack, "2026-12-01");
    REQUIRE(over.size() == 2);
    CHECK(over[0].code == "consent-over");
    CHECK(over[0].location == reading.problems.at(0).location); // its line is still known
    CHECK(over[1] == problems[1]);
    const auto well = content::problemsOn(over, reading.pack, "2026-10-01");
    CHECK(well == std::vector{problems[1]});
    CHECK(content::problemsOn(well, reading.pack, "2026-11-30").at(1).code == "consent-ends");
}

TEST_CASE("whether a pack has dates is known") {
    const content::Pack whole = exhibitions("2026-11-30", true).pack;
    content::Pack plain;
    plain.items = {shown(whole, "lamp")};
    CHECK_FALSE(content::hasDates(plain));
    for (const char* const dated : {"november", "december", "the-lamp"}) {
        plain.items = {shown(whole, "lamp"), shown(whole, dated)};
        CHECK(content::hasDates(plain));
    }
}

} // namespace schacht
