#include "engine/stage/trace.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <nlohmann/json.hpp>

namespace schacht::stage {
namespace {

constexpr base::Seconds inPlace = 0.3; // what has not moved for so long is in its place, whatever else moves

/// Where in its box a finger meets the node and nothing over it: as near to the middle as there is such a place.
std::optional<base::Point> touchable(const std::vector<scene::Placed>& placed, const scene::Placed& of) {
    constexpr std::array shares{.5F, .35F, .65F, .2F, .8F, .08F, .92F};
    for (const float down : shares) {
        for (const float across : shares) {
            const base::Point at{of.box.x + of.box.width * across, of.box.y + of.box.height * down};
            if (scene::hitTest(placed, at).target == of.node->id) {
                return at;
            }
        }
    }
    return std::nullopt;
}

/// Changes with what can be touched and where it is; never 0.
std::uint64_t whereTargetsAre(const std::vector<scene::Placed>& placed) {
    std::uint64_t hash = 1;
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x100000001b3U; }; // FNV-1a's prime
    for (const scene::Placed& each : placed) {
        const bool seen = !each.leaving && each.alpha >= 0.5F;
        if (each.node->touch && each.node->touch->enabled && seen) {
            mix(each.node->id);
            for (const float part : {each.box.x, each.box.y, each.box.width, each.box.height}) {
                mix(std::bit_cast<std::uint32_t>(part));
            }
        }
    }
    return hash == 0 ? 1 : hash;
}

} // namespace

base::Result<Trace> Trace::open(const std::filesystem::path& path, bool goesOn) {
    Trace trace;
    if (path.empty()) {
        return trace;
    }
    trace.file.reset(std::fopen(path.c_str(), goesOn ? "ae" : "we"));
    if (trace.file == nullptr) {
        return base::refuse("trace-unwritable", "The trace cannot be written to " + path.string() +
                                                    ". Choose a file in a folder that you may write to.");
    }
    return trace;
}

void Trace::append(const std::string& line) {
    const std::string text = line + "\n";
    std::fwrite(text.data(), 1, text.size(), file.get());
    std::fflush(file.get());
}

void Trace::write(base::Seconds now, const TraceLine& report) {
    if (file == nullptr) {
        return;
    }
    if (report.event == "screen") {
        targetsTold = 0;
        targetsSince = now;
    }
    nlohmann::ordered_json line{{"t", std::round(now * 1e5) / 1e5}, {"event", report.event}};
    for (const auto& [key, value] : report.fields) {
        if (const auto* words = std::get_if<std::string>(&value)) {
            line[key] = *words;
        } else if (const double number = std::get<double>(value);
                   number == std::floor(number) && std::abs(number) < 1e15) {
            line[key] = static_cast<std::int64_t>(number);
        } else {
            line[key] = std::round(number * 1000) / 1000;
        }
    }
    append(line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Trace::targets(base::Seconds now, const std::vector<scene::Placed>& placed, bool moving, float scale) {
    if (file == nullptr) {
        return;
    }
    const std::uint64_t there = whereTargetsAre(placed);
    if (there != targetsBefore) {
        targetsBefore = there;
        targetsSince = now;
    }
    const bool rests = !moving || now >= targetsSince + inPlace;
    if (!rests || there == targetsTold) {
        return;
    }
    targetsTold = there;
    nlohmann::ordered_json nodes = nlohmann::ordered_json::array();
    for (const scene::Placed& each : placed) {
        if (const auto at = each.node->touch ? touchable(placed, each) : std::nullopt) {
            nodes.push_back({{"id", each.node->id},
                             {"name", each.node->name},
                             {"x", std::round(at->x * scale)},
                             {"y", std::round(at->y * scale)}});
        }
    }
    append(nlohmann::ordered_json{{"t", now}, {"event", "targets"}, {"nodes", std::move(nodes)}}.dump(
        -1, ' ', false, nlohmann::json::error_handler_t::replace));
}

void Trace::problem(base::Seconds now, const base::Problem& p) {
    TraceLine report{"problem",
                     {{"code", p.code},
                      {"severity", p.severity == base::Severity::error ? "error" : "warning"},
                      {"message", p.message}}};
    if (!p.location.file.empty()) {
        report.fields.emplace_back("file", p.location.file);
    }
    if (p.location.line > 0) {
        report.fields.emplace_back("line", static_cast<double>(p.location.line));
        report.fields.emplace_back("column", static_cast<double>(p.location.column));
    }
    if (!p.location.pointer.empty()) {
        report.fields.emplace_back("pointer", p.location.pointer);
    }
    write(now, report);
}

} // namespace schacht::stage
