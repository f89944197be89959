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
                return kept != nullptr ? ask(each, *kept) : ask(each, arrivalOf(each));
            } else {
                return ask(each, kept != nullptr ? *kept : own.template emplace<Mine>(arrivalOf(each)));
            }
        },
        body);
}

/// Its State on arrival.
template <class... Bodies>
[[nodiscard]] auto arrivalOf(const std::variant<Bodies...>& body) {
    using Kept = OwnOf<content::KindList<Bodies...>>::Type;
    return std::visit([](const auto& each) -> Kept { return arrivalOf(each); }, body);
}

/// What is asked for when a visitor comes to it, or comes back.
template <class Body, class Kept>
void arriveAt(const KindUpdate& update, const Body& item, Kept& own) {
    askKind(item, own, [&](const auto& body, auto& state) { arrive(update, body, state); });
}

/// Asks for what it needs and was not read yet.
template <class Body, class Kept>
void readFor(const KindUpdate& update, const Body& item, Kept& own) {
    askKind(item, own, [&](const auto& body, auto& state) { read(update, body, state); });
}

/// What an Intent does to it.
template <class Body, class Kept>
[[nodiscard]] Step tell(const KindUpdate& update, const Body& item, Kept& own, const Intent& meaning) {
    return askKind(item, own, [&](const auto& body, auto& state) { return hear(update, body, state, meaning); });
}

/// What Back restores: how it is kept while a visitor is elsewhere.
template <class... Kept>
void leave(std::variant<Kept...>& own) {
    std::visit(
        [](auto& state) {
            if constexpr (!std::is_same_v<decltype(state), std::monostate&>) {
                leave(state);
            }
        },
        own);
}

/// Brings its State within what the item is now.
template <class Body, class Kept>
void fitInto(const Body& item, Kept& own) {
    askKind(item, own, [](const auto& body, auto& state) { fit(body, state); });
}

/// The page or picture that is on the screen, and the part of it; both from 0.
template <class... Kept>
[[nodiscard]] Leaf leafAt(const std::variant<Kept...>& own) {
    return std::visit(
        [](const auto& state) -> Leaf {
            using One = std::remove_cvref_t<decltype(state)>;
            if constexpr (std::is_same_v<One, std::monostate>) {
                return {};
            } else if constexpr (std::is_same_v<One, CloseLook>) {
                return {state.number, 0};
            } else {
                return leafOf(state);
            }
        },
        own);
}

/// Whether it shows one thing, on which a visitor can be read to.
template <class... Kept>
[[nodiscard]] bool isSettled(const std::variant<Kept...>& own, base::Seconds now) {
    return std::visit(
        [now](const auto& state) {
            using One = std::remove_cvref_t<decltype(state)>;
            if constexpr (std::is_same_v<One, std::monostate> || std::is_same_v<One, CloseLook>) {
                return true;
            } else {
                return settled(state, now);
            }
        },
        own);
}

/// Whether nothing is left to be measured of it.
template <class... Kept>
[[nodiscard]] bool isMeasured(const std::variant<Kept...>& own) {
    return std::visit(
        [](const auto& state) {
            using One = std::remove_cvref_t<decltype(state)>;
            if constexpr (std::is_same_v<One, std::monostate> || std::is_same_v<One, CloseLook>) {
                return true;
            } else {
                return measuredAlready(state);
            }
        },
        own);
}

/// How it is told apart from others.
template <class Body, class Kept>
[[nodiscard]] Manner mannerAt(const Body& item, const Kept& own) {
    return askKind(item, own, [](const auto& body, const auto& state) { return mannerOf(body, state); });
}

/// When it next needs a Tick, and whether it moves.
template <class Body, class Kept>
[[nodiscard]] Wakes wakesAt(const State& state, const World& world, const Body& item, const Kept& own,
                            base::Seconds now) {
    return askKind(item, own,
                   [&](const auto& body, const auto& kept) { return wakesOf(state, world, body, kept, now); });
}

/// What of it is measured on the glass before it is shown; none where nothing is. `trial` is spoilt by it.
template <class Body, class Kept>
[[nodiscard]] std::optional<Intent> measured(Sketch& trial, const content::Item& item, const Body& body,
                                             const Kept& own) {
    return askKind(body, own, [&](const auto& each, const auto& state) { return measure(trial, item, each, state); });
}

/// Its screen, above the bar.
template <class Body, class Kept>
[[nodiscard]] scene::Node itemScreen(Sketch& sketch, const content::Item& item, const Body& body, const Kept& own) {
    return askKind(body, own, [&](const auto& each, const auto& state) { return screenOf(sketch, item, each, state); });
}

/// What stands around its screen.
template <class... Bodies>
[[nodiscard]] Surround surroundAt(const Sketch& sketch, const std::variant<Bodies...>& item) {
    return std::visit([&](const auto& body) { return surroundOf(sketch, body); }, item);
}

/// How its end is told.
template <class... Bodies>
[[nodiscard]] Ending endOf(const std::variant<Bodies...>& body) {
    return std::visit([](const auto& each) { return endOf(each); }, body);
}

/// Its stops for the tour and for `prepare`.
template <class... Bodies>
[[nodiscard]] std::vector<TourStop> tourOf(const content::Item& item, const std::variant<Bodies...>& body) {
    return std::visit([&](const auto& each) { return tourOf(item, each); }, body);
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
