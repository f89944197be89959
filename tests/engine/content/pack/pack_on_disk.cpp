#include "tests/engine/content/pack/pack_on_disk.hpp"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <map>
#include <sstream>
#include <unistd.h>

namespace schacht::tests {
namespace {

namespace fs = std::filesystem;

const fs::path testFolder = fs::path(SCHACHT_SOURCE_FOLDER) / "tests/engine/content";

} // namespace

PackOnDisk::PackOnDisk() {
    static std::atomic<int> count = 0;
    root = fs::temp_directory_path() / ("schacht-content-" + std::to_string(getpid()) + "-" + std::to_string(count++));
    fs::copy(testFolder / "good", root, fs::copy_options::recursive);
}

PackOnDisk::~PackOnDisk() {
    std::error_code ignored;
    fs::remove_all(root, ignored);
}

void PackOnDisk::write(const std::string& path, std::string_view text) const {
    fs::create_directories((root / path).parent_path());
    std::ofstream(root / path, std::ios::binary) << text;
}

void PackOnDisk::link(const std::string& path, const fs::path& to) const {
    fs::create_directories((root / path).parent_path());
    fs::create_symlink(to, root / path);
}

base::Result<content::PackReading> PackOnDisk::read(bool lookAtMedia) const {
    return content::readPack(root, {.today = "2026-11-24", .lookAtMedia = lookAtMedia});
}

std::string PackOnDisk::problems() const {
    const auto reading = read();
    if (!reading) {
        return describe(reading.error());
    }
    std::string all;
    for (const base::Problem& problem : reading->problems) {
        all += describe(problem);
    }
    return all;
}

std::string describe(const base::Problem& problem) {
    std::ostringstream text;
    text << problem.location.file;
    if (problem.location.line > 0) {
        text << ':' << problem.location.line << ':' << problem.location.column;
    }
    text << (problem.severity == base::Severity::error ? " error " : " warning ") << problem.code;
    if (!problem.location.pointer.empty()) {
        text << ' ' << problem.location.pointer;
    }
    text << "\n    " << problem.message << '\n';
    return text.str();
}

std::string smallStory(std::string_view more) {
    return R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/lamp.svg", "alt": "A lamp"}, "themes": ["mines"],
 "pages": [{"layout": "quote", "quote": "We were silent."}])" +
           std::string(more) + "}\n";
}

std::string destinationOf(const std::string& faulty) {
    static const std::map<std::string, std::string> files = {{"pack", "pack.json"},
                                                             {"places", "places.json"},
                                                             {"people", "people.json"},
                                                             {"credits", "media/credits.json"},
                                                             {"strings", "strings/nl.json"}};
    const auto slash = faulty.find('/');
    const auto found = files.find(faulty.substr(0, slash));
    if (found != files.end()) {
        return found->second;
    }
    const std::string folder = faulty.substr(0, slash);
    if (folder == "timed_text") {
        return faulty.ends_with(".srt") ? "media/films/years.en.srt" : "media/voices/the-lamp.en.vtt";
    }
    std::string name = faulty.substr(slash + 1);
    std::replace(name.begin(), name.end(), '_', '-');
    return (folder == "items" ? "stories" : folder) + "/" + name;
}

std::vector<std::string> faultyFiles() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(testFolder / "faulty")) {
        if (entry.is_regular_file() && entry.path().filename() != "sentences.txt") {
            names.push_back(fs::relative(entry.path(), testFolder / "faulty").string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace schacht::tests
