#pragma once
#include "engine/stage/frame_plan.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace schacht::stage {

/// Plans frames: what of a Scene is composed into a surface, what is drawn from one, and what of the window is drawn at
/// all. It knows what stood in the frames before, since whoever draws says what became of each plan. It has no canvas,
/// so a test can plan without a window.
///
/// What has stood still since the last frame, from the bottom up, is composed once into a surface. A layer (a page, a
/// card) that moves as a whole is composed once and drawn where it is. Where nothing but a film's picture is new, that
/// alone goes to the window, with what stands over it. The rest is drawn.
class FramePlanner {
public:
    /// placed: outlives the plan. A layer that the plan composes counts as composed, unless layerLost() is called.
    [[nodiscard]] FramePlan plan(const std::vector<scene::Placed>& placed, const PaintedWindow& window,
                                 const FilmOnScreen& film, TextureSource& textures);
    /// Plans the window instead, where the film's picture could not be shown as planned.
    void planWindow(FramePlan& plan, const PaintedWindow& window, const FilmOnScreen& film) const;

    // What became of a plan:
    /// The window shows the film's picture as planned.
    void filmShown(FramePlan plan);
    /// The window's part has been drawn as planned.
    void windowDrawn(FramePlan plan);
    /// What stands over the film is in the cover, as planned.
    void coverRead(const FramePlan& plan);

    // What is not there any more:
    /// There is no surface for this layer.
    void layerLost(scene::NodeId id) { layers[id].size = {}; }
    /// There is no surface of what stands still.
    void stillLost() { stillKeys.clear(); }
    /// What is in the cover is not right.
    void coverLost() { coverKeys.clear(); }
    /// The window has lost what was on it: the next frame is drawn as a whole, whatever it looks like.
    void windowLost() {
        lastKeys.clear();
        lastReaches.clear();
    }
    /// All of that is lost, and every layer's surface.
    void forget();

    /// Call it when the screen is still. Returns the layers whose surfaces are of use only for movement; from now on
    /// they have none. Small layers that are on the screen keep theirs for the next finger.
    [[nodiscard]] std::vector<scene::NodeId> rest();
    /// Whether anything is in the surface of what stands still.
    [[nodiscard]] bool usesStill() const { return !stillKeys.empty(); }

private:
    /// How a layer looks, wherever it is.
    struct LayerLook {
        std::uint64_t key = 0;         // of all but where things lie in it
        std::vector<base::Rect> boxes; // pixels from the layer's corner
        [[nodiscard]] bool same(const LayerLook& other) const;
    };
    struct Layer {
        LayerLook look;
        base::Size size;            // of its surface, in pixels; 0: it has none
        std::uint64_t composed = 0; // how many times
        bool used = false;          // in the last frame
    };

    void foldLayers(FramePlan& plan, std::vector<DrawStep> all, const std::vector<scene::Placed>& placed,
                    const PaintedWindow& window);
    void foldLayer(FramePlan& plan, std::span<DrawStep> parts, const scene::Placed& whole, float scale);
    /// None where the layer cannot be drawn as one picture now.
    [[nodiscard]] static std::optional<LayerLook> lookOf(std::span<const DrawStep> parts, const scene::Placed& layer,
                                                         float scale);
    [[nodiscard]] bool large(const Layer& layer) const;
    [[nodiscard]] std::optional<FilmPlan> planFilm(const FramePlan& plan, const PaintedWindow& window,
                                                   const FilmOnScreen& film) const;
    [[nodiscard]] std::optional<FilmPlan> planCover(const FramePlan& plan, std::size_t above, base::Rect place) const;
    /// Returns the rectangle around all that looks different from the last frame, or was only in that one, from step
    /// `first` on. None where the same steps came in another order, so that no such rectangle can be told.
    [[nodiscard]] std::optional<base::Rect> newSince(const FramePlan& plan, std::size_t first) const;
    [[nodiscard]] base::Rect partToDraw(const FramePlan& plan, const PaintedWindow& window) const;
    void planStill(FramePlan& plan) const;
    void remember(FramePlan plan);

    std::vector<std::uint64_t> lastKeys;  // of the steps of the last frame
    std::vector<base::Rect> lastReaches;  // as many
    std::vector<std::uint64_t> stillKeys; // of the steps that are in the surface of what stands still
    float drawnAgain = 0;                 // as WindowPlan::drawnAgain
    base::Rect pastPlace;                 // what the window shows past the canvas, since it was last drawn
    base::Rect coverPlace;                // of the film, when the cover was read
    base::Rect coverArea;                 // what of that is in the cover
    std::vector<std::uint64_t> coverKeys; // of the steps that are in the cover; empty: it is not right
    std::map<scene::NodeId, Layer> layers;
    std::map<scene::NodeId, base::Point> layerPlaces; // where each stood in the last frame
    float windowPixels = 0;                           // how many the window has
};

} // namespace schacht::stage
