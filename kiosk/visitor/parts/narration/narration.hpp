#pragma once
#include "engine/scene/reading_order.hpp"
#include "kiosk/visitor/core/words.hpp"

#include <string>
#include <vector>

namespace schacht::visitor {

/// What a visitor who cannot see hears of a control: its name, what it is, how it stands and its place among its like.
/// In the language of the name first, the rest in `language`.
[[nodiscard]] std::vector<scene::Utterance> controlSaid(const scene::Reachable& control, const scene::Scene& scene,
                                                        const Words& words);

/// The words of utterances in a row, to see whether they have changed.
[[nodiscard]] std::string joined(const std::vector<scene::Utterance>& utterances);

} // namespace schacht::visitor
