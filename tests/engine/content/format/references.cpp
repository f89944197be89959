#include "engine/content/format/references.hpp"

#include "engine/content/pack/describe.hpp"
#include "tests/catch.hpp"

namespace schacht {
namespace {

content::Page listenTo(const std::string& id) {
    content::Page page;
    page.layout = content::Page::Layout::listen;
    page.item = id;
    return page;
}

content::Item storyThatPlays(const std::vector<std::string>& ids) {
    content::Item item;
    content::Story story;
    for (const std::string& id : ids) {
        story.pages.push_back(listenTo(id));
    }
    item.body = std::move(story);
    return item;
}

content::Chapter chapterOf(std::vector<std::string> places, std::vector<std::string> people,
                           std::vector<std::string> related) {
    content::Chapter chapter;
    chapter.places = std::move(places);
    chapter.people = std::move(people);
    chapter.related = std::move(related);
    return chapter;
}

const auto onlyLamp = [](content::Meant, std::string_view id) { return id == "lamp"; };

} // namespace

TEST_CASE("every reference of an item is seen, also those of its pages and chapters") {
    content::Item item = storyThatPlays({"lamp"});
    item.related = {"coal"};
    item.themes = {"mines"};
    std::string seen;
    const auto see = [&](content::Meant, const std::string& id) { seen += id + " "; };
    content::eachReference(item, see);
    CHECK(seen == "mines coal lamp ");
    content::Film film;
    film.chapters.push_back(chapterOf({"genk"}, {"an"}, {"coal"}));
    item.body = film;
    seen.clear();
    content::eachReference(item, see);
    CHECK(seen == "mines coal genk an coal ");
}

TEST_CASE("an item forgets what is not there, wherever it names it") {
    content::Item item;
    item.related = {"coal", "lamp"};
    content::OralHistory voice;
    voice.chapters.push_back(chapterOf({"genk"}, {}, {"lamp", "coal"}));
    item.body = voice;
    CHECK(content::forgetMissing(item, onlyLamp));
    CHECK(item.related == std::vector<std::string>{"lamp"});
    const auto& chapter = std::get<content::OralHistory>(item.body).chapters.front();
    CHECK(chapter.related == std::vector<std::string>{"lamp"});
    CHECK(chapter.places.empty());
}

TEST_CASE("a page that plays what is not there goes, and the story whose last page it is") {
    content::Item some = storyThatPlays({"gone", "lamp"});
    CHECK(content::forgetMissing(some, onlyLamp));
    CHECK(std::get<content::Story>(some.body).pages.size() == 1);
    content::Item none = storyThatPlays({"gone"});
    CHECK_FALSE(content::forgetMissing(none, onlyLamp));
}

} // namespace schacht
