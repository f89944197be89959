/// What visits leave behind in memory, on a private touchscreen: visitors come one after another, each chooses another
/// language and another size of words, opens a theme, reads a story, looks at a picture closely, and walks away. When
/// the kiosk has forgotten them and stands still, what it has written for itself is weighed.
///
///     ninja -C build/release schacht bench_visits && build/release/bench_visits build/release/schacht content/limburg
///
/// A third word says how many come (36; 15 seconds each). Prepare the pack first (`schacht prepare content/limburg`).
#include "tests/bench/running_kiosk.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <set>

namespace {

using namespace schacht;
using namespace schacht::bench;
using namespace schacht::tests;

constexpr int themes = 5;           // of the Limburg pack
constexpr int pages = 5;            // of a story
constexpr int sizes = 4;            // of words
constexpr int languages = 6;        // of those that are offered
constexpr float accessMenu = .875F; // in the bar: shares of the width
constexpr float languageMenu = .79F;
constexpr int settling = 30; // seconds

class Visitors {
public:
    Visitors(Touchscreen& theScreen, Program& theKiosk) : screen(theScreen), kiosk(theKiosk) {}

    /// Bytes that the kiosk has written for itself when the number-th, from 0, has come and gone; 0 where it is not
    /// forgotten.
    std::uint64_t visit(int number) {
        screen.tap(at(.5F, .3F));
        pause(.6);
        choose(languageMenu, "ToggleLanguages", 1 + number % languages, "ChooseLanguage");
        choose(accessMenu, "ToggleAccess", 1 + number / 2 % sizes, "ChooseAccess");
        screen.tap(at((.5F + static_cast<float>(number % themes)) / themes, .6F));
        pause(.8);
        screen.tap(at(.15F, .6F)); // a card
        pause(.8);
        for (int page = 0; page < pages; ++page) {
            screen.key("right");
            pause(.3);
        }
        screen.tap(at(.5F, .2F)); // a picture
        pause(.6);
        screen.pinch(at(.5F, .25F), 90, 300);
        screen.key("home");
        kiosk.trace().skip();
        if (!kiosk.trace().next(eventWith("screen", "name", "attract"), settling)) {
            return 0;
        }
        (void)kiosk.trace().next("memory", settling);
        return kiosk.ownBytes();
    }
    /// The languages and screens that were seen.
    [[nodiscard]] std::pair<std::size_t, std::size_t> seen() {
        std::set<std::string> spoken;
        std::set<std::string> screens;
        for (const auto& event : kiosk.trace().events()) {
            const std::string kind = event.at("event");
            if (kind == "screen") {
                const std::string name = event.at("name");
                spoken.insert(event.value("language", ""));
                screens.insert(name + " " + event.value("item", "") + " " + std::to_string(event.value("page", 0)));
            }
        }
        return {spoken.size(), screens.size()};
    }

private:
    [[nodiscard]] base::Point at(float x, float y) const {
        return {x * static_cast<float>(screen.width()), y * static_cast<float>(screen.height())};
    }
    [[nodiscard]] bool intended(const std::string& name) {
        return kiosk.trace().next(eventWith("intent", "name", name), 2).has_value();
    }
    /// A menu of the bar, and what Tab comes to in it as the number-th; ends on the home screen. The bench ends where
    /// the menu is not where it is looked for.
    void choose(float menu, const std::string& opens, int number, const std::string& choice) {
        for (int tries = 0; tries < 5; ++tries) { // a machine that is busy may still be on its way home
            kiosk.trace().skip();
            screen.tap(at(menu, .965F));
            if (intended(opens)) {
                pause(.4);
                for (int tab = 0; tab < number; ++tab) {
                    screen.key("tab");
                    pause(.03);
                }
                screen.key("enter");
                const bool chosen = intended(choice);
                screen.key("home");
                pause(.4);
                if (chosen) {
                    return;
                }
            }
        }
        std::cerr << "nobody could do this: " << choice << "\n";
        std::exit(1);
    }

    Touchscreen& screen;
    Program& kiosk;
};

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "bench_visits PROGRAM PACK [VISITS]\n";
        return 2;
    }
    const int visits = argc > 3 ? std::atoi(argv[3]) : 36;
    auto screen = screenOrEnd(1920, 1080);
    auto kiosk = start(screen, argv[1], {argv[2], "--idle", "3", "--answer", "1"});
    Visitors visitors(screen, kiosk);
    std::vector<double> megabytes;
    for (int number = 0; number < visits; ++number) {
        megabytes.push_back(static_cast<double>(visitors.visit(number)) / 1e6);
        std::printf("visit %d: %.1f MB\n", number + 1, megabytes.back());
        std::fflush(stdout);
    }
    const auto quarter = static_cast<std::ptrdiff_t>(megabytes.size() / 4);
    const double early = median({megabytes.begin() + quarter, megabytes.begin() + 2 * quarter});
    const double late = median({megabytes.end() - quarter, megabytes.end()});
    const auto [spoken, screens] = visitors.seen();
    std::printf("%d visits, %zu languages, %zu screens: %.1f MB in the second quarter, %.1f in the last, %+.2f %%\n",
                visits, spoken, screens, early, late, early > 0 ? (late / early - 1) * 100 : 0);
    return 0;
}
