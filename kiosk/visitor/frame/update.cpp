#include "kiosk/visitor/frame/update.hpp"

#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/going_on.hpp"
#include "kiosk/visitor/frame/kinds.hpp"
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

template <class T, class... Types>
constexpr bool isOneOf = (std::same_as<T, Types> || ...);

/// What update() works with: the state that becomes the next one.
struct Work {
    State& s;
    const World& world;
    std::vector<stage::Effect>& effects;
    bool elsewhere = false; ///< the Intent led to another screen, which does not hear it

    [[nodiscard]] const catalogue::Catalogue& catalogue() const { return world.catalogue; }

    [[nodiscard]] bool reduced() const { return movementOf(s, world) <= Movement::reduced; }
    [[nodiscard]] PlayingUpdate playing() const { return {s, world.catalogue, effects}; }
    [[nodiscard]] NarrationUpdate narration() const { return {s, effects}; }
    [[nodiscard]] KindUpdate kind(const content::Item& item) const { return {s, world, effects, item}; }
    [[nodiscard]] CloseLookUpdate closeLook(const content::Item& item) const {
        return {s, world, effects, item, std::get<CloseLook>(s.visit.here.own)};
    }

    [[nodiscard]] layout::Shelf shelf() const {
        return layout::shelf(shelvedAt(s.visit.here, catalogue()).size(), s.device.screen);
    }
    /// What the screen asks for that has come.
    void ask() {
        const auto* item = catalogue().item(s.visit.here.id);
        s.visit.sliding.reset();
        if (item != nullptr && s.visit.here.kind == ScreenKind::item) {
            readFor(kind(*item), item->body, s.visit.here.own);
            arriveAt(kind(*item), item->body, s.visit.here.own);
        } else if (item != nullptr && s.visit.here.kind == ScreenKind::picture) {
            closeLook(*item).arrive();
        }
    }
    void arrive(Stop stop, Arrival how = Arrival::opened) {
        elsewhere = true;
        playing().leave();
        narration().arrived();
        s.visit.here = std::move(stop);
        s.visit.menu = Menu::none;
        s.visit.focus = 0;
        s.visit.pressed.clear();
        s.visit.arrival = how;
        ask();
    }
    void go(Stop stop) {
        s.visit.here.shelf.jump(s.visit.here.shelf.goal());
        leave(s.visit.here.own);
        if (s.visit.here.kind != ScreenKind::notice) { // Back does not lead to a question
            s.visit.history.push_back(s.visit.here);
        }
        arrive(std::move(stop));
    }
    void startOver() {
        elsewhere = true;
        playing().leave();
        narration().silence();
        s.device.attractSince = s.device.now;
        s.visit = Visit{};
        playing().setVolume();
    }
    /// What an Intent does to what the screen is about.
    void tellPlace(const Intent& meaning) {
        const auto* item = elsewhere ? nullptr : catalogue().item(s.visit.here.id);
        if (item == nullptr) {
            return;
        }
        if (s.visit.here.kind == ScreenKind::picture) {
            (void)closeLook(*item).hear(meaning); // a story goes on on its own page
        } else if (s.visit.here.kind == ScreenKind::item &&
                   tell(kind(*item), item->body, s.visit.here.own, meaning) == Step::end) {
            go({ScreenKind::end, item->id, {}});
        }
    }

    // --- what can happen

