#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/pack/pack.hpp"

#include <array>
#include <string_view>

/// The one description of the pack format: each type names its fields once. What reads, checks, documents or writes a
/// pack is a visitor of these functions and knows no key of its own.
///
/// A visitor has
///   void operator()(const Field&, Member Type::*)  a key and where its value goes; the member's type is the value's,
///                                                  and the member of a Type{} is the default
///   void layout(const Field&, Enum Type::*, rows)  the key that chooses one of these KeyLayouts, which then says what
///                                                  is required and allowed
///   void kind(const Field&, string Item::*)        the key that chooses a row of itemKinds
///   void body(variant Item::*)                     the keys of that kind, in the same object
///   void altUnlessDecorative()                     a picture has an alt, or it is decorative, not both
///   void oneOf(const Choice&)                      of two keys, one is there
namespace schacht::content {

template <>
inline constexpr std::string_view nounOf<Item> = "item";
template <>
inline constexpr std::string_view nounOf<Theme> = "theme";
template <>
inline constexpr std::string_view calledInReference<Theme> = "Theme";
template <>
inline constexpr std::string_view nounOf<Attract> = "attract picture";
template <>
inline constexpr std::string_view calledInReference<Attract> = "Attract picture";
template <>
inline constexpr std::string_view nounOf<Pack> = "pack";
template <>
inline constexpr std::string_view nounOf<Source> = "source";
template <>
inline constexpr std::string_view calledInReference<Source> = "Source";
template <>
inline constexpr std::string_view nounOf<Place> = "place";
template <>
inline constexpr std::string_view nounOf<Person> = "person";
template <>
inline constexpr std::string_view nounOf<Credit> = "credit";

/// How a file under media/ came to be.
inline constexpr std::array<std::string_view, 7> waysOfMaking = {"photographed", "scanned",  "filmed",     "recorded",
                                                                 "drawn",        "computed", "synthesised"};

template <class Describer>
void describe(Describer& visit, As<Source>) {
    visit({.key = "title",
           .meaning = "What the source is: author, title, year.",
           .required = true,
           .vital = true,
           .example = R"("Van den Eynde, Coal in Limburg, 1987")"},
          &Source::title);
    visit({.key = "address", .meaning = "Where it is on the web.", .meant = Meant::web}, &Source::address);
    visit({.key = "seen",
           .meaning = "When it was last looked at, such as 2026-11-24.",
           .meant = Meant::date,
           .example = R"("2026-11-24")"},
          &Source::seen);
}

/// What a card shows of an item.
template <class Describer>
void describeCard(Describer& visit) {
    visit({.key = "title",
           .meaning = "The title.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "De lamp", "en": "The lamp"})"},
          &Item::title);
    visit({.key = "summary",
           .meaning = "One sentence that says what the item is about.",
           .required = true,
           .example = R"({"nl": "Wie zijn lamp niet terugbracht, werd gezocht."})"},
          &Item::summary);
    visit({.key = "cover",
           .meaning = "The picture that stands for the item.",
           .required = true,
           .instead = "with another of its pictures, if it has one, as its cover"},
          &Item::cover);
}

/// What an item belongs to, and which others it leads to.
template <class Describer>
void describeTies(Describer& visit) {
    visit({.key = "themes",
           .meaning = "The ids of the themes it belongs to.",
           .required = true,
           .meant = Meant::theme,
           .some = true,
           .instead = "in no theme: visitors come to it only from other items"},
          &Item::themes);
    visit({.key = "places", .meaning = "The ids of places in places.json.", .meant = Meant::place}, &Item::places);
    visit({.key = "people", .meaning = "The ids of people in people.json.", .meant = Meant::person}, &Item::people);
    visit({.key = "date",
           .meaning = "When it happened, as an EDTF date such as 1966-01-31 or 1917/1988.",
           .meant = Meant::date,
           .example = R"("1917~/1988")"},
          &Item::date);
    visit({.key = "related",
           .meaning = "The ids of items to go on with; more are found by themselves.",
           .meant = Meant::item,
           .without = "what it has in common with others",
           .many = "related items"},
          &Item::related);
}

/// Where an item comes from, whose it is, and where there is more of it.
template <class Describer>
void describeOrigin(Describer& visit) {
    visit({.key = "sources", .meaning = "Where what it says comes from."}, &Item::sources);
    visit({.key = "credit", .meaning = "Who made it.", .example = R"("The village museum")"}, &Item::credit);
    visit({.key = "rights",
           .meaning = "Its rights: an address at rightsstatements.org or creativecommons.org.",
           .meant = Meant::rights},
          &Item::rights);
    visit({.key = "readMore", .meaning = "An address on the web, shown as a QR code.", .meant = Meant::web},
          &Item::readMore);
}

/// When an item is shown.
template <class Describer>
void describeDays(Describer& visit) {
    visit({.key = "from",
           .meaning = "The first day on which it is shown.",
           .meant = Meant::date,
           .example = R"("2027-03-01")",
           .without = "at once",
           .instead = "at once"},
          &Item::from);
    visit({.key = "until",
           .meaning = "The last day on which it is shown.",
           .meant = Meant::date,
           .example = R"("2027-09-30")",
           .without = "for ever",
           .instead = "for ever"},
          &Item::until);
}

template <class Describer>
void describe(Describer& visit, As<Item>) {
    visit.kind(
        {.key = "kind", .meaning = "What the item is, such as story.", .required = true, .choices = Kinds::names},
        &Item::kind);
    describeCard(visit);
    describeTies(visit);
    visit({.key = "notice",
           .meaning = "What is hard to see or hear in it; shown before it.",
           .example = R"({"nl": "In dit verhaal sterven mensen."})"},
          &Item::notice);
    describeOrigin(visit);
    visit({.key = "object",
           .meaning = "What stands near the kiosk and is worth looking up at.",
           .example = R"({"nl": "De lamp in kast 4"})"},
          &Item::object);
    describeDays(visit);
    visit.body(&Item::body);
}

template <class Describer>
void describe(Describer& visit, As<Theme>) {
    visit({.key = "id",
           .meaning = "The name that items refer to it by: a to z, 0 to 9 and -.",
           .required = true,
           .vital = true,
           .meant = Meant::newId,
           .example = R"("mines")"},
          &Theme::id);
    visit({.key = "title",
           .meaning = "The title.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "De mijnen", "en": "The mines"})"},
          &Theme::title);
    visit({.key = "summary",
           .meaning = "One sentence that says what the theme is about.",
           .example = R"({"nl": "Zeven mijnen in de hei."})"},
          &Theme::summary);
    visit({.key = "colour",
           .meaning = "Its colour, such as #7CC9CF.",
           .meant = Meant::colour,
           .without = "one that no other theme has",
           .instead = "in another colour"},
          &Theme::colour);
    visit({.key = "cover",
           .meaning = "The picture that stands for the theme.",
           .required = true,
           .instead = "with the cover of its first item"},
          &Theme::cover);
    visit({.key = "items",
           .meaning = "The ids of the items that come first, in this order.",
           .meant = Meant::item,
           .without = "all of its items, by date",
           .instead = "with the items that name it"},
          &Theme::items);
}

template <class Describer>
void describe(Describer& visit, As<Attract>) {
    visit({.key = "picture",
           .meaning = "The picture that fills the screen.",
           .required = true,
           .instead = "with the cover of its item, or not at all"},
          &Attract::picture);
    visit({.key = "line",
           .meaning = "The few large words on it.",
           .required = true,
           .example = R"({"nl": "Drie minuten naar beneden."})"},
          &Attract::line);
    visit({.key = "item", .meaning = "The id of the item it invites to.", .meant = Meant::item}, &Attract::item);
}

template <class Describer>
void describe(Describer& visit, As<Place>) {
    visit({.key = "name",
           .meaning = "The name of the place.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "Winterslag"})"},
          &Place::name);
    visit({.key = "summary",
           .meaning = "One sentence about the place.",
           .example = R"({"nl": "De eerste mijn die kolen bovenhaalde."})"},
          &Place::summary);
    visit({.key = "at", .meaning = "Where it is: degrees north, degrees east, such as [50.99, 5.51]."}, &Place::at);
}

template <class Describer>
void describe(Describer& visit, As<Person>) {
    visit({.key = "name",
           .meaning = "The name of the person.",
           .required = true,
           .vital = true,
           .example = R"("André Dumont")"},
          &Person::name);
    visit({.key = "summary",
           .meaning = "One sentence about the person.",
           .example = R"({"nl": "Hij vond de steenkool."})"},
          &Person::summary);
}

template <class Describer>
void describe(Describer& visit, As<Credit>) {
    visit({.key = "maker",
           .meaning = "Who made the file.",
           .required = true,
           .vital = true,
           .example = R"("Jan Peeters")"},
          &Credit::maker);
    visit({.key = "how",
           .meaning = "How it was made, such as photographed or drawn.",
           .required = true,
           .choices = waysOfMaking},
          &Credit::how);
    visit({.key = "made",
           .meaning = "When it was made, as an EDTF date such as 1935 or 193X.",
           .meant = Meant::date,
           .example = R"("193X")"},
          &Credit::made);
    visit({.key = "rights",
           .meaning = "Its rights: an address at rightsstatements.org or creativecommons.org.",
           .required = true,
           .meant = Meant::rights},
          &Credit::rights);
    visit(
        {.key = "note", .meaning = "What else has to be said of the file.", .example = R"("From the family’s album.")"},
        &Credit::note);
}

template <class Describer>
void describe(Describer& visit, As<Pack>) {
    visit({.key = "format",
           .meaning = "The number of this format: 1.",
           .required = true,
           .bounds = {.least = 1, .most = 1},
           .instead = "as format 1"},
          &Pack::format);
    visit({.key = "id",
           .meaning = "The name of the pack: a to z, 0 to 9 and -.",
           .required = true,
           .meant = Meant::newId,
           .example = R"("limburg")"},
          &Pack::id);
    visit({.key = "title",
           .meaning = "The title.",
           .required = true,
           .example = R"({"nl": "Onder de grond, boven de grond"})"},
          &Pack::title);
    visit({.key = "languages",
           .meaning = "The languages of the pack, such as [\"nl\", \"en\"], its own first.",
           .required = true,
           .meant = Meant::language,
           .some = true,
           .example = R"(["nl", "en", "tr"])"},
          &Pack::languages);
    visit({.key = "publisher", .meaning = "Who publishes the pack.", .example = R"("The village museum")"},
          &Pack::publisher);
    visit({.key = "licence",
           .meaning = "Its licence: an address at creativecommons.org or rightsstatements.org.",
           .meant = Meant::rights},
          &Pack::licence);
    visit({.key = "address", .meaning = "Where the pack is on the web.", .meant = Meant::web}, &Pack::address);
    visit({.key = "attract",
           .meaning = "What the kiosk shows while no one touches it.",
           .without = "the covers of its themes",
           .instead = "with the covers of its themes while no one touches it",
           .many = "attract pictures"},
          &Pack::attract);
    visit({.key = "themes",
           .meaning = "The themes, in the order of the home screen.",
           .required = true,
           .some = true,
           .instead = "with one theme that holds everything"},
          &Pack::themes);
}

} // namespace schacht::content
