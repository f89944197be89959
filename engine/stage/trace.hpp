#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"
#include "engine/scene/animator.hpp"
#include "engine/stage/performance.hpp"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace schacht::stage {

/// What the running kiosk writes about itself: lines of JSON, {"t": seconds since exec, "event": …}, as
/// shared/design/inspect.md describes them. Without a file it is off and costs nothing. The window's thread.
class Trace {
public:
    /// An empty path switches it off. goesOn: lines are appended to the file; else it begins anew. Refused
    /// ("trace-unwritable") where the file cannot be written.
    [[nodiscard]] static base::Result<Trace> open(const std::filesystem::path& file, bool goesOn = false);

    [[nodiscard]] bool on() const { return file != nullptr; }
    void write(base::Seconds now, const TraceLine& report);
    void problem(base::Seconds now, const base::Problem& problem);
    /// Tells what a finger can touch: the event "targets", once everything is in its place. It is written only where
    /// the list differs from the last one, or another screen has come since. Call it with each frame. placed: what the
    /// frame shows. moving: more frames follow at once. scale: pixels in a millimetre.
    void targets(base::Seconds now, const std::vector<scene::Placed>& placed, bool moving, float scale);

private:
    void append(const std::string& line);
    struct Close {
        void operator()(std::FILE* open) const { std::fclose(open); }
    };
    std::unique_ptr<std::FILE, Close> file;
    std::uint64_t targetsBefore = 0; ///< the hash of the targets in the frame before
    base::Seconds targetsSince = 0;  ///< since when they, and the screen, have been the same
    std::uint64_t targetsTold = 0;   ///< the hash of those in the last event; 0 where another screen has come since
};

} // namespace schacht::stage
