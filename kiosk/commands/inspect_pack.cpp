#include "engine/base/clock.hpp"
#include "engine/content/pack/read_pack.hpp"
#include "kiosk/commands/inspect_file.hpp"

#include <cstdio>

namespace schacht::kiosk {
namespace {

/// {language: words}; what is the same in every language is under each language of the pack.
Inspection wordsOf(const content::LanguageMap& map, const std::vector<std::string>& languages) {
    Inspection words = Inspection::object();
    for (const auto& [language, text] : map.all()) {
        if (!language.empty()) {
            words[language] = text;
            continue;
        }
        for (const std::string& each : languages) {
            words[each] = text;
        }
    }
    return words;
}

} // namespace

Inspection inspectPack(const std::filesystem::path& folder) {
    const auto reading = content::readPack(folder, {base::today(), true});
    if (!reading) {
        return refused("pack", reading.error().message);
    }
    const content::Pack& pack = reading->pack;
    Inspection items = Inspection::array();
    for (const content::Item& item : pack.items) {
        items.push_back({{"id", item.id},
                         {"kind", item.kind},
                         {"title", wordsOf(item.title, pack.languages)},
                         {"themes", item.themes}});
    }
    return {{"format", "pack"},
            {"valid", true},
            {"id", pack.id},
            {"title", wordsOf(pack.title, pack.languages)},
            {"languages", pack.languages},
            {"items", std::move(items)},
            {"problems", reading->problems.size()}};
}

} // namespace schacht::kiosk
