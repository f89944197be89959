#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/kinds/film/film.hpp"
#include "kiosk/visitor/kinds/gallery/gallery.hpp"
#include "kiosk/visitor/kinds/oral_history/oral_history.hpp"
#include "kiosk/visitor/kinds/story/story.hpp"
#include "kiosk/visitor/parts/close_look/close_look_update.hpp"

#include <utility>
#include <variant>

/// The questions with a screen that every kind of item answers, each by an overload on its body type and the State that
/// it keeps of its own. There is no answer for a kind that has none: who forgets one does not compile. Pure, as
/// update() and view() are.
namespace schacht::visitor {

/// Calls `ask` with the body of an item and the State that its kind keeps in `own`, which becomes that of an arrival
/// where it is another kind's: the pack may have changed.
template <class... Bodies, class Kept, class Ask>
auto askKind(const std::variant<Bodies...>& body, Kept& own, Ask ask) {
    return std::visit(
        [&](const auto& each) {
            using Mine = StateOf<std::remove_cvref_t<decltype(each)>>;
            auto* const kept = std::get_if<Mine>(&own);
            if constexpr (std::is_const_v<Kept>) {
                const Mine arrived = arrivalOf(each);
                return ask(each, kept != nullptr ? *kept : arrived);
            } else {
                return ask(each, kept != nullptr ? *kept : own.template emplace<Mine>(arrivalOf(each)));
            }
        },
        body);
}

/// Its State on arrival.
template <class... Bodies>
[[nodiscard]] Own arrivalOf(const std::variant<Bodies...>& body) {
    return std::visit([](const auto& each) -> Own { return arrivalOf(each); }, body);
}

/// What is asked for when a visitor comes to it, or comes back.
inline void arriveAt(const KindUpdate& update, Own& own) {
    askKind(update.item.body, own, [&](const auto& body, auto& state) { arrive(update, body, state); });
}

/// Asks for what it needs and was not read yet.
inline void readFor(const KindUpdate& update, Own& own) {
    askKind(update.item.body, own, [&](const auto& body, auto& state) { read(update, body, state); });
}

/// What an Intent does to it.
[[nodiscard]] inline Step tell(const KindUpdate& update, Own& own, const Meaning& meaning) {
    return askKind(update.item.body, own,
                   [&](const auto& body, auto& state) { return hear(update, body, state, meaning); });
}

/// What Back restores: how it is kept while a visitor is elsewhere.
inline void leave(Own& own) {
    std::visit(
        [](auto& state) {
            if constexpr (!std::is_same_v<decltype(state), std::monostate&>) {
                leave(state);
            }
        },
        own);
}

/// Brings its State within what the item is now.
inline void fitInto(const content::Item& item, Own& own) {
    askKind(item.body, own, [](const auto& body, auto& state) { fit(body, state); });
}

/// The page or picture that is on the screen, and the part of it; both from 0.
[[nodiscard]] inline Leaf leafAt(const Own& own) {
    return std::visit(
        [](const auto& state) -> Leaf {
            using Kept = std::remove_cvref_t<decltype(state)>;
            if constexpr (std::is_same_v<Kept, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<Kept, CloseLook>) {
                return {state.number, 0};
            } else {
                return leafOf(state);
            }
        },
        own);
}

/// Whether it shows one thing, on which a visitor can be read to.
[[nodiscard]] inline bool isSettled(const Own& own, base::Seconds now) {
    return std::visit(
        [now](const auto& state) {
            using Kept = std::remove_cvref_t<decltype(state)>;
            if constexpr (std::is_same_v<Kept, std::monostate> || std::is_same_v<Kept, CloseLook>) {
                return true;
            } else {
                return settled(state, now);
            }
        },
        own);
}

/// Whether nothing is left to be measured of it.
[[nodiscard]] inline bool isMeasured(const Own& own) {
    return std::visit(
        [](const auto& state) {
            using Kept = std::remove_cvref_t<decltype(state)>;
            if constexpr (std::is_same_v<Kept, std::monostate> || std::is_same_v<Kept, CloseLook>) {
                return true;
            } else {
                return measuredAlready(state);
            }
        },
        own);
}

/// How it is told apart from others.
[[nodiscard]] inline Manner mannerAt(const content::Item& item, const Own& own) {
    return askKind(item.body, own, [](const auto& body, const auto& state) { return mannerOf(body, state); });
}

/// When it next needs a Tick, and whether it moves.
[[nodiscard]] inline Wakes wakesAt(const State& state, const World& world, const content::Item& item,
                                   base::Seconds now) {
    return askKind(item.body, state.visit.here.own,
                   [&](const auto& body, const auto& own) { return wakesOf(state, world, body, own, now); });
}

/// What of it is measured on the glass before it is shown; none where nothing is. `trial` is spoilt by it.
[[nodiscard]] inline std::optional<Meaning> measured(Sketch& trial, const content::Item& item, const Own& own) {
    return askKind(item.body, own,
                   [&](const auto& body, const auto& state) { return measure(trial, item, body, state); });
}

/// Its screen, above the bar.
[[nodiscard]] inline scene::Node itemScreen(Sketch& sketch, const content::Item& item) {
    return askKind(item.body, sketch.state.visit.here.own,
                   [&](const auto& body, const auto& state) { return screenOf(sketch, item, body, state); });
}

/// What stands around its screen.
[[nodiscard]] inline Surround surroundAt(const Sketch& sketch, const content::Item& item) {
    return std::visit([&](const auto& body) { return surroundOf(sketch, body); }, item.body);
}

/// How its end is told.
[[nodiscard]] inline Ending endOf(const content::ItemBody& body) {
    return std::visit([](const auto& each) { return endOf(each); }, body);
}

/// Its stops for the tour and for `prepare`.
[[nodiscard]] inline std::vector<TourStop> tourOf(const content::Item& item) {
    return std::visit([&](const auto& body) { return tourOf(item, body); }, item.body);
}

/// A place in the route that leads to an item, as it is on arrival.
[[nodiscard]] inline Stop stopAt(const content::Item& item) {
    return {ScreenKind::item, item.id, arrivalOf(item.body)};
}
/// One that leads to a picture of an item, looked at closely. number: of its exhibits.
[[nodiscard]] inline Stop stopAtPicture(const content::Item& item, int number) {
    return {ScreenKind::picture, item.id, CloseLook{number, {}, false, {}}};
}

} // namespace schacht::visitor
