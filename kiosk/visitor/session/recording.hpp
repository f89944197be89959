#pragma once
#include "engine/base/problem.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/frame/update.hpp"

#include <functional>
#include <iosfwd>
#include <string>

/// A visit as lines of JSON that can be run again exactly:
///
///     {"recording":1, …}                               what it needs besides State and Intents
///     {"state":…}                                      the State at the start
///     {"hash":"…","t":…,"intent":"OpenItem","with":…}  each Intent, with a hash of the State after it
///     {"end":…,"scene":"…"}                            the State at the end, and a hash of the last Scene
///
/// A recording whose program did not come to its end has no last line, and is judged by its hashes.
namespace schacht::visitor {

/// What a recording needs besides State and Intents: what World is made of, and how the last Scene was drawn.
struct RecordingHead {
    std::string schacht; ///< the version
    std::string pack;    ///< its id
    std::string day;     ///< that the pack is shown for
    base::Seconds idle = 60;
    base::Seconds answer = 20;
    Movement movement = Movement::full;
    int width = 0; ///< pixels
    int height = 0;
    float diagonal = 0; ///< inches
};

/// Writes a recording. Each line is whole before the next thing happens.
class Recorder {
public:
    /// to: outlives this.
    Recorder(std::ostream& to, const RecordingHead& head, const State& start);
    /// after: the State that the Intent led to.
    void note(const Intent& intent, const State& after);
    void end(const State& state, std::uint64_t scene);

private:
    std::ostream& out;
};

/// Where a recording that was run again is not what it was.
struct Difference {
    std::size_t line = 0; ///< of the recording, from 1
    std::string what;     ///< a sentence
};

/// What running a recording again takes from outside.
struct ReplayParts {
    /// The World of the recording's pack on a day; refused where it is another pack. What it refers to stays until the
    /// next call.
    std::function<base::Result<World>(const RecordingHead& head, const std::string& day)> world;
    /// The words of a file of that pack; null where it has none.
    std::function<std::shared_ptr<const stage::Transcript>(const std::string& file)> words;
    /// A hash of the Scene that a State looks like now.
    std::function<std::uint64_t(const RecordingHead& head, const State& state, const World& world)> scene;
};

struct Replayed {
    std::size_t intents = 0;
    bool ended = false; ///< it had a last line, which was compared too
    std::optional<Difference> difference;
};

/// Runs a recording again. Refused where it is none, or the pack is another.
[[nodiscard]] base::Result<Replayed> replayRecording(std::istream& in, const ReplayParts& parts);

} // namespace schacht::visitor
