#pragma once
#include "engine/content/prose/prose.hpp"

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Numbered lists as they were written. Markdown counts them on from their first number, and takes any paragraph that
/// begins with a number and a dot for one; in a museum those are years and dates.
namespace schacht::content {

/// What stands before an item of a list: "1559.", or a bullet.
struct ItemMark {
    bool numbered = false;
    std::size_t offset = 0;   ///< of its first digit in the source
    std::string_view written; ///< numbered: with its dot or bracket; empty where it was not found
    int number = 0;
};

/// md4c tells of an item that it is there, and not where. Its mark is found between the texts before and behind it.
class ItemMarks {
public:
    /// markdown: must outlive this.
    explicit ItemMarks(std::string_view markdown) : source(markdown) {}

    /// md4c has come to an item. The result is valid as long as this; its mark is known at the next text.
    [[nodiscard]] const ItemMark* enter(bool numbered);
    /// md4c has come to this text; one that is not part of the source is passed over.
    void reach(std::string_view text);
    /// No text will follow.
    void finish() { settle(source.size()); }

private:
    void settle(std::size_t offset);

    std::string_view source;
    std::deque<ItemMark> items;
    std::size_t found = 0;  ///< how many of them are before the last text
    std::size_t passed = 0; ///< where the last text ends
};

/// A list whose items all have the number 0, or all 1, leaves it to Markdown to count: gives them their numbers. sign:
/// what stands behind one.
void countUncounted(std::span<Block> blocks, int list, char sign);

/// The same Markdown, byte by byte, in which the dot or bracket behind a number is disguised where it makes no list:
/// an only item that holds nothing but words, and paragraphs with empty lines between them that do not count from 0 or
/// 1. markdown: valid UTF-8, of which no disguise is a part.
[[nodiscard]] std::string withoutFalseLists(std::string markdown);
/// Words of that as they were written. Other text stays as it is.
[[nodiscard]] std::string undisguised(std::string_view words);

} // namespace schacht::content
