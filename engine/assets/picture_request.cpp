#include "engine/assets/picture_request.hpp"

#include <algorithm>
#include <array>

namespace schacht::assets {

namespace {

constexpr std::array steps{64,   96,   128,  192,  256,  320,  400,  480,  600,   720,   768,
                           900,  1024, 1080, 1200, 1280, 1366, 1440, 1600, 1920,  2160,  2560,
                           2880, 3440, 3840, 4320, 5120, 6144, 7680, 9216, 11264, 13312, 16384};

int stepAbove(int side) {
    const auto step = std::ranges::lower_bound(steps, side);
    return step == steps.end() ? steps.back() : *step;
}

} // namespace

PictureRequest quantised(PictureRequest request) {
    if (request.part != PictureRequest::Part::whole) {
        return request;
    }
    request.width = stepAbove(request.width);
    request.height = stepAbove(request.height);
    return request;
}

} // namespace schacht::assets
