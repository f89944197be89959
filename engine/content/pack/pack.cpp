#include "engine/content/pack/pack.hpp"

#include "engine/content/kinds/questions.hpp"

#include <algorithm>

namespace schacht::content {

const std::string& mediumOf(const Item& item) {
    static const std::string none;
    const std::string* const medium = playedOf(item.body).medium;
    return medium == nullptr ? none : *medium;
}

const std::vector<Chapter>& chaptersOf(const Item& item) {
    static const std::vector<Chapter> none;
    const std::vector<Chapter>* const chapters = playedOf(item.body).chapters;
    return chapters == nullptr ? none : *chapters;
}

std::vector<Exhibit> exhibitsOf(const Item& item) {
    return exhibitsOf(item.body, item.title);
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

} // namespace schacht::content
