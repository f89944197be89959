#pragma once
#include "engine/content/kinds.hpp"
#include "engine/content/pack.hpp"

#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

/// The one description of the pack format: each type names its fields once. What reads, checks, documents or writes a
/// pack is a visitor of these functions and knows no key of its own.
///
/// A visitor has
///   void operator()(const Field&, Member Type::*)  a key and where its value goes; the member's type is the value's,
///                                                  and the member of a Type{} is the default
///   void layout(const Field&, Layout Page::*)      the key that chooses a row of pageLayouts, which then says what is
///                                                  required and allowed
///   void kind(const Field&, string Item::*)        the key that chooses a row of itemKinds
///   void body(variant Item::*)                     the keys of that kind, in the same object
///   void altUnlessDecorative()                     a picture has an alt, or it is decorative, not both
///   void oneOf(const Choice&)                      of two keys, one is there
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

struct Field {
    std::string_view key{};
    std::string_view meaning{}; ///< what it is, as a sentence
    bool required = false;
    Meant meant = Meant::words;
    double least = std::numeric_limits<double>::lowest(); ///< numbers
    double most = std::numeric_limits<double>::max();     ///< numbers
    bool some = false;                                    ///< a list: never empty
    std::span<const std::string_view> choices{};          ///< the only words that it may be; empty: any
};

/// Two keys of which an object needs one.
struct Choice {
    std::string_view first{};
    std::string_view second{};
    bool both = false;          ///< may have both
    std::string_view meaning{}; ///< what they are, as a sentence
};

/// Chooses a describe() by type.
template <class T>
struct As {};

template <class Visitor>
void describe(Visitor& visit, As<Picture>) {
    visit({.key = "file",
           .meaning = "The picture's file, such as media/headframe.svg.",
           .required = true,
           .meant = Meant::picture},
          &Picture::file);
    visit({.key = "alt", .meaning = "What the picture shows, for a visitor who cannot see it."}, &Picture::alt);
    visit({.key = "decorative", .meaning = "True where the picture says nothing that the words do not: it has no alt."},
          &Picture::decorative);
    visit({.key = "title", .meaning = "The few words over its caption, where it is looked at closely."},
          &Picture::title);
    visit({.key = "caption", .meaning = "The line that visitors read with the picture."}, &Picture::caption);
    visit({.key = "focus", .meaning = "The point that cropping keeps: from the left and from the top, 0 to 1."},
          &Picture::focus);
    visit.altUnlessDecorative();
}

template <class Visitor>
void describe(Visitor& visit, As<Source>) {
    visit({.key = "title", .meaning = "What the source is: author, title, year.", .required = true}, &Source::title);
    visit({.key = "address", .meaning = "Where it is on the web.", .meant = Meant::web}, &Source::address);
    visit({.key = "seen", .meaning = "When it was last looked at, such as 2026-11-24.", .meant = Meant::date},
          &Source::seen);
}

template <class Visitor>
void describe(Visitor& visit, As<Panes>) {
    visit({.key = "each",
           .meaning = "How many units one pane of glass stands for.",
           .required = true,
           .least = std::numeric_limits<double>::min()},
          &Panes::each);
    visit({.key = "columns", .meaning = "How many panes stand in a row.", .least = 1, .most = 12}, &Panes::columns);
    visit({.key = "key", .meaning = "The sentence under the panes that says what one stands for."}, &Panes::key);
}

template <class Visitor>
void describe(Visitor& visit, As<Number>) {
    visit({.key = "value", .meaning = "The number itself, such as 4500.", .required = true, .meant = Meant::amount},
          &Number::value);
    visit({.key = "unit", .meaning = "What is counted, such as jobs.", .required = true}, &Number::unit);
    visit({.key = "panes", .meaning = "The number as panes of glass."}, &Number::panes);
}

