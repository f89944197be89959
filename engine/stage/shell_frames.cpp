#include "engine/base/clock.hpp"
#include "engine/stage/shell.hpp"

#include <malloc.h>

/// The shell's frames.
namespace schacht::stage {

Vitals Shell::vitals() const {
    Vitals all = reports.counted();
    all.pictures = textures->bytes();
    all.surfaces = painter->bytes();
    all.budget = options.budget;
    all.diagonal = diagonal;
    return all;
}

FrameMoves Shell::movement(const Performance& performance, base::Seconds now) const {
    return {animator.moving(now), performance.moving(now)};
}

void Shell::present(Performance& performance, base::Seconds now) {
    perform(performance.measure(glass, typesetter, now));
    animator.show(performance.show(glass, typesetter, now), now);
    clock.sceneMade();
    if (const std::string here = performance.place(); here != place) {
        place = here;
        clock.screenReplaced();
        typesetter.forgetUnused();
        feel(performance, gestures.screenChanged([](input::TargetId) { return false; }, now));
    }
}

void Shell::frame(Performance& performance, base::Seconds now) {
    const base::Seconds began = base::now();
    if (performance.moving(now)) {
        tell(performance, TimePassed{now});
    }
    if (clock.sceneOutdated()) {
        present(performance, now);
    }
    const bool sceneMoves = animator.moving(now);
    shown = animator.placed(now);
    Overlay* const over = performance.overlay();
    const bool overlaid = over != nullptr && over->shown();
    if (clock.beginFrame(sceneMoves, overlaid) == FrameClock::Redraw::everything) {
        painter->lost();
    }
    const Painted painted = painter->paint(shown, glass.pixelsPerMillimetre, options.ground);
    if (overlaid) {
        over->draw(*canvas, glass, vitals(), now);
    }
    if (painted == Painted::drawn) {
        canvas->display(painter->fresh());
    }
    if (projector->painted(painted)) {
        malloc_trim(0);
    }
    const FrameDone done{began, base::now(), painted != Painted::unchanged, overlaid, textures->complete()};
    clock.frameShown(began, done.shown);
    reports.frame(done, trace);
    const bool moves = sceneMoves || !onGlass.empty() || performance.moving(now);
    trace.targets(now, shown, moves, glass.pixelsPerMillimetre);
}

void Shell::rest(base::Seconds now) {
    animator.settle(now);
    painter->rest();
    malloc_trim(0);
    trace.targets(now, shown, false, glass.pixelsPerMillimetre); // also where a finger lies on the glass
    const Vitals held = vitals();
    trace.write(now, {"memory",
                      {{"pictures", static_cast<double>(held.pictures)},
                       {"surfaces", static_cast<double>(held.surfaces)},
                       {"budget", static_cast<double>(held.budget)}}});
}

void Shell::step(Performance& performance, base::Seconds now) {
    perform(performance.happen(TimePassed{now}));
    perform(performance.measure(glass, typesetter, now));
    animator.show(performance.show(glass, typesetter, now), now);
}

bool Shell::save(const std::filesystem::path& file, base::Seconds now) {
    painter->forget(); // what was composed while it moved may lie a pixel beside where it is drawn at rest
    (void)painter->paint(shown = animator.placed(now), glass.pixelsPerMillimetre, options.ground);
    const bool kept = canvas->save(file.string());
    canvas->display();
    return kept;
}

} // namespace schacht::stage
