#include "engine/catalogue/relations.hpp"

#include "engine/content/edtf/edtf.hpp"
#include "engine/content/format/references.hpp"

#include <algorithm>
#include <tuple>

namespace schacht::catalogue {

namespace {

using content::Item;

constexpr std::int64_t longestSpan = 10; // years that a date may have to relate to anything
constexpr std::int64_t nearYears = 2;    // that two dates of the same time are apart at most

} // namespace

/// What has been found so far.
struct Relations::Gathering {
    Place self = 0;
    std::size_t most = 0;
    std::vector<Related> out;
    const std::vector<const Item*>& items;

    [[nodiscard]] bool full() const { return out.size() >= most; }
    void add(const Item* item, bool named, Shared shared) {
        const auto same = [item](const Related& found) { return found.item == item; };
        if (!full() && item != items[self] && std::none_of(out.begin(), out.end(), same)) {
            out.push_back({item, named, std::move(shared)});
        }
    }
    /// Those of a list from behind the item on, then from the list's start.
    void addAround(const std::vector<const Item*>& list, std::size_t at, const Shared& shared) {
        for (std::size_t i = 1; i <= list.size() && !full(); ++i) {
            add(list[(at + i) % list.size()], false, shared);
        }
    }
};

Relations::Relations(const ItemsById& known, const std::vector<const Item*>& byDate, const ThemeOrder& themeItems)
    : byId(known), items(byDate), themes(themeItems), topicsOf(byDate.size()), spans(byDate.size()) {
    for (Place place = 0; place < items.size(); ++place) {
        const Item& item = *items[place];
        placeIn.emplace(&item, place);
        add(place, Subject::Kind::person, item.people);
        add(place, Subject::Kind::place, item.places);
        std::visit(
            [&](const auto& body) {
                content::eachReference(body, [&](content::Meant meant, const std::string& id) {
                    if (meant == content::Meant::person || meant == content::Meant::place) {
                        add(place, meant == content::Meant::person ? Subject::Kind::person : Subject::Kind::place, id);
                    }
                });
            },
            item.body);
        const auto date = content::parseEdtf(item.date);
        if (date && date->earliest && date->latest && date->latest->year - date->earliest->year < longestSpan) {
            spans[place] = {date->earliest->year, date->latest->year};
            for (std::int64_t year = spans[place].first; year <= spans[place].last; ++year) {
                inYears.emplace_back(year, place);
            }
        }
    }
    std::sort(inYears.begin(), inYears.end());
    for (Topic& topic : topics) {
        std::stable_partition(topic.items.begin(), topic.items.end(), [&topic](const Item* item) {
            const auto& ids = topic.subject.kind == Subject::Kind::person ? item->people : item->places;
            return !ids.empty() && ids.front() == topic.subject.id;
        });
    }
    for (auto& mine : topicsOf) {
        std::stable_sort(mine.begin(), mine.end(), [this](std::size_t a, std::size_t b) {
            return std::tuple(topics[a].subject.kind, topics[a].items.size()) <
                   std::tuple(topics[b].subject.kind, topics[b].items.size());
        });
    }
}

void Relations::add(Place place, Subject::Kind kind, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        add(place, kind, id);
    }
}

void Relations::add(Place place, Subject::Kind kind, const std::string& id) {
    auto& known = kind == Subject::Kind::person ? people : places;
    const auto [found, fresh] = known.emplace(id, topics.size());
    if (fresh) {
        topics.push_back({{kind, id}, {}, {}});
    }
    Topic& topic = topics[found->second];
    if (topic.places.empty() || topic.places.back() != place) { // two chapters may name the same
        topic.places.push_back(place);
        topic.items.push_back(items[place]);
        topicsOf[place].push_back(found->second);
    }
}

std::vector<Related> Relations::of(const Item& item, std::size_t most) const {
    const Place self = placeOf(item);
    Gathering found{self, most, {}, items};
    gatherNamed(item, found);
    gatherSubjects(self, found);
    gatherYears(self, found);
    gatherThemes(item, found);
    found.addAround(items, self, {});
    return std::move(found.out);
}

