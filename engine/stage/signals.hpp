#pragma once
#include "engine/base/day_watch.hpp"
#include "engine/base/end_signals.hpp"

#include <array>
#include <optional>
#include <string>

namespace schacht::stage {

/// What the system tells the loop: that another day has begun, and that the program should end. One thread.
class Signals {
public:
    /// ends: outlives this; null: nobody asks the program to end.
    explicit Signals(base::EndSignals* endSignals) : ends(endSignals) {}

    /// For poll(): readable when there is something to ask for. Below 0: there is none.
    [[nodiscard]] std::array<int, 2> descriptors() const {
        return {days.descriptor(), ends != nullptr ? ends->descriptor() : -1};
    }
    /// What poll() said of them. Until it says so, nothing is asked for again.
    void readable(bool day, bool end) {
        dayToAsk = day;
        endToAsk = end;
    }
    /// The day that it is, the first time and whenever it is another; else none.
    [[nodiscard]] std::optional<std::string> day();
    /// Whether a signal has come that asks the program to end.
    [[nodiscard]] bool ended();

private:
    base::DayWatch days;
    base::EndSignals* ends;
    bool dayToAsk = true;
    bool endToAsk = true;
};

} // namespace schacht::stage
