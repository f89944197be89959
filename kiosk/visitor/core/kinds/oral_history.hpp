#pragma once
#include "engine/base/units.hpp"
#include "engine/content/kinds/oral_history.hpp"
#include "engine/scene/animated_value.hpp"

#include <optional>
#include <string_view>

namespace schacht::visitor {

/// How a visitor follows an oral history. Where in it they are is playback's.
struct OralHistoryState {
    static constexpr std::string_view kind = content::OralHistory::kind;
    scene::AnimatedValue lines{0};          ///< millimetres that the transcript was drawn away from the line said now
    std::optional<base::Seconds> linesLeft; ///< since when it stands where a finger left it
    std::optional<base::Seconds> linesAt;   ///< what was said when a finger took it: from there it was drawn away
};
/// On arrival.
[[nodiscard]] inline OralHistoryState arrivalOf(const content::OralHistory& /*voice*/) {
    return {};
}

/// A transcript in a finger's hand comes no further than this.
struct LinesDrawn {
    float to = 0; ///< millimetres
};

} // namespace schacht::visitor
