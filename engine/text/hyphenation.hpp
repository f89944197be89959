#pragma once
#include "engine/text/hyphen_patterns.hpp"

#include <map>

namespace schacht::text {

/// Where words may be broken, after the TeX patterns (F. M. Liang, "Word Hy-phen-a-tion by Com-put-er", 1983) that
/// Debian's packages hyphen-nl and hyphen-de install. A language without patterns has no such places.
/// One thread at a time.
class Hyphenation {
public:
    /// folder: holds hyph_nl_NL.dic, hyph_de_DE.dic; read when a language is first asked for (some 40 milliseconds).
    explicit Hyphenation(std::filesystem::path folder = "/usr/share/hyphen");

    /// The text with U+00AD at each permitted place of words of at least `leastLetters` letters, three letters or more
    /// from either end. What has a soft hyphen already, and what looks like an address, stays as it is.
    /// text: valid UTF-8.
    [[nodiscard]] std::string softened(std::string_view text, std::string_view language, std::size_t leastLetters);

private:
    const HyphenPatterns* patternsOf(std::string_view language);

    std::filesystem::path folder;
    std::map<std::string_view, std::optional<HyphenPatterns>> loaded;
};

} // namespace schacht::text
