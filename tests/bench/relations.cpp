/// How long the relations of a pack of 10,000 items take to index, and to ask. Goal: under 100 ms, under 100 µs each.
///
///     ninja -C build/release bench_relations && build/release/bench_relations [items]
///
/// As in a collection that a museum exports: 12 themes, 2,000 people, 300 places and a hundred years, some far more
/// often than others, and one place that every second item is about.
#include "engine/catalogue/catalogue.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace {

using namespace schacht;
using Clock = std::chrono::steady_clock;

/// The same items each time, by a fixed seed.
class Collection {
public:
    explicit Collection(int count) {
        for (int i = 0; i < 12; ++i) {
            content::Theme theme;
            theme.id = "theme-" + std::to_string(i);
            pack.themes.push_back(std::move(theme));
        }
        for (int i = 0; i < count; ++i) {
            pack.items.push_back(item(i));
        }
        std::sort(pack.items.begin(), pack.items.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    }
    content::Pack pack;

private:
    content::Item item(int number) {
        content::Item item;
        item.id = "object-" + std::to_string(number);
        item.kind = "story";
        item.themes = {"theme-" + std::to_string(some(12))};
        for (std::size_t i = some(3); i > 0; --i) {
            item.people.push_back("person-" + std::to_string(some(2'000)));
        }
        for (std::size_t i = 1 + some(3); i > 0; --i) {
            item.places.push_back("place-" + std::to_string(some(300)));
        }
        if (number % 2 == 0) {
            item.places.emplace_back("everywhere");
        }
        item.date = std::to_string(1900 + some(100));
        item.body = content::Story{};
        return item;
    }
    /// 0..below - 1, the first ones more often than the last.
    std::size_t some(std::size_t below) {
        const double share = std::uniform_real_distribution<double>(0, 1)(random);
        return static_cast<std::size_t>(share * share * static_cast<double>(below));
    }
    std::mt19937 random{1966};
};

double milliseconds(Clock::duration time) {
    return std::chrono::duration<double, std::milli>(time).count();
}

} // namespace

int main(int count, char** words) {
    const content::Pack pack = Collection(count > 1 ? std::atoi(words[1]) : 10'000).pack;
    std::vector<const content::Item*> byDate;
    catalogue::ItemsById byId;
    catalogue::ThemeOrder themes;
    for (const content::Item& item : pack.items) {
        byId.emplace(item.id, &item);
        byDate.push_back(&item);
    }
    std::stable_sort(byDate.begin(), byDate.end(), [](const auto* a, const auto* b) { return a->date < b->date; });
    for (const auto* item : byDate) {
        themes[item->themes.front()].push_back(item);
    }
    const auto start = Clock::now();
    const catalogue::Relations relations(byId, byDate, themes);
    const double indexed = milliseconds(Clock::now() - start);
    std::vector<double> asked;
    std::size_t found = 0;
    for (const content::Item& item : pack.items) {
        const auto before = Clock::now();
        found += relations.of(item, 5).size();
        asked.push_back(milliseconds(Clock::now() - before) * 1000);
    }
    std::sort(asked.begin(), asked.end());
    std::printf("%zu items: indexed in %.1f ms; a question takes %.1f µs (median), %.1f µs (slowest of a hundred); "
                "%zu answers\n",
                pack.items.size(), indexed, asked[asked.size() / 2], asked[asked.size() * 99 / 100], found);
    return 0;
}
