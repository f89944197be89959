#include "kiosk/production/recording_file.hpp"

#include "engine/base/build.hpp"
#include "engine/stage/scene_hash.hpp"
#include "kiosk/visitor/core/state_text.hpp"
#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/view.hpp"

#include <ostream>
#include <utility>

namespace schacht::kiosk {

RecordingFile::RecordingFile(const std::filesystem::path& file) : out(file, std::ios::binary | std::ios::app) {
    if (out.tellp() > 0) {
        out << '\n'; // what is there may have been cut off in the middle of a line
    }
}

base::Result<std::unique_ptr<RecordingFile>> RecordingFile::open(const std::filesystem::path& file) {
    std::unique_ptr<RecordingFile> opened(new RecordingFile(file));
    if (!opened->out) {
        return base::refuse("record-unwritable", "The recording " + file.string() +
                                                     " cannot be written. Look whether its folder is there and the "
                                                     "kiosk's user may write in it. The kiosk runs without it.");
    }
    return opened;
}

std::unique_ptr<RecordingFile> RecordingFile::wanted(const std::filesystem::path& file, base::Log* log,
                                                     std::ostream& error) {
    if (file.empty()) {
        return nullptr;
    }
    auto opened = open(file);
    if (opened) {
        return std::move(*opened);
    }
    error << "schacht: " << opened.error().message << "\n";
    if (log != nullptr) {
        log->problem(opened.error());
    }
    return nullptr;
}

void RecordingFile::begin(visitor::RecordingHead made, const visitor::State& start) {
    head = std::move(made);
    begun = true;
    recorder.begin(head, start);
}

void RecordingFile::note(const visitor::TimedIntent& intent, const visitor::State& after) {
    if (begun) {
        recorder.note(intent, after);
    }
}

void RecordingFile::end(const Material& material, const visitor::State& state, const visitor::World& world) {
    recorder.end(state, sceneHash(material, head, visitor::masked(state), world));
}

visitor::RecordingHead recordingHead(const RunOptions& options, const Material& material, const stage::Shell& shell,
                                     std::uint64_t files) {
    const visitor::Session::Options visit = visitOn(options, shell);
    const base::Size glass = shell.glassSize();
    std::error_code unknown;
    visitor::RecordingHead head;
    head.schacht = base::version;
    head.pack = material.catalogue().pack().id;
    head.folder = std::filesystem::weakly_canonical(options.pack, unknown).filename().string();
    head.files = visitor::hex(files);
    head.languages = options.configuration.languages;
    head.day = material.day;
    head.idle = visit.idle;
    head.answer = visit.answer;
    head.movement = visit.movement;
    head.width = static_cast<int>(glass.width);
    head.height = static_cast<int>(glass.height);
    head.diagonal = shell.glassDiagonal();
    return head;
}

std::uint64_t sceneHash(const Material& material, const visitor::RecordingHead& head, const visitor::State& state,
                        const visitor::World& world) {
    const stage::Screen glass = stage::screenFor(head.width, head.height, head.diagonal);
    const scene::Design contrast = material.theme.highContrast();
    text::Typesetter typesetter;
    visitor::Sketch sketch(state, world.catalogue, material.words,
                           visitor::accessOf(state).contrast ? contrast : material.theme, glass, typesetter,
                           visitor::movementOf(state, world));
    return stage::hashOf(visitor::view(sketch, world, state.device.now).scene);
}

} // namespace schacht::kiosk
