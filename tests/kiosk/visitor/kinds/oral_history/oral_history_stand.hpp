#pragma once
#include "engine/content/timed_text/timed_text.hpp"
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/parts/playback/spoken_lines.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <fstream>
#include <iterator>

/// An oral history of the Limburg pack on a screen, in whatever state of its voice.
namespace schacht::tests {

using media::Phase;
using namespace visitor;

inline const std::string packFolder = SCHACHT_SOURCE_FOLDER "/content/limburg";
constexpr const char* twoVoices = "pink-poster"; // in Dutch, English and Italian

inline std::shared_ptr<const stage::Transcript> transcript(content::TimedText text) {
    auto made = std::make_shared<stage::Transcript>();
    made->text = std::move(text);
    made->times = content::CueTimes(made->text.cues);
    return made;
}

inline std::shared_ptr<const stage::Transcript> readWords(const std::string& file) {
    std::ifstream in(packFolder + "/" + file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    auto text = content::readTimedText(bytes);
    return text ? transcript(std::move(*text)) : nullptr;
}

struct Screening {
    kiosk::Material material;
    std::unique_ptr<text::Typesetter> typesetter = std::make_unique<text::Typesetter>();
    stage::Screen glass = stage::screenFor(1920, 1080, 32);
    Library library{};
    State state{};
    std::string shown{};
    std::unordered_map<scene::NodeId, Intent> meanings{};

    static Screening of(const std::string& id) {
        Screening out{tests::readLimburg()};
        out.show(id);
        return out;
    }
    [[nodiscard]] const content::Item& item() const { return *material.catalogue().item(shown); }
    [[nodiscard]] const content::OralHistory& voice() const { return std::get<content::OralHistory>(item().body); }
    [[nodiscard]] const content::TimedText& words(const std::string& language) const {
        return library.words.at(voice().transcripts.at(language))->text;
    }
    void show(const std::string& id) {
        shown = id;
        state.visit.here = tests::voiceAt(id);
        for (const auto& [language, file] : wordsOf(item())) {
            library.words[file] = readWords(file);
        }
        const std::vector<std::uint8_t> loud(400, 128);
        library.levels[content::mediumOf(item())] = std::make_shared<std::vector<std::uint8_t>>(loud);
    }
    void at(base::Seconds position, Phase phase = Phase::playing) {
        Playing playing;
        playing.item = shown;
        playing.wanted = playing.started = phase == Phase::playing;
        playing.report.phase = phase;
        playing.report.position = position;
        playing.report.length = 120;
        state.visit.playing = playing;
    }
    scene::Scene scene(Movement movement = Movement::none) {
        state.device.screen = glass.size;
        state.device.library = library;
        const World world{material.catalogue(), 60, 20, movement};
        Sketch sketch(state, material.catalogue(), material.words, material.theme, glass, *typesetter, movement);
        View seen = view(sketch, world, 0);
        meanings = std::move(seen.meanings);
        return std::move(seen.scene);
    }
    std::string faults() {
        const auto seen = scene();
        Walk walk{{0, 0, glass.size.width, glass.size.height}, {}, {}};
        walk.visit(seen.root, {}, walk.screen);
        checkTargets(walk);
        std::string told;
        for (const std::string& fault : walk.faults) {
            told += fault + "\n";
        }
        return told;
    }
};

inline std::optional<NodeAt> line(const scene::Scene& scene, std::size_t cue, const std::string& look = "") {
    return nodeAt(scene.root, scene::nodeId("line:" + std::to_string(cue) + look));
}

inline std::size_t countLines(const scene::Scene& scene, std::size_t cues) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < cues; ++i) {
        count += line(scene, i) ? 1 : 0;
    }
    return count;
}

inline bool holdsWords(const scene::Node& node, const std::string& words) {
    const bool here =
        std::holds_alternative<scene::TextPaint>(node.paint) && node.name.find(words) != std::string::npos;
    return here || std::any_of(node.children.begin(), node.children.end(),
                               [&](const scene::Node& child) { return holdsWords(child, words); });
}

} // namespace schacht::tests
