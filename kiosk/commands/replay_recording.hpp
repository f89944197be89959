#pragma once
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/session/recording.hpp"

#include <filesystem>
#include <fstream>
#include <iosfwd>

namespace schacht::kiosk {

/// A recording that is being written to a file.
class RecordingFile {
public:
    /// start: the State that the first Intent happens to.
    RecordingFile(const std::filesystem::path& file, visitor::RecordingHead head, const visitor::State& start);
    void note(const visitor::Intent& intent, const visitor::State& after) { recorder.note(intent, after); }
    void end(const visitor::State& state, std::uint64_t scene) { recorder.end(state, scene); }
    [[nodiscard]] const visitor::RecordingHead& head() const { return made; }

private:
    visitor::RecordingHead made;
    std::ofstream out;
    visitor::Recorder recorder;
};

/// A hash of what a State looks like on the recording's glass.
[[nodiscard]] std::uint64_t sceneHash(const Material& material, const visitor::RecordingHead& head,
                                      const visitor::State& state, const visitor::World& world);

/// Whether a file is a recording; else it may be a crash report.
[[nodiscard]] bool isRecording(const std::filesystem::path& file);

/// Runs a recording again on its pack. 0 where all is the same, byte for byte; 1 where something differs, which is said
/// on `out`; 2 where it could not, with a sentence on `error`.
[[nodiscard]] int replayRecording(const std::filesystem::path& file, const RunOptions& options, std::ostream& out,
                                  std::ostream& error);

} // namespace schacht::kiosk
