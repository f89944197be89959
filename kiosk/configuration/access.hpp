#pragma once

namespace schacht::visitor {

/// What a visitor asked for so as to see and reach everything.
struct Access {
    int textSize = 2;      ///< 1..textSizes; 2 is the design's
    bool lowReach = false; ///< all that can be touched comes into the lowest lowReachShare of the screen
    bool leftHand = false; ///< the foot and the tools stand at the left
    bool contrast = false;
    bool reducedMotion = false;
    bool moreTime = false; ///< three times as long until the visitor is asked, and to answer
    bool operator==(const Access&) const = default;
};

constexpr int textSizes = 4;
/// So large that a page gives its words the room of its picture.
[[nodiscard]] constexpr bool wordsAreLarge(const Access& access) {
    return access.textSize > 2;
}
constexpr double lowReachShare = 0.4; ///< of the screen's height, from below (look_and_feel.md)

} // namespace schacht::visitor
