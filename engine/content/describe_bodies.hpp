#pragma once
#include "engine/content/field.hpp"
#include "engine/content/kinds.hpp"
#include "engine/content/pack.hpp"

/// The part of the description (describe.hpp) that lies inside an item: pictures, and what each kind holds.
namespace schacht::content {

template <class Visitor>
void describe(Visitor& visit, As<Picture>) {
    visit({.key = "file",
           .meaning = "The picture's file, such as media/headframe.svg.",
           .required = true,
           .vital = true,
           .meant = Meant::picture},
          &Picture::file);
    visit({.key = "alt",
           .meaning = "What the picture shows, for a visitor who cannot see it.",
           .example = R"({"nl": "Een koeltoren in de avond", "en": "A cooling tower at dusk"})"},
          &Picture::alt);
    visit({.key = "decorative", .meaning = "True where the picture says nothing that the words do not: it has no alt."},
          &Picture::decorative);
    visit({.key = "title",
           .meaning = "The few words over its caption, where it is looked at closely.",
           .example = R"({"nl": "De koeltoren"})",
           .without = "in a story: the heading of its page"},
          &Picture::title);
    visit({.key = "caption",
           .meaning = "The line that visitors read with the picture.",
           .example = R"({"nl": "Hij koelde het water van de machines."})"},
          &Picture::caption);
    visit({.key = "focus",
           .meaning = "The point that cropping keeps: from the left and from the top, 0 to 1.",
           .without = "its middle",
           .instead = "cut around its middle"},
          &Picture::focus);
    visit.altUnlessDecorative();
}

template <class Visitor>
void describe(Visitor& visit, As<Source>) {
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

template <class Visitor>
void describe(Visitor& visit, As<Panes>) {
    visit({.key = "each",
           .meaning = "How many units one pane of glass stands for. What is left over is a part of a pane.",
           .required = true,
           .vital = true,
           .bounds = {.least = 0, .above = true},
           .example = R"(500)"},
          &Panes::each);
    visit({.key = "columns",
           .meaning =
               "How many panes stand in a row. A column has at most 24, a page at most 144; where the number makes "
               "more, none are drawn, nor is the key.",
           .bounds = {.least = 1, .most = 12},
           .example = R"(3)"},
          &Panes::columns);
    visit({.key = "key",
           .meaning = "The sentence under the panes that says what one stands for.",
           .example = R"({"nl": "Een ruit is 500 banen."})"},
          &Panes::key);
}

template <class Visitor>
void describe(Visitor& visit, As<Number>) {
    visit({.key = "value",
           .meaning = "The number itself, such as 4500 or 1.70: its decimals are shown as they are written, its "
                      "thousands set apart and its decimal sign chosen as the visitor's language does.",
           .required = true,
           .vital = true,
           .meant = Meant::amount,
           .example = R"(4500)"},
          &Number::value);
    visit({.key = "unit",
           .meaning = "What is counted, such as jobs.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "banen", "en": "jobs"})"},
          &Number::unit);
    visit({.key = "year",
           .meaning = "True where the number is a year, whose thousands are never set apart; false where it is not.",
           .without = "true for a whole number from 1000 to 2100 that has no “panes”"},
          &Number::year);
    visit({.key = "panes", .meaning = "The number as panes of glass."}, &Number::panes);
}

template <class Visitor>
void describe(Visitor& visit, As<Page>) {
    visit.layout({.key = "layout", .meaning = "How the page is set out.", .required = true, .vital = true},
                 &Page::layout, pageLayouts);
    visit({.key = "picture", .meaning = "The picture of the page."}, &Page::picture);
    visit({.key = "heading", .meaning = "The heading of the page.", .example = R"({"nl": "Hoger dan de kerk"})"},
          &Page::heading);
    visit({.key = "body",
           .meaning = "The words of the page, in Markdown, 30 to 70 of them.",
           .meant = Meant::pageText,
           .example = R"({"nl": "De wielen draaiden *dag en nacht*."})"},
          &Page::body);
    visit({.key = "quote",
           .meaning = "What was said, without quotation marks.",
           .example = R"({"nl": "Boven was het zondag."})"},
          &Page::quote);
    visit({.key = "by", .meaning = "Who said it, and when or where.", .example = R"({"nl": "een houwer, 1954"})"},
          &Page::by);
    // A page that does not say so would pass for what somebody said.
    visit({.key = "invented", .meaning = "True where no one said it and it was written for the kiosk.", .vital = true},
          &Page::invented);
    visit({.key = "number", .meaning = "The number that fills the page."}, &Page::number);
    visit({.key = "item", .meaning = "The id of the oral history or film that is heard.", .meant = Meant::recording},
          &Page::item);
    visit({.key = "from",
           .meaning = "Where the passage starts, in seconds.",
           .bounds = {.least = 0},
           .example = R"(12.5)",
           .without = "the start"},
          &Page::from);
    visit({.key = "to",
           .meaning = "Where the passage ends, in seconds; 0 is the end.",
           .bounds = {.least = 0},
           .example = R"(31)",
           .without = "the end"},
          &Page::to);
}

template <class Visitor>
void describe(Visitor& visit, As<Story>) {
    visit(
        {.key = "pages", .meaning = "The pages of the story, in order.", .required = true, .vital = true, .some = true},
        &Story::pages);
}

template <class Visitor>
void describe(Visitor& visit, As<Speaker>) {
    visit({.key = "id",
           .meaning = "The name that transcripts call the speaker by, as in <v narrator>: a to z, 0 to 9 and -.",
           .required = true,
           .vital = true,
           .meant = Meant::newId},
          &Speaker::id);
    visit({.key = "name",
           .meaning = "The name that visitors read.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "De verteller", "en": "The narrator"})"},
          &Speaker::name);
    visit({.key = "portrait", .meaning = "A picture of the speaker."}, &Speaker::portrait);
    visit({.key = "role",
           .meaning = "Who the speaker is, such as hewer at Winterslag.",
           .example = R"({"nl": "houwer, Winterslag"})"},
          &Speaker::role);
}

template <class Visitor>
void describe(Visitor& visit, As<Chapter>) {
    visit({.key = "start",
           .meaning = "Where the chapter starts, in seconds.",
           .required = true,
           .vital = true,
           .bounds = {.least = 0},
           .example = R"(41.5)"},
          &Chapter::start);
    visit({.key = "title",
           .meaning = "The title of the chapter.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "De lamp"})"},
          &Chapter::title);
    visit({.key = "synopsis",
           .meaning = "What is said in it, in a few sentences.",
           .example = R"({"nl": "Hoe een houwer aan zijn lamp kwam."})"},
          &Chapter::synopsis);
    visit({.key = "keywords", .meaning = "The words to find it by.", .example = R"(["lamp", "shift"])"},
          &Chapter::keywords);
    visit({.key = "places", .meaning = "The ids of places in places.json.", .meant = Meant::place}, &Chapter::places);
    visit({.key = "people", .meaning = "The ids of people in people.json.", .meant = Meant::person}, &Chapter::people);
    visit({.key = "related",
           .meaning = "The ids of items that go with it.",
           .meant = Meant::item,
           .many = "related items"},
          &Chapter::related);
}

template <class Visitor>
void describe(Visitor& visit, As<Recorded>) {
    visit({.key = "date", .meaning = "When it was recorded, as an EDTF date such as 2026-11.", .meant = Meant::date},
          &Recorded::date);
    visit({.key = "place", .meaning = "Where it was recorded.", .example = R"("Genk")"}, &Recorded::place);
    visit({.key = "by", .meaning = "Who recorded it.", .example = R"("The village museum")"}, &Recorded::by);
}

template <class Visitor>
void describe(Visitor& visit, As<Synthetic>) {
    visit({.key = "how",
           .meaning = "How the voice was made and that it is no one's, as visitors read it.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "Voorgelezen door een computerstem."})"},
          &Synthetic::how);
}

template <class Visitor>
void describe(Visitor& visit, As<Consent>) {
    visit({.key = "given",
           .meaning = "When the speaker agreed, such as 2026-11-24.",
           .required = true,
           .meant = Meant::date,
           .example = R"("2026-11-24")"},
          &Consent::given);
    // Nobody can tell how long a consent holds whose end cannot be read.
    visit({.key = "until",
           .meaning = "The last day on which it may be heard.",
           .vital = true,
           .meant = Meant::date,
           .example = R"("2031-12-31")",
           .without = "for ever"},
          &Consent::until);
    visit({.key = "for", .meaning = "What the speaker agreed to, such as exhibition.", .example = R"(["exhibition"])"},
          &Consent::uses);
    visit({.key = "note", .meaning = "What else was agreed.", .example = R"("Not on the web.")"}, &Consent::note);
}

template <class Visitor>
void describe(Visitor& visit, As<OralHistory>) {
    visit({.key = "speakers", .meaning = "Who is heard.", .required = true, .vital = true, .some = true},
          &OralHistory::speakers);
    visit({.key = "audio",
           .meaning = "The sound's file, such as media/voices/lamp.opus.",
           .meant = Meant::medium,
           .example = R"("media/voices/the-lamp.nl.opus")"},
          &OralHistory::audio);
    visit({.key = "video",
           .meaning = "The film's file, such as media/films/years.webm.",
           .meant = Meant::medium,
           .example = R"("media/voices/the-lamp.webm")"},
          &OralHistory::video);
    visit({.key = "spoken",
           .meaning = "The language that is spoken, such as nl.",
           .required = true,
           .meant = Meant::language},
          &OralHistory::spoken);
    visit({.key = "transcripts",
           .meaning = "What is said, by language: WebVTT or SRT files.",
           .meant = Meant::timedText,
           .example = R"({"nl": "media/voices/the-lamp.nl.vtt", "en": "media/voices/the-lamp.en.vtt"})"},
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
           .vital = true,
           .meant = Meant::medium},
          &Film::video);
    visit({.key = "spoken",
           .meaning = "The language that is spoken, such as nl; left out where no one speaks.",
           .meant = Meant::language,
           .without = "no one speaks"},
          &Film::spoken);
    visit({.key = "poster",
           .meaning = "What is shown before it plays; left out: its cover.",
           .without = "its cover",
           .instead = "with its cover before it plays"},
          &Film::poster);
    visit({.key = "captions",
           .meaning = "What is said and heard, by language: WebVTT or SRT files.",
           .meant = Meant::timedText},
          &Film::captions);
    visit({.key = "described",
           .meaning = "The film with a voice that says what is seen: a file such as media/films/years.described.webm.",
           .meant = Meant::medium,
           .example = R"("media/films/years.described.webm")"},
          &Film::described);
    visit({.key = "signed",
           .meaning = "Films in which it is signed, by sign language, such as vgt.",
           .meant = Meant::medium,
           .example = R"({"vgt": "media/films/years.vgt.webm"})"},
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
           .vital = true,
           .some = true},
          &Gallery::pictures);
}

} // namespace schacht::content
