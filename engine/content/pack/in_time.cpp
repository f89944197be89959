#include "engine/content/pack/in_time.hpp"

#include "engine/content/format/reading.hpp"
#include "engine/content/format/references.hpp"
#include "engine/content/kinds/questions.hpp"
#include "engine/content/pack/describe.hpp"
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

/// What can be referred to in a pack. Copies of the ids: items move while some are taken out.
class Referable {
public:
    explicit Referable(const Pack& in) : pack(in), themes(idsOf(in.themes)) {
        names.reserve(in.items.size());
        for (const Item& item : in.items) {
            items.add(names.emplace_back(item.id));
        }
        items.settle();
    }

    [[nodiscard]] bool operator()(Meant meant, std::string_view id) const {
        switch (meant) {
        case Meant::theme:
            return themes.has(id);
        case Meant::place:
            return pack.places.contains(id);
        case Meant::person:
            return pack.people.contains(id);
        default: // an item, or one that can be listened to
            return items.has(id);
        }
    }

private:
    const Pack& pack;
    std::vector<std::string> names;
    IdSet items;
    IdSet themes;
};

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
        problem->location.file = item.file;
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
            return isOfConsent(problem) && problem.location.file == item.file;
        });
        auto problem = consentProblem(item, *day->earliest);
        if (problem && known != problems.end()) {
            problem->location = known->location; // with its line
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
    bool isLess = true;
    while (isLess) { // an item that is no longer shown leaves further references behind
        const Referable isThere(pack);
        isLess = std::erase_if(pack.items, [&](Item& item) { return !forgetMissing(item, isThere); }) > 0;
    }
    (void)forgetMissing(pack, Referable(pack));
}

} // namespace schacht::content
