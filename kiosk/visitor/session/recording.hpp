#pragma once
#include "engine/base/problem.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/state_hash.hpp"
#include "kiosk/visitor/frame/update.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

/// A visit as lines of JSON that can be run again exactly:
///
///     {"recording":1, …}                               what it needs besides State and Intents
///     {"state":…}                                      the State at the start
///     {"t":…,"intent":"OpenItem","with":…,"hash":"…"}  each Intent, with a hash of the State after it
///     {"end":…,"scene":"…"}                            the State at the end, and a hash of the last Scene
///
/// The first line may come again: another part begins there, as where staff have shown another pack. A recording
/// without a last line is judged by its hashes. A crash report is one: it begins where a State was kept, its last
/// Intent may have no hash, and {"signal":11} says how it ended.
namespace schacht::visitor {

/// What a recording needs besides State and Intents: what World is made of, and how the last Scene was drawn.
struct RecordingHead {
    std::string schacht;                ///< the version
    std::string pack;                   ///< its id
    std::string folder;                 ///< the name of its folder
    std::string files;                  ///< a digest of them (content::packDigest), as hex()
    std::vector<std::string> languages; ///< that are offered; empty: the pack's own
    std::string day;                    ///< that the pack is shown for
    base::Seconds idle = 60;
    base::Seconds answer = 20;
    Movement movement = Movement::full;
    int width = 0; ///< pixels
    int height = 0;
    float diagonal = 0; ///< inches

    /// What holds from a PackChanged on.
    void take(const PackChanged& news);
};

/// A digest in 16 digits.
[[nodiscard]] std::string hex(std::uint64_t digest);

/// The lines that a part begins with.
[[nodiscard]] std::string beginningOf(const RecordingHead& head, const State& start);
/// An Intent's line, with room for the hash.
[[nodiscard]] std::string lineOf(const TimedIntent& intent);
/// Puts the hash of the State after the Intent into its line, in place.
void stamp(std::string& line, std::uint64_t hash);

/// Writes a recording. Each line is whole before the next thing happens.
class Recorder {
public:
    /// to: outlives this.
    explicit Recorder(std::ostream& to) : out(to) {}
    /// A part. start: the State that its first Intent happens to.
    void begin(const RecordingHead& head, const State& start);
    /// after: the State that the Intent led to.
    void note(const TimedIntent& intent, const State& after);
    void end(const State& state, std::uint64_t scene);

private:
    std::ostream& out;
    StateHash hashes;
};

/// Where a recording that was run again is not what it was.
struct Difference {
    std::size_t line = 0; ///< of the recording, from 1
    std::string what;     ///< a sentence
};

/// What running a recording again takes from outside.
struct ReplayParts {
    /// The World that a part happens in, or goes on in; refused where there is none such. What it refers to stays until
    /// the next call.
    std::function<base::Result<World>(const RecordingHead& head)> world;
    /// The words of a file of that pack; null where it has none.
    std::function<std::shared_ptr<const stage::Transcript>(const std::string& file)> words;
    /// A hash of the Scene that a State looks like now.
    std::function<std::uint64_t(const RecordingHead& head, const State& state, const World& world)> scene;
    /// Is told of each Intent and the State that it led to; may be empty.
    std::function<void(const TimedIntent& intent, const State& after)> told{};
};

struct Replayed {
    std::size_t intents = 0;
    bool ended = false;        ///< its last part had a last line, which was compared too
    std::optional<int> signal; ///< it is a crash report, of this one
    std::optional<Difference> difference;
};

/// Runs a recording again, to the end of the part in which there is a difference. Refused where it is none, or there is
/// no such World.
[[nodiscard]] base::Result<Replayed> replayRecording(std::istream& in, const ReplayParts& parts);

} // namespace schacht::visitor
