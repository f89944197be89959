#include "engine/assets/decode.hpp"

#include <cstdlib>

/// A picture of any bytes is decoded to a size that was asked for, or refused.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht;
    const std::span bytes(data, size);
    const auto info = assets::lookAtPicture(bytes);
    if (info && (info->orientation < 1 || info->orientation > 8 || info->displayWidth < 1 || info->displayHeight < 1)) {
        std::abort();
    }
    // A picture that is small in bytes and large in pixels only takes time.
    constexpr std::int64_t most = 4'000'000;
    if (info && std::int64_t{info->width} * info->height > most && info->format != assets::PictureFormat::svg) {
        return 0;
    }
    const auto bitmap = assets::decodePicture(bytes, 48, 32);
    if (bitmap && (!info || bitmap->rgba.size() != static_cast<std::size_t>(bitmap->width) *
                                                       static_cast<std::size_t>(bitmap->height) * 4)) {
        std::abort();
    }
    return 0;
}
