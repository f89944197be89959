#include "kiosk/commands/inspect_file.hpp"

#include <map>
#include <sstream>

namespace schacht::kiosk {
namespace {

constexpr int screenWidth = 1920; // pixels of the smallest screen that kiosks have
constexpr int screenHeight = 1080;

std::string textOf(const Inspection& value) {
    return value.is_string() ? value.get<std::string>() : "open";
}

void describePicture(std::ostream& words, const Inspection& picture) {
    const int width = picture["displayWidth"];
    const int height = picture["displayHeight"];
    words << "A picture (" << textOf(picture["format"]) << ") of " << picture["width"] << " x " << picture["height"]
          << " pixels.\n";
    if (picture["orientation"] != 1) {
        words << "The camera noted that it was turned (orientation " << picture["orientation"] << "); it is shown as "
              << width << " x " << height << ".\n";
    }
    if (picture["format"] != "svg" && (width < screenWidth || height < screenHeight) &&
        (width < screenHeight || height < screenWidth)) {
        words << "It is smaller than a screen of 1920 x 1080: over the whole screen it will look soft.\n";
    }
}

void describeDates(std::ostream& words, const Inspection& file) {
    int refused = 0;
    for (const Inspection& date : file["dates"]) {
        words << textOf(date["input"]) << ": ";
        if (!date["valid"].get<bool>()) {
            ++refused;
            words << textOf(date["error"]) << "\n";
            continue;
        }
        words << textOf(date["earliest"]) << " to " << textOf(date["latest"]);
        words << (date["uncertain"].get<bool>() ? ", uncertain" : "");
        words << (date["approximate"].get<bool>() ? ", approximate" : "") << "\n";
    }
    words << file["dates"].size() << " dates, " << refused << " of them not EDTF.\n";
}

void describeMarkdown(std::ostream& words, const Inspection& prose) {
    words << "Prose of " << prose["blocks"].size() << " blocks.\n";
    for (const Inspection& problem : prose["problems"]) {
        words << "Line " << problem["line"] << ", column " << problem["column"] << ": " << textOf(problem["message"])
              << "\n";
    }
}

void describeJson(std::ostream& words, const Inspection& file) {
    const Inspection& value = file["value"];
    words << "A JSON document: ";
    if (value.is_structured()) {
        words << (value.is_object() ? "an object" : "an array") << " of " << value.size()
              << (value.size() == 1 ? " member" : " members") << ".\n";
    } else {
        words << "one " << value.type_name() << ".\n";
    }
}

void describePack(std::ostream& words, const Inspection& pack) {
    words << "The pack " << textOf(pack["id"]) << ", in";
    for (const Inspection& language : pack["languages"]) {
        words << " " << textOf(language);
    }
    words << ".\n";
    std::map<std::string, int> kinds;
    for (const Inspection& item : pack["items"]) {
        ++kinds[textOf(item["kind"])];
    }
    for (const auto& [kind, count] : kinds) {
        words << kind << ": " << count << "\n";
    }
    if (pack["problems"] != 0) {
        words << pack["problems"] << " problems: schacht check names each with its place.\n";
    }
}

} // namespace

std::string inWords(const Inspection& inspection) {
    std::ostringstream words;
    const std::string format = textOf(inspection["format"]);
    if (inspection.contains("error")) {
        words << (format == "unknown" ? "" : "Refused as " + format + ". ") << textOf(inspection["error"]);
        if (inspection.contains("line")) {
            words << " (line " << inspection["line"] << ", column " << inspection["column"] << ")";
        }
        words << "\n";
    }
    if (inspection.contains("duration")) {
        words << mediaInWords(inspection);
    } else if (inspection.contains("grid")) {
        describePicture(words, inspection);
    } else if (inspection.contains("dates")) {
        describeDates(words, inspection);
    } else if (inspection.contains("blocks")) {
        describeMarkdown(words, inspection);
    } else if (inspection.contains("value")) {
        describeJson(words, inspection);
    } else if (inspection.contains("problems") && inspection.contains("cues")) {
        words << timedTextInWords(inspection);
    } else if (inspection.contains("items")) {
        describePack(words, inspection);
    }
    return words.str();
}

} // namespace schacht::kiosk
