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
    each("day", of.day);
    each("idle", of.idle);
    each("answer", of.answer);
    each("movement", of.movement);
    each("width", of.width);
    each("height", of.height);
    each("diagonal", of.diagonal);
}

namespace {

using written::Json;

std::string hex(std::uint64_t hash) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(16, '0');
    for (std::size_t i = out.size(); i-- > 0; hash >>= 4U) {
        out[i] = digits[hash & 0xFU];
    }
    return out;
}

std::string hashOf(const State& state) {
    return hex(base::fnv1a(textOf(state)));
}

/// Runs one recording, line by line.
class Replay {
public:
    Replay(std::istream& from, const ReplayParts& with) : in(from), parts(with) {}

    base::Result<Replayed> run() {
        if (!next() || !line.is_object() || !line.contains("recording")) {
            return base::refuse("recording", "This file is no recording.");
        }
        written::read(line, head);
        if (auto refused = open(head.day)) {
            return tl::unexpected(std::move(*refused));
        }
        auto start = next() && line.is_object() && line.contains("state")
                         ? stateOf(written::text(line["state"]))
                         : base::refuse("recording", "This recording has no state at its start.");
        if (!start) {
            return tl::unexpected(start.error());
        }
        state = std::move(*start);
        for (auto& [file, words] : state.device.library.words) {
            words = parts.words(file);
        }
        while (!done.difference && !done.ended && next()) {
            if (auto refused = line.is_object() && line.contains("end") ? end() : step()) {
                return tl::unexpected(std::move(*refused));
            }
        }
        return done;
    }

private:
    bool next() {
        if (!std::getline(in, text)) {
            return false;
        }
        ++number;
        line = Json::parse(text, nullptr, false);
        return true;
    }

    std::optional<base::Problem> open(const std::string& day) {
        auto opened = parts.world(head, day);
        if (!opened) {
            return opened.error();
        }
        world.emplace(*opened);
        return std::nullopt;
    }

    void differs(std::string what) { done.difference = Difference{number, std::move(what)}; }

    std::optional<base::Problem> step() {
        auto intent = intentOf(text);
        if (!intent) {
            return in.eof() ? std::nullopt : std::optional(intent.error()); // its last line may be cut off
        }
        if (auto* came = std::get_if<WordsCame>(&intent->meaning); came != nullptr && !line["with"][1].is_null()) {
            came->words = parts.words(came->file);
        }
        const auto* news = std::get_if<PackChanged>(&intent->meaning);
        if (news != nullptr) {
            if (auto refused = open(news->day)) {
                return refused;
            }
        }
        state = update(std::move(state), *intent, *world).state;
        ++done.intents;
        if (textOf(*intent) != written::text(bare())) {
            differs("it carries something else now: " + textOf(*intent));
        } else if (hashOf(state) != line.value("hash", "")) {
            differs("the state after it is another: " + whereabouts());
        }
        return std::nullopt;
    }

    std::optional<base::Problem> end() {
        done.ended = true;
        const std::string was = written::text(line["end"]);
        if (textOf(state) != was) {
            const auto then = nlohmann::json::parse(was, nullptr, false);
            const auto now = nlohmann::json::parse(textOf(state), nullptr, false);
            differs("the state at the end is another: " + nlohmann::json::diff(then, now).dump());
        } else if (hex(parts.scene(head, state, *world)) != line.value("scene", "")) {
            differs("the last scene is another.");
        }
        return std::nullopt;
    }

    /// The line without the hash.
    [[nodiscard]] Json bare() const {
        Json without = line;
        without.erase("hash");
        return without;
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
    std::string text;
    Json line;
    std::size_t number = 0;
    Replayed done;
};

} // namespace

Recorder::Recorder(std::ostream& to, const RecordingHead& head, const State& start) : out(to) {
    Json first{{"recording", 1}};
    first.update(written::of(head));
    out << written::text(first) << "\n{\"state\":" << textOf(start) << "}" << '\n' << std::flush;
}

void Recorder::note(const Intent& intent, const State& after) {
    out << "{\"hash\":\"" << hashOf(after) << "\"," << textOf(intent).substr(1) << '\n' << std::flush;
}

void Recorder::end(const State& state, std::uint64_t scene) {
    out << "{\"end\":" << textOf(state) << ",\"scene\":\"" << hex(scene) << "\"}" << '\n' << std::flush;
}

base::Result<Replayed> replayRecording(std::istream& in, const ReplayParts& parts) {
    return Replay(in, parts).run();
}

} // namespace schacht::visitor
