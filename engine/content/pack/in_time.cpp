#include "engine/content/pack/in_time.hpp"

#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/questions.hpp"
#include "engine/content/pack/settle.hpp"

#include <algorithm>

namespace schacht::content {
namespace {

bool isOfConsent(const base::Problem& problem) {
    return problem.code == "consent-over" || problem.code == "consent-ends";
}

IdSet idsOf(const auto& things) {
    IdSet ids;
    for (const auto& thing : things) {
        ids.add(thing.id);
    }
    ids.settle();
    return ids;
}

// Both can leave further references behind, so this comes first.
void dropSilentPages(Pack& pack) {
    std::vector<std::string> before; // the items move while some are taken out
    before.reserve(pack.items.size());
    IdSet shown;
    for (const Item& item : pack.items) {
        shown.add(before.emplace_back(item.id));
    }
    shown.settle();
    std::erase_if(pack.items, [&](Item& item) {
        Story* const story = std::get_if<Story>(&item.body);
        if (story == nullptr) {
            return false;
        }
        std::erase_if(story->pages,
                      [&](const Page& page) { return page.layout == Page::Layout::listen && !shown.has(page.item); });
        return story->pages.empty();
    });
}

} // namespace

std::optional<Absence> absenceOf(const Item& item, const Day& today) {
    if (const auto ends = consentEnds(item.body); ends && *ends < today) {
        return Absence{Absence::Why::consentOver, *ends};
    }
    if (!item.from.empty()) {
        if (const auto from = parseEdtf(item.from); from && from->earliest && today < *from->earliest) {
            return Absence{Absence::Why::notYet, *from->earliest};
        }
    }
    if (!item.until.empty()) {
        if (const auto until = parseEdtf(item.until); until && until->latest && *until->latest < today) {
            return Absence{Absence::Why::over, *until->latest};
        }
    }
    return std::nullopt;
}

std::optional<base::Problem> consentProblem(const Item& item, const Day& today) {
    const auto ends = consentEnds(item.body);
    auto problem = ends ? consentProblem(*ends, today) : std::nullopt;
    if (problem) {
        problem->place.file = item.file;
    }
    return problem;
}

std::vector<base::Problem> problemsOn(std::vector<base::Problem> problems, const Pack& whole, std::string_view today) {
    const auto day = parseEdtf(today);
    if (!day || !day->earliest) {
        return problems;
    }
    for (const Item& item : whole.items) {
        const auto known = std::find_if(problems.begin(), problems.end(), [&](const base::Problem& problem) {
            return isOfConsent(problem) && problem.place.file == item.file;
        });
        auto problem = consentProblem(item, *day->earliest);
        if (problem && known != problems.end()) {
            problem->place = known->place; // with its line
            *known = std::move(*problem);
        } else if (problem) {
            problems.push_back(std::move(*problem));
        } else if (known != problems.end()) {
            problems.erase(known);
        }
    }
    return problems;
}

bool hasDates(const Pack& pack) {
    return std::any_of(pack.items.begin(), pack.items.end(), [](const Item& item) {
        return !item.from.empty() || !item.until.empty() || consentEnds(item.body);
    });
}

Pack packOn(Pack whole, std::string_view today) {
    const auto day = parseEdtf(today);
    const auto isAway = [&](const Item& item) {
        return day && day->earliest && absenceOf(item, *day->earliest).has_value();
    };
    if (std::erase_if(whole.items, isAway) > 0) {
        dropDangling(whole);
    }
    fillGaps(whole);
    return whole;
}

void dropDangling(Pack& pack) {
    dropSilentPages(pack);
    const IdSet items = idsOf(pack.items);
    const IdSet themes = idsOf(pack.themes);
    const auto keep = [](std::vector<std::string>& ids, const auto& has) {
        std::erase_if(ids, [&](const std::string& id) { return !has(id); });
    };
    const auto hasItem = [&](const std::string& id) { return items.has(id); };
    const auto keepKnown = [&](auto& of) {
        keep(of.related, hasItem);
        keep(of.places, [&](const std::string& id) { return pack.places.contains(id); });
        keep(of.people, [&](const std::string& id) { return pack.people.contains(id); });
    };
    for (Item& item : pack.items) {
        keepKnown(item);
        keep(item.themes, [&](const std::string& id) { return themes.has(id); });
        std::visit(
            [&](auto& body) {
                if constexpr (requires { body.chapters; }) {
                    std::for_each(body.chapters.begin(), body.chapters.end(), keepKnown);
                }
            },
            item.body);
    }
    for (Theme& theme : pack.themes) {
        keep(theme.items, hasItem);
    }
    for (Attract& attract : pack.attract) {
        if (!items.has(attract.item)) {
            attract.item.clear();
        }
    }
}

} // namespace schacht::content
