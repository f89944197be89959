#pragma once
#include <string>
#include <string_view>
#include <vector>

/// What people write for a language, and what they mean. Pure.
namespace schacht::content {

/// The tag that was probably meant: "nl" for "Dutch", "du" and "NL", "nl-BE" for "nl_BE"; for "be", which is
/// Belarusian, "nl" all the same. "" where it cannot be told, or where nothing else is likely.
[[nodiscard]] std::string meantLanguage(std::string_view text);

/// As above; where `languages` has not that tag but the one without its country, such as "nl" for "nl-BE", that one.
[[nodiscard]] std::string meantLanguage(std::string_view text, const std::vector<std::string_view>& languages);

/// False for a tag of two letters that ISO 639-1 gives to no language. tag: as isLanguageTag() has it.
[[nodiscard]] bool isKnownLanguage(std::string_view tag);

/// The name of a language whose tag is taken for a country's, such as "Belarusian" for "be", where `words` cannot be
/// of it: it is not written in Latin letters. "" for all others.
[[nodiscard]] std::string_view countryTakenFor(std::string_view tag, std::string_view words);

/// What to do about a tag that is not among `languages`: " Did you mean “nl”?", or to list it.
[[nodiscard]] std::string adviseLanguage(std::string_view tag, const std::vector<std::string_view>& languages);

} // namespace schacht::content
