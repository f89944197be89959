#include "engine/stage/playback.hpp"

#include "engine/base/clock.hpp"
#include "engine/stage/read_transcript.hpp"

#include <cmath>

namespace schacht::stage {

namespace {

constexpr int readSoon = 7;           // before what is decoded ahead
constexpr base::Seconds drift = 0.04; // of a position, from where it was thought to be: worth telling
constexpr base::Seconds reminder = 1; // while nothing else changes

/// Whether the core has to hear of it: each picture of a film changes a player's state, and a position that goes on as
/// it did is known already.
bool isNews(const media::PlayerState& now, const media::PlayerState& told) {
    media::PlayerState same = told;
    same.position = now.position;
    same.at = now.at;
    same.newFrames = now.newFrames;
    same.droppedFrames = now.droppedFrames;
    return same != now || std::abs(told.positionAt(now.at) - now.position) > drift || now.at > told.at + reminder;
}

Playback::Letter letterOf(media::Waveforms::Arrival arrival) {
    if (!arrival.waveform) {
        base::Problem problem = arrival.waveform.error();
        problem.location.file = arrival.file;
        return {SoundMeasured{std::move(arrival.file), nullptr}, std::move(problem)};
    }
    return {SoundMeasured{std::move(arrival.file),
                          std::make_shared<const std::vector<std::uint8_t>>(std::move(arrival.waveform->levels))},
            std::nullopt};
}

} // namespace

Playback::Playback(PlaybackOptions wanted, base::Tasks& pool, Post letters)
    : options(std::move(wanted)), tasks(pool), post(std::move(letters)),
      waveforms(options.pack, media::Probe(options.probe), media::WaveformCache(options.cache), tasks,
                [send = post](media::Waveforms::Arrival arrival) { send(letterOf(std::move(arrival))); }),
      wake(std::make_shared<Wake>()) {
    if (options.narrator) {
        narrator = media::createSpeechDispatcher(
            *options.narrator, [send = post](const media::NarratorReport& report) { send({report, std::nullopt}); });
    }
    if (!options.headphones.empty()) {
        headphones = std::make_unique<input::Headphones>(
            options.headphones, [send = post](bool in) { send({HeadphonesChanged{in, base::now()}, std::nullopt}); });
    }
}

Playback::~Playback() = default;

media::Player& Playback::player() {
    if (made == nullptr) {
        made = media::createVlcPlayer(options.player, [letters = post, flag = wake] {
            if (!flag->waiting.exchange(true)) {
                letters({std::nullopt, std::nullopt});
            }
        });
        made->setVolume(volume);
        made->setMuted(muted);
        made->subscribe([this](const media::PlayerState& state) {
            if (isNews(state, told)) {
                changed = told = state;
            }
        });
        changed.reset();
    }
    return *made;
}

std::optional<media::PlayerState> Playback::deliver() {
    wake->waiting = false;
    if (made != nullptr) {
        made->deliver();
    }
    return std::exchange(changed, std::nullopt);
}

bool Playback::takeNewest() {
    return made != nullptr && made->frames().takeNewest();
}

const base::FilmFrame* Playback::film() const {
    return made == nullptr ? nullptr : made->frames().current();
}

base::Size Playback::filmSize() const {
    return made == nullptr ? base::Size{} : made->state().picture;
}

void Playback::open(media::OpenRequest request, const std::filesystem::path& within) {
    const auto file = base::PackFolder::open(within).and_then(
        [&](const auto& folder) { return folder.locate(request.file.generic_string()); });
    if (!file) {
        media::PlayerState failed;
        failed.open = request.open;
        failed.phase = media::Phase::failed;
        failed.problem = file.error();
        post({failed, file.error()});
        return;
    }
    request.file = *file;
    player().open(std::move(request));
}

void Playback::readWords(const std::string& file) {
    tasks.add(readSoon, [letters = post, pack = options.pack, file](const std::stop_token&) {
        auto words = readTranscript(pack, file);
        if (words) {
            letters({WordsArrived{file, std::move(*words)}, std::nullopt});
            return;
        }
        letters({WordsArrived{file, nullptr}, std::move(words.error())});
    });
}

void Playback::perform(const OpenMedium& opened, base::Size screen) {
    media::OpenRequest request = opened.request;
    request.fit = screen;
    open(std::move(request), opened.own ? options.sounds : options.pack);
}

void Playback::perform(const PlayMedium& /*effect*/) {
    player().play();
}

void Playback::perform(const PauseMedium& /*effect*/) {
    player().pause();
}

void Playback::perform(const SeekMedium& seek) {
    player().seek(seek.to);
}

void Playback::perform(const SetRate& rate) {
    player().setRate(rate.rate);
}

void Playback::perform(const SetVolume& loud) {
    volume = loud.volume;
    muted = loud.muted;
    if (narrator != nullptr) {
        narrator->setVolume(muted ? 0 : volume);
    }
    if (made != nullptr) {
        made->setVolume(volume);
        made->setMuted(muted);
    }
}

void Playback::perform(const CloseMedium& closed) {
    if (made != nullptr) {
        made->close(closed.fade);
    }
}

void Playback::perform(const SayAloud& said) {
    if (narrator != nullptr) {
        narrator->say(said.sentences);
    }
}

void Playback::perform(const StopSaying& /*effect*/) {
    if (narrator != nullptr) {
        narrator->stop();
    }
}

void Playback::perform(const ReadWords& words) {
    readWords(words.file);
}

void Playback::perform(const MeasureSound& measured) {
    waveforms.ask(measured.file);
}

} // namespace schacht::stage
