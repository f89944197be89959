#pragma once
#include "engine/content/edtf.hpp"
#include "engine/content/pack.hpp"

#include <optional>
#include <string_view>

/// Which items of a pack are shown on a day: from `from` to the end of `until`, and as long as who is heard agrees.
/// Nothing here does input or output. Any thread.
namespace schacht::content {

/// Why an item is not shown on a day.
struct Absence {
    enum class Why { notYet, over, consentOver };
    Why why = Why::over;
    Day day; ///< the first on which it is shown, or the last
};

/// None where it is shown.
[[nodiscard]] std::optional<Absence> absenceOf(const Item& item, const Day& today);

/// Whether there are days on which something of the pack is not shown.
[[nodiscard]] bool hasDates(const Pack& pack);

/// What of a pack is shown on a day: what is out of its time is left out, and what refers to it forgets it; then gaps
/// are filled (settle.hpp). today: "2026-11-30"; where that is no day, everything is shown.
[[nodiscard]] Pack packOn(Pack whole, std::string_view today);

/// Takes out of a pack what refers to items, themes, places and people that are not in it: pages that play a recording
/// which is not there, stories of which no page is left, and ids.
void dropDangling(Pack& pack);

} // namespace schacht::content
