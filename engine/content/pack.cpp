#include "engine/content/pack.hpp"

#include <algorithm>

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

const Credit* creditOf(const Pack& pack, std::string_view file) {
    while (!file.empty()) {
        if (const auto found = pack.credits.find(file); found != pack.credits.end()) {
            return &found->second;
        }
        file.remove_suffix(1);
        file.remove_suffix(file.size() - std::min(file.size(), file.rfind('/') + 1)); // a folder ends with its slash
    }
    return nullptr;
}

std::vector<Exhibit> exhibitsOf(const Item& item) {
    std::vector<Exhibit> out;
    const auto add = [&](const Picture& picture, const LanguageMap& otherwise, std::size_t page) {
        const auto same = [&](const Exhibit& one) { return one.picture->file == picture.file; };
        if (std::none_of(out.begin(), out.end(), same)) {
            out.push_back({&picture, picture.title.empty() ? &otherwise : &picture.title, page});
        }
    };
    if (const auto* const gallery = std::get_if<Gallery>(&item.body)) {
        for (const Picture& picture : gallery->pictures) {
            add(picture, item.title, 0);
        }
    }
    const std::vector<Page>& pages = pagesOf(item);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (const auto& picture = pages[page].picture) {
            add(*picture, pages[page].heading.empty() ? item.title : pages[page].heading, page);
        }
    }
    return out;
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
