#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/kinds/story/page_breaks.hpp"

namespace schacht::visitor {

/// What happens to the pages of a story; constants from motion.md.
struct PagesUpdate {
    const KindUpdate& update;
    const content::Story& story;
    StoryState& state;

    /// The visitor has come to it.
    void arrive() const;
    /// The page that is read lies on the glass, at once.
    void layDown() const;
    Step operator()(const TurnPage& turned) const;
    /// A finger stops them: the one that shows most is in the hand.
    Step operator()(const SurfaceCaught& caught) const;
    Step operator()(const DragStarted& drag) const;
    /// Past the last page lies the end of the story: the pages follow the finger, but only like a band.
    Step operator()(const DragMoved& drag) const;
    Step operator()(const DragDone& done) const;
    /// Where they break otherwise than they did, the visitor stays on the page, and on the nearest part of it.
    Step operator()(const PagesBroken& broken) const;
    Step operator()(const ScreenTurned& turned) const;
    template <class Other>
    Step operator()(const Other& /*other*/) const {
        return Step::stay;
    }

private:
    [[nodiscard]] float pitch() const;
    [[nodiscard]] Leaves leaves() const { return {story, state.breaks}; }
    [[nodiscard]] int leafHere() const { return leaves().indexOf(state.leaf); }
    /// To the end of the line, which lies at the left in some languages.
    [[nodiscard]] float onward(base::Point by) const;
    void see() const;
    void decode() const;
    void show(Leaf leaf, float speed, bool byFinger) const;
    /// So many leaves on, or back; to the end past the last. speed: mm/s, of the pages.
    [[nodiscard]] Step turn(int by, float speed, bool byFinger) const;
};

} // namespace schacht::visitor
