#include "kiosk/commands/schema.hpp"

#include "engine/content/schema.hpp"

#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>
#include <system_error>

namespace schacht::kiosk {

int schema(const std::filesystem::path& folder, std::ostream& out, std::ostream& error) {
    const std::vector<content::SchemaFile> files = content::schemas();
    if (folder.empty()) {
        auto all = nlohmann::ordered_json::object();
        for (const content::SchemaFile& file : files) {
            all[file.name] = nlohmann::ordered_json::parse(file.text);
        }
        out << all.dump(2) << '\n';
        return 0;
    }
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    for (const content::SchemaFile& file : files) {
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
