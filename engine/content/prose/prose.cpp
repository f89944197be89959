#include "engine/content/prose/prose.hpp"
#include "engine/base/utf8.hpp"
#include "engine/content/language/html_entities.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/prose/prose_findings.hpp"
#include "engine/content/prose/prose_lists.hpp"

#include <algorithm>
#include <md4c.h>
#include <optional>
#include <utility>

namespace schacht::content {
namespace {

constexpr std::size_t longestProse = std::size_t{256} << 10U; // bytes: md4c may take quadratic time

/// Valid UTF-8 without NUL, of a bounded length.
std::string cleaned(std::string_view markdown, bool& tooLong) {
    markdown = base::withoutByteOrderMark(markdown);
    tooLong = markdown.size() > longestProse;
    if (tooLong) {
        std::size_t end = longestProse;
        while (end > longestProse - 4 && (static_cast<unsigned char>(markdown[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        markdown = markdown.substr(0, end);
    }
    std::string clean;
    clean.reserve(markdown.size());
    for (;;) {
        const std::size_t good = std::min(firstInvalidUtf8(markdown), markdown.find('\0'));
        clean += markdown.substr(0, good);
        if (good >= markdown.size()) {
            return clean;
        }
        clean += base::replacementCharacter;
        markdown.remove_prefix(good + 1);
    }
}

/// HTML without its tags and comments.
std::string withoutTags(std::string_view html) {
    std::string words;
    while (!html.empty()) {
        const std::size_t tag = html.find('<');
        words += html.substr(0, tag);
        if (tag == std::string_view::npos) {
            break;
        }
        const std::size_t end = html.find('>', tag);
        html.remove_prefix(end == std::string_view::npos ? html.size() : end + 1);
    }
    return words;
}

/// Only '|', ':', '-' and spaces, and some of the first and third: the row under a table's head.
bool isTableRow(std::string_view line) {
    return line.find_first_not_of("|:- \t") == std::string_view::npos && line.find('|') != std::string_view::npos &&
           line.find("--") != std::string_view::npos;
}

/// The id in a link that may mean an item: of "lamp", and of "stories/lamp.json"; "" where it means none.
std::string_view idMeantBy(std::string_view target) {
    constexpr std::string_view ending = ".json";
    if (target.ends_with(ending)) {
        target.remove_suffix(ending.size());
        target = target.substr(target.rfind('/') + 1);
    }
    return isId(target) ? target : std::string_view();
}

class Reader {
public:
    /// markdown: valid UTF-8; findings: of the same text.
    Reader(std::string_view markdown, ProseFindings& findingsOfIt)
        : source(markdown), findings(findingsOfIt), marks(markdown) {}

    Prose read() {
        MD_PARSER parser{};
        parser.flags = MD_DIALECT_COMMONMARK;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enterBlock(type, detail);
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            return static_cast<Reader*>(self)->leaveBlock(type);
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return static_cast<Reader*>(self)->enterSpan(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
            return static_cast<Reader*>(self)->leaveSpan(type);
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return static_cast<Reader*>(self)->text(type, {text, size});
        };
        md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, this); // fails without memory only
        finishBlock();
        return std::move(prose);
    }

private:
    struct Container {
        enum class Kind { quote, bullets, numbers, item };
        Kind kind = Kind::quote;
        int number = 0;                 ///< numbers: the next item's, as Markdown counts; item: its own
        bool used = false;              ///< item: its first block has been seen
        int list = 0;                   ///< numbers: which of the prose's lists
        std::size_t first = 0;          ///< numbers: its first block
        char sign = '.';                ///< numbers: what stands behind them
        const ItemMark* mark = nullptr; ///< item: never null
    };

    int enterBlock(MD_BLOCKTYPE type, void* detail) {
        finishBlock();
        switch (type) {
        case MD_BLOCK_QUOTE:
            containers.push_back({.kind = Container::Kind::quote});
            break;
        case MD_BLOCK_UL:
            containers.push_back({.kind = Container::Kind::bullets});
            break;
        case MD_BLOCK_OL:
            enterNumbers(*static_cast<MD_BLOCK_OL_DETAIL*>(detail));
            break;
        case MD_BLOCK_LI:
            enterItem();
            break;
        case MD_BLOCK_H:
            heading = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
            break;
        case MD_BLOCK_HR:
            findings.reportRule();
            break;
        case MD_BLOCK_CODE: {
            const bool fenced = static_cast<MD_BLOCK_CODE_DETAIL*>(detail)->fence_char != 0;
            findings.await(fenced ? "" : "    ", base::Severity::warning, "prose-code",
                           fenced ? "Prose holds no code. Leave out the lines of ``` around it."
                                  : "Words behind four spaces are code, which prose does not hold. Remove the spaces.");
            break;
        }
        case MD_BLOCK_HTML:
            html.clear();
            inHtml = true;
            break;
        default:
            break;
        }
        return 0;
    }

    void enterNumbers(const MD_BLOCK_OL_DETAIL& list) {
        containers.push_back({.kind = Container::Kind::numbers,
                              .number = static_cast<int>(list.start),
                              .list = ++lists,
                              .first = prose.blocks.size(),
                              .sign = list.mark_delimiter});
    }

    void enterItem() {
        Container& list = containers.back();
        const ItemMark* const mark = marks.enter(list.kind == Container::Kind::numbers);
        containers.push_back({.kind = Container::Kind::item, .number = list.number++, .mark = mark});
        ++depth;
    }

    int leaveBlock(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_HTML) {
            inHtml = false;
            const std::string words = withoutTags(html);
            const auto first = words.find_first_not_of(" \t\r\n");
            if (first != std::string::npos) {
                append(words.substr(first, words.find_last_not_of(" \t\r\n") + 1 - first));
            }
        }
        findings.settle();
        finishBlock();
        if (type == MD_BLOCK_OL) {
            const Container& list = containers.back();
            countUncounted({prose.blocks.begin() + static_cast<std::ptrdiff_t>(list.first), prose.blocks.end()},
                           list.list, list.sign);
        }
        if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL || type == MD_BLOCK_LI) {
            containers.pop_back();
        }
        depth -= type == MD_BLOCK_LI ? 1 : 0;
        heading = 0;
        return 0;
    }

    int enterSpan(MD_SPANTYPE type, void* detail) {
        switch (type) {
        case MD_SPAN_EM:
            ++emphasis;
            break;
        case MD_SPAN_STRONG:
            ++strong;
            break;
        case MD_SPAN_CODE:
            findings.await("`", base::Severity::warning, "prose-code", "Prose holds no code. Leave out the ` signs.");
            break;
        case MD_SPAN_IMG:
            findings.await(
                "![", base::Severity::error, "prose-image",
                "Prose holds no pictures. Name the file as the page's “picture”, and describe it in its “alt”.");
            break;
        case MD_SPAN_A: {
            const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
            enterLink(undisguised({href.text, href.size}));
            break;
        }
        default:
            break;
        }
        return 0;
    }

    void enterLink(std::string_view target) {
        const bool toItem = target.starts_with("item:");
        if (toItem && isId(target.substr(5))) {
            item = target.substr(5);
        } else if (toItem) {
            findings.await("[", base::Severity::error, "prose-item",
                           inQuotes(target) +
                               " is no item. Write its id, the name of its file without .json: small letters, "
                               "digits and hyphens.");
        } else if (const std::string_view id = idMeantBy(target); !id.empty()) {
            findings.await("[", base::Severity::error, "prose-link",
                           "Prose links to items only, by their ids. Write item:" + std::string(id) +
                               " if that is the item meant.");
        } else {
            findings.await(
                "[", base::Severity::error, "prose-link",
                "Prose does not link to " + inQuotes(target) +
                    ": a kiosk has no web. Give the item this address as its “readMore”, or link to an item: "
                    "[words](item:its-id).");
        }
    }

    int leaveSpan(MD_SPANTYPE type) {
        findings.settle();
        emphasis -= type == MD_SPAN_EM ? 1 : 0;
        strong -= type == MD_SPAN_STRONG ? 1 : 0;
        if (type == MD_SPAN_A) {
            const bool wordless = !block || block->spans.empty() || block->spans.back().item != item;
            if (!item.empty() && wordless) {
                findings.report(base::Severity::error, "prose-link",
                                "The link to item:" + item + " has no words to touch. Write them between [ and ].");
            }
            item.clear();
        }
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view words) {
        findings.reach(words);
        marks.reach(words);
        if (inHtml) {
            if (html.empty()) {
                findings.reportHtml(undisguised(words));
            }
            html += words;
            return 0;
        }
        switch (type) {
        case MD_TEXT_BR:
            addSpan({"\n", false, false, ""});
            break;
        case MD_TEXT_SOFTBR:
            append(" ");
            break;
        case MD_TEXT_ENTITY:
            append(decodeEntity(words).value_or(std::string(words)));
            break;
        case MD_TEXT_HTML:
            findings.reportHtml(undisguised(words));
            break;
        case MD_TEXT_NULLCHAR:
            append(base::replacementCharacter);
            break;
        case MD_TEXT_CODE:
            words == "\n" ? addSpan({"\n", false, false, ""}) : append(words);
            break;
        default:
            if (isTableRow(words)) {
                findings.report(base::Severity::warning, "prose-table",
                                "Prose holds no tables. Write a list, or a sentence for each row.");
            }
            append(words);
        }
        return 0;
    }

    void append(std::string_view disguised) {
        if (disguised.empty()) {
            return;
        }
        const std::string words = undisguised(disguised);
        openBlock();
        auto& spans = block->spans;
        const Span style{"", emphasis > 0, strong > 0, item};
        if (!spans.empty() && spans.back().text != "\n" && spans.back().emphasis == style.emphasis &&
            spans.back().strong == style.strong && spans.back().item == style.item) {
            spans.back().text += words;
        } else {
            addSpan({words, style.emphasis, style.strong, style.item});
        }
    }

    void addSpan(Span span) {
        openBlock();
        block->spans.push_back(std::move(span));
    }

    void openBlock() {
        if (block) {
            return;
        }
        block.emplace();
        if (heading > 0) {
            block->kind = Block::Kind::heading;
            block->level = heading;
        } else if (!containers.empty() && containers.back().kind == Container::Kind::quote) {
            block->kind = Block::Kind::quote;
        } else if (!containers.empty() && !containers.back().used) {
            openItem();
        }
    }

    void openItem() {
        Container& own = containers.back();
        own.used = true;
        const Container& list = containers[containers.size() - 2];
        const bool numbered = list.kind == Container::Kind::numbers;
        block->kind = numbered ? Block::Kind::numbered : Block::Kind::bullet;
        block->level = depth - 1;
        if (numbered) {
            const bool found = !own.mark->written.empty();
            block->number = found ? own.mark->number : own.number;
            block->mark = found ? std::string(own.mark->written) : std::to_string(own.number) + list.sign;
            block->list = list.list;
        }
    }

    void finishBlock() {
        while (block && !block->spans.empty() && block->spans.back().text == "\n") {
            block->spans.pop_back();
        }
        if (block && !block->spans.empty()) {
            prose.blocks.push_back(std::move(*block));
        }
        block.reset();
    }

    std::string_view source;
    ProseFindings& findings;
    ItemMarks marks;
    Prose prose;
    std::vector<Container> containers;
    std::optional<Block> block;
    std::string item;
    std::string html;
    bool inHtml = false;
    int heading = 0; ///< 1..6, in a heading
    int depth = 0;   ///< items in items
    int lists = 0;   ///< numbered ones so far
    int emphasis = 0;
    int strong = 0;
};

} // namespace

Prose parseProse(std::string_view markdown) {
    bool tooLong = false;
    const std::string source = withoutFalseLists(cleaned(markdown, tooLong));
    ProseFindings findings(source);
    Prose prose = Reader(source, findings).read();
    if (tooLong) {
        findings.reportLength();
    }
    prose.problems = findings.problems();
    return prose;
}

std::string plainText(const Prose& prose) {
    std::string words;
    for (const Block& block : prose.blocks) {
        words += words.empty() ? "" : "\n";
        for (const Span& span : block.spans) {
            words += span.text == "\n" ? " " : span.text;
        }
    }
    return words;
}

} // namespace schacht::content
