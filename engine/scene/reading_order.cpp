#include "engine/scene/reading_order.hpp"

#include "engine/text/sentences.hpp"

#include <algorithm>

namespace schacht::scene {
namespace {

/// Collects what can be reached; `from` in it is where the present group begins.
struct Reaching {
    std::vector<Reachable> out;
    std::size_t beside = 0; ///< how many of them an open menu left: those that it does not cover

    /// Groups begin at an index, which an open menu's Backdrop sets back.
    void visit(const Node& node, base::Point origin, bool aside) {
        const base::Rect here = node.box.moved(origin.x, origin.y);
        if (std::holds_alternative<Backdrop>(node.paint)) {
            std::erase_if(out, [&](const Reachable& one) { return !one.box.intersected(here).empty(); });
            beside = out.size();
        }
        if (node.touch && node.touch->enabled) {
            out.push_back({&node, here, node.touch->place, node.touch->count, aside || node.aside});
        }
        const std::size_t inside = out.size();
        bool covered = false;
        for (const Node& child : node.children) {
            covered = covered || std::holds_alternative<Backdrop>(child.paint);
            visit(child, {here.x, here.y}, aside || node.aside);
        }
        place(covered ? beside : std::min(inside, out.size()));
    }

    void place(std::size_t from) {
        const std::size_t count = out.size() - from;
        if (count < 2) {
            return;
        }
        for (std::size_t i = from; i < out.size(); ++i) {
            if (out[i].count == 0) {
                out[i].place = i - from + 1;
                out[i].count = count;
            }
        }
    }
};

/// Something that is said of a screen, and where it is.
struct SaidBlock {
    std::string words;
    std::string language;
    base::Rect box;
    bool heading = false;
    bool picture = false;
    bool text = false;
};

struct Saying {
    const Scene& scene;
    std::vector<SaidBlock> out;

    [[nodiscard]] bool onGlass(base::Rect box) const {
        const base::Rect glass{0, 0, scene.size.width, scene.size.height};
        return glass.contains(box.centre());
    }
    void visit(const Node& node, base::Point origin) {
        const base::Rect here = node.box.moved(origin.x, origin.y);
        if (std::holds_alternative<Backdrop>(node.paint)) {
            out.clear();
        }
        if (node.aside || node.alpha < 0.5F) {
            return;
        }
        if (node.touch) {
            if (!node.touch->slider && node.touch->enabled && node.role != Role::link && onGlass(here)) {
                add(node, here, false);
            }
            return; // its name says what is in it
        }
        const bool words = std::holds_alternative<TextPaint>(node.paint);
        const bool said = (words && (node.role == Role::heading || node.role == Role::text)) ||
                          (node.role == Role::picture && !words);
        if (said && onGlass(here)) {
            add(node, here, words);
        }
        for (const Node& child : node.children) {
            visit(child, {here.x, here.y});
        }
    }
    void add(const Node& node, base::Rect here, bool text) {
        if (text::countLetters(node.name) > 0) {
            out.push_back({node.name, node.language.empty() ? scene.language : node.language, here,
                           node.role == Role::heading, node.role == Role::picture, text});
        }
    }
};

/// Row by row: what has its middle within the height of the first of a row stands in that row.
void orderByRows(std::vector<SaidBlock>::iterator begin, std::vector<SaidBlock>::iterator end, bool leftward) {
    std::stable_sort(begin, end, [](const SaidBlock& a, const SaidBlock& b) { return a.box.y < b.box.y; });
    while (begin != end) {
        const base::Rect first = begin->box;
        const auto row = std::stable_partition(begin, end, [&](const SaidBlock& block) {
            const float middle = block.box.centre().y;
            return middle >= first.y && middle <= first.bottom();
        });
        std::stable_sort(begin, row, [leftward](const SaidBlock& a, const SaidBlock& b) {
            return leftward ? a.box.right() > b.box.right() : a.box.x < b.box.x;
        });
        begin = row == begin ? begin + 1 : row;
    }
}

/// The text on the glass that has a name, its parent and which child it is.
struct Found {
    Node* parent = nullptr;
    std::size_t index = 0;
    bool dark = false; ///< words
};

std::optional<Found> findText(Node& node, base::Point origin, const std::string& name, base::Rect glass) {
    const base::Rect here = node.box.moved(origin.x, origin.y);
    std::optional<Found> found;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        Node& child = node.children[i];
        if (child.aside || child.touch) {
            continue;
        }
        const auto* paint = std::get_if<TextPaint>(&child.paint);
        const bool onGlass = glass.contains(child.box.moved(here.x, here.y).centre());
        if (paint != nullptr && onGlass && child.name == name && child.role != Role::none) {
            constexpr int middle = 3 * 128;
            found = Found{&node, i, paint->colour.r + paint->colour.g + paint->colour.b < middle};
        } else if (auto below = findText(child, {here.x, here.y}, name, glass)) {
            found = below;
        }
    }
    return found; // the last one is on top
}

} // namespace

