#include "kiosk/visitor/frame/update.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/going_on.hpp"
#include "kiosk/visitor/kinds/story/pages_update.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"
#include "kiosk/visitor/parts/narration/narration_update.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"

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
    [[nodiscard]] PlayingUpdate playing() const { return {s, world.catalogue, effects}; }
    [[nodiscard]] CloseLookUpdate closeup() const { return {s, world, effects}; }
    [[nodiscard]] NarrationUpdate narration() const { return {s, effects}; }
    [[nodiscard]] PagesUpdate pages() const { return {s, world, effects}; }

    [[nodiscard]] layout::Shelf shelf() const {
        return layout::shelf(shelvedAt(s.visit.here, catalogue()).size(), s.device.screen);
    }
    void arrive(const Stop& stop, Arrival how = Arrival::opened) {
        playing().leave();
        narration().arrived();
        s.visit.here = stop;
        s.visit.menu = Menu::none;
        s.visit.focus = 0;
        s.visit.pressed.clear();
        s.visit.shelf.jump(stop.scroll);
        s.visit.arrival = how;
        pages().arrive();
        closeup().arrive();
        playing().arrive();
    }
    void leaveNote() {
        s.visit.here.scroll = s.visit.shelf.goal();
        if (s.visit.here.kind != ScreenKind::notice) { // Back does not lead to a question
            s.visit.history.push_back(s.visit.here);
        }
    }
    void go(const Stop& stop) {
        leaveNote();
        arrive(stop);
    }

    /// After the last page comes the end of the story.
    void endUnless(bool pageIsThere) {
        if (!pageIsThere) {
            go({ScreenKind::end, s.visit.here.id, 0, 0});
        }
    }
    void startOver() {
        playing().leave();
        narration().silence();
        s.device.attractSince = s.device.now;
        s.visit = Visit{};
        playing().setVolume();
    }

    // --- what can happen

    void operator()(const Begin& begin) {
        if (s.visit.here.kind == ScreenKind::attract) {
            s.visit.language = begin.language.empty() ? s.visit.language : begin.language;
            s.visit.begun = s.visit.lastTouch = s.device.now;
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
            const bool told = item->notice.empty() || s.visit.noticed.contains(open.id);
            go({told ? screenOf(*item) : ScreenKind::notice, open.id, 0, 0});
        }
    }
    void operator()(const OpenSubject& open) {
        if (!catalogue().relations().about(open.subject).empty()) {
            go(stopAt(open.subject));
        }
    }
    void operator()(const AnswerNotice& answer) {
        const auto* item = catalogue().item(s.visit.here.id);
        if (s.visit.here.kind != ScreenKind::notice || item == nullptr) {
            return;
        }
        s.visit.noticed.insert(item->id);
        if (answer.wordsOnly) {
            s.visit.wordsOnly.insert(item->id);
        }
        arrive({screenOf(*item), item->id, 0, 0}); // Back does not lead to a question that was answered
    }
    void operator()(const TakeHome&) {
        if (const auto* item = catalogue().item(s.visit.here.id); item != nullptr && !item->readMore.empty()) {
            go({ScreenKind::takeHome, item->id, 0, 0});
        }
    }
    void operator()(const OpenPicture& open) {
        const auto* item = catalogue().item(open.item);
        const bool there = s.visit.here.kind == ScreenKind::gallery && s.visit.here.id == open.item;
        if (item == nullptr || open.number >= catalogue().exhibits(*item).size()) {
            return;
        }
        if (!there) {
            go({ScreenKind::gallery, open.item, static_cast<int>(open.number), 0});
        } else if (closeup().show(static_cast<int>(open.number))) {
            s.visit.arrival = Arrival::byHand; // it grows out of its thumbnail
        }
    }
    void operator()(const TurnPage& turned) {
        if (s.visit.here.kind == ScreenKind::story) {
            endUnless(pages().turn(turned.by, s.visit.pages.speed(s.device.now), false));
        } else if (closeup().show(s.visit.here.page + turned.by)) {
            s.visit.arrival = Arrival::byArrow;
        } else if (turned.by > 0 && (s.visit.here.kind == ScreenKind::oralHistory || closeup().endsHere())) {
            go({ScreenKind::end, s.visit.here.id, 0, 0});
        }
    }
    void operator()(const ReadAgain&) {
        if (const auto* item = catalogue().item(s.visit.here.id)) {
            go({screenOf(*item), item->id, 0, 0});
        }
    }
    void operator()(const StepShelf& stepped) {
        const float goal = shelf().step(s.visit.shelf.goal(), stepped.by);
        if (reduced()) {
            cut(s, s.visit.shelf, goal);
        } else {
            s.visit.shelf.spring(goal, s.visit.shelf.speed(s.device.now), layout::snapOmega, s.device.now);
        }
    }
    void operator()(const GoHome&) {
        if (s.visit.here.kind != ScreenKind::home) {
            go({ScreenKind::home, "", 0, 0});
        }
        closeMenu();
    }
    void operator()(const GoBack&) {
        if (s.visit.menu != Menu::none) {
            closeMenu();
        } else if (!s.visit.history.empty()) {
            const Stop back = s.visit.history.back();
            s.visit.history.pop_back();
            arrive(back, Arrival::back);
        }
    }
    void operator()(const ToggleLanguages&) { toggle(Menu::language); }
    void operator()(const ChooseLanguage& choice) {
        const auto& spoken = catalogue().pack().languages;
        s.visit.language =
            std::find(spoken.begin(), spoken.end(), choice.tag) == spoken.end() ? s.visit.language : choice.tag;
        closeMenu();
    }
    void operator()(const ToggleAccess&) { toggle(Menu::access); }
    void operator()(const ChooseAccess& choice) { s.visit.access = choice.access; }
    void operator()(const ResetAccess&) {
        s.visit.access.reset();
        s.visit.wishes.captions = Wishes{}.captions;
        if (s.visit.wishes.interpreted) {
            playing().toggleInterpreted();
        }
        narration().reset();
    }
    void operator()(const StayHere&) { s.visit.asking.reset(); }
    void operator()(const StartOver&) { startOver(); }

    void operator()(const Touched&) {
        s.visit.lastTouch = s.visit.lastGlass = s.device.now;
        s.visit.asking =
            s.visit.asking ? std::optional(s.device.now) : std::nullopt; // whoever touches has the whole time to answer
        s.visit.focus = 0;
        narration().touched();
    }
    void operator()(const PressedOn& press) {
        s.visit.pressed[press.contact] = press.target;
        if (press.target != layout::startAgainNode) {
            s.visit.asking.reset(); // any touch but on "start again" goes on
        }
    }
    void operator()(const LetGo& released) {
        s.visit.pressed.erase(released.contact);
        s.visit.sliding.reset();
        s.visit.lastGlass = s.device.now;
    }
    void operator()(const Caught& caught) {
        if (caught.surface == layout::shelfNode) {
            s.visit.shelf.hold(s.visit.shelf.position(s.device.now));
        } else if (caught.surface == layout::pagesNode && s.visit.here.kind == ScreenKind::story) {
            pages().caught();
        } else if (caught.surface == layout::pictureNode) {
            closeup().caught();
        }
    }
    void operator()(const DragBegan& drag) {
        Caught caught{drag.surface};
        (*this)(caught);
        s.visit.dragStart = drag.surface == layout::shelfNode   ? s.visit.shelf.position(s.device.now)
                            : drag.surface == layout::linesNode ? s.visit.lines.position(s.device.now)
                                                                : s.visit.pages.position(s.device.now);
        if (drag.surface == layout::linesNode && !s.visit.linesAt) {
            const auto* item = catalogue().item(s.visit.here.id);
            s.visit.linesAt = item == nullptr ? 0 : positionOf(s, *item, s.device.now);
        }
    }
    void operator()(const DragMoved& drag) {
        if (drag.surface == layout::shelfNode) {
            s.visit.shelf.hold(layout::banded(s.visit.dragStart - drag.by, shelf().reach));
        } else if (drag.surface == layout::pagesNode && s.visit.here.kind == ScreenKind::story) {
            pages().drag(drag.by);
        } else if (drag.surface == layout::linesNode) {
            s.visit.lines.hold(s.visit.dragStart - drag.by);
            s.visit.linesLeft.reset();
        }
    }
    void operator()(const DragDone& done) {
        if (done.surface == layout::shelfNode) {
            const auto places = shelf();
            const float at = s.visit.shelf.position(s.device.now);
            const bool past = at < 0 || at > places.reach;
            const float goal = places.nearest(done.cancelled ? at : at - done.speed * frictionTau);
            if (reduced()) {
                cut(s, s.visit.shelf, goal);
            } else {
                s.visit.shelf.spring(goal, done.cancelled ? 0 : -done.speed, past ? rubberOmega : layout::snapOmega,
                                     s.device.now);
            }
        } else if (done.surface == layout::pagesNode && s.visit.here.kind == ScreenKind::story) {
            endUnless(pages().letGo(done));
        } else if (done.surface == layout::linesNode) {
            s.visit.lines.jump(s.visit.lines.position(s.device.now));
            s.visit.linesLeft = s.device.now;
        }
    }
    void operator()(const FocusOn& focus) {
        s.visit.focus = focus.node;
        s.visit.narration.control.clear(); // also where it stays: whoever pressed a key wants to hear where they are
        s.visit.lastTouch = s.visit.lastGlass = s.device.now;
    }
    /// The focus of the keys goes with it.
    void closeMenu() {
        s.visit.focus = s.visit.menu == Menu::none ? s.visit.focus : 0;
        s.visit.menu = Menu::none;
    }
    void toggle(Menu menu) {
        s.visit.menu = s.visit.menu == menu ? Menu::none : menu;
        s.visit.focus = 0;
    }
    void operator()(const TogglePlay&) { playing().toggle(); }
    void operator()(const HearFrom& from) {
        playing().hearFrom(from.at);
        if (s.visit.menu == Menu::chapters) {
            closeMenu();
        }
    }
    void operator()(const ToggleSound&) { toggle(Menu::sound); }
    void operator()(const ToggleChapters&) { toggle(Menu::chapters); }
    void operator()(const ToggleMute&) {
        s.visit.wishes.volume = volumeOf(s) > 0 ? 0 : std::max(s.device.house.volume, 1);
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
        if constexpr (std::invocable<NarrationUpdate, const Meant&>) {
            narration()(meaning);
        } else if constexpr (std::invocable<PagesUpdate, const Meant&>) {
            pages()(meaning);
        } else if constexpr (std::invocable<CloseLookUpdate, const Meant&>) {
            closeup()(meaning);
        } else {
            playing()(meaning);
        }
    }
    void operator()(const WordsCame& came) { s.device.library.words[came.file] = came.words; }
    void operator()(const LevelsCame& came) { s.device.library.levels[came.file] = came.levels; }
    void operator()(const SizeCame& came) { s.device.library.sizes[came.file] = came.pixels; }
    void operator()(const ScreenTurned& turned) {
        s.device.screen = turned.size;
        pages().stand(); // the page stays the page
        s.visit.shelf.jump(0);
    }
    void operator()(const LinesDrawn& drawn) {
        s.visit.dragStart -= s.visit.lines.position(s.device.now) - drawn.to;
        s.visit.lines.hold(drawn.to);
    }
    void operator()(const PackChanged& news) { goOn(s, news, world, effects); }
    void operator()(const HouseSet& set) {
        s.device.house.language = set.language;
        s.device.house.volume = set.volume;
        startOver();
    }
    void operator()(const JumpTo& to) {
        s.visit.here = to.stop;
        s.visit.history.clear();
        if (to.stop.kind == ScreenKind::attract) {
            s.device.attract = to.stop.page;
        } else if (to.stop.kind != ScreenKind::home) {
            s.visit.history.push_back({ScreenKind::home, "", 0, 0});
        }
        s.visit.lastTouch = s.device.attractSince = s.device.now;
        s.visit.menu = to.menu;
        s.visit.asking = to.asking ? std::optional(s.device.now) : std::nullopt;
        s.visit.shelf.jump(0);
        for (int page = 0; page <= to.stop.page && to.stop.kind == ScreenKind::story; ++page) {
            s.visit.seen[to.stop.id].insert(page);
        }
        pages().stand();
        closeup().arrive();
        playing().leave();
        playing().arrive();
    }
    void operator()(const Tick&) {
        if (s.visit.here.kind == ScreenKind::attract) {
            const auto count = static_cast<int>(std::max<std::size_t>(catalogue().pack().attract.size(), 1));
            if (count > 1 && world.movement != Movement::none &&
                s.device.now >= s.device.attractSince + attractHold + attractFade) {
                s.device.attract = (s.device.attract + 1) % count;
                s.device.attractSince = s.device.now;
            }
            return;
        }
        playing().tick();
        narration().tick();
        if (!s.visit.pressed.empty()) {
            s.visit.lastTouch = s.device.now; // a finger that rests on a control is someone
        } else if (s.visit.asking && s.device.now >= *s.visit.asking + answerOf(s, world)) {
            startOver();
        } else if (!s.visit.asking && s.device.now >= s.visit.lastTouch + idleOf(s, world)) {
            s.visit.asking = s.device.now;
            s.visit.focus = 0;
        }
    }
};

} // namespace

Change update(State state, const Intent& intent, const World& world) {
    Change change{std::move(state), {}};
    change.state.device.now = intent.now;
    Work work{change.state, world, change.effects};
    std::visit(work, intent.meaning);
    work.narration().giveWay();
    return change;
}

} // namespace schacht::visitor
