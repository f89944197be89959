#include "kiosk/commands/inspect.hpp"
#include "kiosk/commands/inspect_child.hpp"
#include "kiosk/commands/inspect_file.hpp"

#include <ostream>
#include <unistd.h>

namespace schacht::kiosk {
namespace {

std::string written(const Inspection& inspection, bool json) {
    return json ? inspection.dump(-1, ' ', false, Inspection::error_handler_t::replace) + "\n" : inWords(inspection);
}

/// Why a file cannot even be looked at; "" where it can.
std::string obstacle(const std::filesystem::path& file) {
    std::error_code failure;
    if (!std::filesystem::exists(file, failure)) {
        return failure && failure != std::errc::no_such_file_or_directory && failure != std::errc::not_a_directory
                   ? file.string() + " cannot be reached: " + failure.message() + "."
                   : file.string() + " does not exist.";
    }
    return access(file.c_str(), R_OK) == 0 ? "" : file.string() + " cannot be read: this user may not.";
}

} // namespace

int inspect(const std::filesystem::path& file, bool json, std::ostream& out, std::ostream& error) {
    if (const std::string why = obstacle(file); !why.empty()) {
        error << why << "\n";
        return 2;
    }
    const auto report = runInChild([&](const std::function<void(const std::string&)>& early, std::string& last) {
        const Inspection inspection = inspectFile(file, [&](std::string_view format) { early(std::string(format)); });
        last = written(inspection, json);
        return inspection["valid"].get<bool>() ? 0 : 1;
    });
    if (report.end == ChildReport::End::finished) {
        out << report.rest;
        return report.status;
    }
    out << written(refused(report.first.empty() ? "unknown" : report.first,
                           report.end == ChildReport::End::tooLong
                               ? "This file takes longer than nine seconds to look at. Make it smaller or simpler."
                               : "This file is damaged in a way, or so large, that its reader gave up on it."),
                   json);
    return 1;
}

} // namespace schacht::kiosk
