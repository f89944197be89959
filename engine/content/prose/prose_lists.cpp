#include "engine/content/prose/prose_lists.hpp"
#include "engine/base/ascii.hpp"

#include <algorithm>
#include <charconv>
#include <md4c.h>
#include <optional>

namespace schacht::content {
namespace {

constexpr char disguisedDot = '\xFF'; // bytes that UTF-8 does not have
constexpr char disguisedBracket = '\xFE';

bool endsLine(char c) {
    return c == '\n' || c == '\r';
}

bool isSpace(char c) {
    return c == ' ' || c == '\t';
}

/// The mark at the start of a text; none where there is none.
std::optional<ItemMark> markAt(std::string_view text, std::size_t offset) {
    constexpr std::size_t mostDigits = 9; // CommonMark's
    std::string_view rest = text.substr(offset);
    std::size_t size = 0;
    while (size < rest.size() && size <= mostDigits && base::isDigit(rest[size])) {
        ++size;
    }
    const std::string_view ends = size > 0 ? ".)" : "-+*";
    if (size > mostDigits || size >= rest.size() || ends.find(rest[size]) == std::string_view::npos) {
        return std::nullopt;
    }
    if (size + 1 < rest.size() && !isSpace(rest[size + 1]) && !endsLine(rest[size + 1])) {
        return std::nullopt;
    }
    ItemMark mark{size > 0, offset, rest.substr(0, size + 1), 0};
    std::from_chars(rest.data(), rest.data() + size, mark.number);
    return mark;
}

/// The marks before the words of a line that begins at `offset`, up to `end`.
void addMarks(std::string_view source, std::size_t offset, std::size_t end, std::vector<ItemMark>& into) {
    while (offset < end) {
        if (isSpace(source[offset]) || source[offset] == '>') {
            ++offset;
        } else if (const auto mark = markAt(source, offset); mark && offset + mark->written.size() <= end) {
            into.push_back(*mark);
            offset += mark->written.size();
        } else {
            return;
        }
    }
}

/// Where the line behind the one with `offset` begins.
std::size_t nextLine(std::string_view source, std::size_t offset) {
    while (offset < source.size() && !endsLine(source[offset])) {
        ++offset;
    }
    return std::min(offset + 1, source.size());
}

/// Whether the line above that of `offset` is empty, but for the signs of quotations, or there is none.
bool standsApart(std::string_view source, std::size_t offset) {
    while (offset > 0 && !endsLine(source[offset - 1])) {
        --offset;
    }
    if (offset == 0) {
        return true;
    }
    offset -= source.substr(0, offset).ends_with("\r\n") ? 2 : 1;
    while (offset > 0 && (isSpace(source[offset - 1]) || source[offset - 1] == '>')) {
        --offset;
    }
    return offset == 0 || endsLine(source[offset - 1]);
}

/// Reads Markdown for its lists alone.
class ListSurvey {
public:
    explicit ListSurvey(std::string_view markdown) : source(markdown), marks(markdown) {}

    /// The marks that make no list.
    std::vector<ItemMark> falseMarks() {
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_COMMONMARK;
        parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) {
            static_cast<ListSurvey*>(self)->enter(type);
            return 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            static_cast<ListSurvey*>(self)->leave(type);
            return 0;
        };
        parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
        parser.text = [](MD_TEXTTYPE, const MD_CHAR* text, MD_SIZE size, void* self) {
            static_cast<ListSurvey*>(self)->marks.reach({text, size});
            return 0;
        };
        md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, this); // fails without memory only
        marks.finish();
        std::vector<ItemMark> out;
        for (const List& list : lists) {
            if (!isList(list)) {
                std::ranges::transform(list.items, std::back_inserter(out), [](const ItemMark* item) { return *item; });
            }
        }
        return out;
    }

private:
    struct List {
        bool numbered = false;
        bool wordsOnly = true; ///< no item has two paragraphs, or what is no paragraph
        std::vector<const ItemMark*> items;
    };
    /// What is open, from the outside in.
    struct Open {
        std::optional<std::size_t> list; ///< among all; none: something else
        int paragraphs = 0;              ///< in its last item
    };

