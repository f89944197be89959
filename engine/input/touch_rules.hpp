#pragma once

namespace schacht::input {

/// The constants of motion.md; a field a row. Lengths in mm, speeds in mm/s, times in seconds.
struct TouchRules {
    float tapSlop = 5;
    float dragStart = 5;
    float sliderStart = 1.5F;
    float axisDecide = 8;
    float axisCone = 30; ///< degrees to either side of an axis
    double velocityWindow = 0.080;
    double stillAfter = 0.060;
    float flingStart = 90;
    float flingCap = 2500;
    float pinchStart = 6;
    float pinchApart = 280;
    double sameTarget = 0.250;
    float palm = 30;
    double resting = 2.5;
    double lostTime = 0.060;
    float lostDistance = 12;
    float jitter = 2; ///< infrared frames tremble by 1–2 mm: a finger that moved less has not moved
};

} // namespace schacht::input
