#include "kiosk/commands/replay_recording.hpp"

#include "engine/base/pack_path.hpp"
#include "engine/stage/scene_hash.hpp"
#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/view.hpp"

#include <ostream>
#include <utility>

namespace schacht::kiosk {

namespace {

constexpr std::size_t mostWords = std::size_t{16} * 1024 * 1024; // bytes of a transcript

std::shared_ptr<const stage::Transcript> wordsIn(const std::filesystem::path& pack, const std::string& file) {
    const auto words = base::PackFolder::open(pack)
                           .and_then([&](const auto& folder) { return folder.read(file, mostWords); })
                           .and_then([](const std::string& bytes) { return content::readTimedText(bytes); });
    if (!words) {
        return nullptr;
    }
    auto transcript = std::make_shared<stage::Transcript>();
    transcript->text = *words;
    transcript->times = content::CueTimes(transcript->text.cues);
    return transcript;
}

} // namespace

RecordingFile::RecordingFile(const std::filesystem::path& file, visitor::RecordingHead head,
                             const visitor::State& start)
    : made(std::move(head)), out(file, std::ios::binary), recorder(out, made, start) {}

std::uint64_t sceneHash(const Material& material, const visitor::RecordingHead& head, const visitor::State& state,
                        const visitor::World& world) {
    const stage::Screen glass = stage::screenFor(head.width, head.height, head.diagonal);
    const scene::Theme contrast = material.theme.highContrast();
    text::Typesetter typesetter;
    visitor::Sketch sketch(state, world.catalogue, material.words,
                           visitor::accessOf(state).contrast ? contrast : material.theme, glass, typesetter,
                           visitor::movementOf(state, world));
    return stage::hashOf(visitor::view(sketch, world, state.device.now).scene);
}

bool isRecording(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string first;
    return std::getline(in, first) && first.starts_with("{\"recording\":");
}

int replayRecording(const std::filesystem::path& file, const RunOptions& options, std::ostream& out,
                    std::ostream& error) {
    auto material = Material::read(options);
    if (!material) {
        error << "schacht: " << material.error().message << '\n';
        return 2;
    }
    std::unique_ptr<catalogue::Catalogue> shown;
    visitor::ReplayParts parts;
    parts.world = [&](const visitor::RecordingHead& head, const std::string& day) -> base::Result<visitor::World> {
        if (head.pack != material->catalogue().pack().id) {
            return base::refuse("recording", "This is a recording of the pack \"" + head.pack + "\", not of \"" +
                                                 material->catalogue().pack().id + "\".");
        }
        if (!day.empty()) {
            shown = material->on(day);
        }
        return visitor::World{shown ? *shown : material->catalogue(), head.idle, head.answer, head.movement};
    };
    parts.words = [&](const std::string& words) { return wordsIn(options.pack, words); };
    parts.scene = [&](const visitor::RecordingHead& head, const visitor::State& state, const visitor::World& world) {
        return sceneHash(*material, head, state, world);
    };
    std::ifstream in(file, std::ios::binary);
    const auto done = visitor::replayRecording(in, parts);
    if (!done) {
        error << file.string() << ": " << done.error().message << '\n';
        return 2;
    }
    if (done->difference) {
        out << file.string() << ':' << done->difference->line << ": " << done->difference->what << '\n';
        return 1;
    }
    out << done->intents << " events, the same" << (done->ended ? " to the end.\n" : " as far as they were written.\n");
    return 0;
}

} // namespace schacht::kiosk
