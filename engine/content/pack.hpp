#pragma once
#include "engine/content/amount.hpp"
#include "engine/content/focus.hpp"
#include "engine/content/language_map.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The types of a pack, format 1, as in shared/design/pack_format.md. Each has one describe() (describe.hpp).
namespace schacht::content {

struct Picture {
    std::string file; ///< path in the pack
    LanguageMap alt;
    LanguageMap title; ///< shown where it is looked at closely, over the caption
    LanguageMap caption;
    Focus focus;
    bool decorative = false;
};

struct Source {
    std::string title;
    std::string address;
    std::string seen; ///< EDTF
};

struct Panes {
    double each = 1; ///< how many units one pane of glass stands for
    int columns = 6; ///< 1..12
    LanguageMap key; ///< the sentence under the panes
};

struct Number {
    Amount value;
    LanguageMap unit;
    std::optional<bool> year; ///< none: as number_rules.hpp takes it
    std::optional<Panes> panes;
};

/// One page of a story. Which members are set depends on the layout; the reader has checked that.
struct Page {
    enum class Layout { full, split, quote, number, text, listen };
    Layout layout = Layout::text;
    std::optional<Picture> picture; ///< full, split; may be with quote
    LanguageMap heading;            ///< full, split, text
    LanguageMap body;               ///< Markdown prose
    LanguageMap quote;              ///< quote
    LanguageMap by;                 ///< quote
    bool invented = false;          ///< quote: no one said it; it was written for the kiosk
    Number number;                  ///< number
    std::string item;               ///< listen: id of an oral history or film
    double from = 0;                ///< listen: seconds
    double to = 0;                  ///< listen: seconds; 0: to the end
};

struct Story {
    static constexpr std::string_view kind = "story"; ///< the row of itemKinds that has this body

    std::vector<Page> pages;
};

/// Someone who is heard. Transcripts name speakers by their ids: `<v narrator>`.
struct Speaker {
    std::string id;
    LanguageMap name;
    std::optional<Picture> portrait;
    LanguageMap role;
};

/// A part of a recording or film, up to the start of the next one.
struct Chapter {
    double start = 0; ///< seconds
    LanguageMap title;
    LanguageMap synopsis;
    std::vector<std::string> keywords;
    std::vector<std::string> places;
    std::vector<std::string> people;
    std::vector<std::string> related;
};

struct Recorded {
    std::string date; ///< EDTF or empty
    LanguageMap place;
    LanguageMap by;
};

/// The voice is no one's: a computer's.
struct Synthetic {
    LanguageMap how; ///< what visitors read of it, always on the screen
};

/// Who speaks agreed to be heard.
struct Consent {
    std::string given;             ///< EDTF: when
    std::string until;             ///< EDTF: the last day on which it holds; empty: for ever
    std::vector<std::string> uses; ///< what for, such as "exhibition"
    LanguageMap note;
};

struct OralHistory {
    static constexpr std::string_view kind = "oral-history";

    std::vector<Speaker> speakers; ///< never empty
    std::string audio;             ///< path in the pack; empty where there is a video
    std::string video;             ///< path in the pack; empty where there is an audio
    std::string spoken;            ///< BCP 47
    LanguageFiles transcripts;     ///< WebVTT or SRT
    std::vector<Chapter> chapters; ///< by start
    std::optional<Recorded> recorded;
    std::optional<Synthetic> synthetic; ///< one of these two is there
    std::optional<Consent> consent;

    [[nodiscard]] const std::string& medium() const { return audio.empty() ? video : audio; }
};

struct Film {
    static constexpr std::string_view kind = "film";

    std::string video;              ///< path in the pack
    std::string spoken;             ///< BCP 47; empty where no one speaks
    std::optional<Picture> poster;  ///< none: the cover
    LanguageFiles captions;         ///< WebVTT or SRT
    std::string described;          ///< the film with a voice that says what is seen; path or empty
    LanguageFiles signs;            ///< "signed": films of the sign language's interpreter, by sign language
    bool signedPlaceholder = false; ///< "signed" holds stand-ins
    std::vector<Chapter> chapters;  ///< by start
};

/// Pictures to look at closely, one by one.
struct Gallery {
    static constexpr std::string_view kind = "gallery";

    std::vector<Picture> pictures; ///< never empty
};

/// Something a visitor can open. `kind` says which alternative of `body` it is; later kinds are added there.
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
    std::variant<Story, OralHistory, Film, Gallery> body;
    bool whole = true;   ///< nothing of its file was wrong, so that nothing was left out
    double heardFor = 0; ///< seconds at least that a recording or film lasts: up to its last words; 0: nobody knows
};

/// The pages of a story; none where the item is of another kind.
[[nodiscard]] const std::vector<Page>& pagesOf(const Item& item);

/// The sound or film of an oral history or a film, a path in the pack; "" where the item is of another kind.
[[nodiscard]] const std::string& mediumOf(const Item& item);

/// The chapters of an oral history or a film; none where the item is of another kind.
[[nodiscard]] const std::vector<Chapter>& chaptersOf(const Item& item);

/// A picture of an item that can be looked at closely, and what is said of it.
struct Exhibit {
    const Picture* picture = nullptr;   ///< never null
    const LanguageMap* title = nullptr; ///< never null: its own, else the heading of the page it stands on
    std::size_t page = 0;               ///< of a story: the first one that it stands on
};
/// The pictures of a gallery, or those on a story's pages, each once; in order. None where the item is of another kind.
/// Pointers live as long as the item.
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
