#pragma once
#include "engine/base/pack_path.hpp"
#include "engine/content/edtf.hpp"
#include "engine/content/file_report.hpp"
#include "engine/content/json.hpp"
#include "engine/content/medium.hpp"

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

/// One JSON file while it is read.
struct Reading {
    const JsonDocument& document;
    FileReport& report;
    const Names& names;
};

} // namespace schacht::content
