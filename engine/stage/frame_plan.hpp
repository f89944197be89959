#pragma once
#include "engine/stage/draw_step.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace schacht::stage {

/// A layer's surface, to be composed before the frame is drawn.
struct LayerToCompose {
    scene::NodeId id = 0;
    base::Rect box;              ///< pixels, whole ones: where the layer stands, and how large its surface is
    std::vector<DrawStep> parts; ///< what the layer consists of, from the bottom up
};

/// A film's picture goes to the window past the canvas: nothing else is new but perhaps a little that stands over it.
struct FilmPlan {
    base::Rect place;       ///< pixels: where it stands in the window
    std::size_t above = 0;  ///< the first step that stands over it
    bool coverAnew = false; ///< the cover, which is what stands over it, begins empty
    base::Rect coverArea;   ///< the part of the window that is in the cover
    base::Rect read;        ///< the part of that area to compose and read anew; empty: none
};

/// A part of the window is drawn.
struct WindowPlan {
    base::Rect part; ///< pixels: nothing outside looks different
    /// A film that fills the window hides all steps before this one; none: there is no such film.
    std::optional<std::size_t> hidden;
    /// The surface of what stands still has the first `kept` steps, and gets those up to `steady` before it is used.
    std::size_t kept = 0;
    std::size_t steady = 0;
    /// How many square pixels of what stands still have been drawn since that surface was last composed, because they
    /// are not in it.
    float drawnAgain = 0;
    /// The first step that is drawn on the window itself.
    [[nodiscard]] std::size_t first() const { return hidden ? *hidden : steady; }
};

/// What a frame does, as a value: it draws nothing and holds no surface. It is valid as long as the placed nodes that
/// it was made of.
struct FramePlan {
    std::vector<LayerToCompose> layers;    ///< to be done first, whatever follows
    std::vector<scene::NodeId> goneLayers; ///< their surfaces are of no use any more
    std::vector<DrawStep> steps;           ///< the whole frame, from the bottom up; a composed layer is one step
    std::vector<std::uint64_t> keys;       ///< of the steps
    std::vector<base::Rect> reaches;       ///< of the steps; empty where the frame is unchanged
    bool unchanged = false;                ///< it would look like the last one
    std::optional<FilmPlan> film;          ///< to be tried; the window is drawn only where it fails
    WindowPlan window;                     ///< of no meaning where the frame is unchanged, or there is a film
};

/// A step that reaches into a part of the window, and how much of it must be drawn.
struct ClippedStep {
    std::size_t step = 0; ///< its number
    base::Rect clip;
};
/// Returns the steps from number `first` on that reach into `part`.
[[nodiscard]] std::vector<ClippedStep> stepsIn(const FramePlan& plan, std::size_t first, base::Rect part);

} // namespace schacht::stage
