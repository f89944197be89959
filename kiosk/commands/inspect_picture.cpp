#include "engine/assets/decode.hpp"
#include "kiosk/commands/inspect_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::kiosk {
namespace {

constexpr int parts = 4;      // a side of the grid
constexpr int covered = 1024; // pixels: what a picture is decoded to cover, or all of it where it is smaller

/// How much of each pixel along one side lies in part `part`: the first pixel, and the weights from there.
struct Share {
    int first = 0;
    std::vector<double> weights;
};

Share shareOf(int part, int length) {
    const double from = static_cast<double>(length) * part / parts;
    const double to = static_cast<double>(length) * (part + 1) / parts;
    Share share;
    share.first = static_cast<int>(from);
    for (int i = share.first; i < to && i < length; ++i) {
        share.weights.push_back(std::min(to, i + 1.0) - std::max(from, static_cast<double>(i)));
    }
    return share;
}

/// The mean colour of a part over black, rounded.
std::array<int, 3> meanOf(const base::Bitmap& bitmap, const Share& across, const Share& down) {
    std::array<double, 3> sum{};
    double area = 0;
    for (std::size_t y = 0; y < down.weights.size(); ++y) {
        const auto row = (static_cast<std::size_t>(down.first) + y) * static_cast<std::size_t>(bitmap.width);
        for (std::size_t x = 0; x < across.weights.size(); ++x) {
            const std::uint8_t* pixel = &bitmap.rgba[(row + static_cast<std::size_t>(across.first) + x) * 4];
            const double weight = across.weights[x] * down.weights[y];
            area += weight;
            for (std::size_t channel = 0; channel < 3; ++channel) {
                sum[channel] += weight * pixel[channel] * pixel[3] / 255.0;
            }
        }
    }
    std::array<int, 3> mean{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        mean[channel] = static_cast<int>(std::lround(sum[channel] / area));
    }
    return mean;
}

} // namespace

Inspection inspectPicture(const std::filesystem::path& file, std::string_view format) {
    if (const auto started = assets::startPictures(); !started) {
        return refused(format, started.error().message);
    }
    const auto info = assets::lookAtPicture(file);
    if (!info) {
        return refused(format, info.error().message);
    }
    const auto bitmap = assets::decodePicture(file, covered, covered);
    if (!bitmap) {
        return refused(format, bitmap.error().message);
    }
    Inspection inspection{{"format", assets::toString(info->format)},
                          {"valid", true},
                          {"width", info->width},
                          {"height", info->height},
                          {"orientation", info->orientation},
                          {"displayWidth", info->displayWidth},
                          {"displayHeight", info->displayHeight},
                          {"grid", Inspection::array()}};
    for (int row = 0; row < parts; ++row) {
        for (int column = 0; column < parts; ++column) {
            inspection["grid"].push_back(meanOf(*bitmap, shareOf(column, bitmap->width), shareOf(row, bitmap->height)));
        }
    }
    return inspection;
}

} // namespace schacht::kiosk
