#include "kiosk/commands/prepare.hpp"

#include "kiosk/commands/run.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;
using schacht::kiosk::prepare;

namespace {

/// A pack beside a cache folder of its own.
struct Place {
    schacht::tests::TemporaryFolder folder;
    const fs::path path = folder.path();
    const schacht::assets::CachePlace cache{path / "cache"};

    Place() { fs::create_directories(path / "pack"); }

    [[nodiscard]] fs::path pack() const { return path / "pack"; }
    [[nodiscard]] int kept() const {
        std::error_code none;
        int count = 0;
        for (fs::directory_iterator it(path / "cache/pictures", none), end; it != end; ++it) {
            ++count;
        }
        return count;
    }
};

/// Takes longer than 60 ms at 1024 x 1024.
void writeSlowDrawing(const fs::path& file) {
    std::ofstream(file) << "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><filter id='grain'>"
                           "<feTurbulence baseFrequency='.8' numOctaves='8'/></filter>"
                           "<rect width='100' height='100' filter='url(#grain)'/></svg>";
}

} // namespace

TEST_CASE("prepare keeps each slow drawing at each size once, and says how far it is") {
    const Place place;
    writeSlowDrawing(place.pack() / "cage.svg");
    std::ostringstream out;
    CHECK(prepare(place.pack(), {{"cage.svg", 1024, 1024}, {"cage.svg", 1020, 1000}, {"cage.svg", 768, 768}},
                  place.cache, out) == 0);
    CHECK(place.kept() == 2);
    CHECK_THAT(out.str(), ContainsSubstring("1 of 2: cage.svg, "));
    CHECK_THAT(out.str(), ContainsSubstring("2 of 2: cage.svg, "));
    CHECK_THAT(out.str(), ContainsSubstring("2 pictures are ready.\n"));
}

TEST_CASE("prepare names what cannot be shown and prepares the rest") {
    const Place place;
    writeSlowDrawing(place.pack() / "cage.svg");
    std::ofstream(place.pack() / "torn.jpg") << "\xFF\xD8\xFF";
    std::ostringstream out;
    CHECK(prepare(place.pack(), {{"cage.svg", 100, 100}, {"torn.jpg", 100, 100}}, place.cache, out) == 1);
    CHECK_THAT(out.str(), ContainsSubstring("1 picture is ready.\n"
                                            "torn.jpg: The picture is broken or cut off: it cannot be decoded to its "
                                            "end. Save it again from the original.\n"));
}

TEST_CASE("prepare keeps what matters most where the cache has no room for all") {
    const Place place;
    writeSlowDrawing(place.pack() / "cage.svg");
    using schacht::assets::DiskCache;
    constexpr std::uintmax_t oneOfThem = 4'600'000; // bytes: 1024 x 1024 pixels take 3.1 million, 768 x 768 1.8
    const schacht::assets::CachePlace small{place.cache.folder, oneOfThem};
    std::ostringstream out;
    CHECK(prepare(place.pack(), {{"cage.svg", 1024, 1024}, {"cage.svg", 768, 768}}, small, out) == 0);
    const DiskCache cache(small.folder, small.limit);
    const auto drawing = DiskCache::fingerprint(place.pack() / "cage.svg");
    CHECK(cache.find(drawing, 1024, 1024));
    CHECK_FALSE(cache.find(drawing, 768, 768));
}

TEST_CASE("prepare makes every picture that a visitor who wants large words or low reach comes to") {
    const Place place;
    schacht::kiosk::RunOptions options;
    options.pack = SCHACHT_SOURCE_FOLDER "/content/village";
    options.configuration.cache = place.cache.folder;
    options.width = 640;
    options.height = 360;
    const auto prepared = [&] {
        std::ostringstream out;
        CHECK(schacht::kiosk::prepareScreens(options, out, out) == 0);
        std::set<std::string> pictures;
        std::istringstream lines(out.str());
        for (std::string line; std::getline(lines, line);) {
            const auto colon = line.find(": ");
            if (line.find(" of ") < colon && colon != std::string::npos) {
                pictures.insert(line.substr(colon + 2));
            }
        }
        return pictures;
    };
    const auto usual = prepared();
    CHECK(usual.size() > 10);
    options.configuration.access = {.textSize = 4, .lowReach = true};
    CHECK(prepared() == usual);
}

TEST_CASE("prepare with nothing to do is done") {
    const Place place;
    std::ostringstream out;
    CHECK(prepare(place.pack(), {}, place.cache, out) == 0);
    CHECK(out.str() == "0 pictures are ready.\n");
}

TEST_CASE("prepare says that a pack is not there") {
    const Place place;
    std::ostringstream out;
    CHECK(prepare(place.path / "none", {}, place.cache, out) == 2);
    CHECK(out.str().ends_with(".\n"));
}

TEST_CASE("prepare says that the cache folder cannot be written") {
    const Place place;
    std::ofstream(place.path / "cache") << "in the way";
    std::ostringstream out;
    CHECK(prepare(place.pack(), {}, place.cache, out) == 2);
    CHECK(out.str() == "The folder " + (place.path / "cache").string() +
                           " cannot be written, so nothing can be kept there. See who owns it, or name another with "
                           "--cache.\n");
}
