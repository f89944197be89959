#pragma once
#include "engine/content/pack/pack.hpp"
#include "engine/content/prose/prose.hpp"
#include "kiosk/visitor/access.hpp"

#include <string>
#include <vector>

namespace schacht::visitor {

class Sketch;

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

/// The leaves of a story, in their order.
class Leaves {
public:
    Leaves() = default; ///< of no story: none
    Leaves(const content::Item& item, const PageBreaks& breaks);
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
