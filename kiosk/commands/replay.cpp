#include "kiosk/commands/replay.hpp"
#include "kiosk/visitor/frame/kinds.hpp"

#include "engine/graphics/canvas.hpp"
#include "kiosk/commands/replay_recording.hpp"
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/core/intent_text.hpp"
#include "kiosk/visitor/core/written.hpp"
#include "kiosk/visitor/frame/going_on.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

namespace schacht::kiosk {

namespace {

using Json = nlohmann::json;

/// Where a line happened: "at":[kind, id, page, part], that if the page breaks. The attract screen where it does not
/// say, or says what is no place.
visitor::Stop placeOf(const Json& line, const catalogue::Catalogue& catalogue) {
    const Json at = line.value("at", Json());
    if (!at.is_array() || at.size() < 3 || !at[0].is_string() || !at[1].is_string() || !at[2].is_number_integer()) {
        return {};
    }
    const std::string id = at[1].get<std::string>();
    const auto kind = visitor::written::named<visitor::ScreenKind>(at[0].get<std::string>());
    if (kind && *kind != visitor::ScreenKind::picture) {
        return {*kind, id, {}};
    }
    const auto* item = catalogue.item(id);
    if (item == nullptr) {
        return {};
    }
    visitor::Stop stop = kind ? visitor::stopAtPicture(*item, at[2].get<int>()) : visitor::stopAt(*item);
    if (auto* story = std::get_if<visitor::StoryState>(&stop.own)) {
        story->leaf = {at[2].get<int>(), at.size() > 3 && at[3].is_number_integer() ? at[3].get<int>() : 0};
    }
    return stop;
}

/// What the kiosk was started with, where the report says it; else what is usual. What the command says of the
/// language and the size comes first.
void takeHead(const Json& head, RunOptions& options, std::ostream& out) {
    const auto words = [&](const char* key, const std::string& otherwise) {
        return head.is_object() && head.contains(key) && head[key].is_string() ? head[key].get<std::string>()
                                                                               : otherwise;
    };
    const auto number = [&](const char* key, double least, double most, double otherwise) {
        const bool there = head.is_object() && head.contains(key) && head[key].is_number();
        return there ? std::clamp(head[key].get<double>(), least, most) : otherwise;
    };
    out << "Schacht " << words("schacht", "of an unknown version") << ", pack " << words("pack", "unknown") << '\n';
    options.language = options.language.empty() ? words("language", "") : options.language;
    constexpr double mostPixels = 16384;
    if (options.width == 0) {
        options.width = static_cast<int>(number("width", 200, mostPixels, 1920));
        options.height = static_cast<int>(number("height", 200, mostPixels, 1080));
    }
    Configuration& c = options.configuration;
    c.diagonal = number("diagonal", 5, 300, static_cast<double>(stage::usualDiagonal));
    c.idle = number("idle", 1, 86400, c.idle);
    c.answer = number("answer", 1, 3600, c.answer);
    c.volume = static_cast<int>(number("volume", 0, visitor::volumeSteps, c.volume));
    if (const auto access = visitor::intentOf(words("access", ""))) {
        if (const auto* chosen = std::get_if<visitor::ChooseAccess>(&access->meaning)) {
            c.access = chosen->access;
            c.access.textSize = std::clamp(c.access.textSize, 1, visitor::textSizes);
        }
    }
}

/// "   12.34 s  OpenItem [\"the-lamp\"]  story:the-lamp, page 1"
void tell(const visitor::Intent& intent, const Json& line, const visitor::Session& session, std::ostream& out) {
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%10.2f s  ", intent.now);
    out << seconds.data() << visitor::nameOf(intent.meaning);
    if (line.contains("with")) {
        out << ' ' << line["with"].dump();
    }
    out << "  ->  " << session.place() << ", page " << visitor::leafAt(session.now().visit.here.own).page + 1 << '\n';
}

} // namespace

int replay(const std::filesystem::path& report, const RunOptions& wanted, std::ostream& out, std::ostream& error) {
    if (isRecording(report)) {
        return replayRecording(report, wanted, out, error);
    }
    std::ifstream in(report);
    std::string text;
    if (!in || !std::getline(in, text)) {
        error << report.string() << ": This crash report cannot be read. Look whether the file is there and may be "
              << "read.\n";
        return 2;
    }
    RunOptions options = wanted;
    takeHead(Json::parse(text, nullptr, false), options, out);
    const auto material = Material::read(options);
    if (!material) {
        error << "schacht: " << material.error().message << '\n';
        return 2;
    }
    const stage::Screen screen =
        stage::screenFor(options.width, options.height, static_cast<float>(options.configuration.diagonal));
    visitor::Session session(material->catalogue(), material->words, material->theme,
                             {.language = options.language,
                              .idle = options.configuration.idle,
                              .answer = options.configuration.answer,
                              .movement = visitor::Movement::calm,
                              .access = options.configuration.access,
                              .volume = options.configuration.volume});
    text::Typesetter typesetter;
    int number = 1;
    int lost = 0;
    bool begun = false;
    while (std::getline(in, text)) {
        ++number;
        const Json line = Json::parse(text, nullptr, false);
        if (line.is_object() && line.contains("signal")) {
            out << "Then it ended with signal " << line["signal"].dump() << ".\n";
            continue;
        }
        const auto intent = visitor::intentOf(text);
        if (!intent) {
            error << report.string() << ':' << number << ": " << intent.error().message << '\n';
            ++lost;
            continue;
        }
        if (!begun) {
            visitor::State state;
            state.visit.here = placeOf(line, material->catalogue());
            (void)visitor::keepPlace(state, material->catalogue());
            session.intend(visitor::JumpTo{state.visit.here}, intent->now);
            (void)session.measure(screen, typesetter, intent->now);
            (void)session.show(screen, typesetter, intent->now);
            begun = true;
        }
        session.intend(intent->meaning, intent->now);
        (void)session.measure(screen, typesetter, intent->now);
        (void)session.show(screen, typesetter, intent->now);
        tell(*intent, line, session, out);
    }
    out << std::flush;
    if (graphics::screenSize()) {
        base::EndSignals ends;
        auto shell = openShell(options, material->theme.colour.coal, &ends);
        if (shell) {
            (*shell)->run(session);
        }
    }
    return lost == 0 ? 0 : 1;
}

} // namespace schacht::kiosk
