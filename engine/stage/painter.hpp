#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/direct_film.hpp"
#include "engine/graphics/film_texture.hpp"
#include "engine/scene/animator.hpp"
#include "engine/stage/textures.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <span>

namespace schacht::stage {

/// What FilmPaint shows: the film's picture, and the ways to the screen.
struct ShownFilm {
    graphics::FilmTexture* texture = nullptr;
    graphics::DirectFilm* direct = nullptr; ///< null: there is none here
    const base::FilmFrame* frame = nullptr; ///< the newest picture
    std::uint64_t count = 0;                ///< which it is
    base::Size size;                        ///< as the film should be shown; only its shape counts
};

/// What became of a frame.
enum class Painted {
    unchanged, ///< it would look like the last one: nothing was drawn
    drawn,     ///< on the window's back, not yet displayed
    shown,     ///< the window shows it
};

/// Draws placed nodes. What has stood still since the last frame, from the bottom up, is composed once into a surface
/// and blitted; a layer (a page) that moves as a whole is composed once and blitted where it is; the rest is drawn.
/// Where nothing but a film's picture is new, that alone goes to the window, with what stands over it. The window's
/// thread.
class Painter {
public:
    Painter(graphics::Canvas& onto, Textures& from) : canvas(onto), textures(from) {}

    /// pixelsPerMillimetre: > 0.
    [[nodiscard]] Painted paint(const std::vector<scene::Placed>& placed, float pixelsPerMillimetre,
                                base::Colour ground);
    /// Where the frame that was drawn last is new, on whole pixels: display that.
    [[nodiscard]] base::Rect fresh() const { return drawnPart; }
    /// The window has lost what was on it: the next frame is drawn whatever it looks like.
    void lost() {
        lastKeys.clear();
        lastReaches.clear();
    }
    /// From the next frame on. What it points to lives until the next call, its picture until then or keepFilm().
    void showFilm(const ShownFilm& film);
    /// The film's picture is about to go: keeps it.
    void keepFilm();
    /// The film's picture goes past the canvas for now: lets go of what only drawing it needs, until it is drawn again.
    void restFilm();
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
        std::uint64_t composed = 0; // how many times
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
    void drawAll(const std::vector<Operation>& operations, const std::vector<std::uint64_t>& keys);
    [[nodiscard]] std::size_t composeStill(const std::vector<Operation>& operations,
                                           const std::vector<std::uint64_t>& keys);
    void draw(Operation op);
    void drawFill(const Operation& op, const scene::Fill& fill);
    void drawRadial(const Operation& op, const scene::Radial& radial);
    void drawPicture(const Operation& op, const scene::PicturePaint& picture);
    void drawBackdrop(const Operation& op, const scene::Backdrop& backdrop);
    void drawWave(const Operation& op, const scene::WavePaint& wave);
    void drawCode(const Operation& op, const scene::CodePaint& code);
    void drawFilm(const Operation& op);
    /// Where the film stands, on whole pixels; none where there is none.
    [[nodiscard]] std::optional<base::Rect> filmPlace(const Operation& op) const;
    /// Where words are drawn that have come.
    [[nodiscard]] static base::Rect wordsPlace(const Operation& op, const scene::TextPaint& words);
    /// As far as it draws, on whole pixels.
    [[nodiscard]] static base::Rect reach(const Operation& op);
    /// Around all that looks other than in the last frame, or was in it, from operation `first` on, as far as it draws.
    /// None where that cannot be told: what is the same came in another order.
    [[nodiscard]] std::optional<base::Rect> news(std::span<const Operation> operations,
                                                 std::span<const std::uint64_t> keys, std::size_t first) const;
    /// What of the window must be drawn.
    [[nodiscard]] base::Rect partToDraw(const std::vector<Operation>& operations,
                                        const std::vector<std::uint64_t>& keys) const;
    /// Shows the film's picture past the canvas, where that is all that is new, or nearly. False: nothing was done.
    [[nodiscard]] bool showFilmAlone(const std::vector<Operation>& operations, const std::vector<std::uint64_t>& keys);
    /// The part of what stands over the film's `place`, from operation `first` on, that must be read anew; none where
    /// the whole frame must be drawn.
    [[nodiscard]] std::optional<base::Rect> newOverFilm(std::span<const Operation> above,
                                                        std::span<const std::uint64_t> keys, std::size_t first,
                                                        base::Rect place) const;
    /// Composes `part` of what stands over the film and reads it; where that is all of `place`, as far as it reaches.
    void readCover(std::span<const Operation> above, base::Rect place, base::Rect part);
    void remember(const std::vector<Operation>& operations, std::vector<std::uint64_t> keys);
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
    float drawnAgain = 0; // square pixels of what stands still and is not in `still`, since it was last composed
    std::vector<std::uint64_t> lastKeys;
    std::unique_ptr<graphics::Surface> soft;
    std::uint64_t softKey = 0;
    std::uint64_t below = 0;             // what has been drawn so far in this frame
    std::vector<base::Rect> lastReaches; // as lastKeys
    base::Rect pastPlace;                // what the window shows past the canvas, since the last frame that was drawn
    base::Rect drawnPart;                // is drawn in this frame
    ShownFilm film;
    std::uint64_t filmTaken = 0;                   // the picture that the texture holds
    base::Rect coverPlace;                         // of the film, in the last frame
    std::vector<std::uint64_t> coverKeys;          // of what is in the cover; empty: it is not right
    base::Rect coverArea;                          // what of its place is in the cover
    std::unique_ptr<graphics::Surface> coverDraft; // where it is composed
    std::optional<graphics::FilmCover> cover;
    std::map<scene::NodeId, Layer> layers;
    std::map<scene::NodeId, base::Point> layerPlaces; // where each stood in the last frame
};

} // namespace schacht::stage
