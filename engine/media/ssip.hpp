#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"

#include <atomic>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schacht::media {

/// Where speech-dispatcher listens: as SPEECHD_ADDRESS names it, else in the user's runtime folder, as its manual says.
/// Empty where that names no Unix socket. Reads the environment.
[[nodiscard]] std::filesystem::path speechSocket();
/// Whether SPEECHD_ADDRESS names it: then somebody cares for the server, and it is not for us to start one.
[[nodiscard]] bool speechSocketNamed();

/// A conversation with a speech-dispatcher in SSIP, the Speech Synthesis Interface Protocol (its manual, "info ssip"):
/// a line is asked, and answered by lines "NNN-…" and a last one "NNN …"; 2xx means yes. Events, 7xx, come between.
/// One thread.
class SsipConnection {
public:
    /// A message on its way: 701, 702, 703.
    struct Event {
        enum class Kind { began, ended, cancelled };
        std::uint64_t message = 0;
        Kind kind = Kind::began;
    };
    using MessageId = std::uint64_t;

    /// patience: with each answer. stop: every wait ends within 0.1 s once it is true; outlives the connection.
    /// Refused ("no-speech") where nobody listens, or speaks this protocol, or has a voice.
    [[nodiscard]] static base::Result<std::unique_ptr<SsipConnection>>
    open(const std::filesystem::path& socket, base::Seconds patience, const std::atomic<bool>& stop);
    /// Silences what was to be said, and hangs up without waiting.
    ~SsipConnection();
    SsipConnection(const SsipConnection&) = delete;
    SsipConnection& operator=(const SsipConnection&) = delete;

    /// The answer's lines without their numbers, the last one left out. Refused ("speech-refused") where the server
    /// says no, ("no-speech") where it does not answer: then the connection is over.
    [[nodiscard]] base::Result<std::vector<std::string>> ask(std::string_view line);
    /// Puts words behind what is to be said. Refused as ask().
    [[nodiscard]] base::Result<MessageId> speak(std::string_view words);

    /// Readable when there is something to `receive`.
    [[nodiscard]] int descriptor() const { return handle; }
    /// Takes what has arrived, without waiting. False where the server is gone.
    [[nodiscard]] bool receive();
    /// What has arrived since it was asked last, the oldest first.
    [[nodiscard]] std::vector<Event> takeEvents() { return std::exchange(events, {}); }

private:
    SsipConnection(int theHandle, base::Seconds thePatience, const std::atomic<bool>& theStop)
        : handle(theHandle), patience(thePatience), stop(theStop) {}

    struct Answer {
        int code = 0;
        std::vector<std::string> lines;
    };
    [[nodiscard]] bool send(std::string_view bytes);
    [[nodiscard]] base::Result<std::vector<std::string>> answer();
    void takeLines();

    const int handle;
    const base::Seconds patience;
    const std::atomic<bool>& stop;
    std::string unread;
    Answer unfinished; // whose last line has not come
    std::deque<Answer> answers;
    std::vector<Event> events;
};

} // namespace schacht::media
