#pragma once
#include "engine/scene/node.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

/// What every screen of the kiosk keeps to, whatever it shows.
namespace schacht::tests {

inline constexpr float leastTarget = 20; // look_and_feel.md: millimetres
inline constexpr float leastGap = 3;
inline constexpr float rounding = 0.4F; // a pixel on the glass

struct Target {
    const scene::Node* node;
    base::Rect box;
};

/// Walks what can be seen of a scene at rest.
struct Walk {
    base::Rect screen;
    std::vector<Target> targets;
    std::vector<std::string> faults;
    std::vector<Target> texts{};
    std::vector<Target> surfaces{};
    std::vector<base::Rect> pictures{};

    /// slides: it is a part of what a finger moves to the side, and may wait there for it.
    void visit(const scene::Node& node, base::Point origin, base::Rect clip, bool slides = false) {
        if (node.alpha <= 0) {
            return;
        }
        const base::Rect box = node.box.moved(origin.x, origin.y);
        const base::Rect seen = box.intersected(clip);
        const bool panel = node.id == scene::nodeId("menu:sound"); // an open menu that covers a part of the screen
        if (panel || std::holds_alternative<scene::Backdrop>(node.paint)) {
            // what lies behind an open menu is neither read nor touched
            const auto behind = [&](const Target& one) { return !one.box.intersected(box).empty(); };
            std::erase_if(texts, behind);
            std::erase_if(surfaces, behind);
            std::erase_if(targets, behind);
            faults.clear();
        }
        if (node.touch && node.touch->enabled && !box.grown(node.touch->reach).intersected(clip).empty()) {
            targets.push_back({&node, box.grown(node.touch->reach)});
            if (node.name.empty()) {
                faults.push_back("a target without a name");
            }
            checkSides(node, box, slides);
        }
        if (node.surface) {
            surfaces.push_back({&node, seen});
        }
        if (const auto* text = std::get_if<scene::TextPaint>(&node.paint); text != nullptr && text->paragraph) {
            checkText(node, *text, box, clip);
            checkSides(node, box, slides);
        }
        checkCover(node, seen);
        if (std::holds_alternative<scene::PicturePaint>(node.paint)) {
            pictures.push_back(seen);
        }
        for (const scene::Node& child : node.children) {
            visit(child, {box.x, box.y}, node.clip || node.layer ? seen : clip, slides || node.surface.has_value());
        }
    }

    /// What is painted over words and lets nothing through.
    void checkCover(const scene::Node& node, base::Rect seen) {
        const auto* fill = std::get_if<scene::Fill>(&node.paint);
        const bool covers = std::holds_alternative<scene::PicturePaint>(node.paint) ||
                            std::holds_alternative<scene::FilmPaint>(node.paint) ||
                            (fill != nullptr && fill->colour.a == 255);
        constexpr float lineAir = 1; // millimetres: of a line's box, under its letters
        for (const Target& text : texts) {
            const base::Rect both = text.box.grown(-lineAir).intersected(seen);
            if (covers && both.width > 0 && both.height > 0) {
                faults.push_back("words under " + (node.name.empty() ? "something" : node.name) + ": " +
                                 text.node->name);
            }
        }
    }

    void checkSides(const scene::Node& node, base::Rect box, bool slides) {
        const bool beside = box.x >= screen.right() - 1 || box.right() <= screen.x + 1;
        if (!slides && !beside && (box.x < screen.x - rounding || box.right() > screen.right() + rounding)) {
            faults.push_back("reaches over the side: " + node.name);
        }
    }

