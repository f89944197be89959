#pragma once
#include "engine/base/units.hpp"
#include "engine/graphics/gradient.hpp"
#include "engine/text/paragraph.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

/// What a node is painted with. Lengths are millimetres, colours sRGB with straight alpha.
namespace schacht::scene {

struct Nothing {
    bool operator==(const Nothing&) const = default;
};

/// A flat shape: cut corners for matter, half its size for what is touched; may have an outline inside its edge.
struct Fill {
    base::Colour colour;
    float radius = 0;
    base::Colour edge{0, 0, 0, 0};
    float line = 0;
    bool operator==(const Fill&) const = default;
};

/// A linear gradient over the box; degrees as in CSS: 0 to the top, 90 to the right.
struct Linear {
    float degrees = 0;
    std::vector<graphics::GradientStop> stops;
    float radius = 0;
    bool operator==(const Linear&) const = default;
};

/// A radial gradient around `centre` (shares of the box); stop 1 lies on the ellipse with the half axes `reach` (shares
/// of width and height), and its colour fills the rest of the box. `light` is added to what is there; a `disc` paints
/// only the ellipse that fills the box.
struct Radial {
    base::Point centre{0.5F, 0.5F};
    base::Point reach{0.5F, 0.5F};
    std::vector<graphics::GradientStop> stops;
    bool light = false;
    bool disc = false;
    bool operator==(const Radial&) const = default;
};

/// A picture of the pack that covers the box; its focus stays in sight. An icon is a picture of one colour.
struct PicturePaint {
    std::string file; ///< path in the pack
    base::Point focus{0.5F, 0.5F};
    float radius = 0; ///< of its corners; not where it is looked at closely
    float zoom = 1;   ///< 1: covers the box and no more
    /// Pixels of the whole picture, where it is looked at closely: however large the box, what is seen of it is sharp.
    base::Size pixels{};
    bool operator==(const PicturePaint&) const = default;
};

struct IconPaint {
    std::string name; ///< content/icons/<name>.svg
    base::Colour colour;
    bool mirrored = false;
    bool operator==(const IconPaint&) const = default;
};

/// Words at the box's left upper corner, drawn pixel for pixel.
struct TextPaint {
    text::Paragraph paragraph;
    base::Colour colour;
    bool operator==(const TextPaint& other) const {
        return paragraph.key() == other.paragraph.key() && colour == other.colour;
    }
};

/// A pane of cast glass: four corners in shares of the box, clockwise from the left upper one.
struct PanePaint {
    std::array<base::Point, 4> corners{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};
    float degrees = 115;
    std::vector<graphics::GradientStop> stops;
    bool operator==(const PanePaint&) const = default;
};

/// A ring within the box; `share` of it, clockwise from the top, in `colour`, the rest in `track`.
struct RingPaint {
    float share = 1;
    float thick = 1;
    base::Colour colour;
    base::Colour track;
    bool operator==(const RingPaint&) const = default;
};

/// How loud a recording is, from its start to its end: bars around the middle of the box, as many as there is room for.
struct WavePaint {
    std::shared_ptr<const std::vector<std::uint8_t>> levels; ///< 0..255, never null
    float share = 0;                                         ///< how much of it has been heard
    float bar = 3;                                           ///< from a bar to the next
    base::Colour heard;
    base::Colour rest;
    bool operator==(const WavePaint&) const = default;
};

/// A QR code (ISO/IEC 18004): squares as large as whole pixels let them be, in the middle of the box; without the quiet
/// zone of four squares around it.
struct CodePaint {
    int side = 0;           ///< squares
    std::vector<bool> dark; ///< side x side, row by row
    base::Colour colour;
    bool operator==(const CodePaint&) const = default;
};

/// The picture of the film that plays, whole, as large as fits in the box; nothing while there is none.
struct FilmPaint {
    bool operator==(const FilmPaint&) const = default;
};

/// The soft copy of everything that was painted before, under these gradients (bottom first).
struct Backdrop {
    std::vector<std::variant<Linear, Radial>> dim;
    bool operator==(const Backdrop&) const = default;
};

using Paint = std::variant<Nothing, Fill, Linear, Radial, PicturePaint, IconPaint, TextPaint, PanePaint, RingPaint,
                           WavePaint, CodePaint, FilmPaint, Backdrop>;

} // namespace schacht::scene
