#include "engine/content/pack/pack_digest.hpp"

#include "engine/base/hash.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>

namespace schacht::content {

namespace fs = std::filesystem;

namespace {

constexpr const char* mediaFolder = "media";

/// What counts of one file; none: no pack is read from it.
std::optional<std::string> countedOf(const fs::directory_entry& file, const fs::path& within) {
    std::error_code unknown;
    const std::string ending = file.path().extension().string();
    if (ending == ".json" || ending == ".vtt" || ending == ".srt") {
        std::ifstream in(file.path(), std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(in), {});
    }
    return *within.begin() == mediaFolder ? std::optional(std::to_string(file.file_size(unknown))) : std::nullopt;
}

} // namespace

std::uint64_t packDigest(const fs::path& folder) {
    std::map<std::string, std::string> files; // in an order that is the same on every disk
    std::error_code none;
    for (fs::recursive_directory_iterator it(folder, none), end; !none && it != end; it.increment(none)) {
        std::error_code unknown;
        const fs::path within = it->path().lexically_relative(folder);
        if (it->is_regular_file(unknown)) {
            if (auto counted = countedOf(*it, within)) {
                files.emplace(within.generic_string(), std::move(*counted));
            }
        }
    }
    std::uint64_t digest = 0;
    for (const auto& [name, counted] : files) {
        digest = base::mixBytes(base::mixBytes(digest, name), counted);
    }
    return digest;
}

} // namespace schacht::content
