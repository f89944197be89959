#include "engine/content/pack/last_good.hpp"

#include <algorithm>
#include <set>

namespace schacht::content {

void keepLastGood(Pack& pack, const Pack& before, const std::vector<base::Problem>& problems) {
    std::set<std::string> wrong;
    for (const base::Problem& problem : problems) {
        if (problem.severity == base::Severity::error) {
            wrong.insert(problem.location.file);
        }
    }
    const auto fill = [&wrong](const char* file, auto& now, const auto& then) {
        if (wrong.contains(file)) {
            now.insert(then.begin(), then.end()); // what is there already stays
        }
    };
    fill("places.json", pack.places, before.places);
    fill("people.json", pack.people, before.people);
    fill("media/credits.json", pack.credits, before.credits);
    for (const auto& [language, words] : before.strings) {
        fill(("strings/" + language + ".json").c_str(), pack.strings[language], words);
    }
    if (wrong.contains("pack.json") && before.whole) {
        pack.themes = before.themes;
        pack.attract = before.attract;
        pack.languages = before.languages;
        pack.title = before.title;
        pack.whole = true;
    }
    for (const Item& item : before.items) {
        if (!wrong.contains(item.file)) {
            continue;
        }
        const auto now = std::ranges::find(pack.items, item.id, &Item::id);
        if (now == pack.items.end()) {
            pack.items.push_back(item);
        } else if (item.whole) {
            *now = item;
        }
    }
    std::sort(pack.items.begin(), pack.items.end(), [](const Item& a, const Item& b) { return a.id < b.id; });
}

} // namespace schacht::content
