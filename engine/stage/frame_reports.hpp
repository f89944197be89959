#pragma once
#include "engine/base/units.hpp"
#include "engine/stage/performance.hpp"
#include "engine/stage/trace.hpp"
#include "engine/stage/vitals.hpp"

#include <vector>

namespace schacht::stage {

/// What became of one frame.
struct FrameDone {
    base::Seconds began = 0;
    base::Seconds shown = 0; ///< when it was on the glass
    bool drawn = true;       ///< false: it would have looked like the one before
    bool overlaid = false;   ///< it carried an overlay, which takes time that no visitor waits for
    bool complete = false;   ///< everything in it was there and sharp
};

/// Tells the trace of each frame: how long it took, how many contacts it answers, and how long the first of those
/// waited. Counts frames for the Vitals.
class FrameReports {
public:
    /// A finger did something at `when`; the next frame is the answer.
    void contact(base::Seconds when);
    /// To be written with the next frame, and with the time at which that was on the glass.
    void withNextFrame(TraceLine report) { late.push_back(std::move(report)); }
    void frame(const FrameDone& done, Trace& trace);
    /// The frames counted so far; the other fields are not filled in.
    [[nodiscard]] const Vitals& counted() const { return frames; }

private:
    Vitals frames;
    std::vector<TraceLine> late;
    base::Seconds firstContact = 0; // of no meaning while there are none to answer
    int contacts = 0;               // to answer
    bool anyComplete = false;
};

} // namespace schacht::stage
