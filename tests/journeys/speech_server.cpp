#include "tests/journeys/speech_server.hpp"

#include "tests/journeys/comes.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <thread>

namespace schacht::tests {

namespace {

constexpr double perSecond = 8000; // samples that are heard

} // namespace

std::map<std::string, std::string> SpeechServer::environment() const {
    return {{"SPEECHD_ADDRESS", "unix_socket:" + socket().string()},
            {"PULSE_SERVER", "unix:" + (place / "native").string()},
            {"XDG_RUNTIME_DIR", place.path().string()},
            {"HOME", place.path().string()}};
}

base::Result<void> SpeechServer::startSound() {
    if (card) {
        return {};
    }
    auto run =
        ChildProcess::start({"pulseaudio", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "-n", "-L",
                             "module-native-protocol-unix auth-anonymous=1 socket=" + (place / "native").string(), "-L",
                             "module-null-sink sink_name=card"},
                            {environment(), place / "pulse.log", -1});
    if (!run) {
        return tl::unexpected(run.error());
    }
    card.emplace(std::move(*run));
    if (!comes([&] { return std::filesystem::exists(place / "native"); })) {
        return base::refuse("no-speech-server", "PulseAudio does not start.");
    }
    return {};
}

base::Result<void> SpeechServer::start() {
    if (auto sound = startSound(); !sound) {
        return sound;
    }
    (void)place.write("settings/modules/espeak-ng.conf", "Debug 0\n");
    (void)place.write("settings/speechd.conf", "LogLevel 3\n"
                                               "AudioOutputMethod \"pulse\"\n"
                                               "AddModule \"espeak-ng\" \"sd_espeak-ng\" \"espeak-ng.conf\"\n"
                                               "DefaultModule espeak-ng\n"
                                               "DisableAutoSpawn\n"
                                               "Timeout 0\n");
    std::filesystem::create_directories(place / "log");
    std::filesystem::remove(socket());
    auto run = ChildProcess::start({"speech-dispatcher", "--run-single", "--config-dir", (place / "settings").string(),
                                    "--communication-method", "unix_socket", "--socket-path", socket().string(),
                                    "--log-dir", (place / "log").string(), "--pid-file", (place / "pid").string()},
                                   {environment(), place / "speech.log", -1});
    if (!run) {
        return tl::unexpected(run.error());
    }
    dispatcher.emplace(std::move(*run));
    // it listens only when its module has come up
    const std::string client = "SPEECHD_ADDRESS=unix_socket:" + socket().string() + " spd-say -O >/dev/null 2>&1";
    if (!comes([&] { return std::filesystem::exists(socket()) && std::system(client.c_str()) == 0; })) {
        return base::refuse("no-speech-server", "speech-dispatcher does not start.");
    }
    return {};
}

void SpeechServer::listen() {
    std::filesystem::remove(place / "heard");
    auto run = ChildProcess::start(
        {"parec", "--device=card.monitor", "--rate=8000", "--channels=1", "--format=s16le", "--latency-msec=20"},
        {environment(), place / "heard", -1});
    if (run) {
        ear.emplace(std::move(*run));
    }
}

double SpeechServer::loudness(base::Seconds seconds) const {
    std::ifstream in(place / "heard", std::ios::binary);
    std::vector<double> samples;
    for (std::int16_t sample = 0; in.read(reinterpret_cast<char*>(&sample), sizeof sample);) {
        samples.push_back(std::abs(sample / 32768.0));
    }
    const auto count = std::min(samples.size(), static_cast<std::size_t>(seconds * perSecond));
    return count == 0 ? 0 : *std::max_element(samples.end() - static_cast<std::ptrdiff_t>(count), samples.end());
}

} // namespace schacht::tests
