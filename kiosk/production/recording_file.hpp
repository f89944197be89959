#pragma once
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/session/recording.hpp"

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <memory>

namespace schacht::kiosk {

/// A recording that is being written to a file. Where the disk is full it ends there. The window's thread.
class RecordingFile {
public:
    /// What the file held stays: another part is written after it. Refused ("record-unwritable") where it cannot be
    /// written.
    [[nodiscard]] static base::Result<std::unique_ptr<RecordingFile>> open(const std::filesystem::path& file);

    /// The same, for a program that runs on without it: null where `file` is empty, and where it is refused, which is
    /// then said on `error` and in the log. log: may be null.
    [[nodiscard]] static std::unique_ptr<RecordingFile> wanted(const std::filesystem::path& file, base::Log* log,
                                                               std::ostream& error);

    /// A part. start: the State that its first Intent happens to.
    void begin(visitor::RecordingHead head, const visitor::State& start);
    /// Until the first part has begun, nothing is noted.
    void note(const visitor::TimedIntent& intent, const visitor::State& after);
    /// The part's end. material, world: what it has come to be performed with.
    void end(const Material& material, const visitor::State& state, const visitor::World& world);

private:
    explicit RecordingFile(const std::filesystem::path& file);

    std::ofstream out;
    visitor::Recorder recorder{out};
    visitor::RecordingHead head; // of the part
    bool begun = false;
};

/// The head of a recording on this shell. files: what the pack was read from, by content::packDigest.
[[nodiscard]] visitor::RecordingHead recordingHead(const RunOptions& options, const Material& material,
                                                   const stage::Shell& shell, std::uint64_t files);

/// A hash of what a State looks like on the recording's glass.
[[nodiscard]] std::uint64_t sceneHash(const Material& material, const visitor::RecordingHead& head,
                                      const visitor::State& state, const visitor::World& world);

} // namespace schacht::kiosk
