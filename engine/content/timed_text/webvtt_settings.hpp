#pragma once
#include "engine/content/timed_text/timed_text.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

/// What stands behind the times of a cue, and in a region (WebVTT 6.2 and 6.3).
namespace schacht::content {

/// Where the last region of each id stands in TimedText::regions.
using RegionsById = std::map<std::string, std::size_t, std::less<>>;

/// Is told of words that are not used, and how a sentence for staff goes on that begins with such a word.
using SettingIgnored = std::function<void(std::string_view word, std::string_view why)>;

/// "parse the WebVTT cue settings": sets those of the cue that are well written. The order counts, as in the standard:
/// a region that stands behind a line, a size or a direction is kept.
void parseCueSettings(std::string_view input, const RegionsById& regions, Cue& cue, const SettingIgnored& ignored);

/// "collect WebVTT region settings".
[[nodiscard]] Region parseRegion(std::string_view input, const SettingIgnored& ignored);

/// "parse a percentage string": 0..100, none where it is not written as one.
[[nodiscard]] std::optional<double> percentageOf(std::string_view input);

} // namespace schacht::content
