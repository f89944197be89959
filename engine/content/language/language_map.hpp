#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

/// The room of words: texts by language, what ids, tags and addresses look like, and how they are told in a sentence.
/// Nothing here knows a file format, nor what words are for.
namespace schacht::content {

/// Words in several languages, by BCP 47 tag. The tag "" holds words that are the same in every language.
class LanguageMap {
public:
    LanguageMap() = default;
    explicit LanguageMap(std::string sameEverywhere) { words.emplace("", std::move(sameEverywhere)); }
    explicit LanguageMap(std::map<std::string, std::string, std::less<>> byTag) : words(std::move(byTag)) {}

    /// Words and the language they are in: `languages` is tried in order, first the visitor's own; then any language.
    /// Both empty where there are no words at all.
    struct Found {
        std::string_view words;
        std::string_view language;
    };
    [[nodiscard]] Found find(std::string_view language, const std::vector<std::string>& fallbacks) const;

    /// True where the words exist in this very language (or are the same everywhere).
    [[nodiscard]] bool has(std::string_view language) const;
    [[nodiscard]] bool empty() const { return words.empty(); }
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return words; }

    bool operator==(const LanguageMap&) const = default;

private:
    std::map<std::string, std::string, std::less<>> words;
};

/// Files in the pack by the language (BCP 47) that they are in.
using LanguageFiles = std::map<std::string, std::string, std::less<>>;

} // namespace schacht::content
