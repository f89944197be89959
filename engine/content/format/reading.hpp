#pragma once
#include "engine/base/pack_path.hpp"
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/format/file_report.hpp"
#include "engine/content/format/medium.hpp"
#include "engine/content/json/json.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// Ids that something can refer to, sorted. Not known where the file that names them could not be read: then no
/// reference is held against them.
struct IdSet {
    std::vector<std::string_view> ids;
    bool known = false;

    [[nodiscard]] bool has(std::string_view id) const;
    void add(std::string_view id) { ids.push_back(id); }
    /// After the last add().
    void settle();
};

class MediaNames; // file_check.hpp

/// What the files of a pack refer to in each other. Constant while items are read, by several threads.
struct Names {
    std::vector<std::string_view> languages; ///< the pack's own first; empty: not known
    bool languagesWhole = true;              ///< false: pack.json names another that is no tag
    IdSet items;
    IdSet recordings; ///< the items that can be listened to
    IdSet themes;
    IdSet places;
    IdSet people;
    const base::PackFolder* folder = nullptr; ///< null: files are not looked for
    const MediaNames* mediaFiles = nullptr;   ///< plain files under media/
    const LookIntoMedium* look = nullptr;     ///< null: films and sounds are not looked into
    const LookIntoPicture* picture = nullptr; ///< null: pictures are not looked at
    std::optional<Day> today;                 ///< none: nothing is over
};

/// An object while it is read: what a sentence about it calls it.
struct Owner {
    std::string_view noun; ///< "theme"; empty: nothing is said of what it lost
    const JsonValue* object = nullptr;
};

/// One JSON file while it is read.
struct Reading {
    const JsonDocument& document;
    FileReport& report;
    const Names& names;
    std::vector<Owner> owners{};                ///< the objects that are being read, the innermost last
    FileReport::Entry cause = FileReport::none; ///< after a value was refused: the problem that was the reason
    /// The entries that were read of each list of objects that lost some, by their numbers from 0.
    std::map<const JsonValue*, std::vector<std::size_t>> kept{};
};

/// An entry of a list in the file, and its number from 0.
struct ListEntry {
    const JsonValue* value = nullptr; ///< never null
    std::size_t number = 0;
};
/// The entries of a list of objects that were read, in order: as many as the list in the pack has.
[[nodiscard]] std::vector<ListEntry> entriesOf(const Reading& reading, const JsonValue& list);

} // namespace schacht::content
