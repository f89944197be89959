#include "engine/content/kinds/gallery.hpp"

#include <algorithm>

namespace schacht::content {

std::vector<Exhibit> exhibitsOf(const Gallery& gallery, const LanguageMap& title) {
    std::vector<Exhibit> out;
    for (const Picture& picture : gallery.pictures) {
        const auto same = [&](const Exhibit& one) { return one.picture->file == picture.file; };
        if (std::ranges::none_of(out, same)) {
            out.push_back({&picture, picture.title.empty() ? &title : &picture.title, 0});
        }
    }
    return out;
}

const Picture* coverOf(const Gallery& gallery) {
    return gallery.pictures.empty() ? nullptr : &gallery.pictures.front();
}

Played playedOf(const Gallery& /*body*/) {
    return {};
}

std::vector<Findable> findableIn(const Gallery& gallery) {
    std::vector<Findable> found;
    for (std::size_t i = 0; i < gallery.pictures.size(); ++i) {
        for (const LanguageMap* const words : {&gallery.pictures[i].title, &gallery.pictures[i].caption}) {
            if (!words->empty()) {
                found.push_back({.words = words, .part = i});
            }
        }
    }
    return found;
}

double minutesOf(const Gallery& gallery, const LanguageChoice& /*languages*/) {
    constexpr double toLook = 0.25; // minutes at a picture
    return toLook * static_cast<double>(gallery.pictures.size());
}

bool isReadableIn(const Gallery& gallery, std::string_view language) {
    return std::ranges::all_of(gallery.pictures, [&](const Picture& picture) {
        return isWholeIn(picture.title, language) && isWholeIn(picture.caption, language);
    });
}

std::optional<Day> consentEnds(const Gallery& /*body*/) {
    return std::nullopt;
}

std::vector<Passage> checkRules(Reading& /*reading*/, Gallery& /*body*/) {
    return {};
}

FileFindings checkFiles(Reading& /*reading*/, Gallery& /*body*/) {
    return {};
}

} // namespace schacht::content
