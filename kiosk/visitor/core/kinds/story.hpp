#pragma once
#include "engine/content/prose/prose.hpp"

#include <string>
#include <vector>

namespace schacht::visitor {

/// How the pages of a story break for a visitor who wants large words: a page that has no room for all its words in
/// that size goes on on another leaf, from the beginning of a sentence.
struct PageBreaks {
    std::string item;                               ///< the story; "": none
    std::vector<std::vector<content::Prose>> parts; ///< of each page; of one that is whole, none
};
inline const PageBreaks nothingBreaks;

/// A page of a story, or a part of one that breaks; both from 0.
struct Leaf {
    int page = 0;
    int part = 0;
    bool operator==(const Leaf&) const = default;
};

} // namespace schacht::visitor
