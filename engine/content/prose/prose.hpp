#pragma once
#include "engine/base/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The room of prose: Markdown as a pack may hold it becomes blocks and spans, or a problem. Nothing here sets text in
/// lines, nor knows whether the item that is linked to exists.
namespace schacht::content {

/// CommonMark prose as a pack may hold it: paragraphs, quotes, lists; emphasis, strong, line breaks, links to items.
struct Span {
    std::string text; ///< never empty; "\n" is a line break
    bool emphasis = false;
    bool strong = false;
    std::string item; ///< id, where the span links to an item
    bool operator==(const Span&) const = default;
};

struct Block {
    enum class Kind { paragraph, heading, quote, bullet, numbered };
    Kind kind = Kind::paragraph;
    int level = 0;  ///< heading: 1..6; bullet, numbered: how deep, from 0
    int number = 0; ///< numbered: its number
    std::vector<Span> spans;
    int list = 0;       ///< numbered: which of the prose's lists it belongs to, from 1
    std::string mark{}; ///< numbered: its number as it was written, with its dot or bracket: "1559."
    bool operator==(const Block&) const = default;
};

/// As recordings and `inspect` write it.
[[nodiscard]] constexpr std::string_view nameOf(Block::Kind kind) {
    switch (kind) {
    case Block::Kind::paragraph:
        return "paragraph";
    case Block::Kind::heading:
        return "heading";
    case Block::Kind::quote:
        return "quote";
    case Block::Kind::bullet:
        return "bullet";
    case Block::Kind::numbered:
        return "numbered";
    }
    return "";
}

struct Prose {
    std::vector<Block> blocks;
    std::vector<base::Problem> problems; ///< location.line and location.column within the prose
};

/// Any thread. What a pack may not hold (HTML, images, web links, code, tables) is a Problem with what to do instead,
/// and its words are kept as plain text. A list has the numbers that were written, but for one whose numbers are all 0
/// or all 1, which is counted; prose_lists.hpp says what is a numbered list. Never fails; bounded in time and memory by
/// the length of `markdown`.
[[nodiscard]] Prose parseProse(std::string_view markdown);

/// The words alone, blocks separated by a newline: for speech, search and counting.
[[nodiscard]] std::string plainText(const Prose& prose);

} // namespace schacht::content
