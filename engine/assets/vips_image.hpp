#pragma once
#include "engine/assets/decode.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vips/vips.h>

namespace schacht::assets {

struct UnrefImage {
    void operator()(VipsImage* image) const { g_object_unref(image); }
};
/// A node of a libvips pipeline, which computes nothing until its pixels are asked for; empty after a failure, whose
/// words libvips has kept for vips_error_clear().
using Image = std::unique_ptr<VipsImage, UnrefImage>;

/// The pipeline's source, by the format's own loader. shrink: 1…, how many times smaller than stored would be small
/// enough; what comes is as small as that or larger. bytes: must outlive the image.
[[nodiscard]] Image loadImage(std::span<const std::uint8_t> bytes, PictureFormat format, double shrink);

/// While it lives, a stop makes every region of the image fail, and with it each step that follows in its pipeline.
class KilledByStop {
public:
    /// source: kept as long as this lives.
    KilledByStop(VipsImage* source, const std::stop_token& stop)
        : kept(static_cast<VipsImage*>(g_object_ref(source))), whenStopped(stop, Kill{source}) {}

private:
    struct Kill {
        VipsImage* image;
        void operator()() const { vips_image_set_kill(image, TRUE); }
    };
    Image kept;
    std::stop_callback<Kill> whenStopped;
};

/// With bands and a range that mean a colour. Of what has no agreed meaning (scientific TIFF), the first three bands
/// are taken for red, green and blue, or the first for grey.
[[nodiscard]] Image understood(Image image);

/// Scaled to exactly width x height, with alpha weighing the colours.
[[nodiscard]] Image resized(Image image, int width, int height);

/// Turned as EXIF's orientation says (1..8); a copy of it goes over the disk where that is not as it is.
[[nodiscard]] Image turned(Image image, int orientation);

/// 8-bit sRGB with straight alpha, four bands, from whatever colours and profile the image has.
[[nodiscard]] Image inSrgb(Image image);

} // namespace schacht::assets
