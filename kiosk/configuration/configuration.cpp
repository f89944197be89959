#include "kiosk/configuration/configuration.hpp"

#include "engine/content/format/object_reader.hpp"
#include "engine/content/language/line_counter.hpp"
#include "engine/content/language/rules.hpp"
#include "kiosk/configuration/describe_configuration.hpp"
#include "kiosk/configuration/pin.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace schacht::kiosk {

namespace {

bool isRefused(const std::vector<base::Problem>& problems, std::string_view pointer) {
    return std::any_of(problems.begin(), problems.end(), [&](const base::Problem& problem) {
        const std::string_view at = problem.location.pointer;
        return problem.severity == base::Severity::error && at.starts_with(pointer) &&
               (at.size() == pointer.size() || at[pointer.size()] == '/');
    });
}

/// Where the keys of an object stand whose values hold. lines: of the document's text, in rising order.
void noteKeys(const content::JsonDocument& document, const content::JsonValue& object, const std::string& pointer,
              const std::string& path, content::LineCounter& lines, ConfigurationReading& reading) {
    for (const auto* each = document.firstChild(object); each != nullptr; each = document.nextSibling(*each)) {
        const std::string at = pointer + "/" + std::string(each->key);
        const std::string key = path + std::string(each->key);
        const int line = lines.at(each->keyOffset).line;
        if (each->kind == content::JsonValue::Kind::object) {
            noteKeys(document, *each, at, key + ".", lines, reading);
        } else if (!isRefused(reading.problems, at)) {
            reading.lines[key] = line;
        }
    }
}

} // namespace

base::Result<ConfigurationReading> readConfiguration(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in || std::filesystem::is_directory(file)) {
        return base::refuse("unreadable",
                            "This configuration cannot be read. Look whether the file is there and may "
                            "be read.",
                            {file.string(), 0, 0, {}});
    }
    return parseConfiguration(std::move(text), file.string());
}

base::Result<ConfigurationReading> parseConfiguration(std::string text, const std::string& file) {
    auto document = content::JsonDocument::parse(std::move(text), file);
    if (!document) {
        return tl::unexpected(std::move(document.error()));
    }
    ConfigurationReading result;
    content::FileReport report(file);
    const content::Names names; // what a pack's files refer to: nothing here does
    content::Reading reading{*document, report, names};
    reportDuplicates(reading);
    if (isObjectFile(reading)) {
        (void)readObject(reading, document->root(), {.key = "configuration"}, result.configuration);
    }
    if (const auto* pin = document->find(document->root(), "pin");
        pin != nullptr && !result.configuration.pin.empty() && !isKeptPin(result.configuration.pin)) {
        result.configuration.pin.clear();
        report.errorAt("pin-bare", pin->offset,
                       "A PIN is not written here as it is, where anybody can read it. Run schacht pin, and write here "
                       "what it prints.",
                       "/pin");
    }
    result.problems = report.finish(document->text());
    content::LineCounter lines(document->text());
    noteKeys(*document, document->root(), "", "", lines, result);
    return result;
}

} // namespace schacht::kiosk
