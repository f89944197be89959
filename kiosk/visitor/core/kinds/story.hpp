#pragma once
#include "engine/content/kinds/story.hpp"
#include "engine/content/prose/prose.hpp"
#include "engine/scene/animated_value.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace schacht::visitor {

/// How the pages of a story break for a visitor who wants large words: a page that has no room for all its words in
/// that size goes on on another leaf, from the beginning of a sentence.
struct PageBreaks {
    bool known = false;                             ///< they were measured
    std::vector<std::vector<content::Prose>> parts; ///< of each page; of one that is whole, none
};

/// A page of a story, or a part of one that breaks; both from 0.
struct Leaf {
    int page = 0;
    int part = 0;
    bool operator==(const Leaf&) const = default;
};

/// Where a visitor is in a story.
struct StoryState {
    static constexpr std::string_view kind = content::Story::kind;
    Leaf leaf;                     ///< that is read
    scene::AnimatedValue pages{0}; ///< millimetres that the pages have gone to theirs
    PageBreaks breaks;
};
/// On arrival.
[[nodiscard]] inline StoryState arrivalOf(const content::Story& /*story*/) {
    return {};
}

/// The words of the story on the screen were measured, as this visitor wants them.
struct PagesBroken {
    PageBreaks breaks;
};

} // namespace schacht::visitor
