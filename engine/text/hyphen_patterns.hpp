#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace schacht::text {

/// The hyphenation patterns of one language, from a file in the format of libhyphen (OpenOffice's hyph_*.dic). Read
/// here and not by libhyphen, which takes more than four seconds for the German file of Debian 12; this takes some 20
/// ms.
class HyphenPatterns {
public:
    /// nullopt: there is no such file, or its encoding is neither UTF-8 nor ISO 8859-1.
    [[nodiscard]] static std::optional<HyphenPatterns> read(const std::filesystem::path& file);

    /// breaks[i]: the word may be broken before letter i. F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983);
    /// where the file has a first level for compounds, each of their parts is looked at as a word of its own. word:
    /// lower case, ISO 8859-1.
    [[nodiscard]] std::vector<bool> breaksOf(std::string_view word) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    /// Letters (with "." at a word's ends) and, for each gap between them, how much the pattern is for (odd) or
    /// against (even) a break there.
    struct Level {
        std::unordered_map<std::string, std::string, Hash, std::equal_to<>> patterns;
        std::size_t longest = 0;
        void add(std::string_view line);
        [[nodiscard]] std::string gapsOf(std::string_view word) const;
    };
    std::vector<Level> levels;
};

} // namespace schacht::text
