#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/pack/pack.hpp"

#include <optional>
#include <string_view>
#include <vector>

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

/// What staff are to know of an item's consent on a day: that it is over ("consent-over"), or ends within a month
/// ("consent-ends"). Its place is the item's file, without a line. None where all is well.
[[nodiscard]] std::optional<base::Problem> consentProblem(const Item& item, const Day& today);

/// The problems of a pack as they are on another day: those of consent are that day's. whole: the pack of every day.
[[nodiscard]] std::vector<base::Problem> problemsOn(std::vector<base::Problem> problems, const Pack& whole,
                                                    std::string_view today);

/// Whether there are days on which something of the pack is not shown.
[[nodiscard]] bool hasDates(const Pack& pack);

/// What of a pack is shown on a day: what is out of its time is left out, and what refers to it forgets it; then gaps
/// are filled (settle.hpp). today: "2026-11-30"; where that is no day, everything is shown.
[[nodiscard]] Pack packOn(Pack whole, std::string_view today);

/// Takes out of a pack what refers to items, themes, places and people that are not in it (forgetMissing()): ids, and
/// what cannot be shown without them, such as a page that plays a recording, or a story of which no page is left.
void dropDangling(Pack& pack);

} // namespace schacht::content
