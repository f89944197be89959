#include "kiosk/production/problem_line.hpp"

#include <algorithm>
#include <cctype>
#include <ostream>

namespace schacht::kiosk {

const char* nameOf(base::Severity severity) {
    return severity == base::Severity::error ? "error" : "warning";
}

std::string printable(std::string text) {
    std::replace_if(text.begin(), text.end(), [](unsigned char c) { return std::iscntrl(c) != 0; }, '?');
    return text;
}

std::string whereOf(const base::Problem& problem, const std::filesystem::path& whole) {
    base::Location location = problem.location;
    location.file = printable(location.file.empty() ? whole.string() : location.file);
    return base::locationText(location);
}

void writeProblem(const base::Problem& problem, const std::filesystem::path& whole, std::ostream& out) {
    out << whereOf(problem, whole) << ": " << nameOf(problem.severity) << ": " << problem.message << '\n';
}

} // namespace schacht::kiosk
