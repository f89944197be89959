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

/// The running kiosk's report of itself: JSON lines {"t": seconds since exec, "event": …} (shared/design/inspect.md).
/// Off, and then free, unless a file was asked for. The window's thread.
class Trace {
public:
    /// An empty path: off. goesOn: behind what is in the file. Refused ("trace-unwritable") where the file cannot be
    /// written.
    [[nodiscard]] static base::Result<Trace> open(const std::filesystem::path& file, bool goesOn = false);

    [[nodiscard]] bool on() const { return file != nullptr; }
    void write(base::Seconds now, const TraceLine& report);
    void problem(base::Seconds now, const base::Problem& problem);
    /// What a finger can touch, once it is in place: the event "targets", where it is another list than the last one
    /// or another screen has come since. Called with each frame. placed: what it shows; moving: others follow at once;
    /// scale: pixels a millimetre.
    void targets(base::Seconds now, const std::vector<scene::Placed>& placed, bool moving, float scale);

private:
    void append(const std::string& line);
    struct Close {
        void operator()(std::FILE* open) const { std::fclose(open); }
    };
    std::unique_ptr<std::FILE, Close> file;
    std::uint64_t targetsBefore = 0; ///< a hash of those of the frame before
    base::Seconds targetsSince = 0;  ///< they have been those, or the screen has been this one
    std::uint64_t targetsTold = 0;   ///< of those of the last event; 0 where another screen has come since
};

} // namespace schacht::stage
