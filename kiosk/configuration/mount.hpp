#pragma once
#include <iosfwd>

/// What of a mounted screen can be reached. Millimetres; heights are above the floor.
///
/// EN 301 549 V3.2.1 (accessibility of ICT), clause 8.3 on stationary ICT: who reaches forward without an obstacle,
/// from a wheelchair too, reaches from 380 mm (15 inches) to 1,220 mm (48 inches). They are those of ADA Standards
/// 308.2.1.
namespace schacht::kiosk {

constexpr double lowestReach = 380;
constexpr double highestReach = 1220;

struct HeightRange {
    double from = 0;
    double to = 0;
    [[nodiscard]] double length() const { return to > from ? to - from : 0; }
};

/// The glass, and of it what a layout needs often (look_and_feel.md, "Type, space, targets").
struct Reach {
    HeightRange glass;
    HeightRange within;   ///< of the glass, what can be reached
    HeightRange often;    ///< of the ordinary layout: the lower 60 %, upright half
    HeightRange lowReach; ///< its lowest visitor::lowReachShare
    bool upright = false;
    /// The ordinary layout would be too high: every visit begins in low reach.
    [[nodiscard]] bool beginsLow() const { return often.to > highestReach; }
};

/// mount: of the glass's lower edge, >= 0. diagonal: inches, > 0. width and height: of the picture, in any unit, > 0.
[[nodiscard]] Reach reachFrom(double mount, double diagonal, double width, double height);

/// The numbers in plain words, what to do where something is out of reach, and a drawing.
void describeReach(const Reach& reach, std::ostream& out);

} // namespace schacht::kiosk
