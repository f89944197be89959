#pragma once
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

#include <vector>

namespace schacht::visitor {

/// What happens to what plays. Changes the state, and says what the player is to do.
struct PlayingUpdate {
    State& s;
    const catalogue::Catalogue& catalogue;
    std::vector<stage::Effect>& effects;

    /// The medium of an item waits at its first picture, or where this visitor left it.
    void wait(const content::Item& item) const;
    /// What is said in an item, and was not read yet, is asked for.
    void readWords(const content::Item& item) const;
    /// How loud a recording is, if nobody measured it yet.
    void measure(const content::Item& item) const;
    /// The visitor leaves what plays: it fades, and its place is kept.
    void leave() const;
    /// The loudness as the visitor wishes it.
    void setVolume() const;

    void toggle() const;
    void play(const content::Item& item, base::Seconds from, base::Seconds until) const;
    void hearFrom(base::Seconds at) const;
    void skipBack() const;
    void sayAgain() const;
    void readTogether() const;
    void toggleDescribed() const;
    void toggleInterpreted() const;
    void slide(const Slid& slid) const;
    void report(const media::PlayerState& state) const;
    void tick() const;
    void operator()(const PlayPassage& meant) const {
        if (const auto* item = catalogue.item(meant.item)) {
            play(*item, meant.from, meant.until);
        }
    }
    void operator()(const ToggleCaptions& /*meant*/) const { s.visit.wishes.captions = !s.visit.wishes.captions; }
    void operator()(const SkipBack& /*meant*/) const { skipBack(); }
    void operator()(const SayAgain& /*meant*/) const { sayAgain(); }
    void operator()(const ReadTogether& /*meant*/) const { readTogether(); }
    void operator()(const ToggleDescribed& /*meant*/) const { toggleDescribed(); }
    void operator()(const ToggleInterpreted& /*meant*/) const { toggleInterpreted(); }
    void operator()(const PlayerReport& meant) const { report(meant.state); }

private:
    [[nodiscard]] const content::Item* itemHere() const;
    void open(const content::Item& item, base::Seconds from, base::Seconds until, bool wanted) const;
    void change(Version version) const;
    void stopAgain() const;
    void sayCue() const;
    void askWords(const content::Item& item) const;
};

} // namespace schacht::visitor
