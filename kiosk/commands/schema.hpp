#pragma once
#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// `schacht schema [FOLDER]`: writes the JSON Schemas of the files of a pack, which editors complete and check by.
/// folder: made where it is not there; the files in it are pack, item, places, people, credits and
/// strings.schema.json. Empty: all go to `out` as one object, by file name.
/// Returns the exit status: 0 written, 2 it could not write (error says why).
[[nodiscard]] int schema(const std::filesystem::path& folder, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
