#include "engine/content/pack/pack_files.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/kinds/kinds.hpp"
#include "engine/content/language/language_advice.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/read_item.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace schacht::content {
namespace {

/// Besides the folders of items.
constexpr std::array<std::string_view, 9> partsOfAPack = {
    "pack.json", "strings", "media", "theme.json", "places.json", "people.json", "README.md", "README.txt", "LICENSE"};

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

base::Problem problemWith(base::Severity severity, std::string code, std::string message, std::string path) {
    return {std::move(code), severity, std::move(message), {std::move(path), 0, 0, {}}};
}

class Finder {
    using Kind = base::PackFolder::Entry::Kind;

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
            if (isLeftover(entry.name)) {
                continue;
            }
            if (entry.kind != Kind::folder && endsWith(entry.name, ".json")) {
                into.push_back(path);
            } else {
                found.problems.push_back(
                    problemWith(base::Severity::warning, "unread-file", whyUnread(name, entry), path));
            }
        }
    }

    static std::string whyUnread(std::string_view in, const base::PackFolder::Entry& entry) {
        const std::string nothing = "Nothing reads this: only files whose name ends in .json belong here. ";
        if (entry.kind == Kind::folder) {
            return "Nothing reads a folder here. Move the files in it one folder up.";
        }
        std::string small = entry.name; // of the same length: plainLetters() is not
        std::ranges::transform(small, small.begin(), base::lower);
        const auto json = small.rfind(".json");
        if (json == std::string::npos || json == 0) {
            return nothing + "Move it out of the pack.";
        }
        const std::string stem = entry.name.substr(0, json);
        const bool isStrings = in == "strings"; // called by a language
        const std::string meant = !isStrings ? asId(stem) : isLanguageTag(stem) ? stem : meantLanguage(stem);
        return nothing + (meant.empty() ? "Give it such a name" : "Rename it to " + meant + ".json") +
               "; Windows hides the end of names until it is told not to.";
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

    // Files and folders with a slip of the pen in their names hold items that nobody would miss until the opening.
    void lookAtTop() {
        const auto entries = folder.list(".");
        if (!entries) {
            return;
        }
        std::vector<std::string_view> parts(itemFolders.begin(), itemFolders.end());
        parts.insert(parts.end(), partsOfAPack.begin(), partsOfAPack.end());
        for (const auto& entry : *entries) {
            if (isLeftover(entry.name) || std::find(parts.begin(), parts.end(), entry.name) != parts.end()) {
                continue;
            }
            const std::string why = whyUnreadAtTop(entry, nearest(entry.name, parts, 2));
            if (!why.empty()) {
                found.problems.push_back(problemWith(base::Severity::warning, "unread-file", why, entry.name));
            }
        }
    }

    /// "" where it may well be there for people.
    [[nodiscard]] std::string whyUnreadAtTop(const base::PackFolder::Entry& entry, std::string_view meant) const {
        constexpr std::string_view folders = "stories, voices, films or explore";
        const bool forPeople = meant == "LICENSE" || meant.starts_with("README");
        if (!meant.empty() && !forPeople) {
            return "Nothing reads this. Did you mean " + inQuotes(meant) + "?";
        }
        if (entry.name == "credits.json") {
            return "Nothing reads this here. Move it into the folder media.";
        }
        if (entry.kind == Kind::folder && holdsItems(entry.name)) {
            return "Nothing reads this folder. Move the items in it to " + std::string(folders) + ".";
        }
        if (entry.kind == Kind::file && endsWith(entry.name, ".json")) {
            return "Nothing reads this here. If it is an item, move it to " + std::string(folders) + ".";
        }
        return {};
    }

    [[nodiscard]] bool holdsItems(std::string_view name) const {
        const auto entries = folder.list(name);
        return entries && std::ranges::any_of(*entries, [](const auto& entry) {
                   return entry.kind == Kind::file && endsWith(entry.name, ".json");
               });
    }

    const base::PackFolder& folder;
    PackFiles found;
};

} // namespace

bool isLeftover(std::string_view name) {
    const std::string plain = plainLetters(name);
    return name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') || plain == "thumbs.db" ||
           plain == "desktop.ini" || plain == "__macosx";
}

PackFiles findPackFiles(const base::PackFolder& folder) {
    return Finder(folder).find();
}

} // namespace schacht::content
