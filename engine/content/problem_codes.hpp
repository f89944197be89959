#pragma once
#include <array>
#include <string_view>

namespace schacht::content {

/// Every code that readPack gives, in the order of the alphabet. Codes are stable: scripts at museums sort by them. A
/// test fails where one of them has no test of its sentence.
inline constexpr std::array<std::string_view, 85> problemCodes = {
    "alt-missing",    "alt-twice",
    "both-choices",   "chapter-beyond",
    "chapter-order",  "colour",
    "consent-ends",   "consent-over",
    "cue-beyond",     "cue-blank",
    "cue-empty",      "cue-end",
    "cue-fraction",   "cue-order",
    "cue-setting",    "cue-tag",
    "cue-times",      "date",
    "duplicate-id",   "duplicate-key",
    "empty",          "empty-file",
    "from-until",     "id",
    "json",           "kind-not-yet",
    "language-gap",   "language-tag",
    "late-block",     "layout-key",
    "medium-name",    "medium-no-film",
    "medium-silent",  "medium-unplayable",
    "missing-choice", "missing-file",
    "missing-key",    "more-problems",
    "nested",         "newer-format",
    "no-credit",      "no-cues",
    "no-recording",   "no-such-folder",
    "no-times",       "no-words",
    "not-a-file",     "not-a-folder",
    "not-a-pack",     "not-srt",
    "not-webvtt",     "passage-beyond",
    "passage-order",  "path-outside",
    "prose-code",     "prose-html",
    "prose-image",    "prose-item",
    "prose-line",     "prose-link",
    "prose-long",     "prose-table",
    "range",          "repeated",
    "rights",         "signed-placeholder",
    "styles-unused",  "too-large",
    "type",           "unknown-choice",
    "unknown-item",   "unknown-key",
    "unknown-kind",   "unknown-person",
    "unknown-place",  "unknown-speaker",
    "unknown-theme",  "unlisted-language",
    "unread-file",    "unreadable",
    "unused-credit",  "utf-8",
    "web-address",    "words",
    "wrong-folder",
};

} // namespace schacht::content
