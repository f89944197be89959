/// A JPEG of 12,000 x 9,000 pixels looked at closely, on a private touchscreen: how long until it is there and sharp,
/// frame times while it is pinched and drawn, and memory while all of it is roamed.
///
///     ninja -C build/release schacht bench_zoom && build/release/bench_zoom build/release/schacht
#include "tests/bench/running_kiosk.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <vips/vips.h>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

/// Rings of every fineness with noise over them: as hard to compress as a scan.
bool makePicture(const std::string& file) {
    VipsImage* rings = nullptr;
    VipsImage* noise = nullptr;
    VipsImage* sum = nullptr;
    VipsImage* grey = nullptr;
    const bool made = vips_zone(&rings, 12000, 9000, nullptr) == 0 &&
                      vips_gaussnoise(&noise, 12000, 9000, "sigma", .06, "mean", 0.0, nullptr) == 0 &&
                      vips_add(rings, noise, &sum, nullptr) == 0 &&
                      vips_linear1(sum, &grey, 90, 128, "uchar", TRUE, nullptr) == 0 &&
                      vips_jpegsave(grey, file.c_str(), "Q", 88, nullptr) == 0;
    for (VipsImage* image : {rings, noise, sum, grey}) {
        if (image != nullptr) {
            g_object_unref(image);
        }
    }
    return made;
}

void makePack(const TemporaryFolder& folder) {
    std::filesystem::create_directories(folder / "explore");
    std::filesystem::create_directories(folder / "media");
    std::ofstream(folder / "pack.json") << R"({"format": 1, "id": "zoom", "title": "Zoom", "languages": ["en"],
        "themes": [{"id": "all", "title": "All", "cover": {"file": "media/large.jpg", "decorative": true}}]})";
    std::ofstream(folder / "explore/large.json") << R"({"kind": "gallery", "title": "Large", "summary": "Large.",
        "cover": {"file": "media/large.jpg", "decorative": true}, "themes": ["all"],
        "pictures": [{"file": "media/large.jpg", "decorative": true}]})";
    std::ofstream(folder / "media/credits.json") << R"({"media/": {"maker": "bench", "how": "computed",
        "rights": "https://creativecommons.org/publicdomain/zero/1.0/"}})";
}

void printFrames(const char* what, Program& kiosk, std::size_t from) {
    const auto ms = frameTimes(kiosk, from);
    if (!ms.empty()) {
        std::printf("%s, %zu frames: p50 %.1f ms, p99 %.1f ms, worst %.1f ms\n", what, ms.size(), ms[ms.size() / 2],
                    ms[ms.size() * 99 / 100], ms.back());
    }
}

double megabytes(const Program& kiosk) {
    return static_cast<double>(kiosk.proportionalBytes()) / 1e6;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "bench_zoom PROGRAM\n";
        return 2;
    }
    const TemporaryFolder folder;
    const TemporaryFolder cache;
    makePack(folder);
    if (VIPS_INIT(argv[0]) != 0 || !makePicture((folder / "media/large.jpg").string())) {
        std::cerr << "the picture could not be made: " << vips_error_buffer() << "\n";
        return 1;
    }
    setenv("XDG_CACHE_HOME", cache.path().c_str(), 1);
    auto screen = screenOrEnd(1920, 1080);
    auto kiosk = start(screen, argv[1], {folder.path().string(), "--start", "large"});
    std::printf("the whole picture, decoded: %.2f s from exec\n",
                (*kiosk.trace().last("first-frame"))["t"].get<double>());
    pause(2);
    const double before = megabytes(kiosk);
    auto from = kiosk.trace().events().size();
    screen.pinch({960, 300}, 100, 380, 1);
    const double asked = (*kiosk.trace().last("intent"))["t"].get<double>();
    pause(15); // until nothing comes any more
    const auto frames = kiosk.trace().last("frame");
    std::printf("first time nearer, cut into tiles: sharp %.2f s after the fingers left, and no frame later\n",
                (*frames)["t"].get<double>() - asked);
    printFrames("  meanwhile", kiosk, from);
    double most = before;
    from = kiosk.trace().events().size();
    for (int round = 0; round < 4; ++round) {
        screen.pinch({960, 300}, 300, 110, 1);
        screen.pinch({960, 300}, 110, 300, 1);
        most = std::max(most, megabytes(kiosk));
    }
    pause(.5);
    printFrames("pinched", kiosk, from);
    from = kiosk.trace().events().size();
    for (int round = 0; round < 12; ++round) {
        const bool back = round % 4 >= 2;
        screen.drag({back ? 400.0F : 1500.0F, 250}, {back ? 1500.0F : 400.0F, round % 2 == 0 ? 420.0F : 120.0F}, .8);
        pause(.4);
        most = std::max(most, megabytes(kiosk));
    }
    printFrames("drawn", kiosk, from);
    std::printf("PSS: %.0f MB whole, at most %.0f MB while it was roamed, %.0f MB now\n", before, most,
                megabytes(kiosk));
    return kiosk.running() ? 0 : 1;
}