template <class Visitor>
void describe(Visitor& visit, As<Page>) {
    visit.layout({.key = "layout", .meaning = "How the page is set out.", .required = true}, &Page::layout);
    visit({.key = "picture", .meaning = "The picture of the page."}, &Page::picture);
    visit({.key = "heading", .meaning = "The heading of the page."}, &Page::heading);
    visit({.key = "body", .meaning = "The words of the page, in Markdown, 30 to 70 of them.", .meant = Meant::pageText},
          &Page::body);
    visit({.key = "quote", .meaning = "What was said, without quotation marks."}, &Page::quote);
    visit({.key = "by", .meaning = "Who said it, and when or where."}, &Page::by);
    visit({.key = "invented", .meaning = "True where no one said it and it was written for the kiosk."},
          &Page::invented);
    visit({.key = "number", .meaning = "The number that fills the page."}, &Page::number);
    visit({.key = "item", .meaning = "The id of the oral history or film that is heard.", .meant = Meant::recording},
          &Page::item);
    visit({.key = "from", .meaning = "Where the passage starts, in seconds.", .least = 0}, &Page::from);
    visit({.key = "to", .meaning = "Where the passage ends, in seconds; 0 is the end.", .least = 0}, &Page::to);
}

template <class Visitor>
void describe(Visitor& visit, As<Story>) {
    visit({.key = "pages", .meaning = "The pages of the story, in order.", .required = true, .some = true},
          &Story::pages);
}

template <class Visitor>
void describe(Visitor& visit, As<Speaker>) {
    visit({.key = "id",
           .meaning = "The name that transcripts call the speaker by, as in <v narrator>: a to z, 0 to 9 and -.",
           .required = true,
           .meant = Meant::newId},
          &Speaker::id);
    visit({.key = "name", .meaning = "The name that visitors read.", .required = true}, &Speaker::name);
    visit({.key = "portrait", .meaning = "A picture of the speaker."}, &Speaker::portrait);
    visit({.key = "role", .meaning = "Who the speaker is, such as hewer at Winterslag."}, &Speaker::role);
}

template <class Visitor>
void describe(Visitor& visit, As<Chapter>) {
    visit({.key = "start", .meaning = "Where the chapter starts, in seconds.", .required = true, .least = 0},
          &Chapter::start);
    visit({.key = "title", .meaning = "The title of the chapter.", .required = true}, &Chapter::title);
    visit({.key = "synopsis", .meaning = "What is said in it, in a few sentences."}, &Chapter::synopsis);
    visit({.key = "keywords", .meaning = "The words to find it by."}, &Chapter::keywords);
    visit({.key = "places", .meaning = "The ids of places in places.json.", .meant = Meant::place}, &Chapter::places);
    visit({.key = "people", .meaning = "The ids of people in people.json.", .meant = Meant::person}, &Chapter::people);
    visit({.key = "related", .meaning = "The ids of items that go with it.", .meant = Meant::item}, &Chapter::related);
}

template <class Visitor>
void describe(Visitor& visit, As<Recorded>) {
    visit({.key = "date", .meaning = "When it was recorded, as an EDTF date such as 2026-11.", .meant = Meant::date},
          &Recorded::date);
    visit({.key = "place", .meaning = "Where it was recorded."}, &Recorded::place);
    visit({.key = "by", .meaning = "Who recorded it."}, &Recorded::by);
}

template <class Visitor>
void describe(Visitor& visit, As<Synthetic>) {
    visit({.key = "how",
           .meaning = "How the voice was made and that it is no one's, as visitors read it.",
           .required = true},
          &Synthetic::how);
}

template <class Visitor>
void describe(Visitor& visit, As<Consent>) {
    visit({.key = "given",
           .meaning = "When the speaker agreed, such as 2026-11-24.",
           .required = true,
           .meant = Meant::date},
          &Consent::given);
    visit({.key = "until", .meaning = "The last day on which it may be heard.", .meant = Meant::date}, &Consent::until);
    visit({.key = "for", .meaning = "What the speaker agreed to, such as exhibition."}, &Consent::uses);
    visit({.key = "note", .meaning = "What else was agreed."}, &Consent::note);
}

