#include "engine/content/kinds/answers.hpp"

namespace schacht::content {

std::vector<Findable> findableIn(const std::vector<Chapter>& chapters) {
    std::vector<Findable> found;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        for (const LanguageMap* const words : {&chapters[i].title, &chapters[i].synopsis}) {
            if (!words->empty()) {
                found.push_back({.words = words, .part = i});
            }
        }
        if (!chapters[i].keywords.empty()) {
            found.push_back({.keywords = &chapters[i].keywords, .part = i});
        }
    }
    return found;
}

} // namespace schacht::content
