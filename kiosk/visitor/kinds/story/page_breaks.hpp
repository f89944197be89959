#pragma once
#include "engine/content/pack/pack.hpp"
#include "kiosk/visitor/core/kinds/story.hpp"

#include <string_view>
#include <vector>

namespace schacht::visitor {

class Sketch;

/// The body of an item that is a story.
[[nodiscard]] inline const content::Story& storyIn(const content::Item& item) {
    return std::get<content::Story>(item.body);
}

/// The leaves of a story, in their order.
class Leaves {
public:
    Leaves(const content::Story& story, const PageBreaks& breaks);
    [[nodiscard]] int count() const;
    [[nodiscard]] int parts(int page) const; ///< of a page, at least 1
    /// The nearest that there is.
    [[nodiscard]] int indexOf(Leaf leaf) const;
    [[nodiscard]] Leaf at(int index) const;
    bool operator==(const Leaves&) const = default;

private:
    std::vector<int> partsOf;
};

/// The same prose from one sentence to another (one past the last). What stands in a list is one sentence.
[[nodiscard]] content::Prose sentencesBetween(const content::Prose& prose, std::string_view language, std::size_t first,
                                              std::size_t last);

/// Lays the pages of a story out until all their words are as large as this visitor wants them. `sketch` is spoilt by
/// it: its meanings are of no screen.
[[nodiscard]] PageBreaks breaksOf(Sketch& sketch, const content::Item& item);

} // namespace schacht::visitor
