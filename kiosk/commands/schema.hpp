#pragma once
#include "engine/content/pack/schema.hpp"

#include <filesystem>
#include <iosfwd>
#include <vector>

namespace schacht::kiosk {

/// The JSON Schemas of a pack's files and of a kiosk's configuration.
[[nodiscard]] std::vector<content::SchemaFile> allSchemas();
/// Their references for people: FORMAT.md and CONFIGURATION.md.
[[nodiscard]] std::vector<content::SchemaFile> references();

/// Writes the files into a folder, which is made where it is not there, and says their names on `out`; an empty folder
/// writes them one after the other to `out`. 0, or 2 with a sentence on `error` where one cannot be written.
[[nodiscard]] int writeFormat(const std::vector<content::SchemaFile>& files, const std::filesystem::path& folder,
                              std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
