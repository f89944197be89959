#pragma once
#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <string_view>

/// The room of what every format is made with: the words in which a describe() names the fields of a type, and the
/// visitors that read, check, document and draw up schemas from it. No type of a pack or of the configuration may be
/// known here: they are handed in by their describe().
namespace schacht::content {

/// What a text, or each text of a list, means: what it is held against.
enum class Meant {
    words,     ///< read by visitors or staff
    amount,    ///< a number that visitors read
    prose,     ///< Markdown, as in prose.hpp
    pageText,  ///< prose of a page: 30 to 70 words
    picture,   ///< path of a picture in the pack
    medium,    ///< path of a sound or film in the pack
    timedText, ///< path of a WebVTT or SRT file in the pack
    newId,     ///< an id that this names
    item,      ///< id of an item
    recording, ///< id of an oral history or film
    theme,     ///< id of a theme
    place,     ///< id in places.json
    person,    ///< id in people.json
    date,      ///< EDTF
    colour,    ///< #RRGGBB
    rights,    ///< rightsstatements.org or Creative Commons
    web,       ///< http:// or https://
    language,  ///< BCP 47
};

/// What a number may be. Whoever reads, documents or offers one holds it to this.
struct Bounds {
    double least = std::numeric_limits<double>::lowest();
    double most = std::numeric_limits<double>::max();
    bool above = false; ///< least itself is too little

    [[nodiscard]] constexpr bool hasLeast() const { return least > std::numeric_limits<double>::lowest(); }
    [[nodiscard]] constexpr bool hasMost() const { return most < std::numeric_limits<double>::max(); }
    [[nodiscard]] constexpr bool isTooLittle(double number) const { return above ? number <= least : number < least; }
    [[nodiscard]] constexpr bool isTooMuch(double number) const { return number > most; }
    [[nodiscard]] constexpr bool allow(double number) const { return !isTooLittle(number) && !isTooMuch(number); }
};

/// Of a point in a picture: from the left, from the top.
inline constexpr std::array<Bounds, 2> focusBounds{{{.least = 0, .most = 1}, {.least = 0, .most = 1}}};
/// Of a place on the earth: degrees north, degrees east.
inline constexpr std::array<Bounds, 2> degreesBounds{{{.least = -90, .most = 90}, {.least = -180, .most = 180}}};

struct Field {
    std::string_view key{};
    std::string_view meaning{}; ///< what it is, as a sentence
    bool required = false;
    /// What holds it cannot be shown where it is wrong, or where it is required and missing: that is left out then.
    bool vital = false;
    Meant meant = Meant::words;
    Bounds bounds{};                             ///< numbers
    std::string_view unit{};                     ///< numbers: "seconds"; empty: none
    bool some = false;                           ///< a list: never empty
    std::span<const std::string_view> choices{}; ///< the only words that it may be; empty: any
    std::string_view example{};                  ///< JSON, for the reference; empty: as what it means looks
    bool secret = false;                         ///< is not shown to who asks what holds
    std::string_view without{};                  ///< what holds where it is left out; empty: the default
    std::string_view instead{}; ///< how it is shown where it is wrong, "in another colour"; empty: without the key
    std::string_view many{};    ///< a list: what stands in it, "related items"; empty: as the key says
};

/// Two keys of which an object needs one.
struct Choice {
    std::string_view first{};
    std::string_view second{};
    bool both = false;          ///< may have both
    std::string_view meaning{}; ///< what they are, as a sentence
    // Without one of the two that can be read, what holds them cannot be shown.
};

/// One of the ways in which an object can be set out, and the keys that it has then; the key that chooses it is in all.
struct KeyLayout {
    /// of: the value of an enumeration that the row stands for.
    template <class Enum>
    constexpr KeyLayout(std::string_view called, Enum of, std::array<std::string_view, 2> needed,
                        std::array<std::string_view, 3> besides)
        : name(called), value(static_cast<int>(of)), required(needed), allowed(besides) {}

    std::string_view name;
    int value;
    std::array<std::string_view, 2> required; ///< "" where there are fewer
    std::array<std::string_view, 3> allowed;  ///< besides the required ones

    [[nodiscard]] constexpr bool needs(std::string_view key) const {
        return std::find(required.begin(), required.end(), key) != required.end();
    }
    [[nodiscard]] constexpr bool has(std::string_view key) const {
        return needs(key) || std::find(allowed.begin(), allowed.end(), key) != allowed.end();
    }
};

/// What a sentence calls an object of a type; "": nothing is said of what it lost.
template <class T>
inline constexpr std::string_view nounOf{};

/// What an object that others hold is called in the reference; specialised for each.
template <class T>
inline constexpr std::string_view calledInReference{};

/// Chooses a describe() by type.
template <class T>
struct As {};

} // namespace schacht::content
