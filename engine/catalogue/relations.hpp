#pragma once
#include "engine/content/pack/pack.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

/// Which items of a pack belong together, and why.
///
/// What to look at after an item stands in this order:
///   1. what the pack itself names, in the order in which it names it;
///   2. what is about the same person;
///   3. what is about the same place;
///   4. what tells of the same years, the nearest first;
///   5. what is in the same theme, the item's first theme first: what follows it there, then the theme from its start;
///   6. what follows it in the pack by date, then the pack from its start: so that there is always something to see.
/// In 2 and 3 stands first what has most in common with the item. A person or place counts the more, the fewer items
/// are about it: one that two items are about counts as much as five that ten are about. What is alike in all this
/// stands by date, then by id. Nothing is left to chance: the same pack always gives the same order.
///
/// An item is about the people and places that its parts name too, such as the chapters of a recording. Years are the
/// same where they overlap or are at most two apart; a date of more than ten years, such as 1917/1992, is an age, and
/// relates to nothing.
namespace schacht::catalogue {

/// A person or place that items are about.
struct Subject {
    enum class Kind { person, place };
    Kind kind = Kind::place;
    std::string id; ///< in people.json, places.json
    bool operator==(const Subject&) const = default;
};

struct SameYears {
    std::int64_t year = 0; ///< of the other item, the one that is nearest to the item's own
    bool operator==(const SameYears&) const = default;
};

struct SameTheme {
    std::string id;
    bool operator==(const SameTheme&) const = default;
};

/// What two items have in common that is worth telling: of people and places the one that fewest items are about.
using Shared = std::variant<std::monostate, Subject, SameYears, SameTheme>;

/// An item that goes with another, and why.
struct Related {
    const content::Item* item = nullptr;
    bool named = false; ///< the pack says so; then a theme in common is not worth telling
    Shared shared;
};

/// The items of a pack, by their ids.
using ItemsById = std::unordered_map<std::string_view, const content::Item*>;
/// All items of a theme, in its order, by its id.
using ThemeOrder = std::unordered_map<std::string_view, std::vector<const content::Item*>>;

/// The relations of a pack's items, indexed once; constant, so any thread may ask. What a question costs grows with the
/// items that are about the same people and places, never with all pairs of the pack.
class Relations {
public:
    /// byDate: all items, by date, then by id. All three live longer than this, and so do their items.
    Relations(const ItemsById& byId, const std::vector<const content::Item*>& byDate, const ThemeOrder& themes);

    /// What to look at after an item of the pack: at most `most`, never itself, each once.
    [[nodiscard]] std::vector<Related> of(const content::Item& item, std::size_t most) const;
    /// The people that an item of the pack is about, then the places, of each first the one that fewest items are
    /// about.
    [[nodiscard]] std::vector<Subject> subjectsOf(const content::Item& item) const;
    /// First those that name it before all other people or places: they are the most about it. Of these and of the
    /// others each by date, then by id; none where no item is about it.
    [[nodiscard]] const std::vector<const content::Item*>& about(const Subject& subject) const;
    /// The people, then the places that any item is about, each by id.
    [[nodiscard]] std::vector<Subject> subjects() const;

private:
    using Place = std::uint32_t; // of an item in byDate
    struct Topic {
        Subject subject;
        std::vector<const content::Item*> items;
        std::vector<Place> places; // of the items
    };
    struct Span {
        std::int64_t first = 0;
        std::int64_t last = -1; // years; before `first`: no date that relates
    };
    struct Gathering;

    void add(Place place, Subject::Kind kind, const std::vector<std::string>& ids);
    void add(Place place, Subject::Kind kind, const std::string& id);
    [[nodiscard]] Place placeOf(const content::Item& item) const { return placeIn.at(&item); }
    [[nodiscard]] Shared sharedBy(Place item, Place other) const;
    void gatherNamed(const content::Item& item, Gathering& into) const;
    void gatherSubjects(Place item, Gathering& into) const;
    void gatherYears(Place item, Gathering& into) const;
    void gatherThemes(const content::Item& item, Gathering& into) const;

    const ItemsById& byId;
    const std::vector<const content::Item*>& items;
    const ThemeOrder& themes;
    std::unordered_map<const content::Item*, Place> placeIn;
    std::unordered_map<std::string_view, std::size_t> people; // topics, by the person's id
    std::unordered_map<std::string_view, std::size_t> places; // by the place's
    std::vector<Topic> topics;
    std::vector<std::vector<std::size_t>> topicsOf;      // by item: people, then places, each the rarest first
    std::vector<Span> spans;                             // by item
    std::vector<std::pair<std::int64_t, Place>> inYears; // sorted: every year of every span
};

} // namespace schacht::catalogue
