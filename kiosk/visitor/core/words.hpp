#pragma once
#include "engine/base/problem.hpp"

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schacht::visitor {

/// The kiosk's own words, by language and key, from content/strings/<language>.json; a pack's strings lie over them.
class Words {
public:
    using Entries = std::map<std::string, std::string, std::less<>>; ///< words by key
    using Table = std::map<std::string, Entries, std::less<>>;       ///< by language
    using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// Refused ("strings-missing", "strings-broken") where the folder has no file or a file is no JSON object.
    [[nodiscard]] static base::Result<Words> read(const std::filesystem::path& folder, const Table& over);
    [[nodiscard]] static Words of(Table table);
    /// One file's words; what is no string is left out. Refused ("strings-broken") where it is no JSON object.
    [[nodiscard]] static base::Result<Entries> parse(std::string_view text, const std::filesystem::path& file);

    /// The words for a key, {placeholders} filled; in English, else Dutch, where the language lacks them.
    [[nodiscard]] std::string get(std::string_view language, std::string_view key, Values values = {}) const;
    /// The words for a number of things: key.one, key.few … by the language's plural rule (Unicode CLDR), else key.
    [[nodiscard]] std::string count(std::string_view language, std::string_view key, long number) const;
    /// 24000 as "24.000", as the language groups its digits; rounded to a whole number.
    [[nodiscard]] std::string number(std::string_view language, double value) const;
    /// The same of a number that is written as content::Amount::figures are, with all its decimals: "4500.70" as
    /// "4.500,70". grouped: false for a year. A language that says nothing of its own about numbers has no mark between
    /// thousands, which its speakers might take for a decimal sign, and a decimal point.
    [[nodiscard]] std::string number(std::string_view language, std::string_view figures, bool grouped) const;
    /// The languages that the interface speaks.
    [[nodiscard]] std::vector<std::string> languages() const;
    /// Those that a visitor may choose, where not all of them: words are found in the others as before.
    void offer(std::vector<std::string> tags) { chosen = std::move(tags); }
    [[nodiscard]] std::vector<std::string> offered() const { return chosen.empty() ? languages() : chosen; }

private:
    [[nodiscard]] const std::string* find(std::string_view language, std::string_view key) const;
    [[nodiscard]] std::string ownOf(std::string_view language, std::string_view key, std::string_view otherwise) const;
    Table table;
    std::vector<std::string> chosen; // empty: all
};

/// CLDR's cardinal plural category of a whole number: "zero", "one", "two", "few", "many" or "other".
[[nodiscard]] std::string_view pluralCategory(std::string_view language, long number);

} // namespace schacht::visitor
