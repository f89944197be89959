#include "engine/content/format/file_check.hpp"

#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace schacht::content {
namespace {

/// What a backslash before a letter makes of both in JSON, turned back into a slash and the letter.
std::string withoutEscapes(std::string_view path) {
    constexpr std::array<std::pair<char, char>, 5> escapes = {
        {{'\n', 'n'}, {'\t', 't'}, {'\r', 'r'}, {'\b', 'b'}, {'\f', 'f'}}};
    std::string plain;
    for (const char c : path) {
        const auto escape = std::ranges::find(escapes, c, &std::pair<char, char>::first);
        plain += escape == escapes.end() ? std::string(1, c) : std::string{'/', escape->second};
    }
    std::ranges::replace(plain, '\\', '/');
    return plain;
}

std::string_view nameOf(std::string_view path) {
    return path.substr(path.find_last_of("/\\") + 1);
}

std::string howToWrite(std::string_view path) {
    if (isWebAddress(path)) {
        return " is on the web, where the kiosk does not look. Save the file into the pack's media folder and write "
               "its "
               "path from there, such as media/picture.jpg.";
    }
    if (const std::string plain = withoutEscapes(path); base::staysInside(plain)) {
        return " has a \\ in it. Paths are written with /, on Windows too: write " + inQuotes(plain) + ".";
    }
    return " leads out of the pack. Copy the file into the pack's media folder and write its path from there, with /, "
           "such as media/picture.jpg.";
}

} // namespace

void MediaNames::assign(std::vector<std::string_view> sorted) {
    files = std::move(sorted);
}

bool MediaNames::has(std::string_view path) const {
    return std::binary_search(files.begin(), files.end(), path);
}

/// The one file that has this name, in plain letters, in whatever folder; "" where there is none or several.
std::string_view MediaNames::fileNamed(std::string_view name) const {
    std::string_view found;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (nameOf(plain[i]) != name) {
            continue;
        }
        if (!found.empty()) {
            return {};
        }
        found = files[i];
    }
    return found;
}

std::string MediaNames::advise(std::string_view path) const {
    if (left.load() <= 0 || left.fetch_sub(1) <= 0) {
        return {};
    }
    std::call_once(onFirst, [this] {
        plain.reserve(files.size());
        std::ranges::transform(files, std::back_inserter(plain), plainLetters);
    });
    std::string_view meant = nearest(path, files, plain, 2);
    const std::string plainPath = plainLetters(path);
    const bool same = !meant.empty() && plainLetters(meant) == plainPath;
    if (same && hasAccentsApart(meant) != hasAccentsApart(path)) {
        return " A file's name looks the same, but its accents are written in another way, as a Mac does. Give the "
               "file a name without accents, and write that.";
    }
    if (same) {
        return " Did you mean " + inQuotes(meant) + "? Small and capital letters and accents have to be the same.";
    }
    meant = meant.empty() ? fileNamed(nameOf(plainPath)) : meant;
    return meant.empty() ? "" : " Did you mean " + inQuotes(meant) + "?";
}

bool checkFile(Reading& reading, std::size_t offset, std::string_view path) {
    const bool hasEscape = path.find_first_of("\n\t\r\b\f") != std::string_view::npos;
    if (!base::staysInside(path) || hasEscape) {
        reading.report.error("path-outside", offset, inQuotes(path) + howToWrite(path));
        return false;
    }
    const MediaNames* const files = reading.names.mediaFiles;
    const bool listed = files != nullptr && files->has(path);
    if (reading.names.folder == nullptr || listed) {
        return true;
    }
    auto found = reading.names.folder->look(path);
    if (found && *found == base::FileKind::folder) {
        reading.report.error("not-a-file", offset, inQuotes(path) + " is a folder, not a file. Name a file in it.");
    } else if (!found && found.error().code == "missing-file") {
        const bool advises = files != nullptr && !reading.report.full();
        const std::string meant = advises ? files->advise(path) : "";
        reading.report.error("missing-file", offset,
                             inQuotes(path) + " is not in the pack." +
                                 (meant.empty() ? " Copy it there, or look how it is called." : meant));
    } else if (!found && found.error().code == "path-outside") {
        reading.report.error("path-outside", offset,
                             inQuotes(path) +
                                 " is a link that leads out of the pack. Put the file itself in its place.");
    } else if (!found) {
        reading.report.error(found.error().code, offset, inQuotes(path) + ": " + found.error().message);
    }
    return found && *found == base::FileKind::file;
}

bool checkPicture(Reading& reading, std::size_t offset, std::string_view path) {
    const LookIntoPicture* const look = reading.names.picture;
    if (!checkFile(reading, offset, path)) {
        return false;
    }
    if (look == nullptr || !*look) {
        return true;
    }
    const auto file = reading.names.folder->locate(path);
    const auto seen = file ? (*look)(*file) : base::Result<void>();
    if (!seen) {
        reading.report.error("picture-unreadable", offset,
                             inQuotes(path) + " cannot be shown. " + seen.error().message);
    }
    return seen.has_value();
}

} // namespace schacht::content
