#include "kiosk/commands/inspect.hpp"
#include "tests/catch.hpp"
#include "tests/engine/media/test_clips.hpp"

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>

namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using schacht::media::TestClips;

std::string bytesOf(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

json lookAtMedium(const fs::path& file) {
    std::ostringstream out;
    std::ostringstream error;
    const auto began = std::chrono::steady_clock::now();
    const int status = schacht::kiosk::inspect(file, true, out, error);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(10));
    INFO(out.str() << error.str());
    const json object = json::parse(out.str());
    CHECK(status == (object.at("valid") == true ? 0 : 1));
    CHECK(object.contains("error") == (object.at("valid") == false));
    return object;
}

std::string wordsOf(const fs::path& file) {
    std::ostringstream out;
    std::ostringstream error;
    (void)schacht::kiosk::inspect(file, false, out, error);
    return out.str();
}

const std::string picture = "-f lavfi -i testsrc=size=322x182:rate=25:duration=2";
const std::string tone = "-f lavfi -i sine=duration=2";
const std::string h264 = "-pix_fmt yuv420p -c:v libx264 -preset ultrafast";

} // namespace

TEST_CASE("inspect says what a film is") {
    TestClips clips;
    const json film = lookAtMedium(clips.make("a.mp4", picture + " " + tone + " " + h264 + " -c:a aac"));
    CHECK(film["format"] == "mp4");
    CHECK(film["duration"].get<double>() == Approx(2).margin(0.05));
    CHECK(film["video"] == json({{"codec", "h264"},
                                 {"width", 322},
                                 {"height", 182},
                                 {"displayWidth", 322},
                                 {"displayHeight", 182},
                                 {"rotation", 0}}));
    CHECK(film["audio"] == json({{"codec", "aac"}, {"channels", 1}, {"sampleRate", 44100}}));
    CHECK(film["subtitles"] == json::array());
}

TEST_CASE("inspect says what a sound is, by its content") {
    TestClips clips;
    const std::vector<std::array<std::string, 4>> sounds = {
        {"a.wav", "", "wav", "pcm"},    {"a.flac", "", "flac", "flac"},
        {"a.mp3", "", "mp3", "mp3"},    {"a.opus", "", "ogg", "opus"},
        {"a.ogg", "", "ogg", "vorbis"}, {"a.weba", "-c:a libopus -f webm", "webm", "opus"},
        {"a.m4a", "", "mp4", "aac"},    {"a.mka", "-c:a pcm_s24le", "matroska", "pcm"}};
    for (const auto& [name, how, format, codec] : sounds) {
        INFO(name);
        const fs::path file = clips.make(name, tone + " " + how);
        const json sound = lookAtMedium(file);
        CHECK(sound["format"] == format);
        CHECK(sound["video"].is_null());
        CHECK(sound["audio"]["codec"] == codec);
        CHECK(sound["duration"].get<double>() == Approx(2).margin(0.1));
        fs::rename(file, clips.path() / "renamed.txt");
        CHECK(lookAtMedium(clips.path() / "renamed.txt")["format"] == format);
    }
}

TEST_CASE("inspect turns a film as its camera noted, and makes its pixels square") {
    TestClips clips;
    const auto film = clips.make("a.mp4", picture + " " + h264);
    const json turned = lookAtMedium(clips.turned("turned.mp4", film, true));
    CHECK(turned["video"]["rotation"] == 90);
    CHECK(turned["video"]["displayWidth"] == 182);
    CHECK(turned["video"]["displayHeight"] == 322);
    const json wide = lookAtMedium(clips.make("wide.mp4", picture + " -vf setsar=4/3 " + h264));
    CHECK(wide["video"]["width"] == 322);
    CHECK(wide["video"]["displayWidth"] == 429);
    CHECK(wide["video"]["displayHeight"] == 182);
}

TEST_CASE("inspect finds how long a sound is whose file does not say") {
    TestClips clips;
    const auto uneven =
        "-f lavfi -i sine=duration=5 -f lavfi -i anoisesrc=duration=5 -filter_complex concat=n=2:v=0:a=1 ";
    CHECK(lookAtMedium(clips.make("a.mp3", std::string(uneven) + "-q:a 5 -write_xing 0 -id3v2_version 0"))["duration"]
              .get<double>() == Approx(10).margin(0.2));
    CHECK(lookAtMedium(clips.make("a.webm", tone + " -c:a libopus -f webm -live 1"))["duration"].get<double>() ==
          Approx(2).margin(0.1));
}

