#pragma once
#include "engine/scene/animator.hpp"
#include "engine/stage/texture_source.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace schacht::stage {

/// One thing to draw. Lengths are pixels of the window.
struct DrawStep {
    const scene::Placed* placed = nullptr; ///< what it is; of a layer: the node that is the layer
    base::Rect box;
    base::Rect clip;
    std::uint64_t key = 0; ///< another one where the step would look different
    const graphics::Texture* texture = nullptr;
    /// The parts of a picture that is looked at closely, which lie over the texture; null: that part has not come.
    std::vector<std::pair<const graphics::Texture*, base::Rect>> tiles;
    scene::NodeId layer = 0; ///< not 0: the layer's surface is drawn, with its corner at the box's
    std::uint64_t below = 0; ///< of a Backdrop: changes with whatever is painted before it in the frame
};

/// What a plan must know of the film that FilmPaint shows. Sizes are pixels.
struct FilmOnScreen {
    bool there = false;      ///< it has a picture that can be drawn
    base::Size size;         ///< as the film should be shown; only its shape counts
    std::uint64_t count = 0; ///< the number of its newest picture
    base::Size past;         ///< of that picture, where it can go to the window past the canvas; else 0
};

/// What a plan must know of the window.
struct PaintedWindow {
    base::Size size; ///< pixels
    float pixelsPerMillimetre = 1;
    bool showsParts = false; ///< as Canvas::showsParts
    [[nodiscard]] base::Rect whole() const { return {0, 0, size.width, size.height}; }
};

/// Returns a step for everything that can be seen, from the bottom up. Of a layer there are steps also for what lies
/// beyond the screen, since the layer is composed whole.
[[nodiscard]] std::vector<DrawStep> drawSteps(const std::vector<scene::Placed>& placed, const PaintedWindow& window,
                                              const FilmOnScreen& film, TextureSource& textures);

/// Converts a rectangle from millimetres to pixels.
[[nodiscard]] base::Rect inPixels(base::Rect millimetres, float pixelsPerMillimetre);
/// Returns the rectangle, on whole pixels, outside of which the step draws nothing.
[[nodiscard]] base::Rect reach(const DrawStep& step);
/// Returns the rectangle in which words are drawn. Only where their texture has come.
[[nodiscard]] base::Rect wordsPlace(const DrawStep& step, const scene::TextPaint& words);
/// Returns where the film stands in the step's box, on whole pixels. None where there is no picture of it.
[[nodiscard]] std::optional<base::Rect> filmPlace(const DrawStep& step, const FilmOnScreen& film);

} // namespace schacht::stage
