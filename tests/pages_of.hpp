#pragma once
#include "engine/content/pack/pack.hpp"

namespace schacht::tests {

/// The pages of a story; none where the item is of another kind.
inline const std::vector<content::Page>& pagesOf(const content::Item& item) {
    static const std::vector<content::Page> none;
    const auto* const story = std::get_if<content::Story>(&item.body);
    return story == nullptr ? none : story->pages;
}

} // namespace schacht::tests