TEST_CASE("inspect lists the languages of subtitles") {
    TestClips clips;
    const auto words = clips.write("a.srt", "1\n00:00:00,500 --> 00:00:01,500\nDe lamp.\n");
    const json film = lookAtMedium(clips.make("a.mkv", picture + " -i " + words.string() + " " + h264 +
                                                           " -map 0 -map 1 -c:s srt -metadata:s:s:0 language=dut"));
    CHECK(film["format"] == "matroska");
    CHECK(film["subtitles"] == json::array({"dut"}));
}

TEST_CASE("inspect refuses a film that is cut off before its index, and one that holds nothing") {
    TestClips clips;
    const std::string whole = bytesOf(clips.make("a.mp4", picture + " " + h264));
    const char* const damaged =
        "This file is damaged or cut off: nothing in it can be played. Export it again, or copy "
        "it again from where it came.";
    const json cut = lookAtMedium(clips.write("cut.mp4", whole.substr(0, whole.size() / 2)));
    CHECK(cut == json({{"format", "mp4"}, {"valid", false}, {"error", damaged}}));
    const std::string wav = bytesOf(clips.make("a.wav", tone));
    CHECK(lookAtMedium(clips.write("head.wav", wav.substr(0, 44)))["error"] == damaged);
    CHECK(lookAtMedium(clips.write("empty.mp4", ""))["error"] ==
          "This file is empty. Copy it again from where it came from.");
}

TEST_CASE("inspect refuses a sound in Speex, which the kiosk does not play") {
    TestClips clips;
    CHECK(
        lookAtMedium(clips.make("a.ogg", tone + " -c:a libspeex -ar 16000")) ==
        json({{"format", "ogg"},
              {"valid", false},
              {"error", "The sound in this file is packed with Speex, which the kiosk does not play. Save it as Opus, "
                        "MP3 or FLAC."}}));
}

TEST_CASE("inspect answers any damage to a film within its time") {
    TestClips clips;
    for (const auto* how : {"a.mp4", "a.webm", "a.mkv", "a.ogg", "a.mp3", "a.flac"}) {
        const bool film = std::string(how) == "a.mp4" || std::string(how) == "a.webm" || std::string(how) == "a.mkv";
        const std::string whole = bytesOf(clips.make(how, film ? picture + " " + tone : tone));
        unsigned random = 1;
        for (int round = 0; round < 6; ++round) {
            std::string odd = whole;
            for (int i = 0; i < 40; ++i) {
                random = random * 1664525U + 1013904223U;
                odd[(random >> 4U) % std::min<std::size_t>(odd.size(), 4096)] = static_cast<char>(random >> 24U);
            }
            INFO(how << " " << round);
            (void)lookAtMedium(clips.write("odd", odd));
            (void)lookAtMedium(clips.write("cut", whole.substr(0, whole.size() * static_cast<std::size_t>(round) / 6)));
        }
    }
}

TEST_CASE("inspect opens nothing that a playlist names") {
    TestClips clips;
    const auto inner = clips.make("a.ts", picture + " " + h264);
    CHECK(lookAtMedium(clips.write("a.m3u8",
                                   "#EXTM3U\n#EXTINF:2,\n" + inner.string() + "\n#EXT-X-ENDLIST\n"))["valid"] == false);
    CHECK(lookAtMedium(clips.write("a.ffconcat", "ffconcat version 1.0\nfile " + inner.string() + "\n"))["valid"] ==
          false);
}

TEST_CASE("inspect names what a curator might want to change in a film") {
    TestClips clips;
    CHECK(wordsOf(clips.make("a.mp4", "-f lavfi -i testsrc=size=2560x1440:rate=5:duration=1 " + h264)) ==
          "A film (mp4) of 1 s.\n"
          "Its picture (h264) is shown as 2560 x 1440 pixels.\n"
          "It is larger than a screen of 1920 x 1080: exported at that size it looks the same there, and plays with "
          "less effort.\n"
          "It has no sound.\n"
          "Its index stands at its end: exported for the web (“fast start”) it opens sooner.\n");
    CHECK(wordsOf(clips.make("a.opus", tone)) == "A sound (ogg) of 2 s.\n"
                                                 "Its sound (opus) has 1 channel, 48000 samples a second.\n");
}
