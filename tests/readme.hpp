#pragma once
#include "tests/temporary_folder.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>
#include <sys/wait.h>
#include <utility>
#include <vector>

namespace schacht::tests {

/// A command of a shell, run to its end: what it said on both outputs, and its status.
struct Said {
    std::string words;
    int status = -1;
};
inline Said runShell(const std::string& command) {
    Said said;
    std::FILE* pipe = popen(("{ " + command + "\n} 2>&1").c_str(), "r");
    if (pipe == nullptr) {
        return said;
    }
    std::array<char, 4096> some{};
    for (std::size_t got = 0; (got = std::fread(some.data(), 1, some.size(), pipe)) > 0;) {
        said.words.append(some.data(), got);
    }
    const int status = pclose(pipe);
    said.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return said;
}

/// What stands in fences in a README: commands, what they print, files and parts of files.
struct ReadmeBlock {
    std::string kind; ///< sh, text, json, vtt
    std::string text;
    std::string file; ///< the .json or .vtt file that was named last before it
};

/// section: the words of a heading of the second level; empty: the whole README.
inline std::vector<ReadmeBlock> readmeBlocks(const std::filesystem::path& readme, const std::string& section = {}) {
    static const std::regex fileName("`([^` ]+\\.(json|vtt))`");
    std::vector<ReadmeBlock> blocks;
    std::istringstream lines(readFile(readme));
    bool ours = section.empty();
    bool inside = false;
    std::string file;
    for (std::string line; std::getline(lines, line);) {
        if (!inside && line.starts_with("## ")) {
            ours = section.empty() || line == "## " + section;
        } else if (line.starts_with("```")) {
            inside = !inside;
            if (ours && inside) {
                blocks.push_back({line.substr(3), {}, file});
            }
        } else if (inside && ours) {
            blocks.back().text += line + "\n";
        } else if (ours) {
            for (std::sregex_iterator each(line.begin(), line.end(), fileName), end; each != end; ++each) {
                file = (*each)[1];
            }
        }
    }
    return blocks;
}

/// Follows a README as someone does who types what it says, in a folder of its own.
class Follower {
public:
    /// in: where its commands are typed. paths: where programs are looked for first; empty: as ever.
    explicit Follower(std::filesystem::path in, std::string paths = {})
        : folder(std::move(in)), programs(std::move(paths)) {}

    void follow(const ReadmeBlock& block) {
        if (block.kind == "sh") {
            type(block.text);
        } else if (block.kind == "json") {
            change(folder / block.file, block.text);
        } else if (block.kind == "text") {
            if (said.words != block.text) {
                wrong += "It says “" + said.words + "”, and README.md “" + block.text + "”.\n";
            }
            said.status = 0; // what it says is what README.md expects
        } else {
            writeFile(folder / block.file, block.text);
        }
    }
    /// What was not as README.md says; empty where all was.
    [[nodiscard]] std::string complaints() const {
        return wrong + (said.status > 0 ? "The last command failed: " + said.words : std::string());
    }
    /// The commands that show a pack on the screen: they are left to whoever has one.
    std::vector<std::string> shown;

private:
    void type(const std::string& commands) {
        std::istringstream lines(commands);
        for (std::string line; std::getline(lines, line);) {
            if (line.find("schacht run ") != std::string::npos || line.find("schacht preview ") != std::string::npos) {
                shown.push_back(line);
                continue;
            }
            wrong = complaints();
            said = runShell("cd '" + folder.string() + "' && PATH='" + programs + "':$PATH && " + line);
        }
    }
    /// A whole file where there is none; else a page more, or the keys that are given.
    void change(const std::filesystem::path& file, std::string text) {
        using Json = nlohmann::ordered_json;
        if (!std::filesystem::exists(file)) {
            writeFile(file, text);
            return;
        }
        text.erase(text.find_last_not_of(",\n") + 1);
        const auto part = Json::parse(text.front() == '"' ? "{" + text + "}" : text);
        Json whole = Json::parse(readFile(file));
        if (part.contains("layout")) {
            whole["pages"].push_back(part);
        } else {
            whole.update(part);
        }
        writeFile(file, whole.dump(2));
    }

    std::filesystem::path folder;
    std::string programs;
    Said said{{}, 0};
    std::string wrong;
};

/// Makes the first pack of the top README.md by its words, in `folder`. The path of the program is linked to stand
/// where README.md has it.
inline Follower firstPackOfReadme(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    fs::create_directories(folder / "build/release");
    fs::create_symlink(SCHACHT_PROGRAM, folder / "build/release/schacht");
    fs::create_symlink(fs::path(SCHACHT_SOURCE_FOLDER) / "content", folder / "content");
    Follower follower(folder);
    for (const ReadmeBlock& block :
         readmeBlocks(fs::path(SCHACHT_SOURCE_FOLDER) / "README.md", "A first pack in ten minutes")) {
        follower.follow(block);
    }
    return follower;
}

} // namespace schacht::tests
