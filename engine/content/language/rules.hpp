#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What words in a pack must look like, and how they are shown in a sentence.
namespace schacht::content {

/// [a-z0-9-]+
[[nodiscard]] bool isId(std::string_view text);
/// The shape of a BCP 47 tag in its usual case: "nl", "nl-BE", "zh-Hant", "vgt".
[[nodiscard]] bool isLanguageTag(std::string_view text);
/// #RRGGBB
[[nodiscard]] bool isColour(std::string_view text);
/// An address on the web: http:// or https://, no spaces.
[[nodiscard]] bool isWebAddress(std::string_view text);
/// A statement of rightsstatements.org, or a Creative Commons licence or mark.
[[nodiscard]] bool isRightsAddress(std::string_view text);
/// Nothing but white space, or nothing at all.
[[nodiscard]] bool isBlank(std::string_view text);

/// Patterns (ECMA 262) of the same shapes, for JSON Schema. A test holds them against the functions.
inline constexpr std::string_view idPattern = "^[a-z0-9-]+$";
inline constexpr std::string_view languagePattern =
    "^[a-z]{2,3}(-[a-z]{3}){0,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    "(-x(-[a-z0-9]{1,8})+)?$";
inline constexpr std::string_view colourPattern = "^#[0-9A-Fa-f]{6}$";
inline constexpr std::string_view webPattern = "^https?://[^\\s]+$";
inline constexpr std::string_view rightsPattern =
    "^https?://(rightsstatements\\.org/(vocab|page)|creativecommons\\.org/(licenses|publicdomain))/[^\\s]+$";
inline constexpr std::string_view filePattern = "^(?=.*\\S)[^/\\\\]+(/[^/\\\\]+)*$";

/// Where `text` stops being UTF-8 (RFC 3629); its size where it is UTF-8 throughout.
[[nodiscard]] std::size_t firstInvalidUtf8(std::string_view text);

/// “text” for a sentence: cut after 60 characters, without control characters.
[[nodiscard]] std::string inQuotes(std::string_view text);
/// “a”, “b” and “c”
[[nodiscard]] std::string listed(const std::vector<std::string_view>& words, std::string_view lastJoin = " and ");

/// The candidate that was probably meant: fewest edits (Damerau-Levenshtein, optimal string alignment) in small letters
/// without accents, at most `most` and a third of the length; "" where none is near. Never `text` itself.
[[nodiscard]] std::string_view nearest(std::string_view text, const std::vector<std::string_view>& candidates,
                                       std::size_t most = 3);
/// As above. plainCandidates: plainLetters() of each candidate, for who asks often.
[[nodiscard]] std::string_view nearest(std::string_view text, const std::vector<std::string_view>& candidates,
                                       const std::vector<std::string>& plainCandidates, std::size_t most);
/// The one candidate that begins with `text` ("photo" for "photographed"), or that `text` ends with ("The mines" for
/// "mines"); "" where there is none, or more than one, or they are too short to tell.
[[nodiscard]] std::string_view onlyLonger(std::string_view text, const std::vector<std::string_view>& candidates);
/// " Did you mean “…”?", or "".
[[nodiscard]] std::string didYouMean(std::string_view text, const std::vector<std::string_view>& candidates);

} // namespace schacht::content
