#pragma once
#include "kiosk/visitor/frame/kinds.hpp"

/// A kind that no pack has, on the screen. Each of its answers can be left out by a macro: answers_left_out does so,
/// one by one, and every_screen_question.cpp must not compile then.
namespace schacht::toys {

struct Toy {
    static constexpr std::string_view kind = "toy";
    int heads = 0;
};
struct ToyState {
    static constexpr std::string_view kind = Toy::kind;
    int nods = 0;
};

using Body = std::variant<content::Story, content::OralHistory, content::Film, content::Gallery, Toy>;

#ifndef WITHOUT_arrivalOf
inline ToyState arrivalOf(const Toy&) {
    return {};
}
#endif
#ifndef WITHOUT_mannerOf
inline visitor::Manner mannerOf(const Toy&, const ToyState&) {
    return {};
}
#endif
#ifndef WITHOUT_arrive
inline void arrive(const visitor::KindUpdate&, const Toy&, ToyState&) {}
#endif
#ifndef WITHOUT_read
inline void read(const visitor::KindUpdate&, const Toy&, ToyState&) {}
#endif
#ifndef WITHOUT_hear
inline visitor::Step hear(const visitor::KindUpdate&, const Toy& toy, ToyState& state, const visitor::Intent&) {
    return ++state.nods > toy.heads ? visitor::Step::end : visitor::Step::stay;
}
#endif
#ifndef WITHOUT_leave
inline void leave(ToyState& state) {
    state.nods = 0;
}
#endif
#ifndef WITHOUT_fit
inline void fit(const Toy&, ToyState&) {}
#endif
#ifndef WITHOUT_leafOf
inline visitor::Leaf leafOf(const ToyState& state) {
    return {state.nods, 0};
}
#endif
#ifndef WITHOUT_measuredAlready
inline bool measuredAlready(const ToyState&) {
    return true;
}
#endif
#ifndef WITHOUT_settled
inline bool settled(const ToyState&, base::Seconds) {
    return true;
}
#endif
#ifndef WITHOUT_wakesOf
inline visitor::Wakes wakesOf(const visitor::State&, const visitor::World&, const Toy&, const ToyState&,
                              base::Seconds) {
    return {};
}
#endif
#ifndef WITHOUT_measure
inline std::optional<visitor::Intent> measure(visitor::Sketch&, const content::Item&, const Toy&, const ToyState&) {
    return std::nullopt;
}
#endif
#ifndef WITHOUT_screenOf
inline scene::Node screenOf(visitor::Sketch&, const content::Item&, const Toy&, const ToyState&) {
    return {};
}
#endif
#ifndef WITHOUT_surroundOf
inline visitor::Surround surroundOf(const visitor::Sketch&, const Toy&) {
    return {};
}
#endif
#ifndef WITHOUT_endOf
inline visitor::Ending endOf(const Toy&) {
    return {"end.read", 1, false};
}
#endif
#ifndef WITHOUT_tourOf
inline std::vector<visitor::TourStop> tourOf(const content::Item&, const Toy&) {
    return {};
}
#endif

} // namespace schacht::toys
