#pragma once
#include "engine/base/units.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace schacht::media {

/// Names one sentence, numbered by who wants it said; 0: none. Reports carry it back, so that a late one about what was
/// stopped is never mistaken for a new one.
using SentenceId = std::uint32_t;

struct Sentence {
    SentenceId id = 0;    ///< not 0, never used again
    std::string words;    ///< UTF-8
    std::string language; ///< BCP 47: chooses the voice; empty: as the voice before
};

/// What a narrator tells. `unavailable` is no error: where nothing can speak, the kiosk is silent.
///
///     available  ─ say ─▶ began(1) ─▶ ended(1) ─▶ began(2) ─▶ …
///                            └─ failed(1): the voice broke off, or does not take it; nothing more comes of what
///                                        was to be said
struct NarratorReport {
    enum class Kind { available, unavailable, began, ended, failed };
    Kind kind = Kind::unavailable;
    SentenceId sentence = 0; ///< of began, ended and failed
    base::Seconds at = 0;    ///< on the clock of base::now()
    bool operator==(const NarratorReport&) const = default;
};

/// As the trace and recordings write it.
[[nodiscard]] constexpr std::string_view nameOf(NarratorReport::Kind kind) {
    switch (kind) {
    case NarratorReport::Kind::available:
        return "available";
    case NarratorReport::Kind::unavailable:
        return "unavailable";
    case NarratorReport::Kind::began:
        return "began";
    case NarratorReport::Kind::ended:
        return "ended";
    case NarratorReport::Kind::failed:
        return "failed";
    }
    return "";
}

/// Says sentences with a computer's voice, one after another. All functions are called on the window's thread, and none
/// waits.
class Narrator {
public:
    virtual ~Narrator() = default;

    /// Says these instead of what is being said.
    virtual void say(std::vector<Sentence> sentences) = 0;
    /// Is silent at once. No report of what was said before is promised, or kept from coming.
    virtual void stop() = 0;
    /// 0..1, for what is said from now on.
    virtual void setVolume(double volume) = 0;
};

struct SpeechDispatcherOptions {
    /// The server's socket; empty: as SPEECHD_ADDRESS names it (unix_socket:PATH), else where speech-dispatcher makes
    /// it for this user.
    std::filesystem::path socket = {};
    /// The program that starts a server where none listens at a socket that nobody named; empty: none is started.
    std::string program = "speech-dispatcher";
    base::Seconds starting = 10; ///< patience with that program
    base::Seconds patience = 3;  ///< with an answer of the server: one that is silent for so long is given up
    base::Seconds again = 15;    ///< from a try to find the server to the next
    double ceiling = 1;          ///< 0..1: how loud volume 1 is
};

/// A narrator over speech-dispatcher, by its protocol SSIP. `report` is called on the narrator's own thread; first with
/// available or unavailable, later with these again when the server goes or comes.
///
/// It talks to the server itself, not by libspeechd: that library waits for answers without an end, dies of SIGPIPE
/// where a server is gone, and its callbacks tell nothing of whom they are for.
///
/// Threads: one worker makes the connection (starting a server takes seconds, which nobody waits for) and every request
/// on it. Destruction waits for the request that is under way: at most 0.1 s.
[[nodiscard]] std::unique_ptr<Narrator> createSpeechDispatcher(SpeechDispatcherOptions options,
                                                               std::function<void(const NarratorReport&)> report);

} // namespace schacht::media
