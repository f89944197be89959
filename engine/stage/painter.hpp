#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/film_texture.hpp"
#include "engine/scene/animator.hpp"
#include "engine/stage/textures.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>

namespace schacht::stage {

/// Draws placed nodes. What has stood still since the last frame, from the bottom up, is composed once into a surface
/// and blitted; a layer (a page) that moves as a whole is composed once and blitted where it is; the rest is drawn.
/// The window's thread.
class Painter {
public:
    Painter(graphics::Canvas& onto, Textures& from) : canvas(onto), textures(from) {}

    /// pixelsPerMillimetre: > 0. True: the frame is on the window's back, not yet displayed. False: it would look like
    /// the last one, and nothing was drawn.
    [[nodiscard]] bool paint(const std::vector<scene::Placed>& placed, float pixelsPerMillimetre, base::Colour ground);
    /// The window has lost what was on it: the next frame is drawn whatever it looks like.
    void lost() { lastKeys.clear(); }
    /// What FilmPaint shows from the next frame on: which picture it is, counted, and the film's size as it should be
    /// shown. film: null, or lives until the next call.
    void showFilm(graphics::FilmTexture* film, std::uint64_t count, base::Size size);
    /// Lets go of the surfaces that only movement needs. Call when the screen is still.
    void rest();
    /// The window's size or what the driver holds has changed: everything is drawn anew.
    void forget();
    [[nodiscard]] std::size_t bytes() const;

private:
    /// One thing to draw: where, and a key that changes with anything that would make it look different.
    struct Operation {
        const scene::Placed* placed = nullptr;
        base::Rect box;  // pixels
        base::Rect clip; // pixels
        std::uint64_t key = 0;
        const graphics::Texture* texture = nullptr;
        std::vector<std::pair<const graphics::Texture*, base::Rect>> tiles; // over it, in pixels; null: has not come
        scene::NodeId layer = 0; // not 0: draw the layer's surface at (box.x, box.y)
    };
    /// How a layer looks, wherever it is.
    struct Look {
        std::uint64_t key = 0;         // all but where things lie in it
        std::vector<base::Rect> boxes; // pixels from its corner
        [[nodiscard]] bool same(const Look& other) const;
    };
    struct Layer {
        Look look;
        std::unique_ptr<graphics::Surface> surface;
        bool used = false;
    };

    [[nodiscard]] std::vector<Operation> prepare(const std::vector<scene::Placed>& placed);
    [[nodiscard]] Operation operation(const scene::Placed& placed);
    void prepareTexture(Operation& op) const;
    void prepareCloseLook(Operation& op, const scene::PicturePaint& picture) const;
    void gatherLayers(std::vector<Operation>& operations, const std::vector<scene::Placed>& placed);
    /// None where it cannot be one picture now.
    [[nodiscard]] std::optional<Look> lookOf(std::span<const Operation> operations, const scene::Placed& layer) const;
    void addLayer(std::span<const Operation> operations, const scene::Placed& whole, std::vector<Operation>& out);
    void composeLayer(std::span<const Operation> operations, base::Rect box, Layer& layer);
    [[nodiscard]] bool large(const Layer& layer) const;
    [[nodiscard]] std::size_t pixels() const;
    [[nodiscard]] base::Rect inPixels(base::Rect millimetres) const;
    void drawAll(const std::vector<Operation>& operations, std::vector<std::uint64_t> keys);
    [[nodiscard]] std::size_t composeStill(const std::vector<Operation>& operations,
                                           const std::vector<std::uint64_t>& keys);
    void draw(const Operation& op);
    void drawFill(const Operation& op, const scene::Fill& fill);
    void drawRadial(const Operation& op, const scene::Radial& radial);
    void drawPicture(const Operation& op, const scene::PicturePaint& picture);
    void drawBackdrop(const Operation& op, const scene::Backdrop& backdrop);
    void drawWave(const Operation& op, const scene::WavePaint& wave);
    void drawCode(const Operation& op, const scene::CodePaint& code);
    void drawFilm(const Operation& op);
    /// Where the film stands, on whole pixels; none where there is none.
    [[nodiscard]] std::optional<base::Rect> filmPlace(const Operation& op) const;
    /// How many operations lie below a film that fills the whole glass, and need not be drawn; none: there is no such.
    [[nodiscard]] std::optional<std::size_t> hiddenByFilm(const std::vector<Operation>& operations) const;
    void drawDim(const std::variant<scene::Linear, scene::Radial>& dim, base::Rect box, float alpha);

    graphics::Canvas& canvas;
    Textures& textures;
    float scale = 1;
    base::Colour ground;
    base::Point origin; // of what is drawn now: a layer's corner while it is composed
    std::unique_ptr<graphics::Surface> still;
    std::vector<std::uint64_t> stillKeys;
    std::vector<std::uint64_t> lastKeys;
    std::unique_ptr<graphics::Surface> soft;
    std::uint64_t softKey = 0;
    std::uint64_t below = 0; // what has been drawn so far in this frame
    graphics::FilmTexture* film = nullptr;
    std::uint64_t filmCount = 0;
    base::Size filmSize;
    std::map<scene::NodeId, Layer> layers;
    std::map<scene::NodeId, base::Point> layerPlaces; // where each stood in the last frame
};

} // namespace schacht::stage
