#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::text {

/// The hyphenation patterns of one language, from a file in the format of libhyphen (OpenOffice's hyph_*.dic). Read
/// here and not by libhyphen, which takes more than four seconds for the German file of Debian 12; this takes some 40
/// milliseconds.
class HyphenPatterns {
public:
    /// nullopt: there is no such file, or its encoding is neither UTF-8 nor ISO 8859-1.
    [[nodiscard]] static std::optional<HyphenPatterns> read(const std::filesystem::path& file);

    /// breaks[i]: the word may be broken before letter i. F. M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983);
    /// where the file has a first level for compounds, each of their parts is looked at as a word of its own.
    /// word: lower case, ISO 8859-1.
    [[nodiscard]] std::vector<bool> breaksOf(std::string_view word) const;

private:
    /// Letters (with "." at a word's ends) and, for each gap between them, how much the pattern is for (odd) or
    /// against (even) a break there. 69,000 of them in German: they lie in one string, and an open hash table points
    /// into it, since a map of strings takes five times as long to build.
    class Level {
    public:
        /// bytes: how long all lines are together, about.
        explicit Level(std::size_t bytes) { all.reserve(2 * bytes); }
        void add(std::string_view line);
        /// Makes what was added findable.
        void index();
        /// For each letter of the word, what the patterns say about a break before it.
        [[nodiscard]] std::string gapsOf(std::string_view word) const;

    private:
        struct Pattern {
            std::uint32_t begin = 0;   ///< in `all`
            std::uint32_t letters = 0; ///< then letters + 1 gaps; 0: no pattern here
        };
        [[nodiscard]] std::string_view lettersOf(const Pattern& pattern) const;
        /// The letters' pattern, or the empty place where it would be.
        [[nodiscard]] std::size_t placeOf(std::string_view letters) const;

        std::string all;
        std::vector<Pattern> patterns;
        std::vector<Pattern> table; ///< at most half full; its size is a power of two
        std::size_t longest = 0;
    };
    std::vector<Level> levels;
};

} // namespace schacht::text
