#include "engine/content/prose/prose_findings.hpp"
#include "engine/content/language/line_counter.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <utility>

namespace schacht::content {
namespace {

constexpr std::size_t mostFindings = 100;

/// Whether a line is a thematic break, also in a quote or a list.
bool isRule(std::string_view line) {
    const auto last = line.find_last_not_of(" \t\r");
    if (last == std::string_view::npos || std::string_view("-*_").find(line[last]) == std::string_view::npos) {
        return false;
    }
    const std::string marksAndSpaces{line[last], ' ', '\t'};
    const auto before = line.find_last_not_of(marksAndSpaces, last);
    const std::string_view marks = line.substr(before == std::string_view::npos ? 0 : before + 1);
    return std::ranges::count(marks, line[last]) >= 3;
}

} // namespace

void ProseFindings::reach(std::string_view text) {
    if (text.data() >= source.data() && text.data() < source.data() + source.size()) {
        reached = static_cast<std::size_t>(text.data() - source.data());
        settleAt(reached);
    }
}

void ProseFindings::report(base::Severity severity, std::string code, std::string message) {
    add(reached, severity, std::move(code), std::move(message));
}

void ProseFindings::await(std::string opening, base::Severity severity, std::string code, std::string message) {
    settle();
    awaited = Awaited{std::move(opening), {std::move(code), severity, std::move(message), {}}};
}

void ProseFindings::settle() {
    settleAt(reached);
}

void ProseFindings::settleAt(std::size_t offset) {
    if (!awaited) {
        return;
    }
    Awaited waiting = *std::exchange(awaited, std::nullopt);
    const std::size_t length = waiting.opening.size();
    const bool opens = offset >= length && source.substr(offset - length, length) == waiting.opening;
    add(opens ? offset - length : offset, waiting.problem.severity, std::move(waiting.problem.code),
        std::move(waiting.problem.message));
}

void ProseFindings::reportHtml(std::string_view tag) {
    if (htmlReported && tag.starts_with("</")) {
        return;
    }
    htmlReported = true;
    report(base::Severity::error, "prose-html",
           "Prose holds no HTML such as " + inQuotes(tag.substr(0, tag.find_first_of("\r\n"))) +
               ". Write **words** for strong, *words* for emphasis, and leave out other tags.");
}

void ProseFindings::reportRule() {
    const auto endOfLine = [&](std::size_t from) { return std::min(source.find('\n', from), source.size()); };
    const std::size_t afterText = reached == 0 ? 0 : endOfLine(reached);
    std::size_t start = std::max(ruleFrom, afterText);
    while (start < source.size() && !isRule(source.substr(start, endOfLine(start) - start))) {
        start = endOfLine(start) + 1;
    }
    start = std::min(start, source.size());
    ruleFrom = std::min(endOfLine(start) + 1, source.size());
    add(start, base::Severity::warning, "prose-line",
        "Prose holds no line across the page. Leave it out, or begin a new page.");
}

void ProseFindings::reportLength() {
    add(source.size(), base::Severity::error, "prose-long",
        "This text is longer than 256 KiB; what follows is left out. Make several items of it.");
}

void ProseFindings::add(std::size_t offset, base::Severity severity, std::string code, std::string message) {
    if (found.size() < mostFindings) {
        found.push_back({offset, {std::move(code), severity, std::move(message), {}}});
    }
}

std::vector<base::Problem> ProseFindings::problems() {
    settle();
    std::ranges::stable_sort(found, {}, &Finding::offset);
    LineCounter lines(source);
    std::vector<base::Problem> all;
    for (const Finding& each : found) {
        const auto position = lines.at(each.offset);
        all.push_back(each.problem);
        all.back().location.line = position.line;
        all.back().location.column = position.column;
    }
    return all;
}

} // namespace schacht::content
