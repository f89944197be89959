#pragma once
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/format/field.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/answers.hpp"
#include "engine/content/kinds/chapter.hpp"
#include "engine/content/kinds/media_check.hpp"
#include "engine/content/kinds/picture.hpp"
#include "engine/content/language/language_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// Someone who is heard. Transcripts name speakers by their ids: `<v narrator>`.
struct Speaker {
    std::string id;
    LanguageMap name;
    std::optional<Picture> portrait;
    LanguageMap role;
};

template <>
inline constexpr std::string_view nounOf<Speaker> = "speaker";
template <>
inline constexpr std::string_view calledInReference<Speaker> = "Speaker";

template <class Describer>
void describe(Describer& visit, As<Speaker>) {
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

struct Recorded {
    std::string date; ///< EDTF or empty
    LanguageMap place;
    LanguageMap by;
};

template <>
inline constexpr std::string_view calledInReference<Recorded> = "Recording";

template <class Describer>
void describe(Describer& visit, As<Recorded>) {
    visit({.key = "date", .meaning = "When it was recorded, as an EDTF date such as 2026-11.", .meant = Meant::date},
          &Recorded::date);
    visit({.key = "place", .meaning = "Where it was recorded.", .example = R"("Genk")"}, &Recorded::place);
    visit({.key = "by", .meaning = "Who recorded it.", .example = R"("The village museum")"}, &Recorded::by);
}

/// The voice is no one's: a computer's.
struct Synthetic {
    LanguageMap how; ///< what visitors read of it, always on the screen
};

template <>
inline constexpr std::string_view calledInReference<Synthetic> = "Synthetic voice";

template <class Describer>
void describe(Describer& visit, As<Synthetic>) {
    visit({.key = "how",
           .meaning = "How the voice was made and that it is no one's, as visitors read it.",
           .required = true,
           .vital = true,
           .example = R"({"nl": "Voorgelezen door een computerstem."})"},
          &Synthetic::how);
}

/// Who speaks agreed to be heard.
struct Consent {
    std::string given;             ///< EDTF: when
    std::string until;             ///< EDTF: the last day on which it holds; empty: for ever
    std::vector<std::string> uses; ///< what for, such as "exhibition"
    LanguageMap note;
};

template <>
inline constexpr std::string_view calledInReference<Consent> = "Consent";

template <class Describer>
void describe(Describer& visit, As<Consent>) {
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

    double heardFor = 0; ///< seconds at least that it lasts: up to its last words; 0: nobody knows

    [[nodiscard]] const std::string& medium() const { return audio.empty() ? video : audio; }
};

template <class Describer>
void describe(Describer& visit, As<OralHistory>) {
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

/// The answers to the questions of questions.hpp.
[[nodiscard]] std::vector<Exhibit> exhibitsOf(const OralHistory& voice, const LanguageMap& title);
[[nodiscard]] const Picture* coverOf(const OralHistory& voice);
[[nodiscard]] Played playedOf(const OralHistory& voice);
[[nodiscard]] std::vector<Findable> findableIn(const OralHistory& voice);
[[nodiscard]] double minutesOf(const OralHistory& voice, const LanguageChoice& languages);
[[nodiscard]] bool isReadableIn(const OralHistory& voice, std::string_view language);
[[nodiscard]] std::optional<Day> consentEnds(const OralHistory& voice);
[[nodiscard]] std::vector<Passage> checkRules(Reading& reading, OralHistory& voice);
[[nodiscard]] FileFindings checkFiles(Reading& reading, OralHistory& voice);

/// What staff are to know on a day of a consent that ends: that it is over ("consent-over"), or that it will be within
/// a month ("consent-ends"). The place has only the pointer. None where all is well.
[[nodiscard]] std::optional<base::Problem> consentProblem(const Day& ends, const Day& today);

} // namespace schacht::content
