#include "kiosk/commands/schema.hpp"

#include "engine/content/pack/reference.hpp"
#include "kiosk/configuration/configuration_format.hpp"

#include <fstream>
#include <ostream>
#include <system_error>

namespace schacht::kiosk {

std::vector<content::SchemaFile> allSchemas() {
    auto files = content::schemas();
    files.push_back(configurationSchema());
    return files;
}

std::vector<content::SchemaFile> references() {
    return {{"FORMAT.md", content::packReference()}, {"CONFIGURATION.md", configurationReference()}};
}

int writeFormat(const std::vector<content::SchemaFile>& files, const std::filesystem::path& folder, std::ostream& out,
                std::ostream& error) {
    std::error_code failed;
    if (!folder.empty()) {
        std::filesystem::create_directories(folder, failed);
    }
    for (const content::SchemaFile& file : files) {
        if (folder.empty()) {
            out << file.text;
            continue;
        }
        std::ofstream stream(folder / file.name, std::ios::binary);
        stream << file.text << std::flush;
        if (!stream) {
            error << (folder / file.name).string()
                  << ": This could not be written. Look whether the folder may be written to and has room.\n";
            return 2;
        }
        out << (folder / file.name).string() << '\n';
    }
    return 0;
}

} // namespace schacht::kiosk
