#pragma once
#include "engine/base/units.hpp"

#include <optional>

namespace schacht::stage {

/// What moves by itself at one moment.
struct FrameMoves {
    bool scene = false; ///< one Scene is still turning into the next
    bool state = false; ///< the Performance wants a Tick with every frame
    [[nodiscard]] bool any() const { return scene || state; }
};

/// Decides when the next frame is drawn, how much of the window it draws, when the loop wakes, and whether the screen
/// has settled. It is told what happens; it reads no clock and draws nothing: every time is an argument.
///
///     at rest ── something is new ──▶ a frame is due ── a frame period later ──▶ the frame is drawn
///        ▲                                                                              │
///        └──────────── nothing was new, and nothing moved, for half a second ───────────┘
class FrameClock {
public:
    static constexpr base::Seconds framePeriod = 1.0 / 60;
    /// After so long without a frame nobody drags, and the memory that movement needed can be given back.
    static constexpr base::Seconds quiet = 0.5;

    /// The state has changed: a Scene of it must be made before the next frame.
    void stateChanged() { changed = true; }
    /// A Scene of the state as it is now has been made.
    void sceneMade() {
        changed = false;
        outdated = true;
    }
    /// The Scene that was made is another screen's. No touch is meant for it before a frame has shown it.
    void screenReplaced() { seenSince.reset(); }
    /// Something that the Scene shows looks different now: a picture has come, or a film's next one.
    void lookChanged() { outdated = true; }
    /// The window does not show what was drawn any more: it was uncovered, or has another size.
    void windowLost() { lost = outdated = true; }

    enum class Due { nothing, frame, rest };
    /// What the loop does in this turn. `rest`: let go of what only movement needs.
    [[nodiscard]] Due turn(base::Seconds now, FrameMoves moves);

    enum class Redraw { changes, everything };
    /// A frame is about to be drawn of the Scene that was made. sceneMoves: it is on its way from the one before.
    /// overlaid: staff see something over it, which is no part of the Scene. Returns what the frame must draw.
    [[nodiscard]] Redraw beginFrame(bool sceneMoves, bool overlaid);
    /// That frame, which began at `began`, reached the glass at `shown`.
    void frameShown(base::Seconds began, base::Seconds shown);

    /// When the loop must wake for a frame or to rest; none: not before something happens.
    [[nodiscard]] std::optional<base::Seconds> wake(FrameMoves moves) const;
    /// The state has changed since a Scene was last made of it.
    [[nodiscard]] bool sceneOutdated() const { return changed; }
    /// The window shows the state as it is, and nothing moves.
    [[nodiscard]] bool still(FrameMoves moves) const { return !unfinished() && !moves.any(); }
    /// Whether somebody who touched the glass then can have meant the screen that is on it now.
    [[nodiscard]] bool couldSee(base::Seconds when) const { return seenSince && when >= *seenSince; }

private:
    [[nodiscard]] bool unfinished() const { return changed || outdated || sceneMoved; }

    bool changed = true;     ///< the state, since the last Scene
    bool outdated = true;    ///< what is on the window
    bool lost = true;        ///< what is on the window is not what was drawn
    bool sceneMoved = false; ///< in the last frame: the end of that movement is still to be drawn
    bool stateMoved = false; ///< in the last turn
    bool overlay = false;    ///< lay over the last frame
    bool rested = false;     ///< since the last frame
    base::Seconds lastFrame = 0;
    std::optional<base::Seconds> seenSince; ///< since when this screen is on the glass; none: not yet
};

} // namespace schacht::stage
