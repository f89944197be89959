#include "kiosk/visitor/core/state_text.hpp"

#include "kiosk/visitor/core/written.hpp"

namespace schacht::visitor {

std::string textOf(const State& state) {
    return written::text(written::of(state));
}

base::Result<State> stateOf(std::string_view line) {
    const written::Written json = written::Written::parse(line, nullptr, false);
    if (!json.is_object() || !json.contains("device") || !json.contains("visit")) {
        return base::refuse("state", "This line is no state that this version of the kiosk knows.");
    }
    State state;
    written::read(json, state);
    return state;
}

State masked(State state) {
    written::mask(state);
    return state;
}

} // namespace schacht::visitor
