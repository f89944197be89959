#pragma once
#include "engine/base/problem.hpp"
#include "tests/journeys/child_process.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace schacht::tests {

/// A speech-dispatcher with espeak-ng in a folder of its own, and the sound card that it speaks on: a PulseAudio with a
/// null sink, that keeps time as a card does and lets others hear what is said.
class SpeechServer {
public:
    SpeechServer() = default;
    /// Refused ("no-speech-server") where it does not come up within 20 seconds.
    [[nodiscard]] base::Result<void> start();
    /// Ends speech-dispatcher as when it crashes; start() may follow.
    void end() { dispatcher.reset(); }
    /// Only the sound card, for a server that somebody else starts. Refused as start().
    [[nodiscard]] base::Result<void> startSound();

    [[nodiscard]] const std::filesystem::path& folder() const { return place.path(); }
    [[nodiscard]] std::filesystem::path socket() const { return place / "speechd.sock"; }
    /// What a program needs to know to find both.
    [[nodiscard]] std::map<std::string, std::string> environment() const;

    /// From now on what comes out of the card is kept.
    void listen();
    /// How loud the last `seconds` were, 0..1.
    [[nodiscard]] double loudness(base::Seconds seconds) const;

private:
    TemporaryFolder place;
    std::optional<ChildProcess> card;
    std::optional<ChildProcess> dispatcher;
    std::optional<ChildProcess> ear;
};

} // namespace schacht::tests
