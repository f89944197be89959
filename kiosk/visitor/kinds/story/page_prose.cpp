#include "kiosk/visitor/kinds/story/page_parts.hpp"

#include "engine/content/prose/prose.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace schacht::visitor {

using scene::Node;

namespace {

using Blocks = std::vector<content::Block>;

bool isListed(const content::Block& block) {
    return block.kind == content::Block::Kind::bullet || block.kind == content::Block::Kind::numbered;
}

/// Blocks of prose under one another, those of lists behind their numbers or dashes. Millimetres.
class ProseColumn {
public:
    /// of: the page that it stands on. as: of all its words, its width that of the column.
    ProseColumn(PageSketch& of, std::string_view languageOfIt, const Sketch::Set& as)
        : page(of), sketch(of.sketch), language(languageOfIt), set(as) {}

    /// leading: the first block is its page's first, and heavier than the others.
    Node lay(const Blocks& blocks, bool leading, float apart) {
        measureSigns(blocks);
        Node out;
        out.role = scene::Role::text;
        float y = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            y += i > 0 ? apart : 0;
            set.weight = leading && i == 0 ? 500 : 0;
            std::optional<Node> sign;
            Node words = isListed(blocks[i]) ? itemOf(blocks[i], sign) : wordsOf(blocks[i], set.width);
            words.box.y = y;
            addLinks(words, i);
            y += std::max(words.box.height, sign ? sign->box.height : 0);
            if (sign) {
                sign->box.y = words.box.y;
                out.children.push_back(std::move(*sign));
            }
            out.children.push_back(std::move(words));
        }
        out.box = {0, 0, set.width, y};
        return out;
    }

private:
    Node wordsOf(const content::Block& block, float width) {
        text::Phrase words{{}, language};
        for (const content::Span& span : block.spans) {
            words.runs.push_back({span.text, span.emphasis, span.strong, span.item});
        }
        Sketch::Set narrower = set;
        narrower.width = width;
        return sketch.text(words, narrower);
    }

    Node signOf(const content::Block& block) {
        const bool numbered = block.kind == content::Block::Kind::numbered;
        Sketch::Set own = set;
        own.width = 0;
        own.role = numbered ? scene::Role::text : scene::Role::none; // a voice says the number before its words
        return sketch.text({{{numbered ? block.mark : "–", false, false, ""}}, language}, own);
    }

    void measureSigns(const Blocks& blocks) {
        for (const content::Block& block : blocks) {
            if (isListed(block)) {
                float& widest = widestOf[block.list];
                widest = std::max(widest, signOf(block).box.width);
            }
        }
    }

    /// The words of an item, and its sign, in a column beside them that is as wide as the widest of its list.
    Node itemOf(const content::Block& block, std::optional<Node>& sign) {
        constexpr float usual = 9;      // of a column
        constexpr float gapShare = .2F; // of a line's height, between sign and words
        constexpr float mostShare = .6F;
        sign = signOf(block);
        const float gap = gapShare * sign->box.height;
        wordsAt.resize(static_cast<std::size_t>(block.level), 0); // those of deeper lists are over
        const float most = set.width * mostShare;                 // however deep: there is room for words
        const float left = wordsAt.empty() ? 0 : wordsAt.back();
        const float indent = std::min(left + std::max(widestOf[block.list] + gap, usual), most);
        wordsAt.push_back(indent);

        Node words = wordsOf(block, set.width - indent);
        words.box.x = indent;
        const bool numbered = block.kind == content::Block::Kind::numbered;
        sign->box.x = numbered ? indent - gap - sign->box.width : left;
        // the screen is mirrored where its language wants it; words of the other direction have their signs there, too
        if (text::directionOf(language) != text::directionOf(sketch.language())) {
            words.box.x = set.width - words.box.x - words.box.width;
            sign->box.x = set.width - sign->box.x - sign->box.width;
        }
        return words;
    }

    void addLinks(Node& words, std::size_t block) {
        const auto& paragraph = std::get<scene::TextPaint>(words.paint).paragraph;
        const float scale = sketch.screen.pixelsPerMillimetre;
        std::size_t nth = 0;
        for (const auto& link : paragraph.links()) {
            const content::Item* const to = sketch.catalogue.item(link.link);
            if (to == nullptr) {
                continue;
            }
            for (const base::Rect& at : link.boxes) {
                Node target = group("link:" + page.id + ":" + std::to_string(block) + ":" + std::to_string(nth++),
                                    {at.x / scale, at.y / scale, at.width / scale, at.height / scale});
                sketch.touchable(target, sketch.inWords(to->title), OpenItem{link.link}, scene::Role::link);
                target.touch->reach = 2;
                words.children.push_back(std::move(target));
            }
        }
    }

    PageSketch& page;
    Sketch& sketch;
    std::string language;
    Sketch::Set set;
    std::map<int, float> widestOf; ///< signs, by list; bullets are 0
    std::vector<float> wordsAt;    ///< of the lists that are open, from the outside in
};

} // namespace

Node PageSketch::prose(std::string_view rank, float width, base::Colour wordColour, float size, float height) {
    const auto found = page.body.find(sketch.language(), sketch.catalogue.pack().languages);
    const std::string language(found.language.empty() ? sketch.language() : found.language);
    const Blocks blocks = proseHere(found.words).blocks;
    const float full = size > 0 ? size : sketch.theme.style(rank).size;
    constexpr float apart = .62F; // of blocks, in their size
    Node out;
    for (const float share : {1.0F, .94F, .88F, .82F, .76F, .7F, .62F, .55F, .48F, .42F}) {
        ProseColumn column(*this, language, {.rank = rank, .colour = wordColour, .width = width, .size = full * share});
        out = column.lay(blocks, rank == "reading" && part == 0, full * share * apart);
        crowded = share < 1 || (height > 0 && out.box.height > height);
        if (height <= 0 || out.box.height <= height) {
            break;
        }
    }
    return out;
}

} // namespace schacht::visitor
