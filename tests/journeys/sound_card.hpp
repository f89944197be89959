#pragma once
#include "tests/catch.hpp"
#include "tests/journeys/child_process.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace schacht::tests {

/// A sound card that exists only in memory, and what was heard from it: PulseAudio with a null sink.
class SoundCard {
public:
    explicit SoundCard(const std::filesystem::path& theFolder) : folder(theFolder) {
        INFO("the packages pulseaudio and pulseaudio-utils are needed");
        REQUIRE(std::system("command -v pulseaudio >/dev/null && command -v parec >/dev/null") == 0);
        set("PULSE_SERVER", "unix:" + (folder / "native").string());
        set("HOME", folder.string()); // PulseAudio remembers volumes and cookies there
        set("XDG_RUNTIME_DIR", folder.string());
    }
    ~SoundCard() {
        for (const auto& [name, value] : before) {
            if (value) {
                setenv(name.c_str(), value->c_str(), 1);
            } else {
                unsetenv(name.c_str());
            }
        }
    }
    SoundCard(const SoundCard&) = delete;
    SoundCard& operator=(const SoundCard&) = delete;

    void plug() {
        auto run =
            ChildProcess::start({"pulseaudio", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1", "-n", "-L",
                                 "module-native-protocol-unix auth-anonymous=1 socket=" + (folder / "native").string(),
                                 "-L", "module-null-sink sink_name=card"},
                                {});
        REQUIRE(run);
        server.emplace(std::move(*run));
    }
    /// Whether what plays now would find it.
    [[nodiscard]] bool isReady() const { return std::filesystem::exists(folder / "native"); }
    void unplug() { server.reset(); }
    void listen() {
        ChildProcess::Options options;
        options.output = folder / "heard";
        auto run = ChildProcess::start(
            {"parec", "--device=card.monitor", "--rate=8000", "--channels=1", "--format=s16le", "--latency-msec=20"},
            options);
        REQUIRE(run);
        ear.emplace(std::move(*run));
    }
    /// What was heard so far, -1..1.
    [[nodiscard]] std::vector<double> heard() const {
        std::ifstream in(folder / "heard", std::ios::binary);
        std::vector<double> samples;
        for (std::int16_t sample = 0; in.read(reinterpret_cast<char*>(&sample), sizeof sample);) {
            samples.push_back(sample / 32768.0);
        }
        return samples;
    }
    /// The loudest of the last `seconds`.
    [[nodiscard]] double loudness(double seconds) const {
        const auto samples = heard();
        const auto count = std::min(samples.size(), static_cast<std::size_t>(seconds * perSecond));
        double loudest = 0;
        std::for_each(samples.end() - static_cast<std::ptrdiff_t>(count), samples.end(),
                      [&](double sample) { loudest = std::max(loudest, std::abs(sample)); });
        return loudest;
    }
    /// Vibrations a second: the usual one of the last `seconds`, whatever gaps and clicks there are.
    [[nodiscard]] double pitch(double seconds) const {
        const double length = usual(vibrations(seconds), &Vibration::length);
        return length > 0 ? perSecond / length : 0;
    }
    /// How high the usual vibration of the last `seconds` is, whatever gaps and clicks there are.
    [[nodiscard]] double level(double seconds) const { return usual(vibrations(seconds), &Vibration::height); }

private:
    void set(const std::string& name, const std::string& value) {
        const char* const was = std::getenv(name.c_str());
        before.emplace_back(name, was == nullptr ? std::nullopt : std::optional<std::string>(was));
        setenv(name.c_str(), value.c_str(), 1);
    }
    static constexpr double perSecond = 8000; // samples that are heard
    struct Vibration {
        double length; ///< samples
        double height;
    };
    [[nodiscard]] std::vector<Vibration> vibrations(double seconds) const {
        const auto samples = heard();
        const auto count = std::min(samples.size(), static_cast<std::size_t>(seconds * perSecond));
        std::vector<Vibration> all;
        std::optional<double> last;
        double height = 0;
        for (std::size_t i = samples.size() - count + 1; i < samples.size(); ++i) {
            height = std::max(height, samples[i]);
            if (samples[i - 1] < 0 && samples[i] >= 0) {
                const double at = static_cast<double>(i) - samples[i] / (samples[i] - samples[i - 1]);
                if (last) {
                    all.push_back({at - *last, height});
                }
                last = at;
                height = 0;
            }
        }
        return all;
    }
    /// The one in the middle; 0 where nothing vibrates.
    [[nodiscard]] static double usual(std::vector<Vibration> all, double Vibration::* which) {
        std::ranges::sort(all, {}, which);
        return all.empty() ? 0 : all[all.size() / 2].*which;
    }

    const std::filesystem::path folder;
    std::vector<std::pair<std::string, std::optional<std::string>>> before; // what the environment said
    std::optional<ChildProcess> server;
    std::optional<ChildProcess> ear;
};

} // namespace schacht::tests
