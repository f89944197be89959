#include "kiosk/visitor/update.hpp"

#include "kiosk/visitor/closeup_update.hpp"
#include "kiosk/visitor/layout.hpp"
#include "kiosk/visitor/pages_update.hpp"
#include "kiosk/visitor/playing_update.hpp"
#include "kiosk/visitor/reading_update.hpp"
#include "kiosk/visitor/shelved.hpp"
#include "kiosk/visitor/timing.hpp"

#include <algorithm>
#include <cmath>
#include <concepts>

namespace schacht::visitor {

namespace {

// motion.md, "Touch"
constexpr float rubberOmega = 16;
constexpr float frictionTau = 0.340F;

/// What update() works with: the state that becomes the next one.
struct Work {
    State& s;
    const World& world;
    std::vector<stage::Effect>& effects;

    [[nodiscard]] const catalogue::Catalogue& catalogue() const { return world.catalogue; }

    [[nodiscard]] bool reduced() const { return movementOf(s, world) <= Movement::reduced; }
    [[nodiscard]] PlayingUpdate playing() const { return {s, world.catalogue, world.library, effects}; }
    [[nodiscard]] CloseupUpdate closeup() const { return {s, world, effects}; }
    [[nodiscard]] ReadingUpdate reading() const { return {s, effects}; }
    [[nodiscard]] PagesUpdate pages() const { return {s, world, effects}; }

    [[nodiscard]] layout::Shelf shelf() const {
        return layout::shelf(shelvedAt(s.here, catalogue()).size(), world.screen);
    }
    void arrive(const Stop& stop, Arrival how = Arrival::opened) {
        playing().leave();
        reading().arrived();
        s.here = stop;
        s.menu = Menu::none;
        s.focus = 0;
        s.pressed.clear();
        s.shelf.jump(stop.scroll);
        s.arrival = how;
        pages().arrive();
        closeup().arrive();
        playing().arrive();
    }
    void leaveNote() {
        s.here.scroll = s.shelf.goal();
        if (s.here.kind != ScreenKind::notice) { // Back does not lead to a question
            s.history.push_back(s.here);
        }
    }
    void go(const Stop& stop) {
        leaveNote();
        arrive(stop);
    }

    /// After the last page comes the end of the story.
    void endUnless(bool pageIsThere) {
        if (!pageIsThere) {
            go({ScreenKind::end, s.here.id, 0, 0});
        }
    }
    void startOver() {
        const base::Seconds now = s.now;
        const int next = s.attract;
        const media::OpenId opens = s.opens;
        const Reading read = std::move(s.reading);
        playing().leave();
        s = State{};
        s.now = s.lastTouch = s.lastGlass = s.attractSince = now;
        s.attract = next;
        s.opens = opens;
        reading().startOver(read);
        s.access = world.access;
        s.wishes.volume = world.volume;
        playing().setVolume();
    }

    // --- what can happen

