#pragma once
#include "engine/base/units.hpp"
#include "kiosk/visitor/core/parts/close_look.hpp"

#include <optional>

/// A picture that is looked at closely: how it stands in its frame, and what a finger may do to it. Pure; millimetres
/// of the stage, as they are on the glass in every language.
namespace schacht::visitor {

/// A picture at one moment.
struct Sight {
    float scale = 1;
    base::Point at{.5F, .5F}; ///< what of the picture is in the frame's middle, in shares of it
};

/// A picture in a frame.
struct Lens {
    static constexpr float nearest = 8;     ///< motion.md, "pinch"
    static constexpr float farthest = .85F; ///< as a rubber band, while fingers hold it

    base::Rect frame; ///< what it is seen through
    float clear = 0;  ///< from the frame's top: how high it is above the words that lie over it
    base::Size whole; ///< the picture's, at scale 1: as large as fits into the frame

    /// pixels: the picture's, or nothing while it is not known: then as wide as most.
    [[nodiscard]] static Lens of(std::optional<base::Size> pixels, base::Rect frame, float clear);

    /// Where the picture stands.
    [[nodiscard]] base::Rect place(const Sight& sight) const;
    /// The nearest to a look that leaves no gap beside the picture: a side that is smaller than the frame stands in its
    /// middle, above the words; one that is larger covers it, and may be drawn out from under the words.
    [[nodiscard]] Sight within(const Sight& sight) const;
    /// What of the picture is at a point.
    [[nodiscard]] base::Point under(base::Point at, const Sight& sight) const;
    /// With that part of the picture at that point; past the edges it gives like a band.
    [[nodiscard]] Sight holding(base::Point part, base::Point at, float scale) const;
    /// What of the picture is seen, in shares of it.
    [[nodiscard]] base::Rect seen(const Sight& sight) const;
};

} // namespace schacht::visitor
