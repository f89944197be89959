#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/parts/close_look/lens.hpp"

#include <vector>

/// The part of close looks: a picture of any item, larger, in one hand or two. It knows no kind of item, and no other
/// part.
namespace schacht::visitor {

/// How the picture stands in its frame, as far as its size is known. screen: millimetres.
[[nodiscard]] Lens lensOf(const State& state, const CloseLook& look, const std::vector<content::Exhibit>& exhibits,
                          base::Size screen);
/// Where its values stand; never beside the picture where no finger and no spring holds them.
[[nodiscard]] Sight sightOf(const CloseLook& look, const Lens& lens, base::Seconds now);

/// Asks for the size of a picture where it is not known.
void askSize(const State& state, const std::string& file, std::vector<stage::Effect>& effects);

/// What happens to a close look; constants from motion.md.
struct CloseLookUpdate {
    State& s;
    const World& world;
    std::vector<stage::Effect>& effects;
    const content::Item& item; ///< whose pictures they are
    CloseLook& look;

    /// The visitor has come to it: the picture and its neighbours are asked for.
    void arrive() const;
    /// What any Intent does to it; Step::end where a visitor turns past its last picture.
    Step hear(const Intent& meaning) const;
    /// Another picture, as a whole; false where there is none.
    [[nodiscard]] bool show(int number) const;
    void operator()(const Magnify& meant) const;
    void operator()(const ToggleAside& meant) const;
    void operator()(const SurfaceCaught& caught) const;
    void operator()(const DragStarted& drag) const { hold(drag.at); }
    void operator()(const DragMoved& drag) const { move(drag.at, 1); }
    void operator()(const DragDone& done) const { letGo(done.velocity); }
    void operator()(const PinchStarted& pinch) const { hold(pinch.middle); }
    void operator()(const PinchMoved& pinch) const { move(pinch.middle, pinch.scale); }
    void operator()(const PinchDone& /*pinch*/) const { letGo({}); }
    /// The visitor points at a part of the whole picture.
    void operator()(const Slid& slid) const;

private:
    [[nodiscard]] const std::vector<content::Exhibit>& exhibits() const { return world.catalogue.exhibits(item); }
    [[nodiscard]] Lens lens() const { return lensOf(s, look, exhibits(), s.device.screen); }
    void hold(base::Point at) const;
    void move(base::Point at, float scale) const;
    void letGo(base::Point velocity) const;
    /// Takes it out of any hand, and from where it is seen to a goal.
    void go(const Sight& from, const Sight& goal, base::Seconds duration) const;
    void rest(const Sight& sight) const;
    void carry(const Sight& sight) const;
};

/// As Back restores it: in no hand, and where it was going.
void leave(CloseLook& look);

} // namespace schacht::visitor