    void operator()(const Begin& begin) {
        if (s.here.kind == ScreenKind::attract) {
            s.language = begin.language.empty() ? s.language : begin.language;
            s.begun = s.now;
            arrive({ScreenKind::home, "", 0, 0});
        }
    }
    void operator()(const OpenTheme& open) {
        if (catalogue().theme(open.id) != nullptr) {
            go({ScreenKind::theme, open.id, 0, 0});
        }
    }
    void operator()(const OpenItem& open) {
        if (const auto* item = catalogue().item(open.id)) {
            const bool told = item->notice.empty() || s.noticed.contains(open.id);
            go({told ? screenOf(*item) : ScreenKind::notice, open.id, 0, 0});
        }
    }
    void operator()(const OpenSubject& open) {
        if (!catalogue().relations().about(open.subject).empty()) {
            go(stopAt(open.subject));
        }
    }
    void operator()(const AnswerNotice& answer) {
        const auto* item = catalogue().item(s.here.id);
        if (s.here.kind != ScreenKind::notice || item == nullptr) {
            return;
        }
        s.noticed.insert(item->id);
        if (answer.wordsOnly) {
            s.wordsOnly.insert(item->id);
        }
        arrive({screenOf(*item), item->id, 0, 0}); // Back does not lead to a question that was answered
    }
    void operator()(const TakeHome&) {
        if (const auto* item = catalogue().item(s.here.id); item != nullptr && !item->readMore.empty()) {
            go({ScreenKind::takeHome, item->id, 0, 0});
        }
    }
    void operator()(const OpenPicture& open) {
        const auto* item = catalogue().item(open.item);
        const bool there = s.here.kind == ScreenKind::gallery && s.here.id == open.item;
        if (item == nullptr || open.number >= catalogue().exhibits(*item).size()) {
            return;
        }
        if (!there) {
            go({ScreenKind::gallery, open.item, static_cast<int>(open.number), 0});
        } else if (closeup().show(static_cast<int>(open.number))) {
            s.arrival = Arrival::byHand; // it grows out of its thumbnail
        }
    }
    void operator()(const TurnPage& turned) {
        if (s.here.kind == ScreenKind::story) {
            endUnless(pages().turn(turned.by, s.pages.speed(s.now), false));
        } else if (closeup().show(s.here.page + turned.by)) {
            s.arrival = Arrival::byArrow;
        } else if (turned.by > 0 && (s.here.kind == ScreenKind::oralHistory || closeup().endsHere())) {
            go({ScreenKind::end, s.here.id, 0, 0});
        }
    }
    void operator()(const ReadAgain&) {
        if (const auto* item = catalogue().item(s.here.id)) {
            go({screenOf(*item), item->id, 0, 0});
        }
    }
    void operator()(const StepShelf& step) {
        const float goal = shelf().step(s.shelf.goal(), step.by);
        if (reduced()) {
            cut(s, s.shelf, goal);
        } else {
            s.shelf.spring(goal, s.shelf.speed(s.now), layout::snapOmega, s.now);
        }
    }
    void operator()(const GoHome&) {
        if (s.here.kind != ScreenKind::home) {
            go({ScreenKind::home, "", 0, 0});
        }
        closeMenu();
    }
    void operator()(const GoBack&) {
        if (s.menu != Menu::none) {
            closeMenu();
        } else if (!s.history.empty()) {
            const Stop back = s.history.back();
            s.history.pop_back();
            arrive(back, Arrival::back);
        }
    }
    void operator()(const ToggleLanguages&) { toggle(Menu::language); }
    void operator()(const ChooseLanguage& choice) {
        const auto& spoken = catalogue().pack().languages;
        s.language = std::find(spoken.begin(), spoken.end(), choice.tag) == spoken.end() ? s.language : choice.tag;
        closeMenu();
    }
    void operator()(const ToggleAccess&) { toggle(Menu::access); }
    void operator()(const ChooseAccess& choice) { s.access = choice.access; }
    void operator()(const ResetAccess&) {
        s.access = world.access;
        s.wishes.captions = Wishes{}.captions;
        if (s.wishes.interpreted) {
            playing().toggleInterpreted();
        }
        reading().reset();
    }
    void operator()(const StayHere&) { s.asking.reset(); }
    void operator()(const StartOver&) { startOver(); }

