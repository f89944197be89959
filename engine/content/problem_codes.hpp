#pragma once
#include <array>
#include <string_view>

namespace schacht::content {

/// Every code that readPack gives, in the order of the alphabet. Codes are stable: scripts at museums sort by them. A
/// test fails where one of them has no test of its sentence.
inline constexpr std::array<std::string_view, 57> problemCodes = {
    "alt-missing",  "alt-twice",      "both-choices",   "colour",        "date",
    "duplicate-id", "duplicate-key",  "empty",          "empty-file",    "from-until",
    "id",           "json",           "kind-not-yet",   "language-gap",  "language-tag",
    "layout-key",   "missing-choice", "missing-file",   "missing-key",   "more-problems",
    "nested",       "newer-format",   "no-credit",      "no-recording",  "no-such-folder",
    "not-a-file",   "not-a-folder",   "not-a-pack",     "path-outside",  "prose-code",
    "prose-html",   "prose-image",    "prose-item",     "prose-line",    "prose-link",
    "prose-long",   "prose-table",    "range",          "repeated",      "rights",
    "too-large",    "type",           "unknown-choice", "unknown-item",  "unknown-key",
    "unknown-kind", "unknown-person", "unknown-place",  "unknown-theme", "unlisted-language",
    "unread-file",  "unreadable",     "unused-credit",  "utf-8",         "web-address",
    "words",        "wrong-folder",
};

} // namespace schacht::content
