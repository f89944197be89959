#include "kiosk/visitor/kinds/oral_history/oral_history.hpp"

#include "kiosk/visitor/kinds/oral_history/oral_history_screen.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"

namespace schacht::visitor {

namespace {

constexpr base::Seconds linesStay = 6; // where a finger left them
constexpr base::Seconds linesGo = 0.280;

/// What happens to the lines of a transcript, which a finger draws away from the line that is said.
struct LinesUpdate {
    const KindUpdate& update;
    OralHistoryState& state;

    void comeBack() const {
        state.lines.glide(0, scene::Curve::settle, linesGo, update.s.device.now);
        state.linesLeft.reset();
        state.linesAt.reset();
    }
    Step operator()(const TurnPage& turned) const { return turned.by > 0 ? Step::end : Step::stay; }
    Step operator()(const DragStarted& /*drag*/) const {
        update.s.visit.dragStart = state.lines.position(update.s.device.now);
        state.linesAt = state.linesAt.value_or(positionOf(update.s, update.item, update.s.device.now));
        return Step::stay;
    }
    Step operator()(const DragMoved& drag) const {
        state.lines.hold(update.s.visit.dragStart - drag.by.y);
        state.linesLeft.reset();
        return Step::stay;
    }
    Step operator()(const DragDone& /*done*/) const {
        state.lines.jump(state.lines.position(update.s.device.now));
        state.linesLeft = update.s.device.now;
        return Step::stay;
    }
    Step operator()(const LinesDrawn& drawn) const {
        update.s.visit.dragStart -= state.lines.position(update.s.device.now) - drawn.to;
        state.lines.hold(drawn.to);
        return Step::stay;
    }
    Step operator()(const Tick& /*tick*/) const {
        if (state.linesLeft && update.s.device.now >= *state.linesLeft + linesStay) {
            comeBack();
        }
        return Step::stay;
    }
    template <class Other>
    Step operator()(const Other& /*other*/) const {
        const auto& playing = update.s.visit.playing;
        if (playing && playing->sought == update.s.device.now) { // the visitor wants to hear it from elsewhere
            comeBack();
        }
        return Step::stay;
    }
};

} // namespace

Manner mannerOf(const content::OralHistory& /*voice*/, const OralHistoryState& /*state*/) {
    return {};
}

void arrive(const KindUpdate& update, const content::OralHistory& /*voice*/, OralHistoryState& /*state*/) {
    PlayingUpdate{update.s, update.world.catalogue, update.effects}.wait(update.item);
}

void read(const KindUpdate& update, const content::OralHistory& /*voice*/, OralHistoryState& /*state*/) {
    const PlayingUpdate playing{update.s, update.world.catalogue, update.effects};
    playing.readWords(update.item);
    playing.measure(update.item);
}

Step hear(const KindUpdate& update, const content::OralHistory& /*voice*/, OralHistoryState& state,
          const Intent& meaning) {
    return std::visit(LinesUpdate{update, state}, meaning);
}

/// Its lines stand at what is said.
void leave(OralHistoryState& state) {
    state = {};
}

void fit(const content::OralHistory& /*voice*/, OralHistoryState& /*state*/) {}

Leaf leafOf(const OralHistoryState& /*state*/) {
    return {};
}

bool measuredAlready(const OralHistoryState& /*state*/) {
    return true;
}

bool settled(const OralHistoryState& /*state*/, base::Seconds /*now*/) {
    return true;
}

Wakes wakesOf(const State& state, const World& /*world*/, const content::OralHistory& /*voice*/,
              const OralHistoryState& own, base::Seconds now) {
    const auto back = own.linesLeft ? std::optional(*own.linesLeft + linesStay) : std::nullopt;
    return {earlier(back, dueAfterStep(state, voiceStep)), own.lines.moving(now)};
}

std::optional<Intent> measure(Sketch& /*trial*/, const content::Item& /*item*/, const content::OralHistory& /*voice*/,
                              const OralHistoryState& /*state*/) {
    return std::nullopt;
}

scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::OralHistory& voice,
                     const OralHistoryState& state) {
    return oralHistoryScreen(sketch, item, voice, state);
}

Surround surroundOf(const Sketch& /*sketch*/, const content::OralHistory& /*voice*/) {
    return {};
}

Ending endOf(const content::OralHistory& voice) {
    return {"end.heard", someOf(voice.chapters.size()), false};
}

std::vector<TourStop> tourOf(const content::Item& item, const content::OralHistory& voice) {
    return {{"oral-history-" + item.id, arrivalOf(voice)}};
}

} // namespace schacht::visitor