template <class Visitor>
void describe(Visitor& visit, As<OralHistory>) {
    visit({.key = "speakers", .meaning = "Who is heard.", .required = true, .some = true}, &OralHistory::speakers);
    visit({.key = "audio", .meaning = "The sound's file, such as media/voices/lamp.opus.", .meant = Meant::medium},
          &OralHistory::audio);
    visit({.key = "video", .meaning = "The film's file, such as media/films/years.webm.", .meant = Meant::medium},
          &OralHistory::video);
    visit({.key = "spoken",
           .meaning = "The language that is spoken, such as nl.",
           .required = true,
           .meant = Meant::language},
          &OralHistory::spoken);
    visit(
        {.key = "transcripts", .meaning = "What is said, by language: WebVTT or SRT files.", .meant = Meant::timedText},
        &OralHistory::transcripts);
    visit({.key = "chapters", .meaning = "The chapters, in order."}, &OralHistory::chapters);
    visit({.key = "recorded", .meaning = "When, where and by whom it was recorded."}, &OralHistory::recorded);
    visit({.key = "synthetic", .meaning = "How the voice was made, where it is no one's."}, &OralHistory::synthetic);
    visit({.key = "consent", .meaning = "What the speaker agreed to."}, &OralHistory::consent);
    visit.oneOf({"audio", "video", false, "The file that is heard, or the film."});
    visit.oneOf({"consent", "synthetic", true,
                 "When the speaker agreed to be heard, or how a voice was made that is no one's."});
}

template <class Visitor>
void describe(Visitor& visit, As<Film>) {
    visit({.key = "video",
           .meaning = "The film's file, such as media/films/years.webm.",
           .required = true,
           .meant = Meant::medium},
          &Film::video);
    visit({.key = "spoken",
           .meaning = "The language that is spoken, such as nl; left out where no one speaks.",
           .meant = Meant::language},
          &Film::spoken);
    visit({.key = "poster", .meaning = "What is shown before it plays; left out: its cover."}, &Film::poster);
    visit({.key = "captions",
           .meaning = "What is said and heard, by language: WebVTT or SRT files.",
           .meant = Meant::timedText},
          &Film::captions);
    visit({.key = "described",
           .meaning = "The film with a voice that says what is seen: a file such as media/films/years.described.webm.",
           .meant = Meant::medium},
          &Film::described);
    visit({.key = "signed",
           .meaning = "Films in which it is signed, by sign language, such as vgt.",
           .meant = Meant::medium},
          &Film::signs);
    visit({.key = "signedPlaceholder", .meaning = "True where “signed” holds stand-ins that are not signing."},
          &Film::signedPlaceholder);
    visit({.key = "chapters", .meaning = "The chapters, in order."}, &Film::chapters);
}

template <class Visitor>
void describe(Visitor& visit, As<Gallery>) {
    visit({.key = "pictures",
           .meaning = "The pictures, in order, each with a title and a caption.",
           .required = true,
           .some = true},
          &Gallery::pictures);
}

template <class Visitor>
void describe(Visitor& visit, As<Item>) {
    visit.kind({.key = "kind", .meaning = "What the item is, such as story.", .required = true}, &Item::kind);
    visit({.key = "title", .meaning = "The title.", .required = true}, &Item::title);
    visit({.key = "summary", .meaning = "One sentence that says what the item is about.", .required = true},
          &Item::summary);
    visit({.key = "cover", .meaning = "The picture that stands for the item.", .required = true}, &Item::cover);
    visit({.key = "themes",
           .meaning = "The ids of the themes it belongs to.",
           .required = true,
           .meant = Meant::theme,
           .some = true},
          &Item::themes);
    visit({.key = "places", .meaning = "The ids of places in places.json.", .meant = Meant::place}, &Item::places);
    visit({.key = "people", .meaning = "The ids of people in people.json.", .meant = Meant::person}, &Item::people);
    visit({.key = "date",
           .meaning = "When it happened, as an EDTF date such as 1966-01-31 or 1917/1988.",
           .meant = Meant::date},
          &Item::date);
    visit({.key = "related",
           .meaning = "The ids of items to go on with; more are found by themselves.",
           .meant = Meant::item},
          &Item::related);
    visit({.key = "notice", .meaning = "What is hard to see or hear in it; shown before it."}, &Item::notice);
    visit({.key = "sources", .meaning = "Where what it says comes from."}, &Item::sources);
    visit({.key = "credit", .meaning = "Who made it."}, &Item::credit);
    visit({.key = "rights",
           .meaning = "Its rights: an address at rightsstatements.org or creativecommons.org.",
           .meant = Meant::rights},
          &Item::rights);
    visit({.key = "readMore", .meaning = "An address on the web, shown as a QR code.", .meant = Meant::web},
          &Item::readMore);
    visit({.key = "object", .meaning = "What stands near the kiosk and is worth looking up at."}, &Item::object);
    visit({.key = "from", .meaning = "The first day on which it is shown.", .meant = Meant::date}, &Item::from);
    visit({.key = "until", .meaning = "The last day on which it is shown.", .meant = Meant::date}, &Item::until);
    visit.body(&Item::body);
}

