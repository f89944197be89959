#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/world.hpp"
#include "kiosk/visitor/kinds/story/page_breaks.hpp"

#include <vector>

namespace schacht::visitor {

/// What update() does for the pages of a story, which lie side by side and are turned; constants from motion.md.
class PagesUpdate {
public:
    State& s;
    const World& world;
    std::vector<stage::Effect>& effects;

    /// The visitor has come to `s.here`.
    void arrive() const;
    /// The page that the visitor is on stands on the glass, at once.
    void stand() const;
    /// So many leaves on, or back; false past the last, where nothing is done. speed: mm/s, of the pages.
    [[nodiscard]] bool turn(int by, float speed, bool byFinger) const;
    /// A finger stops them: the one that shows most is in the hand.
    void caught() const;
    /// A finger has come so far, millimetres to the end of the line; past the last page lies the end of the story: they
    /// follow, but only like a band.
    void drag(float by) const;
    /// Where they break otherwise than they did, the visitor stays on the page, and on the nearest part of it.
    void operator()(const PagesBroken& broken) const;
    /// False where the finger turned past the last.
    [[nodiscard]] bool letGo(const DragDone& done) const;

private:
    [[nodiscard]] float pitch() const;
    [[nodiscard]] Leaves leaves() const;
    [[nodiscard]] int leafHere() const { return leaves().indexOf({s.visit.here.page, s.visit.here.part}); }
    void show(Leaf leaf, float speed, bool byFinger) const;
};

} // namespace schacht::visitor
