#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <stdlib.h>
#include <string>
#include <utility>

namespace schacht::tests {

/// A new file, or an old one anew, with the folders above it.
inline void writeFile(const std::filesystem::path& file, const std::string& bytes) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

/// The bytes of a file; empty where it is not there.
inline std::string readFile(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// A folder of its own below /tmp that goes with this value.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "schacht-XXXXXX").string();
        if (!mkdtemp(name.data())) {
            throw std::runtime_error("no temporary folder: " + name);
        }
        folder = name;
    }
    TemporaryFolder(TemporaryFolder&& other) noexcept : folder(std::exchange(other.folder, {})) {}
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!folder.empty()) {
            std::filesystem::remove_all(folder, ignored);
        }
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return folder / name; }
    [[nodiscard]] std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        writeFile(folder / name, bytes);
        return folder / name;
    }

private:
    std::filesystem::path folder;
};

} // namespace schacht::tests
