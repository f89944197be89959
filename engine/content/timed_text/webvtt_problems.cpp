#include "engine/content/timed_text/webvtt_problems.hpp"

#include <algorithm>
#include <utility>

namespace schacht::content {

void CueProblems::error(std::string_view code, int line, std::string sentence) {
    add(base::Severity::error, code, line, std::move(sentence));
}

void CueProblems::warning(std::string_view code, int line, std::string sentence) {
    add(base::Severity::warning, code, line, std::move(sentence));
}

void CueProblems::add(base::Severity severity, std::string_view code, int line, std::string sentence) {
    if (full()) {
        countOne();
        return;
    }
    const auto lineOf = [](const base::Problem& each) { return each.location.line; };
    const auto behind = std::ranges::upper_bound(found, line, {}, lineOf);
    found.insert(behind, {std::string(code), severity, std::move(sentence), {"", line, 0, ""}});
}

std::vector<base::Problem> CueProblems::finish() {
    auto problems = std::exchange(found, {});
    if (const std::size_t more = std::exchange(unlisted, 0); more > 0) {
        problems.push_back({"more-problems",
                            base::Severity::warning,
                            "There " + std::string(more == 1 ? "is one problem more" : "are ") +
                                (more == 1 ? "" : std::to_string(more) + " problems more") + " in this file.",
                            {}});
    }
    return problems;
}

} // namespace schacht::content