void Relations::gatherNamed(const Item& item, Gathering& into) const {
    for (const std::string& id : item.related) {
        if (const auto found = byId.find(id); found != byId.end()) {
            into.add(found->second, true, sharedBy(into.self, placeOf(*found->second)));
        }
    }
}

Shared Relations::sharedBy(Place item, Place other) const {
    const auto& theirs = topicsOf[other];
    for (const std::size_t topic : topicsOf[item]) {
        if (std::find(theirs.begin(), theirs.end(), topic) != theirs.end()) {
            return topics[topic].subject;
        }
    }
    const Span& a = spans[item];
    const Span& b = spans[other];
    const bool dated = a.first <= a.last && b.first <= b.last;
    if (dated && b.first <= a.last + nearYears && a.first <= b.last + nearYears) {
        return SameYears{std::clamp(a.first, b.first, b.last)};
    }
    return {};
}

void Relations::gatherSubjects(Place item, Gathering& into) const {
    if (into.full()) {
        return;
    }
    struct Common {
        float weight = 0;
        std::size_t first = 0; // of the topics in common
    };
    std::unordered_map<Place, Common> common;
    std::vector<Place> others;
    for (const std::size_t topic : topicsOf[item]) {
        for (const Place other : topics[topic].places) {
            if (other == item) {
                continue;
            }
            const auto [found, fresh] = common.try_emplace(other, Common{0, topic});
            if (fresh) {
                others.push_back(other);
            }
            found->second.weight += 1 / static_cast<float>(topics[topic].places.size());
        }
    }
    const auto rank = [&](Place other) {
        const Common& both = common.at(other);
        return std::tuple(topics[both.first].subject.kind, -both.weight, other);
    };
    // as many as there is room for, and those that the pack has named already
    const auto wanted = std::min(others.size(), into.most + into.out.size());
    std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(wanted), others.end(),
                      [&](Place a, Place b) { return rank(a) < rank(b); });
    for (std::size_t i = 0; i < wanted; ++i) {
        into.add(items[others[i]], false, topics[common.at(others[i]).first].subject);
    }
}

void Relations::gatherYears(Place item, Gathering& into) const {
    const Span span = spans[item];
    if (span.last < span.first) {
        return;
    }
    const auto gather = [&](std::int64_t year) {
        auto at = std::lower_bound(inYears.begin(), inYears.end(), std::pair(year, Place{0}));
        for (; at != inYears.end() && at->first == year && !into.full(); ++at) {
            into.add(items[at->second], false, SameYears{year});
        }
    };
    for (std::int64_t year = span.first; year <= span.last; ++year) {
        gather(year);
    }
    for (std::int64_t apart = 1; apart <= nearYears; ++apart) {
        gather(span.first - apart);
        gather(span.last + apart);
    }
}

void Relations::gatherThemes(const Item& item, Gathering& into) const {
    for (const std::string& id : item.themes) {
        const auto theme = themes.find(id);
        if (theme == themes.end() || into.full()) {
            continue;
        }
        const auto& list = theme->second;
        const auto at = std::find(list.begin(), list.end(), &item) - list.begin();
        into.addAround(list, static_cast<std::size_t>(at), SameTheme{id});
    }
}

std::vector<Subject> Relations::subjectsOf(const Item& item) const {
    std::vector<Subject> out;
    for (const std::size_t topic : topicsOf[placeOf(item)]) {
        out.push_back(topics[topic].subject);
    }
    return out;
}

const std::vector<const Item*>& Relations::about(const Subject& subject) const {
    static const std::vector<const Item*> none;
    const auto& known = subject.kind == Subject::Kind::person ? people : places;
    const auto found = known.find(subject.id);
    return found == known.end() ? none : topics[found->second].items;
}

std::vector<Subject> Relations::subjects() const {
    std::vector<Subject> out;
    for (const Topic& topic : topics) {
        out.push_back(topic.subject);
    }
    std::sort(out.begin(), out.end(),
              [](const Subject& a, const Subject& b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
    return out;
}

} // namespace schacht::catalogue
