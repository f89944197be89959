#include "engine/media/waveform.hpp"

#include "engine/base/mailbox.hpp"
#include "tests/catch.hpp"

#include <cstdlib>
#include <fstream>
#include <numeric>
#include <poll.h>

namespace schacht::media {
namespace {

namespace fs = std::filesystem;

const Probe probe(fs::path(SCHACHT_PROGRAM).parent_path() / "schacht-probe");

/// A folder of its own, gone at the end of the test, and what ffmpeg makes in it.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "schacht-waveform-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] fs::path make(const std::string& name, const std::string& how) const {
        const std::string command = "ffmpeg -nostdin -v error -y " + how + " " + (path / name).string();
        REQUIRE(std::system(command.c_str()) == 0);
        return path / name;
    }

    fs::path path;
};

/// Two seconds of silence, two of a loud tone, two of one a tenth as loud.
const std::string stair = "-f lavfi -i \"aevalsrc='sin(440*2*PI*t)*(gte(t,2)*lt(t,4)+0.1*gte(t,4)):d=6'\"";

double meanOf(const Waveform& waveform, double from, double to) {
    const auto at = [&](double share) {
        return waveform.levels.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(Waveform::bars));
    };
    return std::accumulate(at(from), at(to), 0.0) / static_cast<double>(at(to) - at(from));
}

} // namespace

TEST_CASE("a waveform is as high as its recording is loud, and silence is nothing") {
    const Folder folder;
    for (const char* name : {"a.wav", "a.flac", "a.mp3", "a.opus", "a.m4a"}) {
        INFO(name);
        const auto waveform = measureWaveform(probe, folder.make(name, stair));
        REQUIRE(waveform);
        CHECK(waveform->levels.size() == Waveform::bars);
        CHECK(waveform->seconds == Approx(6).margin(0.1));
        CHECK(meanOf(*waveform, 0.05, 0.28) < 4);
        CHECK(meanOf(*waveform, 0.38, 0.62) > 245);
        CHECK(meanOf(*waveform, 0.72, 0.95) == Approx(255 * 0.251).margin(6)); // 0.1 to the power 0.6
    }
}

TEST_CASE("a file without sound has no waveform, and says so") {
    const Folder folder;
    const auto silent = folder.make("a.webm", "-f lavfi -i color=size=64x64:duration=1 -c:v libvpx-vp9");
    const auto waveform = measureWaveform(probe, silent);
    REQUIRE(!waveform);
    CHECK(waveform.error().message == "There is no sound in this file that can be played.");
}

TEST_CASE("a waveform is measured once, and again when the recording or what is kept of it changes") {
    const Folder folder;
    const WaveformCache cache(folder.path / "cache");
    const auto file = folder.make("a.wav", stair);
    const auto first = waveformOf(probe, cache, file);
    REQUIRE(first);
    const Probe nowhere("/nowhere");
    const auto kept = waveformOf(nowhere, cache, file);
    REQUIRE(kept);
    CHECK(*kept == *first);
    for (const auto& entry : fs::directory_iterator(folder.path / "cache/waveforms")) {
        std::fstream damage(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        damage.seekp(100).put('x');
    }
    const auto damaged = waveformOf(nowhere, cache, file);
    REQUIRE(!damaged);
    CHECK(damaged.error().code == "probe-missing");
    CHECK(fs::is_empty(folder.path / "cache/waveforms"));
    CHECK(waveformOf(probe, cache, file));
    std::ofstream(file, std::ios::app) << "more";
    CHECK(!waveformOf(nowhere, cache, file));
}

TEST_CASE("a cache of waveforms keeps no more than its limit") {
    const Folder folder;
    const WaveformCache cache(folder.path, 3);
    Waveform waveform{1, std::vector<std::uint8_t>(Waveform::bars)};
    for (std::uint64_t content = 1; content <= 10; ++content) {
        cache.keep(content, waveform);
    }
    const auto left = std::distance(fs::directory_iterator(folder.path / "waveforms"), fs::directory_iterator());
    CHECK(left == 3);
    CHECK(cache.find(10));
}

TEST_CASE("a waveform that is asked for arrives, and so does why there is none") {
    const Folder folder;
    (void)folder.make("a.wav", stair);
    base::Mailbox<Waveforms::Arrival> mailbox;
    base::Tasks tasks(1);
    Waveforms waveforms(folder.path, probe, WaveformCache(folder.path / "cache"), tasks,
                        [&](Waveforms::Arrival arrival) { mailbox.post(std::move(arrival)); });
    waveforms.ask("a.wav");
    waveforms.ask("gone.wav");
    std::vector<Waveforms::Arrival> arrived;
    while (arrived.size() < 2) {
        pollfd waiting{mailbox.descriptor(), POLLIN, 0};
        REQUIRE(poll(&waiting, 1, 60'000) == 1);
        for (auto& each : mailbox.collect()) {
            arrived.push_back(std::move(each));
        }
    }
    CHECK(arrived[0].waveform);
    CHECK(arrived[1].file == "gone.wav");
    REQUIRE(!arrived[1].waveform);
    CHECK(arrived[1].waveform.error().code == "missing-file");
}

TEST_CASE("a probe that takes too long is ended") {
    const Folder folder;
    const auto slow = folder.path / "slow";
    std::ofstream(slow) << "#!/bin/sh\nexec sleep 60\n";
    fs::permissions(slow, fs::perms::owner_all);
    const auto began = std::chrono::steady_clock::now();
    const auto answer = Probe(slow).ask({}, std::chrono::milliseconds(200));
    REQUIRE(!answer);
    CHECK(answer.error().code == "probe-late");
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}

} // namespace schacht::media