    void operator()(const Touched&) {
        s.lastTouch = s.lastGlass = s.now;
        s.asking = s.asking ? std::optional(s.now) : std::nullopt; // whoever touches has the whole time to answer
        s.focus = 0;
        reading().touched();
    }
    void operator()(const PressedOn& press) {
        s.pressed[press.contact] = press.target;
        if (press.target != layout::startAgainNode) {
            s.asking.reset(); // any touch but on "start again" goes on
        }
    }
    void operator()(const LetGo& released) {
        s.pressed.erase(released.contact);
        s.sliding.reset();
        s.lastGlass = s.now;
    }
    void operator()(const Caught& caught) {
        if (caught.surface == layout::shelfNode) {
            s.shelf.hold(s.shelf.position(s.now));
        } else if (caught.surface == layout::pagesNode && s.here.kind == ScreenKind::story) {
            pages().caught();
        } else if (caught.surface == layout::pictureNode) {
            closeup().caught();
        }
    }
    void operator()(const DragBegan& drag) {
        Caught caught{drag.surface};
        (*this)(caught);
        s.dragStart = drag.surface == layout::shelfNode   ? s.shelf.position(s.now)
                      : drag.surface == layout::linesNode ? s.lines.position(s.now)
                                                          : s.pages.position(s.now);
        if (drag.surface == layout::linesNode && !s.linesAt) {
            const auto* item = catalogue().item(s.here.id);
            s.linesAt = item == nullptr ? 0 : positionOf(s, *item, s.now);
        }
    }
    void operator()(const DragMoved& drag) {
        if (drag.surface == layout::shelfNode) {
            s.shelf.hold(layout::banded(s.dragStart - drag.by, shelf().reach));
        } else if (drag.surface == layout::pagesNode && s.here.kind == ScreenKind::story) {
            pages().drag(drag.by);
        } else if (drag.surface == layout::linesNode) {
            s.lines.hold(s.dragStart - drag.by);
            s.linesLeft.reset();
        }
    }
    void operator()(const DragDone& done) {
        if (done.surface == layout::shelfNode) {
            const auto places = shelf();
            const float at = s.shelf.position(s.now);
            const bool past = at < 0 || at > places.reach;
            const float goal = places.nearest(done.cancelled ? at : at - done.speed * frictionTau);
            if (reduced()) {
                cut(s, s.shelf, goal);
            } else {
                s.shelf.spring(goal, done.cancelled ? 0 : -done.speed, past ? rubberOmega : layout::snapOmega, s.now);
            }
        } else if (done.surface == layout::pagesNode && s.here.kind == ScreenKind::story) {
            endUnless(pages().letGo(done));
        } else if (done.surface == layout::linesNode) {
            s.lines.jump(s.lines.position(s.now));
            s.linesLeft = s.now;
        }
    }
    void operator()(const FocusOn& focus) {
        s.focus = focus.node;
        s.reading.control.clear(); // also where it stays: whoever pressed a key wants to hear where they are
        s.lastTouch = s.lastGlass = s.now;
    }
    /// The focus of the keys goes with it.
    void closeMenu() {
        s.focus = s.menu == Menu::none ? s.focus : 0;
        s.menu = Menu::none;
    }
    void toggle(Menu menu) {
        s.menu = s.menu == menu ? Menu::none : menu;
        s.focus = 0;
    }
    void operator()(const TogglePlay&) { playing().toggle(); }
    void operator()(const HearFrom& from) {
        playing().hearFrom(from.at);
        if (s.menu == Menu::chapters) {
            closeMenu();
        }
    }
    void operator()(const ToggleSound&) { toggle(Menu::sound); }
    void operator()(const ToggleChapters&) { toggle(Menu::chapters); }
    void operator()(const ToggleMute&) {
        s.wishes.volume = s.wishes.volume > 0 ? 0 : std::max(world.volume, 1);
        playing().setVolume();
    }
    void operator()(const Slid& slid) {
        playing().slide(slid);
        if (slid.slider == layout::mapNode) {
            closeup().point({slid.share, slid.down});
        }
    }
    /// What is of one part alone, that part does.
    template <class Meant>
    void operator()(const Meant& meaning) {
        if constexpr (std::invocable<ReadingUpdate, const Meant&>) {
            reading()(meaning);
        } else if constexpr (std::invocable<CloseupUpdate, const Meant&>) {
            closeup()(meaning);
        } else {
            playing()(meaning);
        }
    }
    void operator()(const Arrived&) {}
    void operator()(const Tick&) {
        if (s.here.kind == ScreenKind::attract) {
            const auto count = static_cast<int>(std::max<std::size_t>(catalogue().pack().attract.size(), 1));
            if (count > 1 && world.movement != Movement::none && s.now >= s.attractSince + attractHold + attractFade) {
                s.attract = (s.attract + 1) % count;
                s.attractSince = s.now;
            }
            return;
        }
        playing().tick();
        reading().tick();
        if (!s.pressed.empty()) {
            s.lastTouch = s.now; // a finger that rests on a control is someone
        } else if (s.asking && s.now >= *s.asking + world.answer) {
            startOver();
        } else if (!s.asking && s.now >= s.lastTouch + world.idle) {
            s.asking = s.now;
            s.focus = 0;
        }
    }
};

} // namespace

Change update(State state, const Intent& intent, const World& world) {
    Change change{std::move(state), {}};
    change.state.now = intent.now;
    Work work{change.state, world, change.effects};
    std::visit(work, intent.meaning);
    work.reading().giveWay();
    return change;
}

} // namespace schacht::visitor
