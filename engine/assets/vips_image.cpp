#include "engine/assets/vips_image.hpp"

#include <algorithm>
#include <utility>

namespace schacht::assets {

namespace {

/// For a call such as vips_cast(in, &out, ..., nullptr): what it made, or nothing.
template <class Call>
Image made(Call call) {
    VipsImage* out = nullptr;
    const bool failed = call(&out) != 0;
    Image image(out);
    return failed ? nullptr : std::move(image);
}

/// JPEG decodes at a half, a quarter or an eighth; a factor of two is left to the better filter that follows.
int jpegShrink(double shrink) {
    for (const int factor : {8, 4, 2}) {
        if (shrink >= factor * 2) {
            return factor;
        }
    }
    return 1;
}

bool isProfiled(VipsImage* image) {
    const auto format = vips_image_get_format(image);
    return vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0 && vips_image_get_coding(image) == VIPS_CODING_NONE &&
           (format == VIPS_FORMAT_UCHAR || format == VIPS_FORMAT_USHORT);
}

/// With a profile that does not fit its picture, the picture is shown as if it had none.
Image profiled(Image image) {
    if (!isProfiled(image.get())) {
        return image;
    }
    auto converted = made([&](VipsImage** out) {
        return vips_icc_transform(image.get(), out, "srgb", "embedded", TRUE, "depth", 8, "intent",
                                  VIPS_INTENT_RELATIVE, "black_point_compensation", TRUE, nullptr);
    });
    if (!converted) {
        vips_error_clear();
        return image;
    }
    return converted;
}

/// TIFF also stores 32 bits a sample, and grey as fractions of 1; libvips leaves both as they are.
Image inUsualRange(Image image) {
    const auto format = vips_image_get_format(image.get());
    const bool fraction = format == VIPS_FORMAT_FLOAT || format == VIPS_FORMAT_DOUBLE;
    const bool grey = vips_image_get_bands(image.get()) < 3;
    if (format != VIPS_FORMAT_UINT && !(fraction && grey)) {
        return image;
    }
    const double scale = fraction ? 255.0 : 1.0 / (1U << 24U);
    image = made([&](VipsImage** out) { return vips_linear1(image.get(), out, scale, 0, "uchar", TRUE, nullptr); });
    return !image ? nullptr : made([&](VipsImage** out) {
        return vips_copy(image.get(), out, "interpretation", grey ? VIPS_INTERPRETATION_B_W : VIPS_INTERPRETATION_sRGB,
                         nullptr);
    });
}

} // namespace

Image loadImage(std::span<const std::uint8_t> bytes, PictureFormat format, double shrink) {
    void* const data = const_cast<std::uint8_t*>(bytes.data()); // libvips only reads it
    const std::size_t size = bytes.size();
    return made([&](VipsImage** out) {
        switch (format) {
        case PictureFormat::jpeg:
            return vips_jpegload_buffer(data, size, out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                        VIPS_FAIL_ON_ERROR, "shrink", jpegShrink(shrink), nullptr);
        case PictureFormat::png:
            return vips_pngload_buffer(data, size, out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR,
                                       nullptr);
        case PictureFormat::tiff:
            return vips_tiffload_buffer(data, size, out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                        VIPS_FAIL_ON_ERROR, nullptr);
        case PictureFormat::webp:
            return vips_webpload_buffer(data, size, out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                        VIPS_FAIL_ON_ERROR, "scale", std::min(1.0, 2 / shrink), nullptr);
        case PictureFormat::heif:
        case PictureFormat::avif:
            return vips_heifload_buffer(data, size, out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on",
                                        VIPS_FAIL_ON_ERROR, nullptr);
        case PictureFormat::gif:
            return vips_gifload_buffer(data, size, out, "access", VIPS_ACCESS_SEQUENTIAL, "fail_on", VIPS_FAIL_ON_ERROR,
                                       nullptr);
        case PictureFormat::svg:
            break;
        }
        return -1;
    });
}

Image understood(Image image) {
    if (vips_image_get_bands(image.get()) > 4 &&
        vips_image_guess_interpretation(image.get()) != VIPS_INTERPRETATION_CMYK) {
        image = made([&](VipsImage** out) { return vips_extract_band(image.get(), out, 0, "n", 3, nullptr); });
    }
    if (image) {
        image = inUsualRange(std::move(image));
    }
    if (!image || vips_image_get_interpretation(image.get()) != VIPS_INTERPRETATION_MULTIBAND) {
        return image;
    }
    const bool wide = vips_image_get_format(image.get()) == VIPS_FORMAT_USHORT;
    const auto grey = wide ? VIPS_INTERPRETATION_GREY16 : VIPS_INTERPRETATION_B_W;
    const auto colour = wide ? VIPS_INTERPRETATION_RGB16 : VIPS_INTERPRETATION_sRGB;
    return made([&](VipsImage** out) {
        return vips_copy(image.get(), out, "interpretation", vips_image_get_bands(image.get()) < 3 ? grey : colour,
                         nullptr);
    });
}

Image resized(Image image, int width, int height) {
    const auto format = vips_image_get_format(image.get());
    const double across = static_cast<double>(width) / vips_image_get_width(image.get());
    const double down = static_cast<double>(height) / vips_image_get_height(image.get());
    if (vips_image_get_width(image.get()) == width && vips_image_get_height(image.get()) == height) {
        return image;
    }
    if (vips_image_get_coding(image.get()) != VIPS_CODING_NONE) {
        image = made([&](VipsImage** out) { return vips_image_decode(image.get(), out); });
    }
    const bool seeThrough = image && vips_image_hasalpha(image.get()) != 0;
    if (seeThrough) {
        image = made([&](VipsImage** out) { return vips_premultiply(image.get(), out, nullptr); });
    }
    if (image) {
        image = made([&](VipsImage** out) { return vips_resize(image.get(), out, across, "vscale", down, nullptr); });
    }
    if (image && seeThrough) {
        image = made([&](VipsImage** out) { return vips_unpremultiply(image.get(), out, nullptr); });
    }
    if (image && seeThrough) {
        image = made([&](VipsImage** out) { return vips_cast(image.get(), out, format, nullptr); });
    }
    return image;
}

Image turned(Image image, int orientation) {
    if (orientation <= 1 || !image) {
        return image;
    }
    // what is decoded row by row cannot be read column by column
    Image copy(vips_image_new_temp_file("%s.v"));
    if (!copy || vips_image_write(image.get(), copy.get()) != 0) {
        return nullptr;
    }
    vips_image_set_int(copy.get(), VIPS_META_ORIENTATION, orientation);
    return made([&](VipsImage** out) { return vips_autorot(copy.get(), out, nullptr); });
}

Image inSrgb(Image image) {
    image = profiled(std::move(image));
    if (image) {
        image = made(
            [&](VipsImage** out) { return vips_colourspace(image.get(), out, VIPS_INTERPRETATION_sRGB, nullptr); });
    }
    if (image) {
        image = made([&](VipsImage** out) { return vips_cast(image.get(), out, VIPS_FORMAT_UCHAR, nullptr); });
    }
    if (image && vips_image_get_bands(image.get()) == 3) {
        image = made([&](VipsImage** out) { return vips_addalpha(image.get(), out, nullptr); });
    }
    return image && vips_image_get_bands(image.get()) == 4 ? std::move(image) : nullptr;
}

} // namespace schacht::assets
