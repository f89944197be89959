#include "engine/content/timed_text/timed_text.hpp"
#include "kiosk/commands/inspect_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <set>
#include <sstream>

namespace schacht::kiosk {
namespace {

/// More than any recording has; the object of each takes a kilobyte.
constexpr std::size_t mostCues = 200'000;

/// Whole numbers without a fraction, as people write them.
Inspection numberOf(double number) {
    constexpr double exact = 9'007'199'254'740'992;
    const bool whole = std::abs(number) < exact && std::floor(number) == number;
    return whole ? Inspection(static_cast<std::int64_t>(number)) : Inspection(number);
}

Inspection numberOrAuto(const std::optional<double>& number) {
    return number ? numberOf(*number) : Inspection("auto");
}

using content::CueSettings;
constexpr std::array<std::string_view, 3> verticals = {"", "rl", "lr"};
constexpr std::array<std::string_view, 3> lineAligns = {"start", "center", "end"};
constexpr std::array<std::string_view, 4> positionAligns = {"auto", "line-left", "center", "line-right"};
constexpr std::array<std::string_view, 5> aligns = {"start", "center", "end", "left", "right"};

template <class Names, class Value>
std::string_view wordOf(const Names& names, Value value) {
    return names.at(static_cast<std::size_t>(value));
}

Inspection regionOf(const content::Region& region) {
    return {{"id", region.id},
            {"width", numberOf(region.width)},
            {"lines", numberOf(region.lines)},
            {"regionAnchorX", numberOf(region.anchorX)},
            {"regionAnchorY", numberOf(region.anchorY)},
            {"viewportAnchorX", numberOf(region.viewportAnchorX)},
            {"viewportAnchorY", numberOf(region.viewportAnchorY)},
            {"scroll", region.scrollUp ? "up" : ""}};
}

Inspection cueOf(const content::Cue& cue, const content::TimedText& timed) {
    const CueSettings& settings = cue.settings;
    const auto voice = content::firstVoice(cue);
    return {{"id", cue.id},
            {"start", numberOf(cue.start)},
            {"end", numberOf(cue.end)},
            {"text", cue.text},
            {"plain", content::plainText(cue)},
            {"voice", voice ? Inspection(*voice) : Inspection(nullptr)},
            {"settings",
             {{"vertical", wordOf(verticals, settings.vertical)},
              {"line", numberOrAuto(settings.line)},
              {"snapToLines", settings.snapToLines},
              {"lineAlign", wordOf(lineAligns, settings.lineAlign)},
              {"position", numberOrAuto(settings.position)},
              {"positionAlign", wordOf(positionAligns, settings.positionAlign)},
              {"size", numberOf(settings.size)},
              {"align", wordOf(aligns, settings.align)},
              {"region", cue.region ? regionOf(timed.regions.at(*cue.region)) : Inspection(nullptr)}}}};
}

/// h:mm:ss
std::string clockOf(double seconds) {
    constexpr double most = 1e9; // beyond it only the file's author knows what was meant
    const auto whole = static_cast<std::int64_t>(std::min(seconds, most));
    std::ostringstream clock;
    clock << whole / 3600 << std::setfill('0') << ":" << std::setw(2) << whole / 60 % 60 << ":" << std::setw(2)
          << whole % 60;
    return clock.str();
}

Inspection refusedCues(std::string_view format, std::string_view sentence) {
    Inspection inspection = refused(format, sentence);
    inspection["cues"] = Inspection::array();
    return inspection;
}

Inspection timedTextOf(std::string_view format, const base::Result<content::TimedText>& timed) {
    if (!timed) {
        return refusedCues(format, timed.error().message);
    }
    if (timed->cues.size() > mostCues) {
        return refusedCues(format, "This file has more than 200,000 cues, more than any recording has.");
    }
    Inspection inspection{{"format", format}, {"valid", true}, {"cues", Inspection::array()}};
    for (const content::Cue& cue : timed->cues) {
        inspection["cues"].push_back(cueOf(cue, *timed));
    }
    inspection["problems"] = Inspection::array();
    for (const base::Problem& problem : timed->problems) {
        inspection["problems"].push_back({{"code", problem.code},
                                          {"severity", problem.severity == base::Severity::error ? "error" : "warning"},
                                          {"message", problem.message},
                                          {"line", problem.location.line}});
    }
    return inspection;
}

} // namespace

Inspection inspectWebVtt(std::string_view text) {
    return timedTextOf("webvtt", content::readWebVtt(text));
}

Inspection inspectSrt(std::string_view text) {
    return timedTextOf("srt", content::readSrt(text));
}

std::string timedTextInWords(const Inspection& inspection) {
    std::ostringstream words;
    const Inspection& cues = inspection["cues"];
    words << "Captions (" << inspection["format"].get<std::string>() << ") of " << cues.size()
          << (cues.size() == 1 ? " cue" : " cues");
    if (!cues.empty()) {
        double first = cues[0]["start"];
        double last = cues[0]["end"];
        for (const Inspection& cue : cues) {
            first = std::min(first, cue["start"].get<double>());
            last = std::max(last, cue["end"].get<double>());
        }
        words << ", from " << clockOf(first) << " to " << clockOf(last);
    }
    words << ".\n";
    std::set<std::string> voices;
    for (const Inspection& cue : cues) {
        if (cue["voice"].is_string() && cue["voice"] != "") {
            voices.insert(cue["voice"]);
        }
    }
    for (const std::string& voice : voices) {
        words << (voice == *voices.begin() ? "Voices: " : ", ") << voice;
    }
    words << (voices.empty() ? "" : ".\n");
    for (const Inspection& problem : inspection["problems"]) {
        if (problem["line"] != 0) {
            words << "Line " << problem["line"] << ": ";
        }
        words << problem["message"].get<std::string>() << "\n";
    }
    return words.str();
}

} // namespace schacht::kiosk
