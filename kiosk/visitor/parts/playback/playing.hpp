#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

/// The part of what plays: sound and film, the words that go with them, and what shows where they are. Pure, as
/// update() is. It knows an item by what is played of it, not by its kind, and no other part.
namespace schacht::visitor {

/// What shows the position moves on so often: a recording's without a glide, a film's with one.
constexpr base::Seconds voiceStep = 0.5;
constexpr base::Seconds filmStep = 0.25;
/// A position down to its whole steps, so that nothing changes between them.
[[nodiscard]] base::Seconds steady(base::Seconds position);

/// The texts of what is said in an item, by language; none where it plays nothing.
[[nodiscard]] const content::LanguageFiles& wordsOf(const content::Item& item);
/// The file that an item plays in a version, "" where it has none.
[[nodiscard]] const std::string& fileOf(const content::Item& item, Version version);

/// Words in one language, as far as they have been read.
struct Said {
    std::string language; ///< "": the item has no words
    const stage::Transcript* words = nullptr;
};
/// In the visitor's language, else along the pack's, else as spoken, else whatever there is.
[[nodiscard]] Said wordsShown(const content::Item& item, const State& state, const catalogue::Catalogue& catalogue,
                              const Library& library);
/// In the second language that the visitor asked for.
[[nodiscard]] Said wordsBeside(const content::Item& item, const State& state, const Library& library);
/// The second language that comes after the one that is on; "": none.
[[nodiscard]] std::string nextTogether(const content::Item& item, const State& state,
                                       const catalogue::Catalogue& catalogue, const Library& library);

/// What plays, if it is this item; else null.
[[nodiscard]] const Playing* playingOf(const State& state, const content::Item& item);
/// Where in an item the visitor is: what plays, else where it was left. Seconds.
[[nodiscard]] base::Seconds positionOf(const State& state, const content::Item& item, base::Seconds now);
/// The cue that is said at a time, or was said last; none before the first. An index of TimedText::cues.
[[nodiscard]] std::optional<std::size_t> lineAt(const stage::Transcript& words, base::Seconds position);

/// When the controls of a film go, if nobody touches it (motion.md).
constexpr base::Seconds controlsStay = 4;
constexpr base::Seconds controlsFade = 0.320; ///< how long they take to go
/// Where the head of what plays stands, a share of its length, and how far a key moves it; none where it cannot be
/// moved.
struct HeadPosition {
    float share = 0;
    float step = 0;
};
[[nodiscard]] std::optional<HeadPosition> headPosition(const State& state);
/// Whether the controls of the film on the screen are shown.
[[nodiscard]] bool controlsShown(const State& state);
/// How long a visitor who waits for a film or a voice is not told so.
constexpr base::Seconds patience = 0.300;
/// Since when the visitor waits for what was asked to play; none: it plays, or nobody asked.
[[nodiscard]] std::optional<base::Seconds> waitingSince(const State& state);
constexpr base::Seconds fadeOut = 0.300;
constexpr base::Seconds skip = 10; ///< back, by a touch; either way, by a key
constexpr double slowly = 0.75;    ///< the rate of a sentence that is said again

/// When the next Tick is wanted for what plays: a cue begins or ends, or a visitor waits for too long; none: never.
[[nodiscard]] std::optional<base::Seconds> dueWhilePlaying(const State& state, const catalogue::Catalogue& catalogue);
/// When its position has gone on by a step, a number of seconds; none while it does not play.
[[nodiscard]] std::optional<base::Seconds> dueAfterStep(const State& state, base::Seconds step);
/// The earlier of two moments, where there are any.
[[nodiscard]] std::optional<base::Seconds> earlier(std::optional<base::Seconds> one,
                                                   std::optional<base::Seconds> another);

} // namespace schacht::visitor
