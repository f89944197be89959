#include "kiosk/commands/prepare_waveforms.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;

TEST_CASE("preparing recordings keeps their waveforms and names what cannot be heard") {
    const schacht::tests::TemporaryFolder folder;
    const char* const before = std::getenv("XDG_CACHE_HOME");
    const std::string cache = before == nullptr ? "" : before;
    setenv("XDG_CACHE_HOME", folder.path().c_str(), 1);
    const fs::path pack = fs::path(SCHACHT_SOURCE_FOLDER) / "tests/engine/content/good";
    std::ostringstream out;
    const int status =
        schacht::kiosk::prepareWaveforms(pack, {"media/voices/the-lamp.nl.opus", "media/films/years.vgt.webm"}, out);
    CHECK(status == 1);
    CHECK(out.str() == "media/films/years.vgt.webm: There is no sound in this file that can be played.\n"
                       "1 recording is ready.\n");
    const fs::directory_iterator kept(folder / "schacht/waveforms");
    CHECK(std::distance(begin(kept), end(kept)) == 1);
    cache.empty() ? unsetenv("XDG_CACHE_HOME") : setenv("XDG_CACHE_HOME", cache.c_str(), 1);
}
