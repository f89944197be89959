#include "engine/media/audio_output.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace schacht::media {

namespace {

namespace fs = std::filesystem;

/// A socket stays on the disk when its server was killed, so only connecting tells.
bool listens(const fs::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.native().size() >= sizeof address.sun_path) {
        return false;
    }
    std::strcpy(address.sun_path, path.c_str());
    const int socketHandle = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socketHandle < 0) {
        return false;
    }
    const bool answers = connect(socketHandle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    const bool there = answers || errno == EAGAIN; // as many wait for it already as may: it listens, and is busy
    close(socketHandle);
    return there;
}

bool serverListens() {
    if (const char* named = std::getenv("PULSE_SERVER"); named != nullptr && *named != '\0') {
        const std::string server = named;
        const std::string local = server.starts_with("unix:") ? server.substr(5) : server;
        // Another machine: nothing but playing to it tells whether it is there.
        return !local.starts_with('/') || listens(local);
    }
    if (const char* folder = std::getenv("PULSE_RUNTIME_PATH"); folder != nullptr) {
        return listens(fs::path(folder) / "native");
    }
    const char* folder = std::getenv("XDG_RUNTIME_DIR");
    return folder != nullptr && listens(fs::path(folder) / "pulse" / "native");
}

/// ALSA names what plays pcmC<card>D<device>p, what records ...c.
bool devicePlays(const fs::path& devices) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(devices, ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("pcmC") && name.ends_with('p')) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string chooseAudioOutput(const SoundPlaces& places) {
    if (serverListens()) {
        return "pulse";
    }
    return devicePlays(places.devices) ? "alsa" : silentOutput;
}

} // namespace schacht::media
