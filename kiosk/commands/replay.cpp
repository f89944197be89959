#include "kiosk/commands/replay.hpp"

#include "engine/graphics/canvas.hpp"
#include "kiosk/commands/production.hpp"
#include "kiosk/visitor/going_on.hpp"
#include "kiosk/visitor/intent_text.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

namespace schacht::kiosk {

namespace {

using Json = nlohmann::json;

/// Where a line happened: "at":[kind, id, page]. None where it does not say, or says what is no place.
std::optional<visitor::Stop> placeOf(const Json& line) {
    const Json at = line.value("at", Json());
    if (!at.is_array() || at.size() != 3 || !at[0].is_number_integer() || !at[1].is_string() ||
        !at[2].is_number_integer()) {
        return std::nullopt;
    }
    const int kind = at[0].get<int>();
    if (kind < 0 || kind > static_cast<int>(visitor::ScreenKind::person)) {
        return std::nullopt;
    }
    return visitor::Stop{static_cast<visitor::ScreenKind>(kind), at[1].get<std::string>(), at[2].get<int>(), 0};
}

/// "   12.34 s  OpenItem [\"the-lamp\"]  story:the-lamp, page 1"
void tell(const visitor::Intent& intent, const Json& line, const visitor::Visit& visit, std::ostream& out) {
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%10.2f s  ", intent.now);
    out << seconds.data() << visitor::nameOf(intent.meaning);
    if (line.contains("with")) {
        out << ' ' << line["with"].dump();
    }
    out << "  ->  " << visit.place() << ", page " << visit.now().here.page + 1 << '\n';
}

} // namespace

int replay(const std::filesystem::path& report, const RunOptions& wanted, std::ostream& out, std::ostream& error) {
    std::ifstream in(report);
    std::string text;
    if (!in || !std::getline(in, text)) {
        error << report.string() << ": This crash report cannot be read. Look whether the file is there and may be "
              << "read.\n";
        return 2;
    }
    const Json head = Json::parse(text, nullptr, false);
    RunOptions options = wanted;
    if (head.is_object()) {
        out << "Schacht " << head.value("schacht", "of an unknown version") << ", pack "
            << head.value("pack", "unknown") << '\n';
        options.language = options.language.empty() ? head.value("language", "") : options.language;
        options.width = options.width > 0 ? options.width : head.value("width", 0);
        options.height = options.height > 0 ? options.height : head.value("height", 0);
    }
    const auto material = Material::read(options);
    if (!material) {
        error << "schacht: " << material.error().message << '\n';
        return 2;
    }
    constexpr int usualWidth = 1920;
    constexpr int usualHeight = 1080;
    const stage::Screen screen =
        stage::screenFor(options.width > 0 ? options.width : usualWidth,
                         options.height > 0 ? options.height : usualHeight, stage::usualDiagonal);
    visitor::Visit visit(material->catalogue(), material->words, material->theme, {.language = options.language});
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
            const auto place = placeOf(line);
            const bool there = place && visitor::stands(*place, material->catalogue());
            visit.goTo(there ? *place : visitor::Stop{}, intent->now);
            begun = true;
        }
        visit.intend(intent->meaning, intent->now);
        (void)visit.show(screen, typesetter, intent->now);
        tell(*intent, line, visit, out);
    }
    out << std::flush;
    if (graphics::screenSize()) {
        auto shell = openShell(options, material->theme.colour.coal);
        if (shell) {
            (*shell)->run(visit);
        }
    }
    return lost == 0 ? 0 : 1;
}

} // namespace schacht::kiosk
