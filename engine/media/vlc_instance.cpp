#include "engine/media/vlc_instance.hpp"

#include <algorithm>
#include <cstdarg>
#include <iterator>
#include <string>
#include <vector>

namespace schacht::media {

namespace {

void ignoreLog(void* /*data*/, int /*level*/, const libvlc_log_t* /*context*/, const char* /*format*/,
               va_list /*arguments*/) {}

} // namespace

VlcInstance makeVlcInstance(const PlayerOptions& options) {
    std::vector<std::string> words{
        "--aout=adummy",
        "--ignore-config",
        "--no-xlib",
        "--no-spu",
        "--no-osd",
        "--no-video-title-show",
        "--avcodec-hw=none",
        "--audio-resampler=speex_resampler", // the default, samplerate, was an eighth of what a voice costs
        "--avcodec-threads=2",               // each keeps about 13 MB of pictures, at 1080p
        "--no-sub-autodetect-file",
        "--no-metadata-network-access",
        "--no-lua",
        "--no-mkv-preload-local-dir"};
    if (!options.verbose) {
        words.insert(words.end(), {"--quiet", "--verbose=-1"});
    }
    if (!options.recording.empty()) {
        words.push_back("--audiofile-file=" + options.recording.string());
    }
    std::vector<const char*> arguments;
    std::ranges::transform(words, std::back_inserter(arguments), [](const std::string& word) { return word.c_str(); });
    libvlc_instance_t* made = libvlc_new(static_cast<int>(arguments.size()), arguments.data());
    if (made == nullptr) {
        return nullptr;
    }
    if (!options.verbose) {
        libvlc_log_set(made, ignoreLog, nullptr);
    }
    return {made, libvlc_release};
}

} // namespace schacht::media
