#include "kiosk/commands/new_pack.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/json/json.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/schema.hpp"
#include "kiosk/production/places.hpp"
#include "kiosk/production/problem_line.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <sstream>

namespace schacht::kiosk {
namespace {

namespace fs = std::filesystem;

bool isText(const std::string& text) {
    return content::firstInvalidUtf8(text) == text.size();
}

/// The id that looks most like a name, "ons-cafe" for "Ons Café"; one of ours where nothing of it can stand in an id.
std::string idLike(const std::string& name) {
    const std::string id = content::asId(name);
    return id.empty() ? "our-village" : id;
}

/// Why no pack can be made there, as a sentence; nothing where it can.
std::optional<std::string> refusal(const NewPack& wanted, const fs::path& folder) {
    const std::string id = folder.filename().string();
    if (!content::isId(id)) {
        return content::inQuotes(id) + " cannot be the name of a pack. Write only a to z, 0 to 9 and -, such as " +
               idLike(id) + ".";
    }
    if (!isText(wanted.title) || (!wanted.title.empty() && content::isBlank(wanted.title))) {
        return "This title cannot be read. Write its words behind --title, in quotation marks.";
    }
    std::error_code unknown;
    const fs::file_status there = fs::status(folder, unknown);
    if (fs::is_directory(there) && !fs::is_empty(folder, unknown)) {
        return std::string("This folder is there already, and something is in it: it was left as it is. Choose another "
                           "name for the new pack.");
    }
    if (fs::exists(there) && !fs::is_directory(there)) {
        return std::string("Something of this name is there already: it was left as it is. Choose another name for the "
                           "new pack.");
    }
    if (folder.has_parent_path() && !fs::is_directory(folder.parent_path(), unknown)) {
        return "There is no folder " + content::inQuotes(folder.parent_path().string()) +
               " to make it in. Make that first, or choose another.";
    }
    return std::nullopt;
}

/// A folder that goes with this value, with whatever is still in it.
class Workshop {
public:
    explicit Workshop(const fs::path& beside) {
        std::string name = (beside.parent_path() / ".schacht-new-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw fs::filesystem_error("mkdtemp", name, std::error_code(errno, std::generic_category()));
        }
        folder = name;
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }
    [[nodiscard]] fs::path pack() const { return folder / "pack"; }

private:
    fs::path folder;
};

/// All but make/, which is how the example's pictures, voice and film came to be. What cannot be written to where it is
/// installed can be in the copy.
void copyExample(const fs::path& from, const fs::path& to) {
    fs::create_directory(to);
    for (fs::recursive_directory_iterator each(from), end; each != end; ++each) {
        const fs::path inside = each->path().lexically_relative(from);
        if (inside == "make") {
            each.disable_recursion_pending();
        } else if (each->is_directory()) {
            fs::create_directory(to / inside);
        } else {
            fs::copy_file(each->path(), to / inside);
            fs::permissions(to / inside, fs::perms::owner_write, fs::perm_options::add);
        }
    }
}

void writeNew(const fs::path& file, const std::string& text) {
    std::ofstream stream(file, std::ios::binary);
    stream << text;
    stream.close();
    if (!stream) {
        throw fs::filesystem_error("write", file, std::error_code(errno, std::generic_category()));
    }
}

/// Behind the last byte of the JSON value that begins there.
std::size_t endOfValue(std::string_view text, std::size_t from) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            quoted = c != '"';
            at += c == '\\' ? 1 : 0;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            --depth;
        }
        if (!quoted && depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

/// The text of pack.json with another string for a key of it, and nothing else changed.
std::string withString(const std::string& text, std::string_view key, const std::string& value) {
    const auto document = content::JsonDocument::parse(text, "pack.json");
    const content::JsonValue* old = document ? document->find(document->root(), key) : nullptr;
    if (old == nullptr) {
        return text;
    }
    const std::size_t end = endOfValue(text, old->offset);
    return text.substr(0, old->offset) + nlohmann::json(value).dump() + text.substr(end);
}

void nameIt(const fs::path& pack, const NewPack& wanted, const std::string& id) {
    std::ostringstream manifest;
    manifest << std::ifstream(pack / "pack.json", std::ios::binary).rdbuf();
    std::string text = withString(manifest.str(), "id", id);
    if (!wanted.title.empty()) {
        text = withString(text, "title", wanted.title);
    }
    writeNew(pack / "pack.json", text);
}

/// What kept it from being made, in the system's words; nothing where it is there.
std::optional<std::string> makePack(const NewPack& wanted, const fs::path& folder) {
    try {
        const Workshop workshop(folder);
        const fs::path pack = workshop.pack();
        copyExample(contentFolder() / "village", pack);
        nameIt(pack, wanted, folder.filename().string());
        fs::create_directory(pack / ".vscode/schacht");
        for (const content::SchemaFile& schema : content::schemas()) {
            writeNew(pack / ".vscode/schacht" / schema.name, schema.text);
        }
        fs::rename(pack, folder);
    } catch (const fs::filesystem_error& failed) {
        return failed.code().message();
    }
    return std::nullopt;
}

/// A word as a shell reads it back.
std::string asTyped(const std::string& word) {
    const bool plain = std::all_of(word.begin(), word.end(), [](char c) {
        return base::isLower(c) || base::isUpper(c) || base::isDigit(c) ||
               std::string_view("/._-").find(c) != std::string_view::npos;
    });
    if (plain) {
        return word;
    }
    std::string quoted = "'";
    for (const char c : word) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

} // namespace

int newPack(const NewPack& wanted, std::ostream& out, std::ostream& error) {
    fs::path folder = wanted.folder.lexically_normal();
    if (!folder.has_filename()) { // "my-pack/"
        folder = folder.parent_path();
    }
    const std::string name = printable(folder.string());
    if (const auto why = refusal(wanted, folder)) {
        error << name << ": " << *why << '\n';
        return 2;
    }
    if (const auto why = makePack(wanted, folder)) {
        error << name << ": The pack could not be made, and nothing of it was left: " << *why
              << ". Look whether the folder may be written to and has room.\n";
        return 2;
    }
    out << name << " is a pack now, with a story, a voice, a film and a gallery to change. Begin with " << name
        << "/README.md.\n\n"
        << "Whether anything is wrong with it:\n  " << asTyped(wanted.program) << " check " << asTyped(folder.string())
        << "\nHow it looks, and each change as you save it:\n  " << asTyped(wanted.program) << " preview "
        << asTyped(folder.string()) << '\n';
    return 0;
}

} // namespace schacht::kiosk
