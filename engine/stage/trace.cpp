#include "engine/stage/trace.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace schacht::stage {

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

void Trace::write(base::Seconds now, const Report& report) {
    if (file == nullptr) {
        return;
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
    const std::string text = line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
    std::fwrite(text.data(), 1, text.size(), file.get());
    std::fflush(file.get());
}

void Trace::problem(base::Seconds now, const base::Problem& p) {
    Report report{"problem",
                  {{"code", p.code},
                   {"severity", p.severity == base::Severity::error ? "error" : "warning"},
                   {"message", p.message}}};
    if (!p.place.file.empty()) {
        report.fields.emplace_back("file", p.place.file);
    }
    if (p.place.line > 0) {
        report.fields.emplace_back("line", static_cast<double>(p.place.line));
        report.fields.emplace_back("column", static_cast<double>(p.place.column));
    }
    if (!p.place.pointer.empty()) {
        report.fields.emplace_back("pointer", p.place.pointer);
    }
    write(now, report);
}

} // namespace schacht::stage