template <class Visitor>
void describe(Visitor& visit, As<Theme>) {
    visit({.key = "id",
           .meaning = "The name that items refer to it by: a to z, 0 to 9 and -.",
           .required = true,
           .meant = Meant::newId},
          &Theme::id);
    visit({.key = "title", .meaning = "The title.", .required = true}, &Theme::title);
    visit({.key = "summary", .meaning = "One sentence that says what the theme is about."}, &Theme::summary);
    visit({.key = "colour", .meaning = "Its colour, such as #7CC9CF.", .meant = Meant::colour}, &Theme::colour);
    visit({.key = "cover", .meaning = "The picture that stands for the theme.", .required = true}, &Theme::cover);
    visit({.key = "items", .meaning = "The ids of the items that come first, in this order.", .meant = Meant::item},
          &Theme::items);
}

template <class Visitor>
void describe(Visitor& visit, As<Attract>) {
    visit({.key = "picture", .meaning = "The picture that fills the screen.", .required = true}, &Attract::picture);
    visit({.key = "line", .meaning = "The few large words on it.", .required = true}, &Attract::line);
    visit({.key = "item", .meaning = "The id of the item it invites to.", .meant = Meant::item}, &Attract::item);
}

template <class Visitor>
void describe(Visitor& visit, As<Place>) {
    visit({.key = "name", .meaning = "The name of the place.", .required = true}, &Place::name);
    visit({.key = "summary", .meaning = "One sentence about the place."}, &Place::summary);
    visit({.key = "at", .meaning = "Where it is: degrees north, degrees east, such as [50.99, 5.51]."}, &Place::at);
}

template <class Visitor>
void describe(Visitor& visit, As<Person>) {
    visit({.key = "name", .meaning = "The name of the person.", .required = true}, &Person::name);
    visit({.key = "summary", .meaning = "One sentence about the person."}, &Person::summary);
}

template <class Visitor>
void describe(Visitor& visit, As<Credit>) {
    visit({.key = "maker", .meaning = "Who made the file.", .required = true}, &Credit::maker);
    visit({.key = "how",
           .meaning = "How it was made, such as photographed or drawn.",
           .required = true,
           .choices = waysOfMaking},
          &Credit::how);
    visit({.key = "made", .meaning = "When it was made, as an EDTF date such as 1935 or 193X.", .meant = Meant::date},
          &Credit::made);
    visit({.key = "rights",
           .meaning = "Its rights: an address at rightsstatements.org or creativecommons.org.",
           .required = true,
           .meant = Meant::rights},
          &Credit::rights);
    visit({.key = "note", .meaning = "What else has to be said of the file."}, &Credit::note);
}

template <class Visitor>
void describe(Visitor& visit, As<Pack>) {
    visit({.key = "format", .meaning = "The number of this format: 1.", .required = true, .least = 1, .most = 1},
          &Pack::format);
    visit({.key = "id",
           .meaning = "The name of the pack: a to z, 0 to 9 and -.",
           .required = true,
           .meant = Meant::newId},
          &Pack::id);
    visit({.key = "title", .meaning = "The title.", .required = true}, &Pack::title);
    visit({.key = "languages",
           .meaning = "The languages of the pack, such as [\"nl\", \"en\"], its own first.",
           .required = true,
           .meant = Meant::language,
           .some = true},
          &Pack::languages);
    visit({.key = "publisher", .meaning = "Who publishes the pack."}, &Pack::publisher);
    visit({.key = "licence",
           .meaning = "Its licence: an address at creativecommons.org or rightsstatements.org.",
           .meant = Meant::rights},
          &Pack::licence);
    visit({.key = "address", .meaning = "Where the pack is on the web.", .meant = Meant::web}, &Pack::address);
    visit({.key = "attract", .meaning = "What the kiosk shows while no one touches it."}, &Pack::attract);
    visit({.key = "themes", .meaning = "The themes, in the order of the home screen.", .required = true, .some = true},
          &Pack::themes);
}

} // namespace schacht::content
