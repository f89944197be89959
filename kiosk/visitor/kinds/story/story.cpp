#include "kiosk/visitor/kinds/story/story.hpp"

#include "kiosk/visitor/kinds/story/pages_update.hpp"
#include "kiosk/visitor/kinds/story/story_screen.hpp"
#include "kiosk/visitor/parts/playback/playing_update.hpp"

#include <algorithm>

namespace schacht::visitor {

Manner mannerOf(const content::Story& story, const StoryState& state) {
    return {.arrowsTurn = true, .wordsAlone = !story.pages.empty(), .named = state.leaf.page == 0};
}

void arrive(const KindUpdate& update, const content::Story& story, StoryState& state) {
    PagesUpdate{update, story, state}.arrive();
}

/// What is said in the recording that the page plays a part of.
void read(const KindUpdate& update, const content::Story& story, StoryState& state) {
    const auto page = static_cast<std::size_t>(state.leaf.page);
    if (page < story.pages.size()) {
        if (const auto* heard = update.world.catalogue.item(story.pages[page].item)) {
            PlayingUpdate{update.s, update.world.catalogue, update.effects}.readWords(*heard);
        }
    }
}

Step hear(const KindUpdate& update, const content::Story& story, StoryState& state, const Intent& meaning) {
    return std::visit(PagesUpdate{update, story, state}, meaning);
}

/// Its words are measured anew: the visitor may want them larger by then.
void leave(StoryState& state) {
    state.pages.jump(state.pages.goal());
    state.breaks = {};
}

void fit(const content::Story& story, StoryState& state) {
    const int last = std::max(static_cast<int>(story.pages.size()) - 1, 0);
    if (state.leaf.page < 0 || state.leaf.page > last) {
        state.leaf = {std::clamp(state.leaf.page, 0, last), 0};
    }
}

Leaf leafOf(const StoryState& state) {
    return state.leaf;
}

bool measuredAlready(const StoryState& state) {
    return state.breaks.known;
}

bool settled(const StoryState& state, base::Seconds now) {
    return !state.pages.held() && !state.pages.moving(now);
}

Wakes wakesOf(const State& state, const World& /*world*/, const content::Story& /*story*/, const StoryState& own,
              base::Seconds now) {
    return {dueAfterStep(state, voiceStep), own.pages.moving(now)};
}

std::optional<Intent> measure(Sketch& trial, const content::Item& item, const content::Story& /*story*/,
                              const StoryState& /*state*/) {
    return PagesBroken{wordsAreLarge(accessOf(trial.state)) ? breaksOf(trial, item) : PageBreaks{true, {}}};
}

scene::Node screenOf(Sketch& sketch, const content::Item& item, const content::Story& story, const StoryState& state) {
    return storyScreen(sketch, item, story, state);
}

Surround surroundOf(const Sketch& /*sketch*/, const content::Story& /*story*/) {
    return {};
}

Ending endOf(const content::Story& story) {
    return {"end.read", story.pages.empty() ? 1 : story.pages.size(), false};
}

std::vector<TourStop> tourOf(const content::Item& item, const content::Story& story) {
    std::vector<TourStop> stops;
    stops.reserve(story.pages.size());
    for (std::size_t page = 0; page < story.pages.size(); ++page) {
        stops.push_back({"story-" + item.id + "-" + std::to_string(page + 1),
                         StoryState{{static_cast<int>(page), 0}, scene::AnimatedValue{0}, {}}});
    }
    return stops;
}

} // namespace schacht::visitor
