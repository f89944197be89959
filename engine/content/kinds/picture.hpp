#pragma once
#include "engine/content/format/field.hpp"
#include "engine/content/format/focus.hpp"
#include "engine/content/language/language_map.hpp"

#include <string>

namespace schacht::content {

struct Picture {
    std::string file; ///< path in the pack
    LanguageMap alt;
    LanguageMap title; ///< shown where it is looked at closely, over the caption
    LanguageMap caption;
    Focus focus;
    bool decorative = false;
};

template <>
inline constexpr std::string_view nounOf<Picture> = "picture";
template <>
inline constexpr std::string_view calledInReference<Picture> = "Picture";

template <class Describer>
void describe(Describer& visit, As<Picture>) {
    visit({.key = "file",
           .meaning = "The picture's file, such as media/headframe.svg.",
           .required = true,
           .vital = true,
           .meant = Meant::picture},
          &Picture::file);
    visit({.key = "alt",
           .meaning = "What the picture shows, for a visitor who cannot see it.",
           .example = R"({"nl": "Een koeltoren in de avond", "en": "A cooling tower at dusk"})"},
          &Picture::alt);
    visit({.key = "decorative", .meaning = "True where the picture says nothing that the words do not: it has no alt."},
          &Picture::decorative);
    visit({.key = "title",
           .meaning = "The few words over its caption, where it is looked at closely.",
           .example = R"({"nl": "De koeltoren"})",
           .without = "in a story: the heading of its page"},
          &Picture::title);
    visit({.key = "caption",
           .meaning = "The line that visitors read with the picture.",
           .example = R"({"nl": "Hij koelde het water van de machines."})"},
          &Picture::caption);
    visit({.key = "focus",
           .meaning = "The point that cropping keeps: from the left and from the top, 0 to 1.",
           .without = "its middle",
           .instead = "cut around its middle"},
          &Picture::focus);
    visit.altUnlessDecorative();
}

} // namespace schacht::content
