#pragma once
#include "engine/content/kinds/kinds.hpp"
#include "engine/content/language/language_map.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The room of packs: the types of a pack, format 1, as in shared/design/pack_format.md, each with one describe()
/// (describe.hpp); its files found, read, held against each other and against the day. What only one kind of item has
/// belongs to that kind (engine/content/kinds/).
namespace schacht::content {

struct Source {
    std::string title;
    std::string address;
    std::string seen; ///< EDTF
};

/// Something a visitor can open. `kind` says which alternative of `body` it is.
struct Item {
    std::string id;   ///< the file's name
    std::string file; ///< path in the pack
    std::string kind;
    LanguageMap title;
    LanguageMap summary;
    Picture cover;
    std::vector<std::string> themes;
    std::vector<std::string> places;
    std::vector<std::string> people;
    std::string date; ///< EDTF or empty
    std::vector<std::string> related;
    LanguageMap notice;
    std::vector<Source> sources;
    LanguageMap credit;
    std::string rights;
    std::string readMore;
    LanguageMap object;
    std::string from;  ///< date or empty
    std::string until; ///< date or empty
    ItemBody body;
    bool whole = true; ///< nothing of its file was wrong, so that nothing was left out
};

/// The sound or film that the item plays, a path in the pack; "" where it plays none.
[[nodiscard]] const std::string& mediumOf(const Item& item);

/// The chapters of what it plays.
[[nodiscard]] const std::vector<Chapter>& chaptersOf(const Item& item);

/// The pictures of it that can be looked at closely, each once, in order. Pointers live as long as the item.
[[nodiscard]] std::vector<Exhibit> exhibitsOf(const Item& item);

struct Theme {
    std::string id;
    LanguageMap title;
    LanguageMap summary;
    std::string colour; ///< "#RRGGBB"
    Picture cover;
    std::vector<std::string> items; ///< ids that come first, in this order
};

struct Attract {
    Picture picture;
    LanguageMap line;
    std::string item; ///< id or empty
};

struct Place {
    LanguageMap name;
    LanguageMap summary;
    std::optional<std::pair<double, double>> at; ///< degrees north, degrees east (WGS 84)
};

struct Person {
    LanguageMap name;
    LanguageMap summary;
};

struct Credit {
    std::string maker;
    std::string how;  ///< photographed, scanned, filmed, recorded, drawn, computed, synthesised
    std::string made; ///< EDTF
    std::string rights;
    LanguageMap note;
};

/// A pack that can be shown: what was wrong with it has been left out and is in the reader's report.
struct Pack {
    std::filesystem::path root;
    bool whole = true; ///< nothing of pack.json was wrong
    int format = 1;
    std::string id;
    LanguageMap title;
    std::vector<std::string> languages; ///< never empty; the first is the pack's own
    std::string publisher;
    std::string licence;
    std::string address;
    std::vector<Attract> attract;
    std::vector<Theme> themes;
    std::vector<Item> items; ///< by id
    std::map<std::string, Place, std::less<>> places;
    std::map<std::string, Person, std::less<>> people;
    std::map<std::string, Credit, std::less<>> credits; ///< by file or folder in media/
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>>
        strings; ///< language, key, words
};

/// What media/credits.json says of a file: of itself, else of the nearest folder that it is in; null where nothing.
[[nodiscard]] const Credit* creditOf(const Pack& pack, std::string_view file);

} // namespace schacht::content
