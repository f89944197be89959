#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "tests/bench/running_kiosk.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>
#include <string>

namespace schacht::bench {

/// A visitor with a keyboard who leaves nothing out: opens every theme and every item, reads each story to its end,
/// looks closely at its pictures, opens what its end leads to and the menus, and walks away at last. Screens bear the
/// names that the tour gives them.
class Walk {
public:
    Walk(tests::Touchscreen& theScreen, tests::Program& theKiosk, const catalogue::Catalogue& theCatalogue)
        : screen(theScreen), kiosk(theKiosk), catalogue(theCatalogue) {}

    /// Seconds of --idle and --answer that the kiosk must be run with: longer than any step here.
    static constexpr const char* idle = "20";
    static constexpr const char* answer = "4";

    /// Begins on the home screen, ends on the attract screen.
    void everything() {
        note("home");
        const auto& themes = catalogue.pack().themes;
        const auto opened = [&] {
            return std::all_of(themes.begin(), themes.end(),
                               [&](const auto& theme) { return seen.contains("theme-" + theme.id); });
        };
        for (int control = 1;
             control <= mostControls && !(opened() && seen.contains("language") && seen.contains("access"));
             ++control) {
            if (press(control) && here.kind == "theme") {
                wholeTheme(control);
            }
            goHome();
        }
        leave("still-there");
        leave("attract-1");
        pause(2);
    }
    [[nodiscard]] const std::set<std::string>& screens() const { return seen; }
    /// The largest proportional share of memory, in bytes, while a screen stood still.
    [[nodiscard]] std::uint64_t mostBytes() const { return most; }

private:
    static constexpr int mostControls = 14; ///< on one screen
    static constexpr int afterTheBar = 5;   ///< the first control that is the screen's own
    static constexpr int mostPages = 60;
    static constexpr int mostShelves = 4;        ///< how often a shelf is pushed on
    static constexpr base::Seconds quick = 1.2;  ///< a key that led nowhere until then leads nowhere
    static constexpr base::Seconds settling = 8; ///< until a screen is sharp and still

    struct Here {
        std::string kind = "home";
        std::string item;
        int page = 0;
    };

