#include "kiosk/commands/prepare_waveforms.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <sstream>

namespace fs = std::filesystem;

TEST_CASE("preparing recordings keeps their waveforms and names what cannot be heard") {
    const schacht::tests::TemporaryFolder folder;
    const fs::path pack = fs::path(SCHACHT_SOURCE_FOLDER) / "tests/engine/content/good";
    std::ostringstream out;
    const int status = schacht::kiosk::prepareWaveforms(
        pack, {"media/voices/the-lamp.nl.opus", "media/films/years.vgt.webm"}, folder.path(), out);
    CHECK(status == 1);
    CHECK(out.str() == "media/films/years.vgt.webm: There is no sound in this file that can be played.\n"
                       "1 recording is ready.\n");
    const fs::directory_iterator kept(folder / "waveforms");
    CHECK(std::distance(begin(kept), end(kept)) == 1);
}
