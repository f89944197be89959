#include "engine/content/pack/settle.hpp"

#include "engine/content/kinds/questions.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace schacht::content {
namespace {

/// The item that visitors see first in a theme, as far as the pack says; null where it has none.
const Item* firstOf(const Pack& pack, const Theme& theme) {
    const auto named = [&](const Item& item) {
        return theme.items.empty() ? std::ranges::find(item.themes, theme.id) != item.themes.end()
                                   : item.id == theme.items.front();
    };
    const auto found = std::ranges::find_if(pack.items, named);
    return found == pack.items.end() ? nullptr : &*found;
}

void gatherInOneTheme(Pack& pack) {
    Theme all;
    all.id = pack.id.empty() ? "all" : pack.id;
    all.title = pack.title;
    for (Item& item : pack.items) {
        item.themes.push_back(all.id);
    }
    pack.themes.push_back(std::move(all));
}

void settleTheme(const Pack& pack, Theme& theme) {
    if (theme.colour.empty()) {
        const auto isFree = [&](std::string_view colour) {
            return std::ranges::find(pack.themes, colour, &Theme::colour) == pack.themes.end();
        };
        const auto free = std::ranges::find_if(themeColours, isFree);
        theme.colour = free == themeColours.end() ? themeColours.front() : *free;
    }
    const Item* const first = theme.cover.file.empty() ? firstOf(pack, theme) : nullptr;
    if (first != nullptr) {
        theme.cover = first->cover;
    }
}

void settleAttract(Pack& pack) {
    for (Attract& each : pack.attract) {
        const auto item = std::ranges::find(pack.items, each.item, &Item::id);
        if (each.picture.file.empty() && item != pack.items.end()) {
            each.picture = item->cover;
        }
    }
    std::erase_if(pack.attract, [](const Attract& each) { return each.picture.file.empty(); });
    if (pack.attract.empty()) {
        for (const Theme& theme : pack.themes) {
            if (!theme.cover.file.empty()) {
                pack.attract.push_back({theme.cover, theme.title, {}});
            }
        }
    }
}

} // namespace

bool settle(Item& item) {
    const Picture* const picture = item.cover.file.empty() ? coverOf(item.body) : nullptr;
    if (picture != nullptr) {
        item.cover = *picture;
    }
    return true;
}

std::vector<const Theme*> emptyThemes(const Pack& pack) {
    std::set<std::string_view> filled;
    for (const Item& item : pack.items) {
        filled.insert(item.themes.begin(), item.themes.end());
    }
    std::vector<const Theme*> empty;
    for (const Theme& theme : pack.themes) {
        if (theme.items.empty() && !filled.contains(theme.id)) {
            empty.push_back(&theme);
        }
    }
    return empty;
}

void fillGaps(Pack& pack) {
    std::set<std::string> empty;
    for (const Theme* theme : emptyThemes(pack)) {
        empty.insert(theme->id);
    }
    std::erase_if(pack.themes, [&](const Theme& theme) { return empty.contains(theme.id); });
    if (pack.themes.empty() && !pack.items.empty()) {
        gatherInOneTheme(pack);
    }
    for (Theme& theme : pack.themes) {
        settleTheme(pack, theme);
    }
    settleAttract(pack);
}

} // namespace schacht::content
