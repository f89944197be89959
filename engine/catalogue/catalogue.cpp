#include "engine/catalogue/catalogue.hpp"

#include "engine/content/edtf/edtf.hpp"
#include "engine/content/kinds/questions.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace schacht::catalogue {

namespace {

using content::Item;

content::Day dayOf(const Item& item) {
    if (const auto date = content::parseEdtf(item.date); date && date->earliest) {
        return *date->earliest;
    }
    return {1'000'000'000, 1, 1}; // undated: last
}

bool readableIn(const Item& item, std::string_view language) {
    return content::isWholeIn(item.title, language) && content::isReadableIn(item.body, language);
}

std::vector<const Item*> orderByDate(const content::Pack& pack) {
    std::vector<std::pair<content::Day, const Item*>> dated;
    dated.reserve(pack.items.size());
    for (const Item& item : pack.items) {
        dated.emplace_back(dayOf(item), &item);
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Item*> out;
    out.reserve(dated.size());
    for (const auto& [day, item] : dated) {
        out.push_back(item);
    }
    return out;
}

ItemsById indexById(const content::Pack& pack) {
    ItemsById out;
    for (const Item& item : pack.items) {
        out.emplace(item.id, &item);
    }
    return out;
}

ThemeOrder orderThemes(const content::Pack& pack, const ItemsById& byId, const std::vector<const Item*>& byDate) {
    ThemeOrder out;
    std::unordered_map<std::string_view, std::unordered_set<const Item*>> taken;
    for (const content::Theme& theme : pack.themes) {
        auto& items = out[theme.id];
        for (const std::string& id : theme.items) {
            if (const auto first = byId.find(id); first != byId.end() && taken[theme.id].insert(first->second).second) {
                items.push_back(first->second);
            }
        }
    }
    for (const Item* item : byDate) {
        for (const std::string& id : item->themes) {
            const auto found = out.find(id);
            if (found != out.end() && taken[found->first].insert(item).second) {
                found->second.push_back(item);
            }
        }
    }
    return out;
}

} // namespace

Catalogue::Catalogue(content::Pack pack)
    : whole(std::move(pack)), byId(indexById(whole)), byDate(orderByDate(whole)),
      byTheme(orderThemes(whole, byId, byDate)), between(byId, byDate, byTheme) {
    for (const Item& item : whole.items) {
        if (auto some = content::exhibitsOf(item); !some.empty()) {
            pictures.emplace(&item, std::move(some));
        }
        for (const std::string& language : whole.languages) {
            complete[language] += readableIn(item, language) ? 1U : 0U;
        }
    }
}

const Item* Catalogue::item(std::string_view id) const {
    const auto found = byId.find(id);
    return found == byId.end() ? nullptr : found->second;
}

const content::Theme* Catalogue::theme(std::string_view id) const {
    const auto found =
        std::find_if(whole.themes.begin(), whole.themes.end(), [id](const auto& theme) { return theme.id == id; });
    return found == whole.themes.end() ? nullptr : &*found;
}

const content::Theme* Catalogue::themeOf(const Item& item) const {
    for (const std::string& id : item.themes) {
        if (const auto* found = theme(id)) {
            return found;
        }
    }
    return nullptr;
}

const std::vector<const Item*>& Catalogue::itemsOf(std::string_view theme) const {
    static const std::vector<const Item*> none;
    const auto found = byTheme.find(theme);
    return found == byTheme.end() ? none : found->second;
}

const std::vector<content::Exhibit>& Catalogue::exhibits(const Item& item) const {
    static const std::vector<content::Exhibit> none;
    const auto found = pictures.find(&item);
    return found == pictures.end() ? none : found->second;
}

std::size_t Catalogue::translated(std::string_view language) const {
    const auto found = complete.find(language);
    return found == complete.end() ? 0 : found->second;
}

int minutesOf(const Item& item, std::string_view language, const std::vector<std::string>& fallbacks) {
    return std::max(1, static_cast<int>(std::lround(content::minutesOf(item.body, {language, fallbacks}))));
}

} // namespace schacht::catalogue
