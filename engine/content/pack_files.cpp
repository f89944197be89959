#include "engine/content/pack_files.hpp"

#include "engine/content/kinds.hpp"
#include "engine/content/read_item.hpp"
#include "engine/content/rules.hpp"

#include <array>
#include <map>

namespace schacht::content {
namespace {

constexpr std::array<std::string_view, 13> partsOfAPack = {
    "pack.json",  "stories",     "voices",      "films",     "explore",    "strings", "media",
    "theme.json", "places.json", "people.json", "README.md", "README.txt", "LICENSE"};

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

base::Problem problemWith(base::Severity severity, std::string code, std::string message, std::string path) {
    return {std::move(code), severity, std::move(message), {std::move(path), 0, 0, {}}};
}

class Finder {
public:
    explicit Finder(const base::PackFolder& in) : folder(in) {}

    PackFiles find() {
        for (const std::string_view name : itemFolders) {
            lookThrough(name, found.items);
        }
        leaveOutRepeated();
        lookThrough("strings", found.strings);
        lookAtTop();
        return std::move(found);
    }

private:
    void lookThrough(std::string_view name, std::vector<std::string>& into) {
        auto entries = folder.list(name);
        if (!entries) {
            if (entries.error().code != "missing-file") {
                found.problems.push_back(std::move(entries.error()));
            }
            return;
        }
        for (const auto& entry : *entries) {
            const std::string path = std::string(name) + "/" + entry.name;
            if (entry.name.front() == '.') { // what file managers and editors leave
                continue;
            }
            if (entry.kind != base::PackFolder::Entry::Kind::folder && endsWith(entry.name, ".json")) {
                into.push_back(path);
            } else {
                found.problems.push_back(problemWith(base::Severity::warning, "unread-file",
                                                     "Nothing reads this: only files whose name ends in .json belong "
                                                     "here. Rename it, or move it away.",
                                                     path));
            }
        }
    }

    void leaveOutRepeated() {
        std::map<std::string, std::string, std::less<>> firstOf;
        std::vector<std::string> kept;
        for (std::string& path : found.items) {
            const auto [first, isNew] = firstOf.emplace(idOf(path), path);
            if (isNew) {
                kept.push_back(std::move(path));
                continue;
            }
            found.problems.push_back(problemWith(base::Severity::error, "duplicate-id",
                                                 "Another item has this name already: " + first->second +
                                                     ". Give one of the two files another name.",
                                                 path));
        }
        found.repeated = found.items.size() - kept.size();
        found.items = std::move(kept);
    }

    // A folder with a slip of the pen in its name holds items that nobody would miss until the opening.
    void lookAtTop() {
        const auto entries = folder.list(".");
        if (!entries) {
            return;
        }
        const std::vector<std::string_view> parts(partsOfAPack.begin(), partsOfAPack.end());
        for (const auto& entry : *entries) {
            const std::string_view meant = nearest(entry.name, parts, 2);
            const bool known = std::find(parts.begin(), parts.end(), entry.name) != parts.end();
            if (!known && !meant.empty()) {
                found.problems.push_back(problemWith(base::Severity::warning, "unread-file",
                                                     "Nothing reads this. Did you mean " + inQuotes(meant) + "?",
                                                     entry.name));
            }
        }
    }

    const base::PackFolder& folder;
    PackFiles found;
};

} // namespace

PackFiles findPackFiles(const base::PackFolder& folder) {
    return Finder(folder).find();
}

} // namespace schacht::content
