#include "engine/stage/frame_reports.hpp"

#include <utility>

namespace schacht::stage {

void FrameReports::contact(base::Seconds when) {
    firstContact = contacts++ == 0 ? when : firstContact;
}

void FrameReports::frame(const FrameDone& done, Trace& trace) {
    const double ms = (done.shown - done.began) * 1000;
    if (done.drawn) {
        if (!done.overlaid) {
            frames.frames[frames.drawn++ % frames.frames.size()] = static_cast<float>(ms);
        }
        TraceLine report{"frame", {{"ms", ms}, {"contacts", static_cast<double>(contacts)}}};
        if (contacts > 0) {
            report.fields.emplace_back("latency", (done.shown - firstContact) * 1000);
        }
        trace.write(done.shown, report);
    }
    contacts = 0;
    if (!anyComplete && done.complete) {
        anyComplete = true;
        trace.write(done.shown, {"first-frame", {}});
    }
    for (TraceLine& report : std::exchange(late, {})) {
        report.fields.emplace_back("shown", done.shown);
        trace.write(done.shown, report);
    }
}

} // namespace schacht::stage
