#include "engine/content/pack.hpp"

namespace schacht::content {

const std::vector<Page>& pagesOf(const Item& item) {
    static const std::vector<Page> none;
    const Story* const story = std::get_if<Story>(&item.body);
    return story == nullptr ? none : story->pages;
}

const std::string& mediumOf(const Item& item) {
    static const std::string none;
    if (const auto* const voice = std::get_if<OralHistory>(&item.body)) {
        return voice->medium();
    }
    const Film* const film = std::get_if<Film>(&item.body);
    return film == nullptr ? none : film->video;
}

const std::vector<Chapter>& chaptersOf(const Item& item) {
    static const std::vector<Chapter> none;
    if (const auto* const voice = std::get_if<OralHistory>(&item.body)) {
        return voice->chapters;
    }
    const Film* const film = std::get_if<Film>(&item.body);
    return film == nullptr ? none : film->chapters;
}

} // namespace schacht::content
