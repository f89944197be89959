#pragma once
#include "engine/content/format/medium.hpp"

#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// `schacht check PACK [--json]`: everything that is wrong with a pack, each with its place.
/// For people, one line a problem ("stories/coal.json:3:5: error: …") and a last sentence with the counts; with json,
/// the object of shared/design/inspect.md. Writes no file.
/// Returns the exit status: 0 no errors (there may be warnings), 1 errors, 2 it could not look (error says why: no such
/// folder, not readable).
[[nodiscard]] int check(const std::filesystem::path& pack, bool json, std::ostream& out, std::ostream& error);
/// The same, with another way to look into films and sounds.
[[nodiscard]] int check(const std::filesystem::path& pack, bool json, const content::LookIntoMedium& intoMedium,
                        std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
