#include "kiosk/commands/check.hpp"

#include "engine/assets/decode.hpp"
#include "engine/base/clock.hpp"
#include "engine/content/language/foreign_file.hpp"
#include "engine/content/pack/read_pack.hpp"
#include "engine/media/probe.hpp"
#include "kiosk/production/places.hpp"
#include "kiosk/production/problem_line.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

namespace schacht::kiosk {
namespace {

using base::Problem;
using base::Severity;

struct Findings {
    std::size_t items = 0;
    std::vector<Problem> problems;
    bool couldLook = true;
    bool isPack = true; ///< false: refused as a whole

    [[nodiscard]] std::size_t count(Severity severity) const {
        return static_cast<std::size_t>(std::count_if(
            problems.begin(), problems.end(), [severity](const Problem& each) { return each.severity == severity; }));
    }
};

/// Why a picture cannot be shown, in a sentence about it.
base::Result<void> lookIntoPicture(const std::filesystem::path& file) {
    const auto started = assets::startPictures();
    const auto seen = started ? assets::lookAtPicture(file) : tl::unexpected(started.error());
    if (seen) {
        return {};
    }
    std::string start(std::size_t{64}, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(in.gcount()));
    if (start.empty()) {
        return base::refuse("picture", "This file is empty. Copy it again from where it came from.");
    }
    const std::string_view foreign = content::foreignFormat(start);
    return base::refuse("picture", foreign.empty() || seen.error().code != "picture-format"
                                       ? seen.error().message
                                       : "This file is " + std::string(foreign) +
                                             ", whatever its name says. Save the picture as JPEG or PNG.");
}

Findings look(const std::filesystem::path& pack, const content::LookIntoMedium& intoMedium) {
    auto reading = content::readPack(
        pack, {.today = base::today(), .lookAtMedia = true, .picture = lookIntoPicture, .look = intoMedium});
    if (reading) {
        return {reading->itemFiles, std::move(reading->problems)};
    }
    Problem& problem = reading.error();
    if (problem.code == "not-a-folder") {
        problem.message = "This is a file, not a pack. Name the folder that holds pack.json.";
    }
    const bool couldLook = problem.code != "no-such-folder" && problem.code != "unreadable";
    return {0, {std::move(problem)}, couldLook, false};
}

void writeJson(const Findings& findings, std::ostream& out) {
    using Json = nlohmann::ordered_json;
    Json problems = Json::array();
    for (const Problem& problem : findings.problems) {
        Json each = {{"code", problem.code},
                     {"severity", nameOf(problem.severity)},
                     {"message", problem.message},
                     {"file", problem.location.file}};
        if (problem.location.line > 0) {
            each["line"] = problem.location.line;
            each["column"] = problem.location.column;
        }
        if (!problem.location.pointer.empty()) {
            each["pointer"] = problem.location.pointer;
        }
        problems.push_back(std::move(each));
    }
    const Json whole = {{"format", "check"}, {"items", findings.items}, {"problems", std::move(problems)}};
    // Names of files need not be UTF-8.
    out << whole.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + " " + (count == 1 ? one : many);
}

void writeLines(const Findings& findings, const std::filesystem::path& pack, std::ostream& out) {
    for (const Problem& problem : findings.problems) {
        writeProblem(problem, pack, out);
    }
    const std::size_t errors = findings.count(Severity::error);
    const std::size_t warnings = findings.count(Severity::warning);
    out << counted(findings.items, "item", "items") << ", ";
    if (errors + warnings == 0) {
        out << "nothing wrong.\n";
        return;
    }
    out << counted(errors, "error", "errors") << ", " << counted(warnings, "warning", "warnings") << ".";
    const char* const shown = errors == 0       ? " Everything is shown.\n"
                              : findings.isPack ? " What has an error is left out of the kiosk.\n"
                                                : " Nothing of it can be shown.\n";
    out << shown;
}

} // namespace

int check(const std::filesystem::path& pack, bool json, std::ostream& out, std::ostream& error) {
    const media::Probe probe(probeProgram());
    return check(pack, json, [&probe](const auto& file) { return probe.look(file); }, out, error);
}

int check(const std::filesystem::path& pack, bool json, const content::LookIntoMedium& intoMedium, std::ostream& out,
          std::ostream& error) {
    const Findings findings = look(pack, intoMedium);
    if (!findings.couldLook) {
        const Problem& problem = findings.problems.front();
        error << printable(problem.location.file.empty() ? pack.string() : (pack / problem.location.file).string())
              << ": " << problem.message << '\n';
        if (json) {
            writeJson(findings, out);
        }
        return 2;
    }
    if (json) {
        writeJson(findings, out);
    } else {
        writeLines(findings, pack, out);
    }
    return findings.count(Severity::error) > 0 ? 1 : 0;
}

} // namespace schacht::kiosk
