#include "kiosk/commands/replay.hpp"
#include "kiosk/visitor/frame/kinds.hpp"

#include "engine/content/pack/pack_digest.hpp"
#include "engine/stage/read_transcript.hpp"
#include "kiosk/production/recording_file.hpp"
#include "kiosk/visitor/core/intent_text.hpp"

#include <array>
#include <cstdio>
#include <deque>
#include <ostream>

namespace schacht::kiosk {

namespace {

/// The pack that a recording happened on, as it was then.
class RecordedPack {
public:
    explicit RecordedPack(RunOptions options) : given(std::move(options)) {}

    base::Result<visitor::World> world(const visitor::RecordingHead& head) {
        if (material == nullptr || head.pack != read.pack || head.folder != read.folder ||
            head.languages != read.languages) {
            if (auto refused = open(head)) {
                return tl::unexpected(std::move(*refused));
            }
        }
        if (head.files != files) {
            return base::refuse("recording", "The recording cannot be run again: the pack has changed since.");
        }
        shown = head.day.empty() ? nullptr : material->on(head.day);
        return visitor::World{shown ? *shown : material->catalogue(), head.idle, head.answer, head.movement};
    }
    [[nodiscard]] std::shared_ptr<const stage::Transcript> words(const std::string& file) const {
        return stage::readTranscript(folder, file).value_or(nullptr);
    }
    [[nodiscard]] const Material& made() const { return *material; }

private:
    /// The pack that the command names; or, where that is another, the one of this name that stands beside it.
    std::optional<base::Problem> open(const visitor::RecordingHead& head) {
        RunOptions options = given;
        options.configuration.languages = head.languages;
        auto found = Material::read(options);
        if (!found || found->catalogue().pack().id != head.pack) {
            std::error_code unknown;
            options.pack = std::filesystem::weakly_canonical(given.pack, unknown).parent_path() / head.folder;
            auto beside = Material::read(options);
            if (beside && beside->catalogue().pack().id == head.pack) {
                found = std::move(beside);
            } else if (found) {
                return base::refuse("recording", "This is a recording of the pack \"" + head.pack + "\", not of \"" +
                                                     found->catalogue().pack().id + "\".")
                    .value();
            } else {
                return found.error();
            }
        }
        material = std::make_unique<Material>(std::move(*found));
        folder = options.pack;
        files = visitor::hex(content::packDigest(folder));
        read = head;
        return std::nullopt;
    }

    RunOptions given;
    visitor::RecordingHead read; // that the material is of
    std::unique_ptr<Material> material;
    std::filesystem::path folder; // of the material
    std::string files;            // its digest
    std::unique_ptr<catalogue::Catalogue> shown;
};

/// "   12.34 s  OpenItem  ->  story:the-lamp, page 1"
std::string told(const visitor::TimedIntent& intent, const visitor::State& after) {
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%10.2f s  ", intent.now);
    const visitor::Stop& here = after.visit.here;
    return std::string(seconds.data()) + std::string(visitor::nameOf(intent.what)) + "  ->  " +
           std::string(visitor::nameOf(here)) + ":" + here.id + ", page " +
           std::to_string(visitor::leafAt(here.own).page + 1);
}

} // namespace

int replay(const std::filesystem::path& file, const RunOptions& options, std::ostream& out, std::ostream& error) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        error << file.string() << ": This recording cannot be read. Look whether the file is there and may be read.\n";
        return 2;
    }
    constexpr std::size_t lastOnes = 30;
    std::deque<std::string> last;
    RecordedPack pack(options);
    visitor::ReplayParts parts;
    parts.world = [&](const visitor::RecordingHead& head) { return pack.world(head); };
    parts.words = [&](const std::string& words) { return pack.words(words); };
    parts.scene = [&](const visitor::RecordingHead& head, const visitor::State& state, const visitor::World& world) {
        return sceneHash(pack.made(), head, state, world);
    };
    parts.told = [&](const visitor::TimedIntent& intent, const visitor::State& after) {
        if (std::holds_alternative<visitor::Tick>(intent.what)) {
            return;
        }
        last.push_back(told(intent, after));
        last.size() > lastOnes ? last.pop_front() : void();
    };
    const auto done = visitor::replayRecording(in, parts);
    if (!done) {
        error << file.string() << ": " << done.error().message << '\n';
        return 2;
    }
    if (done->difference) {
        out << file.string() << ':' << done->difference->line << ": " << done->difference->what << '\n';
        return 1;
    }
    for (std::size_t i = 0; !done->ended && i < last.size(); ++i) {
        out << last[i] << '\n';
    }
    if (done->signal) {
        out << "Then it ended with signal " << *done->signal << ".\n";
    }
    out << done->intents << " events, the same" << (done->ended ? " to the end.\n" : " as far as they were written.\n");
    return 0;
}

} // namespace schacht::kiosk
