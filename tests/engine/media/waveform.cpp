#include "engine/media/waveform.hpp"

#include "engine/base/mailbox.hpp"
#include "tests/catch.hpp"
#include "tests/engine/media/test_clips.hpp"

#include <cstdlib>
#include <fstream>
#include <numeric>
#include <poll.h>

namespace schacht::media {
namespace {

namespace fs = std::filesystem;

const Probe probe(fs::path(SCHACHT_PROGRAM).parent_path() / "schacht-probe");

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
    TestClips clips;
    for (const char* name : {"a.wav", "a.flac", "a.mp3", "a.opus", "a.m4a"}) {
        INFO(name);
        const auto waveform = measureWaveform(probe, clips.make(name, stair));
        REQUIRE(waveform);
        CHECK(waveform->levels.size() == Waveform::bars);
        CHECK(waveform->seconds == Approx(6).margin(0.1));
        CHECK(meanOf(*waveform, 0.05, 0.28) < 4);
        CHECK(meanOf(*waveform, 0.38, 0.62) > 245);
        CHECK(meanOf(*waveform, 0.72, 0.95) == Approx(255 * 0.251).margin(6)); // 0.1 to the power 0.6
    }
}

TEST_CASE("a file without sound has no waveform, and says so") {
    TestClips clips;
    const auto silent = clips.make("a.webm", "-f lavfi -i color=size=64x64:duration=1 -c:v libvpx-vp9");
    const auto waveform = measureWaveform(probe, silent);
    REQUIRE(!waveform);
    CHECK(waveform.error().message == "There is no sound in this file that can be played.");
}

TEST_CASE("a waveform is measured once, and again when the recording or what is kept of it changes") {
    TestClips clips;
    const WaveformCache cache(clips.path() / "cache");
    const auto file = clips.make("a.wav", stair);
    const auto first = waveformOf(probe, cache, file);
    REQUIRE(first);
    const Probe nowhere("/nowhere");
    const auto kept = waveformOf(nowhere, cache, file);
    REQUIRE(kept);
    CHECK(*kept == *first);
    for (const auto& entry : fs::directory_iterator(clips.path() / "cache/waveforms")) {
        std::fstream damage(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
        damage.seekp(100).put('x');
    }
    const auto damaged = waveformOf(nowhere, cache, file);
    REQUIRE(!damaged);
    CHECK(damaged.error().code == "probe-missing");
    CHECK(fs::is_empty(clips.path() / "cache/waveforms"));
    CHECK(waveformOf(probe, cache, file));
    std::ofstream(file, std::ios::app) << "more";
    CHECK(!waveformOf(nowhere, cache, file));
}

TEST_CASE("a cache of waveforms keeps no more than its limit") {
    TestClips clips;
    const WaveformCache cache(clips.path(), 3);
    Waveform waveform{1, std::vector<std::uint8_t>(Waveform::bars)};
    for (std::uint64_t content = 1; content <= 10; ++content) {
        cache.keep(content, waveform);
    }
    const auto left = std::distance(fs::directory_iterator(clips.path() / "waveforms"), fs::directory_iterator());
    CHECK(left == 3);
    CHECK(cache.find(10));
}

TEST_CASE("a waveform that is asked for arrives, and so does why there is none") {
    TestClips clips;
    (void)clips.make("a.wav", stair);
    base::Mailbox<Waveforms::Arrival> mailbox;
    base::Tasks tasks(1);
    Waveforms waveforms(clips.path(), probe, WaveformCache(clips.path() / "cache"), tasks,
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
    TestClips clips;
    const auto slow = clips.path() / "slow";
    std::ofstream(slow) << "#!/bin/sh\nexec sleep 60\n";
    fs::permissions(slow, fs::perms::owner_all);
    const auto began = std::chrono::steady_clock::now();
    const auto answer = Probe(slow).ask({}, std::chrono::milliseconds(200));
    REQUIRE(!answer);
    CHECK(answer.error().code == "probe-late");
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}

} // namespace schacht::media
