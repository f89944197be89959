#include "engine/media/probe.hpp"
#include "kiosk/commands/inspect_file.hpp"
#include "kiosk/production/places.hpp"

#include <cmath>
#include <sstream>

namespace schacht::kiosk {
namespace {

constexpr auto within = std::chrono::milliseconds(8000);

// What a screen of 1920 x 1080 and a small computer show without effort.
constexpr int usualLongSide = 1920;
constexpr int usualShortSide = 1080;
constexpr std::int64_t usualRate = 20'000'000; // bits a second

/// "2 min 5 s"
std::string lasting(double seconds) {
    const auto whole = std::llround(seconds);
    constexpr long long minute = 60;
    return whole < minute ? std::to_string(whole) + " s"
                          : std::to_string(whole / minute) + " min " + std::to_string(whole % minute) + " s";
}

void describeFilm(std::ostream& words, const Inspection& video) {
    const int width = video["displayWidth"];
    const int height = video["displayHeight"];
    words << "Its picture (" << video["codec"].get<std::string>() << ") is shown as " << width << " x " << height
          << " pixels.\n";
    if (video["rotation"] != 0) {
        words << "The camera noted that it was turned: it is shown turned by " << video["rotation"]
              << " degrees clockwise.\n";
    }
    const int stored = video["rotation"].get<int>() % 180 == 0 ? video["width"] : video["height"];
    if (stored != width) {
        words << "Its pixels are not square: it is stored as " << video["width"] << " x " << video["height"] << ".\n";
    }
    if (std::max(width, height) > usualLongSide || std::min(width, height) > usualShortSide) {
        words << "It is larger than a screen of 1920 x 1080: exported at that size it looks the same there, and plays "
                 "with less effort.\n";
    }
}

void describeSound(std::ostream& words, const Inspection& audio) {
    const int channels = audio["channels"];
    words << "Its sound (" << audio["codec"].get<std::string>() << ") has " << channels
          << (channels == 1 ? " channel, " : " channels, ") << audio["sampleRate"] << " samples a second.\n";
}

} // namespace

Inspection inspectMedia(const std::filesystem::path& file) {
    const auto answer = media::Probe(probeProgram()).ask({"describe", file.string()}, within);
    if (!answer) {
        return refused("unknown", answer.error().message);
    }
    Inspection object = Inspection::parse(answer->out, nullptr, false);
    return object.is_object() && object.contains("format") && object.contains("valid")
               ? object
               : refused("unknown", "This file is damaged in a way that its reader gave up on it.");
}

std::string mediaInWords(const Inspection& media) {
    std::ostringstream words;
    const Inspection& video = media["video"];
    const Inspection& audio = media["audio"];
    words << (video.is_null() ? "A sound (" : "A film (") << media["format"].get<std::string>() << ") of "
          << lasting(media["duration"]) << ".\n";
    if (video.is_object()) {
        describeFilm(words, video);
    }
    if (audio.is_object()) {
        describeSound(words, audio);
    } else {
        words << "It has no sound.\n";
    }
    if (!media["subtitles"].empty()) {
        words << "It carries subtitles, which the kiosk does not show: save them as WebVTT and name them in the item's "
                 "captions.\n";
    }
    if (media.value("bitRate", std::int64_t{0}) > usualRate) {
        words << "It holds " << media["bitRate"].get<std::int64_t>() / 1'000'000
              << " million bits for each second: export it at less than 20, or its disk may not keep up.\n";
    }
    if (media.value("faststart", true) == false) {
        words << "Its index stands at its end: exported for the web (“fast start”) it opens sooner.\n";
    }
    return words.str();
}

} // namespace schacht::kiosk