    void operator()(const Begin& begin) {
        if (s.visit.here.kind == ScreenKind::attract) {
            s.visit.language = begin.language.empty() ? s.visit.language : begin.language;
            s.visit.begun = s.visit.lastTouch = s.device.now;
            arrive({ScreenKind::home, "", {}});
        }
    }
    void operator()(const OpenTheme& open) {
        if (catalogue().theme(open.id) != nullptr) {
            go({ScreenKind::theme, open.id, {}});
        }
    }
    void operator()(const OpenItem& open) {
        if (const auto* item = catalogue().item(open.id)) {
            const bool told = item->notice.empty() || s.visit.noticed.contains(open.id);
            go(told ? stopAt(*item) : Stop{ScreenKind::notice, open.id, {}});
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
        arrive(stopAt(*item)); // Back does not lead to a question that was answered
    }
    void operator()(const TakeHome&) {
        if (const auto* item = catalogue().item(s.visit.here.id); item != nullptr && !item->readMore.empty()) {
            go({ScreenKind::takeHome, item->id, {}});
        }
    }
    /// Whether the screen is a picture of that item, looked at closely.
    [[nodiscard]] bool looksAt(const content::Item& item) const {
        const Stop& here = s.visit.here;
        return here.id == item.id && (here.kind == ScreenKind::picture ||
                                      (here.kind == ScreenKind::item && mannerAt(item.body, here.own).looksClosely));
    }
    void operator()(const OpenPicture& open) {
        const auto* item = catalogue().item(open.item);
        if (item != nullptr && !looksAt(*item) && open.number < catalogue().exhibits(*item).size()) {
            go(stopAtPicture(*item, static_cast<int>(open.number)));
        }
    }
    void operator()(const ReadAgain&) {
        if (const auto* item = catalogue().item(s.visit.here.id)) {
            go(stopAt(*item));
        }
    }
    /// speed: mm/s. omega: of the spring.
    void moveShelf(float goal, float speed, float omega) {
        if (reduced()) {
            cut(s, s.visit.here.shelf, goal);
        } else {
            s.visit.here.shelf.spring(goal, speed, omega, s.device.now);
        }
    }
    void operator()(const StepShelf& stepped) {
        const auto& at = s.visit.here.shelf;
        moveShelf(shelf().step(at.goal(), stepped.by), at.speed(s.device.now), layout::snapOmega);
    }
    void operator()(const GoHome&) {
        if (s.visit.here.kind != ScreenKind::home) {
            go({ScreenKind::home, "", {}});
        }
        closeMenu();
    }
    void operator()(const GoBack&) {
        if (s.visit.menu != Menu::none) {
            closeMenu();
        } else if (!s.visit.history.empty()) {
            Stop back = std::move(s.visit.history.back());
            s.visit.history.pop_back();
            arrive(std::move(back), Arrival::back);
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

    void operator()(const GlassTouched&) {
        s.visit.lastTouch = s.visit.lastGlass = s.device.now;
        s.visit.asking =
            s.visit.asking ? std::optional(s.device.now) : std::nullopt; // whoever touches has the whole time to answer
        s.visit.focus = 0;
        narration().touched();
    }
    void operator()(const PressedOn& press) {
        s.visit.pressed[press.contact] = press.target;
        if (!press.startsOver) {
            s.visit.asking.reset(); // any touch but on "start again" goes on
        }
    }
    void operator()(const LetGo& released) {
        s.visit.pressed.erase(released.contact);
        s.visit.sliding.reset();
        s.visit.lastGlass = s.device.now;
    }
    void operator()(const SurfaceCaught& caught) {
        if (caught.owner == SurfaceOwner::shelf) {
            s.visit.here.shelf.hold(s.visit.here.shelf.position(s.device.now));
        }
    }
    void operator()(const DragStarted& drag) {
        if (drag.owner == SurfaceOwner::shelf) {
            (*this)(SurfaceCaught{SurfaceOwner::shelf});
            s.visit.dragStart = s.visit.here.shelf.position(s.device.now);
        }
    }
    [[nodiscard]] float onward(base::Point by) const { return by.x * layout::onward(languageOf(s, catalogue())); }
    void operator()(const DragMoved& drag) {
        if (drag.owner == SurfaceOwner::shelf) {
            s.visit.here.shelf.hold(layout::banded(s.visit.dragStart - onward(drag.by), shelf().reach));
        }
    }
    void operator()(const DragDone& done) {
        if (done.owner == SurfaceOwner::shelf) {
            const auto places = shelf();
            const float at = s.visit.here.shelf.position(s.device.now);
            const float speed = done.cancelled ? 0 : onward(done.velocity);
            const bool past = at < 0 || at > places.reach;
            moveShelf(places.nearest(at - speed * frictionTau), -speed, past ? rubberOmega : layout::snapOmega);
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
    void operator()(const Slid& slid) { playing().slide(slid); }
    void operator()(const WordsCame& came) { s.device.library.words[came.file] = came.words; }
    void operator()(const LevelsCame& came) { s.device.library.levels[came.file] = came.levels; }
    void operator()(const SizeCame& came) { s.device.library.sizes[came.file] = came.pixels; }
    void operator()(const ScreenTurned& turned) {
        s.device.screen = turned.size;
        s.visit.here.shelf.jump(0);
    }
    void operator()(const PackChanged& news) { goOn(s, news, world, effects); }
    void operator()(const HouseSet& set) {
        s.device.house.language = set.language;
        s.device.house.volume = set.volume;
        startOver();
    }
    void operator()(const JumpTo& to) {
        elsewhere = true;
        playing().leave();
        s.visit.here = to.stop;
        s.visit.history.clear();
        if (to.stop.kind == ScreenKind::attract) {
            s.device.attract = to.attract;
        } else if (to.stop.kind != ScreenKind::home) {
            s.visit.history.push_back({ScreenKind::home, "", {}});
        }
        s.visit.lastTouch = s.device.attractSince = s.device.now;
        s.visit.menu = to.menu;
        s.visit.asking = to.asking ? std::optional(s.device.now) : std::nullopt;
        for (int page = 0; page < leafAt(to.stop.own).page; ++page) {
            s.visit.seen[to.stop.id].insert(page);
        }
        ask();
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
    /// What is of one part alone, that part does; what is of a place, tellPlace().
    template <class Meant>
    void operator()(const Meant& meaning) {
        if constexpr (std::invocable<NarrationUpdate, const Meant&>) {
            narration()(meaning);
        } else if constexpr (std::invocable<PlayingUpdate, const Meant&>) {
            playing()(meaning);
        } else {
            static_assert(isOneOf<Meant, TurnPage, Magnify, ToggleAside, PinchStarted, PinchMoved, PinchDone,
                                  PagesBroken, LinesDrawn>);
        }
    }
};

/// Whether a surface's or slider's fingers are the shelf's business alone.
bool isOfShelf(const Intent& meaning) {
    return std::visit(
        [](const auto& meant) {
            if constexpr (requires { meant.owner; }) {
                return meant.owner == SurfaceOwner::shelf;
            } else {
                return false;
            }
        },
        meaning);
}

} // namespace

Change update(State state, const TimedIntent& intent, const World& world) {
    Change change{std::move(state), {}};
    change.state.device.now = intent.now;
    Work work{change.state, world, change.effects};
    std::visit(work, intent.what);
    if (!isOfShelf(intent.what)) {
        work.tellPlace(intent.what);
    }
    work.narration().giveWay();
    return change;
}

} // namespace schacht::visitor
