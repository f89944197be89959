#include "engine/content/pack/media_files.hpp"

#include "engine/content/pack/pack_files.hpp"

#include <algorithm>
#include <unordered_set>

namespace schacht::content {
namespace {

constexpr std::string_view creditsFile = "media/credits.json";

base::Problem problemWith(std::string code, std::string message, std::string path) {
    return {std::move(code), base::Severity::error, std::move(message), {std::move(path), 0, 0, {}}};
}

/// Names that nobody can see whole, and so cannot write in the pack.
void checkName(std::string_view name, const std::string& path, std::vector<base::Problem>& problems) {
    const bool hidden = std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20U; });
    const bool spaced = name.front() == ' ' || name.back() == ' ';
    if (hidden || spaced) {
        problems.push_back({"file-name",
                            base::Severity::warning,
                            std::string(hidden ? "There is a tab or a line break in the name of this file"
                                               : "The name of this file begins or ends with a space") +
                                ", which nobody sees. Give it another name, of letters, digits and hyphens.",
                            {path, 0, 0, {}}});
    }
}

} // namespace

MediaFiles findMediaFiles(const base::PackFolder& folder) {
    constexpr std::size_t mostFiles = 1'000'000;
    using Kind = base::PackFolder::Entry::Kind;
    MediaFiles found;
    std::vector<std::string> toVisit = {"media"};
    while (!toVisit.empty() && found.files.size() < mostFiles) {
        const std::string here = std::move(toVisit.back());
        toVisit.pop_back();
        auto entries = folder.list(here);
        if (!entries) {
            if (entries.error().code != "missing-file") {
                found.problems.push_back(std::move(entries.error()));
            }
            continue;
        }
        for (const auto& entry : *entries) {
            if (isLeftover(entry.name)) {
                continue;
            }
            const std::string path = here + "/" + entry.name;
            if (entry.kind == Kind::folder) {
                toVisit.push_back(path);
            } else if (entry.kind == Kind::file && path != creditsFile) {
                checkName(entry.name, path, found.problems);
                found.files.push_back(path);
            } else if (entry.kind == Kind::link && !folder.look(path)) {
                found.problems.push_back(
                    problemWith("path-outside",
                                "This is a link that leads out of the pack, or nowhere. Put the file itself in its "
                                "place.",
                                path));
            }
        }
    }
    std::sort(found.files.begin(), found.files.end());
    return found;
}

std::vector<base::Problem> findUncredited(const std::vector<std::string>& files,
                                          const std::vector<std::string>& names) {
    const std::unordered_set<std::string_view> credited(names.begin(), names.end());
    std::vector<base::Problem> problems;
    for (const std::string& file : files) {
        bool has = credited.contains(file);
        for (std::size_t slash = file.find('/'); !has && slash != std::string::npos;
             slash = file.find('/', slash + 1)) {
            has = credited.contains(std::string_view(file).substr(0, slash + 1)) ||
                  credited.contains(std::string_view(file).substr(0, slash)); // reported where it is written
        }
        if (!has) {
            problems.push_back(problemWith("no-credit",
                                           "This file has no credit. Write in media/credits.json who made it, how, and "
                                           "its rights, for the file or for its folder with a / at the end.",
                                           file));
        }
    }
    return problems;
}

} // namespace schacht::content