    void checkText(const scene::Node& node, const scene::TextPaint& text, base::Rect box, base::Rect clip) {
        if (text.paragraph.cutOff()) {
            faults.push_back("cut off: " + node.name);
        }
        if (text.paragraph.missingLetters() > 0) {
            faults.push_back("letters that no font has: " + node.name);
        }
        constexpr std::size_t mark = 3; // bytes: a quotation mark may reach into the words
        if (node.name.size() > mark) {
            texts.push_back({&node, box.intersected(clip)});
        }
        // beside the screen lies what a shelf or a page has not brought yet; above and below there is nothing
        const bool beside = box.x >= clip.right() - 1 || box.right() <= clip.x + 1;
        const bool across = box.y < clip.y - rounding || box.bottom() > clip.bottom() + rounding;
        if (!beside && across) {
            faults.push_back("reaches out of the screen: " + node.name);
        }
    }
};

/// Words that lie over other words.
inline void checkTexts(Walk& walk) {
    constexpr float touching = 2.5F; // millimetres: a line's box is higher than its letters
    for (std::size_t i = 0; i < walk.texts.size(); ++i) {
        for (std::size_t j = i + 1; j < walk.texts.size(); ++j) {
            const base::Rect both = walk.texts[i].box.grown(-touching).intersected(walk.texts[j].box.grown(-touching));
            if (both.width > 0 && both.height > 0) {
                walk.faults.push_back("words over words: " + walk.texts[i].node->name + " | " +
                                      walk.texts[j].node->name);
            }
        }
    }
}

/// No word on a picture, dimmed or not.
inline void checkPictures(Walk& walk) {
    for (const Target& text : walk.texts) {
        for (const base::Rect& picture : walk.pictures) {
            const base::Rect both = text.box.grown(-1).intersected(picture);
            if (both.width > 0 && both.height > 0) {
                walk.faults.push_back("words on a picture: " + text.node->name);
            }
        }
    }
}

inline bool contains(base::Rect outer, base::Rect inner) {
    const base::Rect all = outer.grown(0.01F); // sums of floats
    return all.contains({inner.x, inner.y}) && all.contains({inner.right(), inner.bottom()});
}

inline void checkTargets(Walk& walk) {
    for (std::size_t i = 0; i < walk.targets.size(); ++i) {
        const Target& a = walk.targets[i];
        const bool link =
            a.node->role == scene::Role::link; // as high as its line (look_and_feel.md: 18), as wide as its words
        if (a.box.height < (link ? 18 : leastTarget) - rounding || (!link && a.box.width < leastTarget - rounding)) {
            walk.faults.push_back("a small target: " + a.node->name);
        }
        for (std::size_t j = i + 1; j < walk.targets.size(); ++j) {
            const Target& b = walk.targets[j];
            const bool nested = contains(a.box, b.box) || contains(b.box, a.box);
            const bool sameLink = link && b.node->role == scene::Role::link && a.node->name == b.node->name;
            const float half = (leastGap - rounding) / 2;
            if (!nested && !sameLink && !a.box.grown(half).intersected(b.box.grown(half)).empty()) {
                walk.faults.push_back("targets too close: " + a.node->name + " | " + b.node->name);
            }
        }
    }
}

/// Low reach: all that can be touched comes into the lowest 40 % by as much as a finger needs.
inline void checkReach(Walk& walk) {
    constexpr float share = 0.6F;
    const float line = walk.screen.height * share;
    const auto check = [&](const Target& target, float least) {
        const base::Rect low = target.box.intersected({0, line, walk.screen.width, walk.screen.height - line});
        if (low.height < least - rounding || low.width < least - rounding) {
            walk.faults.push_back("too high: " + target.node->name);
        }
    };
    for (const Target& target : walk.targets) {
        check(target, target.node->role == scene::Role::link ? 18 : leastTarget);
    }
    for (const Target& surface : walk.surfaces) {
        check(surface, leastTarget);
    }
}

/// Every node of a tree with its place on the glass, parents first.
inline void allOf(const scene::Node& node, base::Point origin,
                  std::vector<std::pair<const scene::Node*, base::Rect>>& out) {
    const base::Rect here = node.box.moved(origin.x, origin.y);
    out.emplace_back(&node, here);
    for (const scene::Node& child : node.children) {
        allOf(child, {here.x, here.y}, out);
    }
}

} // namespace schacht::tests
