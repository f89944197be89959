#pragma once
#include "engine/catalogue/relations.hpp"
#include "engine/content/pack/pack.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

/// The room of the catalogue: a pack with what relates its items to each other. It draws nothing and reads no file.
namespace schacht::catalogue {

/// A pack, indexed for showing: constant, and shared by everything that shows it. Pointers live as long as it does.
class Catalogue {
public:
    explicit Catalogue(content::Pack pack);
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;

    [[nodiscard]] const content::Pack& pack() const { return whole; }
    [[nodiscard]] const content::Item* item(std::string_view id) const;
    [[nodiscard]] const content::Theme* theme(std::string_view id) const;
    /// The theme that an item is shown in where nothing else says so: its first. Null where the pack has none of them.
    [[nodiscard]] const content::Theme* themeOf(const content::Item& item) const;
    /// First those that the theme names, in its order, then the others that name the theme, by date, then by id.
    [[nodiscard]] const std::vector<const content::Item*>& itemsOf(std::string_view theme) const;
    [[nodiscard]] const Relations& relations() const { return between; }
    /// The pictures of an item that can be looked at closely, as content::exhibitsOf() gives them.
    [[nodiscard]] const std::vector<content::Exhibit>& exhibits(const content::Item& item) const;
    /// How many items can be read from begin to end in a language.
    [[nodiscard]] std::size_t translated(std::string_view language) const;

private:
    const content::Pack whole;
    const ItemsById byId;
    const std::vector<const content::Item*> byDate; // then by id
    const ThemeOrder byTheme;
    const Relations between;
    std::unordered_map<const content::Item*, std::vector<content::Exhibit>> pictures; // of those that have any
    std::unordered_map<std::string_view, std::size_t> complete;                       // by language
};

/// How long an item takes, in whole minutes, at least one: a recording or film as it lasts, a story as it is read,
/// aloud or in one's own time, at 130 words a minute, a gallery at a quarter of a minute a picture.
[[nodiscard]] int minutesOf(const content::Item& item, std::string_view language,
                            const std::vector<std::string>& fallbacks);

} // namespace schacht::catalogue
