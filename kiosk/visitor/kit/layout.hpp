#pragma once
#include "engine/base/units.hpp"
#include "engine/catalogue/catalogue.hpp"
#include "engine/text/paragraph.hpp"
#include "kiosk/configuration/access.hpp"

#include <algorithm>
#include <string>
#include <vector>

/// Places that both the view and the movement of a screen need; millimetres.
namespace schacht::visitor::layout {

constexpr float margin = 16;

[[nodiscard]] inline bool portrait(base::Size screen) {
    return screen.height > screen.width;
}
[[nodiscard]] inline float barHeight(base::Size screen) {
    return portrait(screen) ? 36 : 28;
}
/// Which way the lines of a language go: 1 where they end at the right, -1 where at the left.
[[nodiscard]] inline float onward(const std::string& language) {
    return text::directionOf(language) == text::Direction::rightToLeft ? -1.0F : 1.0F;
}
/// All above the bar.
[[nodiscard]] inline base::Size aboveBar(base::Size screen) {
    return {screen.width, screen.height - barHeight(screen)};
}

/// How high above the stage's bottom a finger comes in low reach.
[[nodiscard]] inline float reach(base::Size screen) {
    return static_cast<float>(lowReachShare) * screen.height - barHeight(screen);
}
/// Whether enough of what stands in `where` of the stage is within that for a finger: 20 mm.
[[nodiscard]] inline bool reached(base::Size screen, base::Rect where) {
    constexpr float least = 20;
    return where.bottom() - std::max(where.y, aboveBar(screen).height - reach(screen)) >= least;
}

/// From a story's page to the next: the stage and 4 mm of coal between.
[[nodiscard]] inline float pagePitch(base::Size screen) {
    return screen.width + 4;
}

constexpr float snapOmega = 18; ///< of a spring that takes a page or a shelf to its place (motion.md, "Curves")

/// How many pages on a finger that lets go has turned: -1, 0 or 1 (motion.md, "page turn"). off: how far the pages
/// stand from this page's place, pulled: how far the finger came, both in pages and without the band; speed: mm/s to
/// the end of the line. On the last page only a finger that came far enough turns on, to what follows the pages.
[[nodiscard]] int pagesTurned(float off, float pulled, float speed, bool last);

/// Where a band stands that a finger has pulled to `position`: past 0 and `reach` it gives less and less (motion.md,
/// "rubber band").
[[nodiscard]] float banded(float position, float reach);

/// Where the cards of a shelf begin, and how wide they are, before it is moved.
struct Shelf {
    std::vector<float> starts;
    std::vector<float> widths;
    float reach = 0; ///< how far it can go: the last card's end stands at the right margin
    [[nodiscard]] float nearest(float position) const;      ///< the resting place nearest to a position
    [[nodiscard]] float step(float position, int by) const; ///< the resting place `by` cards on
};
[[nodiscard]] Shelf shelf(std::size_t cards, base::Size screen);

constexpr std::size_t relatedCards = 5; ///< at the end of a story

/// Where a picture is looked at closely: what it is seen through, and how far down no words lie over it.
struct Closeup {
    base::Rect frame;
    float clear = 0;
};
/// In high contrast words never lie on the picture, and large ones take more of it. aside: they have given way to it.
[[nodiscard]] Closeup closeup(base::Size screen, const Access& access, bool aside);

} // namespace schacht::visitor::layout
