#include "tests/layers/rules.hpp"
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <string_view>
#include <utility>

namespace schacht::layers {
namespace {

namespace fs = std::filesystem;

struct Room {
    std::string_view folder;
    int floor;
    int step = 0;
};

// The table of the architecture. A room may include itself and what stands lower; of rooms inside each other, the
// innermost counts. Rooms of one floor that use each other in an order have a step each. Of a row that ends in a star,
// every folder is a room of its own.
constexpr std::array rooms{
    Room{"engine/base", 0},
    Room{"engine/content/language", 1, 0},
    Room{"engine/content/json", 1, 1},
    Room{"engine/content/edtf", 1, 1},
    Room{"engine/content/timed_text", 1, 1},
    Room{"engine/content/prose", 1, 1},
    Room{"engine/content/format", 1, 2},
    Room{"engine/content/kinds", 1, 3},
    Room{"engine/content/pack", 1, 4},
    Room{"engine/graphics", 2},
    Room{"engine/text", 2},
    Room{"engine/catalogue", 2},
    Room{"engine/journal", 2},
    Room{"engine/input", 3},
    Room{"engine/media", 3},
    Room{"engine/assets", 3},
    Room{"engine/scene", 4},
    Room{"engine/stage", 5},
    Room{"kiosk/configuration", 6},
    Room{"kiosk/visitor/core", 7},
    Room{"kiosk/visitor/kit", 8},
    Room{"kiosk/visitor/parts/*", 9},
    Room{"kiosk/visitor/kinds/*", 10},
    Room{"kiosk/visitor/frame", 11},
    Room{"kiosk/visitor/session", 12, 0},
    Room{"kiosk/production", 12, 1},
    Room{"kiosk/staff", 13},
    Room{"kiosk/probe", 13}, // a program of its own
    Room{"kiosk/commands", 14, 0},
    Room{"kiosk", 14, 1},
};
constexpr int longestFile = 400; // lines

struct SourceFile {
    std::string path; // relative to the tree, with '/'
    std::vector<std::string> lines;

