#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/world.hpp"
#include "kiosk/visitor/parts/close_look/lens.hpp"

#include <vector>

namespace schacht::visitor {

/// The picture that the screen is about; nothing on other screens.
[[nodiscard]] std::optional<content::Exhibit> exhibitShown(const State& state, const catalogue::Catalogue& catalogue);
/// How it stands in its frame on this screen, as far as its size is known.
[[nodiscard]] Lens lensOf(const State& state, const catalogue::Catalogue& catalogue, const Library& library,
                          base::Size screen);
/// Where its tracks stand; never beside the picture where no finger and no spring holds them.
[[nodiscard]] Sight sightOf(const State& state, const Lens& lens, base::Seconds now);

/// What update() does for pictures, above all for one that is looked at closely; constants from motion.md.
class CloseLookUpdate {
public:
    State& s;
    const World& world;
    std::vector<stage::Effect>& effects;

    /// The pictures of a story's page and of those after it come ahead, and so do their sizes.
    void decodePages(const content::Item& story, int page) const;
    /// A picture of the item has come to the screen.
    void arrive() const;
    /// Another of the same gallery; false where there is none.
    [[nodiscard]] bool show(int number) const;
    /// Whether the picture is the last of a gallery: what goes with it comes next. A story goes on on its own page.
    [[nodiscard]] bool endsHere() const;
    void magnify(int steps) const;
    void toggleAside() const;
    void caught() const;
    void hold(base::Point at) const;
    void move(base::Point at, float scale) const;
    void letGo(base::Point velocity) const;
    void operator()(const Magnify& meant) const { magnify(meant.steps); }
    void operator()(const ToggleAside& /*meant*/) const { toggleAside(); }
    void operator()(const PictureHeld& meant) const { hold(meant.at); }
    void operator()(const PictureMoved& meant) const { move(meant.at, meant.scale); }
    void operator()(const PictureLeft& meant) const { letGo(meant.velocity); }
    /// The visitor points at a part of the whole picture, in shares of it.
    void point(base::Point part) const;

private:
    [[nodiscard]] Lens lens() const { return lensOf(s, world.catalogue, s.device.library, s.device.screen); }
    /// Those of the item that the screen is about.
    [[nodiscard]] const std::vector<content::Exhibit>& exhibits() const;
    void measure(const std::string& file) const;
    /// Takes it out of any hand, and from where it is seen to a goal.
    void go(const Sight& from, const Sight& goal, base::Seconds duration) const;
    void stand(const Sight& sight) const;
    void carry(const Sight& sight) const;
};

} // namespace schacht::visitor
