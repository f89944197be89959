#pragma once
#include "engine/content/pack/read_pack.hpp"
#include "tests/temporary_folder.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::tests {

/// A copy of tests/engine/content/good in a folder of its own, for a test to spoil. Gone when the test ends.
class PackOnDisk {
public:
    PackOnDisk();
    ~PackOnDisk();
    PackOnDisk(const PackOnDisk&) = delete;
    PackOnDisk& operator=(const PackOnDisk&) = delete;

    void write(const std::string& path, std::string_view text) const;
    void remove(const std::string& path) const { std::filesystem::remove_all(root / path); }
    void link(const std::string& path, const std::filesystem::path& to) const;

    [[nodiscard]] base::Result<content::PackReading> read(bool lookAtMedia = true) const;
    /// Every problem, as describe() writes it; that of a pack that is refused as a whole too.
    [[nodiscard]] std::string problems() const;

    std::filesystem::path root;
};

/// "file:line:column severity code pointer", and the sentence on a second line.
[[nodiscard]] std::string describe(const base::Problem& problem);

/// A story whose one page is a quote; `more` goes before its end, such as ", \"date\": \"1966\"".
[[nodiscard]] std::string smallStory(std::string_view more = {});

/// Where a file of faulty/ goes in the pack that it spoils: "items/date_wrong.json" to "stories/date-wrong.json".
[[nodiscard]] std::string destinationOf(const std::string& faulty);
/// All files of faulty/, such as "items/date_wrong.json", sorted.
[[nodiscard]] std::vector<std::string> faultyFiles();

} // namespace schacht::tests
