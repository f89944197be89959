#include "engine/content/format/file_report.hpp"

#include "engine/content/language/line_counter.hpp"

#include <algorithm>

namespace schacht::content {

std::string FileReport::pointer() const {
    std::string text;
    for (const PathPart& part : path) {
        text += '/';
        if (part.number > 0) {
            text += std::to_string(part.number - 1);
            continue;
        }
        for (const char c : part.key) { // RFC 6901, section 3
            text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        }
    }
    return text;
}

void FileReport::add(base::Severity severity, std::string_view code, std::size_t offset, std::string message,
                     std::string pointer) {
    if (found.size() >= most) {
        ++unlisted;
        unlistedError = unlistedError || severity == base::Severity::error;
        last = none;
        return;
    }
    last = found.size();
    found.push_back({offset, {std::string(code), severity, std::move(message), {file, 0, 0, std::move(pointer)}}, {}});
}

void FileReport::error(std::string_view code, std::size_t offset, std::string message) {
    add(base::Severity::error, code, offset, std::move(message), pointer());
}

void FileReport::warning(std::string_view code, std::size_t offset, std::string message) {
    add(base::Severity::warning, code, offset, std::move(message), pointer());
}

void FileReport::errorAt(std::string_view code, std::size_t offset, std::string message, std::string pointer) {
    add(base::Severity::error, code, offset, std::move(message), std::move(pointer));
}

void FileReport::lose(Entry because, std::string sentence) {
    if (because < found.size()) {
        found[because].lost = std::move(sentence);
    }
}

std::vector<base::Problem> FileReport::finish(std::string_view text) {
    std::ranges::stable_sort(found, {}, &Found::offset);
    LineCounter lines(text);
    std::vector<base::Problem> problems;
    problems.reserve(found.size());
    for (Found& each : found) {
        const LineCounter::Position position = lines.at(each.offset);
        each.problem.location.line = position.line;
        each.problem.location.column = position.column;
        each.problem.message += (each.lost.empty() ? "" : " ") + each.lost;
        problems.push_back(std::move(each.problem));
    }
    if (unlisted > 0) {
        problems.push_back({"more-problems",
                            unlistedError ? base::Severity::error : base::Severity::warning,
                            "This file has " + std::to_string(unlisted) +
                                " more problems. Solve the first ones; the others then show, or are gone.",
                            {file, 0, 0, {}}});
    }
    found.clear();
    return problems;
}

} // namespace schacht::content
