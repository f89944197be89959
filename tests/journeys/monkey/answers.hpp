#pragma once
#include "engine/base/units.hpp"

#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace schacht::tests {

/// Finds, in what the kiosk reports, when it answered each touch: with the first frame that it drew after it heard of
/// it, or, where that frame would have looked like the last, with the moment it knew so. All times are seconds by the
/// kiosk's own clock, Program::age().
class Answers {
public:
    struct Answer {
        std::size_t touch = 0;   ///< counted from 0, as they were sent
        base::Seconds sent = 0;  ///< before the X server was told
        base::Seconds taken = 0; ///< when the server had taken it
        base::Seconds answered = 0;
        [[nodiscard]] base::Seconds took() const { return answered - sent; }
    };

    /// A finger comes down there, in pixels.
    void sent(base::Seconds at, base::Seconds taken, base::Point pixels);
    /// The next event of the kiosk's trace.
    void read(const nlohmann::json& event);
    /// No event is to come any more.
    void end();

    [[nodiscard]] const std::vector<Answer>& all() const { return answers; }
    [[nodiscard]] std::size_t touches() const { return count; }
    /// Since when a touch waits to be answered; none: no touch does.
    [[nodiscard]] std::optional<base::Seconds> waitingSince() const;
    /// How many touches the kiosk heard of somewhere else than where they were, or not at all while later ones came.
    [[nodiscard]] std::size_t lost() const { return missed; }

private:
    struct Touch {
        Answer answer;
        base::Point pixels;
    };
    void hear(const nlohmann::json& contact);

    std::deque<Touch> sentOnes;     // that the kiosk has not heard of
    std::vector<Answer> heard;      // that wait for a frame
    std::vector<Answer> inNewFrame; // that the frame begun last answers
    std::vector<Answer> answers;
    std::size_t count = 0;
    std::size_t missed = 0;
};

} // namespace schacht::tests
