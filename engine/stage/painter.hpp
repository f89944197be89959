#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/graphics/direct_film.hpp"
#include "engine/graphics/film_texture.hpp"
#include "engine/scene/animator.hpp"
#include "engine/stage/frame_planner.hpp"
#include "engine/stage/textures.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace schacht::stage {

/// What FilmPaint shows: the film's picture, and the ways to the screen.
struct ShownFilm {
    graphics::FilmTexture* texture = nullptr;
    graphics::DirectFilm* direct = nullptr; ///< null: there is none here
    const base::FilmFrame* frame = nullptr; ///< the newest picture
    std::uint64_t count = 0;                ///< the number of that picture
    base::Size size;                        ///< as the film should be shown; only its shape counts
};

/// What became of a frame.
enum class Painted {
    unchanged, ///< it would look like the last one: nothing was drawn
    drawn,     ///< on the window's back, not yet displayed
    shown,     ///< the window shows it
};

/// Draws placed nodes as a FramePlanner plans it, and holds the surfaces that the plans use. The window's thread.
class Painter {
public:
    /// Both outlive this.
    Painter(graphics::Canvas& onto, Textures& from) : canvas(onto), textures(from) {}

    /// pixelsPerMillimetre: > 0.
    [[nodiscard]] Painted paint(const std::vector<scene::Placed>& placed, float pixelsPerMillimetre,
                                base::Colour ground);
    /// The part of the window, in whole pixels, that looks different since the frame that was drawn last: display that.
    [[nodiscard]] base::Rect fresh() const { return drawnPart; }
    /// The window has lost what was on it: the next frame is drawn whatever it looks like.
    void lost() { planner.windowLost(); }
    /// From the next frame on. What it points to stays valid until the next call; its frame only until that or
    /// keepFilm().
    void showFilm(const ShownFilm& film);
    /// The film's frame is about to become invalid: copies it, so that it stays on the screen.
    void keepFilm();
    /// The film's pictures go past the canvas for now: lets go of what only drawing them needs, until one is drawn
    /// again.
    void restFilm();
    /// Lets go of the surfaces that only movement needs. Call when the screen is still.
    void rest();
    /// The window has another size, or the driver has lost what it held: lets go of every surface.
    void forget();
    [[nodiscard]] std::size_t bytes() const;

private:
    [[nodiscard]] FilmOnScreen filmOnScreen() const;
    [[nodiscard]] PaintedWindow window() const;
    void composeLayer(const LayerToCompose& layer);
    /// False where the film's picture cannot be shown so; the window is as it was.
    [[nodiscard]] bool showFilmAlone(const FramePlan& plan);
    void readCover(const FramePlan& plan);
    /// Where there is no surface for what stands still, the plan says so afterwards.
    void drawWindow(FramePlan& plan);
    /// False where there is no surface for it.
    [[nodiscard]] bool composeStill(const FramePlan& plan);

    /// Draws one step as far as `clip`.
    void draw(const FramePlan& plan, const DrawStep& step, base::Rect clip);
    void draw(const DrawStep& step, base::Rect clip);
    void drawLayer(const FramePlan& plan, const DrawStep& step, base::Rect clip);
    void drawFill(const DrawStep& step, const scene::Fill& fill);
    void drawLinear(const DrawStep& step, const scene::Linear& linear);
    void drawIcon(const DrawStep& step, const scene::IconPaint& icon);
    void drawWords(const DrawStep& step, const scene::TextPaint& words);
    void drawPane(const DrawStep& step, const scene::PanePaint& pane);
    void drawRing(const DrawStep& step, const scene::RingPaint& ring);
    void drawRadial(const DrawStep& step, const scene::Radial& radial);
    void drawPicture(const DrawStep& step, const scene::PicturePaint& picture);
    void drawBackdrop(const DrawStep& step, const scene::Backdrop& backdrop);
    void drawWave(const DrawStep& step, const scene::WavePaint& wave);
    void drawCode(const DrawStep& step, const scene::CodePaint& code);
    void drawFilm(const DrawStep& step);
    void drawDim(const std::variant<scene::Linear, scene::Radial>& dim, base::Rect box, float alpha);

    graphics::Canvas& canvas;
    Textures& textures;
    FramePlanner planner;
    float scale = 1; // pixels a millimetre
    base::Colour ground;
    base::Point origin;                                                 // of what is drawn on now, in the window
    base::Rect drawnPart;                                               // of the window, in the last frame drawn
    std::unique_ptr<graphics::Surface> still;                           // what stands still
    std::map<scene::NodeId, std::unique_ptr<graphics::Surface>> layers; // never null
    std::unique_ptr<graphics::Surface> soft;                            // what a Backdrop shows
    std::uint64_t softKey = 0;
    ShownFilm film;
    std::uint64_t filmTaken = 0;                   // the number of the picture that the texture holds
    std::unique_ptr<graphics::Surface> coverDraft; // where the cover is composed
    std::optional<graphics::FilmCover> cover;
};

} // namespace schacht::stage
