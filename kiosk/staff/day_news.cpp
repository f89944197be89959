#include "kiosk/staff/day_news.hpp"

#include "engine/content/pack/in_time.hpp"

#include <algorithm>

namespace schacht::kiosk {

namespace {

bool holds(const content::Pack& pack, const content::Item& item) {
    return std::any_of(pack.items.begin(), pack.items.end(), [&](const auto& each) { return each.id == item.id; });
}

std::string whyAway(const content::Item& item, const std::string& today) {
    const auto day = content::parseEdtf(today);
    const auto absence = day && day->earliest ? content::absenceOf(item, *day->earliest) : std::nullopt;
    if (!absence) {
        return "the recording that it plays is not shown";
    }
    using Why = content::Absence::Why;
    return (absence->why == Why::consentOver ? "its consent ended on "
            : absence->why == Why::over      ? "its last day was "
                                             : "its first day is ") +
           content::toString(absence->day);
}

} // namespace

std::string dayNews(const content::Pack& whole, const content::Pack& before, const content::Pack& now,
                    const std::string& today) {
    std::string come;
    std::string gone;
    for (const content::Item& item : whole.items) {
        const bool shown = holds(now, item);
        if (shown == holds(before, item)) {
            continue;
        }
        if (shown) {
            come += "; " + item.id + " is shown from now on";
        } else {
            gone += "; " + item.id + " is no longer shown, " + whyAway(item, today);
        }
    }
    const std::string news = come + gone;
    return news.empty() ? "" : "Today is " + today + ": " + news.substr(2) + ".";
}

} // namespace schacht::kiosk
