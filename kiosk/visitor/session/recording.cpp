#include "kiosk/visitor/session/recording.hpp"

#include "kiosk/visitor/core/intent_text.hpp"
#include "kiosk/visitor/core/state_text.hpp"
#include "kiosk/visitor/core/written.hpp"
#include "kiosk/visitor/frame/kinds.hpp"

#include <istream>
#include <ostream>

namespace schacht::visitor {

template <One<RecordingHead> T, class F>
void members(T& of, F&& each) {
    each("schacht", of.schacht);
    each("pack", of.pack);
    each("folder", of.folder);
    each("files", of.files);
    each("languages", of.languages);
    each("day", of.day);
    each("idle", of.idle);
    each("answer", of.answer);
    each("movement", of.movement);
    each("width", of.width);
    each("height", of.height);
    each("diagonal", of.diagonal);
}

namespace {

using written::Written;

constexpr std::string_view noHash = "                ";
constexpr std::string_view afterHash = "\"}\n";

/// Runs one recording, line by line.
class Replay {
public:
    Replay(std::istream& from, const ReplayParts& with) : in(from), parts(with) {}

    base::Result<Replayed> run() {
        if (!next() || !line.is_object() || !line.contains("recording")) {
            return base::refuse("recording", "This file is no recording.");
        }
        do {
            if (auto refused = take(); refused && !done.difference) {
                return tl::unexpected(std::move(*refused));
            }
        } while (!over && next());
        if (!done.difference && !done.ended) { // what crashed while the last screen was laid out is to crash again
            (void)parts.scene(head, state, *world);
        }
        return done;
    }

private:
    /// The next line that is not empty.
    bool next() {
        do {
            if (!std::getline(in, text)) {
                return false;
            }
            ++number;
        } while (text.empty());
        line = Written::parse(text, nullptr, false);
        return true;
    }

    std::optional<base::Problem> take() {
        const bool object = line.is_object();
        if (object && line.contains("recording")) {
            over = done.difference.has_value(); // in the part before it
            return over ? std::nullopt : begin();
        }
        if (broken) {
            return base::refuse("recording", "Line " + std::to_string(number - 1) + " of this recording is broken.")
                .value();
        }
        if (line.is_discarded()) { // the program was killed while it wrote it, where nothing of this part follows
            broken = true;
            return std::nullopt;
        }
        if (object && line.contains("end")) {
            end();
            return std::nullopt;
        }
        if (object && line.contains("signal") && line["signal"].is_number_integer()) {
            done.signal = line["signal"].get<int>();
            return std::nullopt;
        }
        return step();
    }

    std::optional<base::Problem> begin() {
        head = {};
        done.ended = broken = false;
        written::read(line, head);
        if (auto refused = open()) {
            return refused;
        }
        auto start = next() && line.is_object() && line.contains("state")
                         ? stateOf(written::text(line["state"]))
                         : base::refuse("recording", "This recording has no state at its start.");
        if (!start) {
            return start.error();
        }
        state = std::move(*start);
        for (auto& [file, words] : state.device.library.words) {
            words = parts.words(file);
        }
        return std::nullopt;
    }

    std::optional<base::Problem> open() {
        auto opened = parts.world(head);
        if (!opened) {
            return opened.error();
        }
        world.emplace(*opened);
        return std::nullopt;
    }

    /// The first difference counts; the end of its part says what it came to.
    void differs(const std::string& what) {
        if (!done.difference) {
            done.difference = Difference{number, what};
        }
    }

    std::optional<base::Problem> step() {
        auto intent = intentOf(text);
        if (!intent) {
            return intent.error();
        }
        const Written bare = without("hash");
        if (auto* came = std::get_if<WordsCame>(&intent->what);
            came != nullptr && textOf(*intent) != written::text(bare)) {
            came->words = parts.words(came->file);
        }
        if (const auto* news = std::get_if<PackChanged>(&intent->what)) {
            head.take(*news);
            if (auto refused = open()) {
                return refused;
            }
        }
        state = update(std::move(state), *intent, *world).state;
        ++done.intents;
        if (parts.told) {
            parts.told(*intent, state);
        }
        const std::string was = wordsOf("hash");
        if (textOf(*intent) != written::text(bare)) {
            differs("it carries something else now: " + textOf(*intent));
        } else if (was != noHash && was != hex(hashes.of(state))) {
            differs("the state after it is another: " + whereabouts());
        }
        return std::nullopt;
    }

    void end() {
        done.ended = true;
        const std::string was = written::text(line["end"]);
        if (textOf(state) != was) {
            const auto then = nlohmann::json::parse(was, nullptr, false);
            const auto now = nlohmann::json::parse(textOf(state), nullptr, false);
            const std::string what = nlohmann::json::diff(then, now).dump();
            done.difference ? void(done.difference->what += " In the end: " + what)
                            : differs("the state at the end is another: " + what);
        } else if (hex(parts.scene(head, state, *world)) != wordsOf("scene")) {
            differs("the last scene is another.");
        }
    }

    [[nodiscard]] std::string wordsOf(const char* key) const {
        return line.contains(key) && line[key].is_string() ? line[key].get<std::string>() : "";
    }
    [[nodiscard]] Written without(const char* key) const {
        Written rest = line;
        rest.erase(key);
        return rest;
    }

    [[nodiscard]] std::string whereabouts() const {
        const Stop& here = state.visit.here;
        return std::string(nameOf(here)) + ":" + here.id + ", page " + std::to_string(leafAt(here.own).page + 1) + ".";
    }

    std::istream& in;
    const ReplayParts& parts;
    RecordingHead head;
    std::optional<World> world;
    State state;
    StateHash hashes;
    std::string text;
    Written line;
    std::size_t number = 0;
    bool broken = false; // the last line was
    bool over = false;   // nothing more is to be known
    Replayed done;
};

} // namespace

void RecordingHead::take(const PackChanged& news) {
    day = news.day.empty() ? day : news.day;
    files = news.files.empty() ? files : news.files;
}

std::string hex(std::uint64_t digest) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(noHash.size(), '0');
    for (std::size_t i = out.size(); i-- > 0; digest >>= 4U) {
        out[i] = digits[digest & 0xFU];
    }
    return out;
}

std::string beginningOf(const RecordingHead& head, const State& start) {
    Written first{{"recording", 1}};
    first.update(written::of(head));
    return written::text(first) + "\n{\"state\":" + textOf(start) + "}\n";
}

std::string lineOf(const TimedIntent& intent) {
    std::string line = textOf(intent);
    line.pop_back(); // its brace
    return line.append(",\"hash\":\"").append(noHash).append(afterHash);
}

void stamp(std::string& line, std::uint64_t hash) {
    line.replace(line.size() - afterHash.size() - noHash.size(), noHash.size(), hex(hash));
}

void Recorder::begin(const RecordingHead& head, const State& start) {
    out << beginningOf(head, start) << std::flush;
}

void Recorder::note(const TimedIntent& intent, const State& after) {
    std::string line = lineOf(intent);
    stamp(line, hashes.of(after));
    out << line << std::flush;
}

void Recorder::end(const State& state, std::uint64_t scene) {
    out << "{\"end\":" << textOf(state) << ",\"scene\":\"" << hex(scene) << "\"}" << '\n' << std::flush;
}

base::Result<Replayed> replayRecording(std::istream& in, const ReplayParts& parts) {
    return Replay(in, parts).run();
}

} // namespace schacht::visitor
