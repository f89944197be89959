#pragma once
#include "engine/base/units.hpp"
#include "engine/content/timed_text/timed_text.hpp"

#include <optional>
#include <vector>

/// Where captions stand on a film: their cues' settings (WebVTT 7.2), kept off what may not be covered.
namespace schacht::visitor {

/// Millimetres.
struct CaptionRoom {
    base::Rect picture; ///< what the shares in a cue's settings are shares of
    base::Rect free;    ///< where words may stand
};

/// A cue whose words have been broken into lines. Outlived by what it points to.
struct SetCue {
    const content::CueSettings* settings = nullptr;
    const content::Region* region = nullptr; ///< null: none
    bool rightToLeft = false;                ///< its words
    base::Size size;                         ///< millimetres, of all its lines
    float line = 0;                          ///< millimetres, of one
};

enum class Side { left, middle, right };

struct CuePlace {
    base::Rect box;
    Side side = Side::middle; ///< where its shorter lines stand in the box
    bool fromBottom = true;   ///< it goes up where the free room's bottom does
};

/// How wide the lines of a cue may be.
[[nodiscard]] float widthFor(const content::CueSettings& settings, const content::Region* region, bool rightToLeft,
                             const CaptionRoom& room);
/// In the order of the cues; none where there is no room left beside those before it.
[[nodiscard]] std::vector<std::optional<CuePlace>> placeCues(const std::vector<SetCue>& cues, const CaptionRoom& room);

} // namespace schacht::visitor