    void note(const std::string& name) {
        seen.insert(name);
        most = std::max(most, kiosk.proportionalBytes());
    }
    void leave(const std::string& name) {
        if (kiosk.trace().next(tests::eventWith("screen", "name", name.substr(0, name.find("-1"))), 60)) {
            note(name);
        }
    }
    /// True when it led to another screen, which is then looked at until it is sharp and still.
    bool press(const std::string& key) {
        return leads([&] { screen.key(key); });
    }
    bool leads(const std::function<void()>& act) {
        kiosk.trace().skip();
        act();
        const auto came = kiosk.trace().next("screen", quick);
        if (!came) {
            if (!kiosk.running()) {
                std::cerr << "the kiosk died on " << here.kind << " " << here.item << "\n" << kiosk.output();
                std::exit(1);
            }
            return false;
        }
        (void)kiosk.trace().next("memory", settling);
        here = {(*came)["name"], (*came)["item"], (*came)["page"]};
        focus = 0;
        if ((here.kind == "gallery" || here.kind == "picture")) {
            note("picture-" + here.item + "-" + std::to_string(here.page + 1));
        }
        note(here.kind == "home"    ? here.kind
             : here.kind == "story" ? "story-" + here.item + "-" + std::to_string(here.page + 1)
                                    : here.kind + "-" + here.item);
        return true;
    }
    /// Presses the control that Tab comes to as the number-th. A menu that opens is looked at and closed.
    bool press(int number) {
        for (; focus < number; ++focus) {
            screen.key("tab");
            pause(0.05);
        }
        if (press("enter")) {
            homeByControl = here.kind == "home";
            return true;
        }
        const auto intent = kiosk.trace().last("intent");
        if (const std::string name = intent ? (*intent)["name"] : ""; name.starts_with("Toggle")) {
            if (name == "ToggleLanguages" || name == "ToggleAccess") {
                note(name == "ToggleLanguages" ? "language" : "access");
            }
            screen.key("esc");
            pause(0.6);
            focus = 0;
        }
        return false;
    }
    /// Back, step by step, so that nothing is left to go back to and the controls are the same as at first.
    void goHome() {
        for (int step = 0; step < mostPages && (here.kind != "home" || homeByControl); ++step) {
            homeByControl = false;
            (void)press("esc");
        }
    }
    void wholeTheme(int controlAtHome) {
        const auto& items = catalogue.itemsOf(here.item);
        const auto read = [&] {
            return std::all_of(items.begin(), items.end(), [&](const auto* item) {
                return seen.contains("end-" + item->id) || seen.contains(item->kind + "-" + item->id);
            });
        };
        for (int shelf = 0; shelf < mostShelves && !read(); ++shelf) {
            for (int control = 1; control <= mostControls && !read(); ++control) {
                goHome();
                (void)press(controlAtHome);
                for (int push = 0; push < shelf; ++push) {
                    screen.drag({1500, 600}, {500, 600}, 0.4);
                    pause(1);
                }
                if (press(control) && here.kind == "notice") {
                    throughNotice();
                }
                if (!seen.contains("end-" + here.item) && toTheEnd()) {
                    whereItLeads();
                }
            }
        }
    }
    void throughNotice() {
        const Here notice = here;
        for (int control = afterTheBar; control < afterTheBar + 3 && here.kind == notice.kind; ++control) {
            if (press(control) && here.kind != "story") {
                return;
            }
        }
    }
    /// False where this has no end of its own, or none that comes.
    bool toTheEnd() {
        static const std::set<std::string> ending{"story", "gallery", "oral-history"};
        const std::string kind = here.kind;
        for (int page = 0; page < mostPages && ending.contains(kind) && here.kind == kind; ++page) {
            if (kind == "story") {
                lookClosely();
            }
            if (!press("pagedown")) {
                break;
            }
        }
        return here.kind == "end";
    }
    /// At the picture of a page that has one, by a touch: it covers the left upper quarter of the page at least.
    void lookClosely() {
        const auto* item = catalogue.item(here.item);
        const int page = here.page;
        const auto stands = [&](const content::Exhibit& one) { return one.page == static_cast<std::size_t>(page); };
        if (item == nullptr || !std::ranges::any_of(catalogue.exhibits(*item), stands) ||
            !leads([&] { (void)screen.tap({400, 300}); })) {
            return;
        }
        for (std::size_t i = 1;
             i < catalogue.exhibits(*item).size() && (here.kind == "gallery" || here.kind == "picture"); ++i) {
            const bool next = !seen.contains("picture-" + here.item + "-" + std::to_string(here.page + 2));
            if (!next || !press("pagedown")) {
                break;
            }
        }
        if ((here.kind == "gallery" || here.kind == "picture")) {
            (void)press("esc");
        }
        while (here.kind == "story" && here.page > page && press("pageup")) {
        }
    }
    /// From an end: the people and places that it was about, and what can be taken home.
    void whereItLeads() {
        constexpr int ways = 8;
        const auto* item = catalogue.item(here.item);
        bool more = item != nullptr;
        for (int control = afterTheBar; more && control < afterTheBar + ways && here.kind == "end"; ++control) {
            if (press(control)) { // from the beginning again, and then the way home
                more = here.kind != "take-home" && !(here.kind == "story" && item->readMore.empty());
                (void)press("esc");
            }
        }
    }

    tests::Touchscreen& screen;
    tests::Program& kiosk;
    const catalogue::Catalogue& catalogue;
    std::set<std::string> seen;
    Here here;
    int focus = 0;              ///< how often Tab was pressed on this screen
    bool homeByControl = false; ///< the way back is longer than it looks
    std::uint64_t most = 0;
};

} // namespace schacht::bench