    bool isHeader() const { return path.ends_with(".hpp"); }
    std::string name() const { return path.substr(path.rfind('/') + 1); }
};

bool isIn(std::string_view path, const Room& room) {
    std::string_view folder = room.folder;
    if (folder.ends_with("/*")) {
        folder.remove_suffix(1);
        return path.starts_with(folder) && path.find('/', folder.size()) != path.npos;
    }
    return path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

const Room* roomOf(std::string_view path) {
    const Room* innermost = nullptr;
    for (const Room& room : rooms) {
        if (isIn(path, room) && (innermost == nullptr || room.folder.size() > innermost->folder.size())) {
            innermost = &room;
        }
    }
    return innermost;
}

/// "engine/misc" of "engine/misc/thing.hpp", for a path that is in no room.
std::string folderOf(const std::string& path) {
    return path.substr(0, path.rfind('/'));
}

/// The units of engine/content/kinds that are kinds of items: each has a folder of its own among the kiosk's.
bool isKind(std::string_view name, const fs::path& tree) {
    return fs::is_directory(tree / "kiosk/visitor/kinds" / name);
}

bool mayInclude(const std::string& file, const Room& from, const std::string& included, const Room& to,
                const fs::path& tree) {
    if (&from != &to) {
        return std::pair(to.floor, to.step) < std::pair(from.floor, from.step);
    }
    if (from.folder.ends_with("/*")) {
        return folderOf(file) == folderOf(included);
    }
    const auto unit = [](const std::string& path) { return fs::path(path).stem().string(); };
    const bool kinds =
        from.folder == "engine/content/kinds" && isKind(unit(file), tree) && isKind(unit(included), tree);
    return !kinds || unit(file) == unit(included);
}

SourceFile read(const fs::path& tree, const fs::path& file) {
    SourceFile source{fs::relative(file, tree).generic_string(), {}};
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        source.lines.push_back(line);
    }
    return source;
}

std::vector<SourceFile> sourcesOf(const fs::path& tree) {
    std::vector<SourceFile> sources;
    for (const auto* top : {"engine", "kiosk"}) {
        if (!fs::exists(tree / top)) {
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(tree / top)) {
            const auto extension = entry.path().extension();
            if (extension == ".hpp" || extension == ".cpp") {
                sources.push_back(read(tree, entry.path()));
            }
        }
    }
    std::ranges::sort(sources, {}, &SourceFile::path);
    return sources;
}

class Report {
public:
    void add(const SourceFile& file, std::size_t line, std::string what) {
        violations.push_back({file.path, static_cast<int>(line), std::move(what)});
    }
    std::vector<Violation> violations;
};

void checkInclude(const SourceFile& file, std::size_t line, const std::string& included, const fs::path& tree,
                  Report& report) {
    if (!included.starts_with("engine/") && !included.starts_with("kiosk/")) {
        report.add(file, line, "includes \"" + included + "\"; write the path from the top, so that its floor shows");
        return;
    }
    const Room* const from = roomOf(file.path);
    const Room* const to = roomOf(included);
    if (to == nullptr) {
        report.add(file, line,
                   "includes " + included + ", but " + folderOf(included) + " has no floor in the architecture");
    } else if (from != nullptr && !mayInclude(file.path, *from, included, *to, tree)) {
        report.add(file, line,
                   "includes " + included + ", which is not on a lower floor than " + std::string(from->folder) +
                       "; each floor must build and be tested without those above and beside it");
    }
}

void checkLines(const SourceFile& file, const fs::path& tree, Report& report) {
    static const std::regex include(R"(^\s*#\s*include\s*"([^"]+)\")");
    static const std::regex vagueName(R"(^\s*(class|struct)\s+\w*(Manager|Helper|Utils?)\b)");
    static const std::regex usingNamespace(R"(^\s*using\s+namespace\b)");
    for (std::size_t index = 0; index < file.lines.size(); ++index) {
        const auto& text = file.lines[index];
        std::smatch match;
        if (std::regex_search(text, match, include)) {
            checkInclude(file, index + 1, match[1], tree, report);
        } else if (file.isHeader() && std::regex_search(text, usingNamespace)) {
            report.add(file, index + 1,
                       "using namespace in a header changes what names mean in every file that has it");
        } else if (std::regex_search(text, match, vagueName)) {
            report.add(file, index + 1, "a type named " + match[2].str() + " does not say what it is for");
        }
    }
}

void checkFile(const SourceFile& file, const fs::path& tree, Report& report) {
    static const std::regex snakeCase("[a-z][a-z0-9_]*\\.(hpp|cpp)");
    if (roomOf(file.path) == nullptr) {
        report.add(file, 0, "stands in a folder that has no floor in the architecture");
    }
    if (file.isHeader() && std::ranges::find(file.lines, "#pragma once") == file.lines.end()) {
        report.add(file, 0, "has no #pragma once; a header that is read twice does not compile");
    }
    if (file.lines.size() > longestFile) {
        report.add(file, 0, std::to_string(file.lines.size()) + " lines; a file of more than 400 has two jobs");
    }
    if (!std::regex_match(file.name(), snakeCase)) {
        report.add(file, 0, "is not named in snake_case after its main type");
    }
    checkLines(file, tree, report);
}

void checkNames(const std::vector<SourceFile>& files, Report& report) {
    std::map<std::string, std::string> places;
    for (const auto& file : files) {
        if (!file.path.starts_with("engine/")) {
            continue;
        }
        const auto [place, isNew] = places.emplace(file.name(), file.path);
        if (!isNew) {
            report.add(file, 0, "has the name of " + place->second + "; one name for two things misleads readers");
        }
    }
}

bool parses(const fs::path& script) {
    // The path comes from this tree; quotes keep a space in it together.
    const auto command = "bash -n '" + script.string() + "' 2>/dev/null";
    return std::system(command.c_str()) == 0;
}

} // namespace

std::vector<Violation> violationsIn(const fs::path& tree) {
    const auto files = sourcesOf(tree);
    Report report;
    for (const auto& file : files) {
        checkFile(file, tree, report);
    }
    checkNames(files, report);
    return report.violations;
}

std::vector<Violation> scriptViolationsIn(const fs::path& tree) {
    Report report;
    for (auto entry = fs::recursive_directory_iterator(tree); entry != fs::recursive_directory_iterator(); ++entry) {
        const auto name = entry->path().filename();
        if (entry->is_directory() && (name == "build" || name == ".git" || name == ".cache")) {
            entry.disable_recursion_pending();
        }
        std::string firstLine;
        if (!entry->is_regular_file() || !std::getline(std::ifstream(entry->path()), firstLine) ||
            firstLine != "#!/usr/bin/env bash") {
            continue;
        }
        const auto script = read(tree, entry->path());
        if (!parses(entry->path())) {
            report.add(script, 0, "bash cannot parse it");
        }
        if (std::ranges::find(script.lines, "set -euo pipefail") == script.lines.end()) {
            report.add(script, 0, "has no set -euo pipefail, so it goes on after a step that failed");
        }
    }
    std::ranges::sort(report.violations, {}, &Violation::file);
    return report.violations;
}

std::string listed(const std::vector<Violation>& violations) {
    std::string text;
    for (const auto& violation : violations) {
        text += violation.file;
        if (violation.line > 0) {
            text += ":" + std::to_string(violation.line);
        }
        text += ": " + violation.what + "\n";
    }
    return text;
}

} // namespace schacht::layers