    void enter(MD_BLOCKTYPE type) {
        List* const around = open.empty() || !open.back().list ? nullptr : &lists[*open.back().list];
        if (around != nullptr && type == MD_BLOCK_LI) {
            around->items.push_back(marks.enter(around->numbered));
            open.back().paragraphs = 0;
            return;
        }
        if (around != nullptr) {
            around->wordsOnly = around->wordsOnly && type == MD_BLOCK_P && ++open.back().paragraphs == 1;
        }
        const bool isList = type == MD_BLOCK_OL || type == MD_BLOCK_UL;
        open.push_back({isList ? std::optional(lists.size()) : std::nullopt, 0});
        if (isList) {
            lists.push_back({type == MD_BLOCK_OL, true, {}});
        }
    }

    void leave(MD_BLOCKTYPE type) {
        if (type != MD_BLOCK_LI) {
            open.pop_back();
        }
    }

    [[nodiscard]] bool isList(const List& list) const {
        const auto& items = list.items;
        const auto isFound = [](const ItemMark* item) { return !item->written.empty(); };
        if (!list.numbered || !list.wordsOnly || !std::ranges::all_of(items, isFound)) {
            return true;
        }
        const int first = items.front()->number;
        const int step = items.size() > 1 ? items[1]->number - first : 0;
        bool counts = first <= 1 && (step == 0 || step == 1);
        bool apart = true;
        for (std::size_t i = 1; i < items.size(); ++i) {
            counts = counts && items[i]->number - items[i - 1]->number == step;
            apart = apart && standsApart(source, items[i]->offset);
        }
        return items.size() > 1 && (counts || !apart);
    }

    std::string_view source;
    ItemMarks marks;
    std::vector<List> lists;
    std::vector<Open> open;
};

/// Whether there may be a numbered list at all: most prose has none, and need not be read twice.
bool mayHaveNumbers(std::string_view markdown) {
    std::vector<ItemMark> marks;
    for (std::size_t line = 0; line < markdown.size(); line = nextLine(markdown, line)) {
        addMarks(markdown, line, markdown.size(), marks);
        if (std::ranges::any_of(marks, &ItemMark::numbered)) {
            return true;
        }
        marks.clear();
    }
    return false;
}

} // namespace

const ItemMark* ItemMarks::enter(bool numbered) {
    items.push_back({numbered, 0, {}, 0});
    return &items.back();
}

void ItemMarks::reach(std::string_view text) {
    if (text.data() >= source.data() && text.data() < source.data() + source.size()) {
        const auto offset = static_cast<std::size_t>(text.data() - source.data());
        settle(offset);
        passed = std::max(passed, std::min(offset + text.size(), source.size()));
    }
}

void ItemMarks::settle(std::size_t offset) {
    if (found == items.size()) {
        return;
    }
    std::vector<ItemMark> marks;
    const bool within = passed > 0 && !endsLine(source[passed - 1]);
    for (std::size_t line = within ? nextLine(source, passed) : passed; line < offset; line = nextLine(source, line)) {
        addMarks(source, line, offset, marks);
    }
    // what is nearest to the text is most certain: above it may be lines that only look like marks
    for (std::size_t item = items.size(); item > found; --item) {
        while (!marks.empty() && marks.back().numbered != items[item - 1].numbered) {
            marks.pop_back();
        }
        if (!marks.empty()) {
            items[item - 1] = marks.back();
            marks.pop_back();
        }
    }
    found = items.size();
}

void countUncounted(std::span<Block> blocks, int list, char sign) {
    std::vector<Block*> items;
    for (Block& block : blocks) {
        if (block.list == list) {
            items.push_back(&block);
        }
    }
    const bool uncounted = std::ranges::all_of(
        items, [&](const Block* item) { return item->number == items.front()->number && item->number <= 1; });
    for (std::size_t i = 1; uncounted && i < items.size(); ++i) {
        items[i]->number = items.front()->number + static_cast<int>(i);
        items[i]->mark = std::to_string(items[i]->number) + sign;
    }
}

std::string withoutFalseLists(std::string markdown) {
    if (mayHaveNumbers(markdown)) {
        for (const ItemMark& mark : ListSurvey(markdown).falseMarks()) {
            char& sign = markdown[mark.offset + mark.written.size() - 1];
            sign = sign == '.' ? disguisedDot : disguisedBracket;
        }
    }
    return markdown;
}

std::string undisguised(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool disguised = words[i] == disguisedDot || words[i] == disguisedBracket;
        out += words[i] == disguisedDot ? '.' : words[i] == disguisedBracket ? ')' : words[i];
        while (disguised && i + 2 < words.size() && isSpace(words[i + 1]) && isSpace(words[i + 2])) {
            ++i; // Markdown leaves any number of spaces behind a mark
        }
    }
    return out;
}

} // namespace schacht::content