std::vector<Reachable> reachable(const Scene& scene) {
    Reaching reaching;
    reaching.visit(scene.root, {}, false);
    return std::move(reaching.out);
}

std::optional<base::Rect> textOn(const Scene& scene) {
    Saying saying{scene, {}};
    saying.visit(scene.root, {});
    std::optional<base::Rect> all;
    for (const SaidBlock& block : saying.out) {
        if (block.text) {
            const base::Rect one = block.box;
            const base::Rect before = all.value_or(one);
            const float left = std::min(before.x, one.x);
            const float top = std::min(before.y, one.y);
            all = base::Rect{left, top, std::max(before.right(), one.right()) - left,
                             std::max(before.bottom(), one.bottom()) - top};
        }
    }
    return all;
}

std::vector<Utterance> utterancesOf(const Scene& scene) {
    Saying saying{scene, {}};
    saying.visit(scene.root, {});
    auto& blocks = saying.out;
    const bool leftward = text::directionOf(scene.language) == text::Direction::rightToLeft;
    const auto rest =
        std::stable_partition(blocks.begin(), blocks.end(), [](const SaidBlock& block) { return block.heading; });
    orderByRows(blocks.begin(), rest, leftward);
    const auto pictures =
        std::stable_partition(rest, blocks.end(), [](const SaidBlock& block) { return !block.picture; });
    orderByRows(rest, pictures, leftward);
    orderByRows(pictures, blocks.end(), leftward);
    std::vector<Utterance> out;
    for (const SaidBlock& block : blocks) {
        for (const auto& place : text::sentencesOf(block.words, block.language)) {
            out.push_back({block.words.substr(place.begin, place.end - place.begin), block.language,
                           block.text ? block.words : std::string(), place.firstLetter, place.lastLetter});
        }
    }
    const bool text = std::any_of(blocks.begin(), blocks.end(), [](const SaidBlock& block) { return block.text; });
    if (!scene.title.empty() && !text) {
        out.insert(out.begin(), {scene.title, scene.language, "", 0, 0});
    }
    return out;
}

void markUtterance(Scene& scene, const Utterance& utterance, base::Colour colour, float pixelsPerMillimetre) {
    const auto found = utterance.block.empty()
                           ? std::nullopt
                           : findText(scene.root, {}, utterance.block, {0, 0, scene.size.width, scene.size.height});
    if (!found) {
        return;
    }
    const Node& words = found->parent->children[found->index];
    const auto& paragraph = std::get<TextPaint>(words.paint).paragraph;
    std::vector<Node> marks;
    for (const base::Rect& box : paragraph.boxesOf(utterance.firstLetter, utterance.lastLetter)) {
        constexpr float thick = 1.2F; // millimetres
        constexpr float wide = 1.2F;  // beyond the words, behind them
        const float scale = 1 / pixelsPerMillimetre;
        const float left = paragraph.leftIn(words.box.width * pixelsPerMillimetre) * scale;
        base::Rect mark{words.box.x + left + box.x * scale, words.box.y + box.y * scale, box.width * scale,
                        box.height * scale};
        if (found->dark) {
            mark = {mark.x - wide, mark.y, mark.width + 2 * wide, mark.height};
        } else {
            const float baseline = paragraph.firstBaseline() * scale;
            constexpr float below = .55F; // of the room under a line, which posters have little of
            mark = {mark.x, mark.y + baseline + (mark.height - baseline) * below, mark.width, thick};
        }
        Node node;
        node.box = mark;
        node.paint = Fill{colour, 0, {}, 0};
        marks.push_back(std::move(node));
    }
    auto& children = found->parent->children;
    children.insert(children.begin() + static_cast<std::ptrdiff_t>(found->index),
                    std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
}

} // namespace schacht::scene
