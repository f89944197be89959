#include "engine/media/waveform.hpp"

#include "engine/base/pack_path.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace schacht::media {
namespace {

constexpr auto measureWithin = std::chrono::minutes(3);
constexpr int priority = -1; ///< after the pictures that a visitor waits for

} // namespace

base::Result<Waveform> measureWaveform(const Probe& probe, const std::filesystem::path& file,
                                       const std::stop_token& stop) {
    const auto answer = probe.ask({"waveform", file.string(), std::to_string(Waveform::bars)}, measureWithin, stop);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto object = nlohmann::json::parse(answer->out, nullptr, false);
    const auto levels = object.is_object() ? object.find("levels") : object.end();
    if (!answer->valid || !object.is_object() || levels == object.end() || !levels->is_array()) {
        return base::refuse("medium", object.is_object() ? object.value("error", std::string()) : std::string());
    }
    Waveform waveform;
    waveform.seconds = object.value("seconds", 0.0);
    for (const auto& level : *levels) {
        const double loud = level.is_number() ? std::clamp(level.get<double>(), 0.0, 1.0) : 0.0;
        waveform.levels.push_back(static_cast<std::uint8_t>(std::lround(loud * 255)));
    }
    return waveform;
}

base::Result<Waveform> waveformOf(const Probe& probe, const WaveformCache& cache, const std::filesystem::path& file,
                                  const std::stop_token& stop) {
    const std::uint64_t content = WaveformCache::fingerprint(file, stop);
    if (auto kept = cache.find(content)) {
        return std::move(*kept);
    }
    auto measured = measureWaveform(probe, file, stop);
    if (measured) {
        cache.keep(content, *measured);
    }
    return measured;
}

struct Waveforms::Shared {
    std::filesystem::path pack;
    Probe probe;
    WaveformCache cache;
    std::function<void(Arrival)> arrived;
};

Waveforms::Waveforms(std::filesystem::path pack, Probe probe, WaveformCache cache, base::Tasks& pool,
                     std::function<void(Arrival)> arrived)
    : shared(std::make_shared<const Shared>(
          Shared{std::move(pack), std::move(probe), std::move(cache), std::move(arrived)})),
      tasks(pool) {}

void Waveforms::ask(const std::string& file) {
    tasks.add(priority, [with = shared, file](const std::stop_token& stop) {
        const auto folder = base::PackFolder::open(with->pack);
        const auto path = folder ? folder->locate(file) : tl::unexpected(folder.error());
        with->arrived({file, path ? waveformOf(with->probe, with->cache, *path, stop)
                                  : base::Result<Waveform>(tl::unexpected(path.error()))});
    });
}

} // namespace schacht::media
