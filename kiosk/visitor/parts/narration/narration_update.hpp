#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <vector>

/// The part of what is read aloud: screens, and the controls that keys come to. It knows no kind of item, and no other
/// part; what plays is only held against what is said.
namespace schacht::visitor {

/// What happens to what is read aloud. Changes the state, and says what the narrator is to do.
///
/// One thing sounds at a time: a medium that begins silences the screen's voice, and reading a screen pauses a medium.
/// Only a control that the keys come to is said, briefly, over what plays: nobody could find "pause" otherwise.
struct NarrationUpdate {
    State& s;
    std::vector<stage::Effect>& effects;

    void operator()(const ToggleReading&) const;
    void operator()(const ToggleReadAll&) const { readAll(!s.visit.narration.all); }
    void operator()(const RepeatLast&) const;
    void operator()(const KeyUsed& used) const;
    void operator()(const HeadphonesMoved& moved) const;
    void operator()(const ScreenSeen& seen) const;
    void operator()(const NarratorTold& told) const;

    /// A finger or a key: whatever it means, it silences.
    void touched() const;
    /// Another screen, or the same anew.
    void arrived() const;
    /// Another page of the same story.
    void turned() const;
    /// Of "as it was".
    void reset() const { readAll(false); }
    /// What is being said breaks off.
    void silence() const;
    void tick() const;
    /// After anything happened: what plays now is not talked over.
    void giveWay() const;

private:
    void readAll(bool all) const;
    void say(std::vector<scene::Utterance> utterances, bool brief) const;
    void over() const;
    void note(const media::NarratorReport& report, std::size_t index) const;
};

} // namespace schacht::visitor
