#pragma once
#include "engine/base/film_frame.hpp"
#include "engine/base/units.hpp"
#include "engine/graphics/canvas.hpp"

#include <memory>
#include <vector>

namespace schacht::graphics {

/// How a film's pictures reach the screen. convert: the processor makes colours of them and copies them there, for a
/// machine without a graphics card; shader: a graphics card does both.
enum class FilmWay { convert, shader };

/// What a picture of 960 x 540 costs on this machine, from the decoder's planes to the last pixel.
struct FilmTiming {
    FilmWay way = FilmWay::convert; ///< the one to take
    double convertMs = 0;
    double shaderMs = 0; ///< 0: there are no shaders
};

/// Tries both ways on pictures that nobody sees (30 to 60 ms) and chooses: the faster one on a software renderer; on a
/// graphics card the shader, unless it is more than twice as slow, since its time is not the processor's. The window's
/// thread.
[[nodiscard]] FilmTiming chooseFilmWay(Canvas& canvas);

/// A film's picture, as a canvas holds it (Canvas::film), which it is drawn on. The window's thread.
class FilmTexture {
public:
    virtual ~FilmTexture() = default;

    /// Takes a picture over; the frame may change afterwards. Pictures may differ in size.
    virtual void update(const base::FilmFrame& frame) = 0;
    /// Draws the picture that was taken last over the whole of `box` (pixels, on whole ones), opaque, within the
    /// canvas's clip. Pixel for pixel where it is as large as the box, else smoothly scaled: that costs ten times as
    /// much on a software renderer, so have the decoder scale it (media::OpenRequest::fit). Nothing without a picture.
    virtual void draw(base::Rect box) = 0;

    /// Lets go of its picture, which goes another way for now: until the next update() nothing is drawn.
    virtual void rest() {}
    /// Bytes that it holds.
    [[nodiscard]] virtual std::size_t bytes() const = 0;

protected:
    FilmTexture() = default;
};

} // namespace schacht::graphics
