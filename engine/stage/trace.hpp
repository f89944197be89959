#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"
#include "engine/stage/performance.hpp"

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
    void write(base::Seconds now, const Report& report);
    void problem(base::Seconds now, const base::Problem& problem);

private:
    struct Close {
        void operator()(std::FILE* open) const { std::fclose(open); }
    };
    std::unique_ptr<std::FILE, Close> file;
};

} // namespace schacht::stage
