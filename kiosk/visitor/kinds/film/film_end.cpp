#include "kiosk/visitor/kinds/film/film_parts.hpp"
#include "kiosk/visitor/parts/shelf/shelf.hpp"
#include "kiosk/visitor/parts/shelf/shelf_foot.hpp"
#include "kiosk/visitor/parts/shelf/subjects.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float again = 42;

/// The people and places of the film: beside the question, or upright between the film's title and its picture; above
/// `bottom`.
Node lampsBeside(const FilmSketch& film, base::Rect question, base::Rect seen, float bottom) {
    Sketch& sketch = film.sketch;
    const bool upright = sketch.portrait();
    const float left = upright ? layout::margin : question.right() + 28;
    const float top = upright || seen.right() + 8 > left ? seen.bottom() + 5 : seen.y;
    Node lamps = subjectLamps(sketch, film.item, sketch.aboveBar().width - layout::margin - left, bottom - 4 - top);
    lamps.box.x = left;
    lamps.box.y = top;
    return lamps;
}

/// What is next, over a foot with all that is touched; the question and the film's title above it.
void addFilmFoot(const FilmSketch& film, Node& node, Node question, Node seen) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const auto related = shelvedAt(sketch.state.visit.here, sketch.catalogue);
    constexpr float disc = 24;
    std::vector<Node> actions;
    actions.push_back(againAction(sketch, "film", disc, Sketch::Look::lit, TogglePlay{}));
    if (!film.item.readMore.empty()) {
        actions.push_back(takeAction(sketch, "film", disc));
    }
    auto foot = shelfFoot(sketch, std::move(actions), shelfArrows(sketch, related.size(), 26, 6), &film.item);
    Node cards = shelf(sketch, related, film.now);
    cards.box.y = stage.height - foot.top - cards.box.height;
    std::vector<Node> words;
    words.push_back(std::move(seen));
    words.push_back(std::move(question));
    stackUp(node, std::move(words), layout::margin, cards.box.y - 12, 5);
    if (!related.empty()) {
        node.children.push_back(std::move(cards));
    }
    node.children.push_back(std::move(foot.node));
}

/// The lamp that plays the film again, below the question; upright in the middle of the film.
Node placedAgain(const FilmSketch& film, float questionBottom) {
    Sketch& sketch = film.sketch;
    const bool upright = sketch.portrait();
    Node replay = againAction(sketch, "film", again, Sketch::Look::lit, TogglePlay{});
    replay.box.x = upright ? (sketch.aboveBar().width - replay.box.width) / 2 : layout::margin;
    replay.box.y = upright ? film.glass().centre().y - again / 2 : std::clamp(questionBottom + 3, 96.0F, 112.0F);
    return replay;
}

/// The way to take the film home, beside the lamp that plays it again; upright under it, for which that lamp moves.
Node placedTake(Sketch& sketch, base::Rect& replay) {
    const bool upright = sketch.portrait();
    Node take = takeAction(sketch, "film", again);
    constexpr float apart = 10;
    take.box.x = upright ? (sketch.aboveBar().width - take.box.width) / 2 : replay.right() + 18;
    take.box.y = replay.y;
    if (upright) { // their lamps stand under each other, around the middle of the film
        take.box.x = replay.x = std::min(take.box.x, replay.x);
        replay.y -= (again + apart) / 2;
        take.box.y = replay.bottom() + apart;
    }
    return take;
}

/// The question and what is next, with its arrows: beside the lamp that plays the film again, or upright beside the
/// question.
void addFilmShelf(const FilmSketch& film, Node& node, Node question, base::Rect replay) {
    Sketch& sketch = film.sketch;
    const auto related = shelvedAt(sketch.state.visit.here, sketch.catalogue);
    if (related.empty()) {
        return;
    }
    Node arrows = shelfArrows(sketch, related.size(), 26, 6);
    arrows.box.x = sketch.aboveBar().width - layout::margin - arrows.box.width;
    arrows.box.y = sketch.portrait() ? question.box.y + (question.box.height - arrows.box.height) / 2
                                     : replay.y + (again - arrows.box.height) / 2;
    node.children.push_back(std::move(question));
    node.children.push_back(shelf(sketch, related, film.now));
    node.children.push_back(std::move(arrows));
}

/// Everything in its own place, where no foot gathers what is touched.
void addFilmEnd(const FilmSketch& film, Node& node, Node question, Node seen) {
    Sketch& sketch = film.sketch;
    const bool upright = sketch.portrait();
    const base::Rect glass = film.glass();
    seen.box.x = question.box.x = layout::margin;
    seen.box.y = upright ? 84 - seen.box.height : 22;
    question.box.y = upright ? glass.bottom() + 12 : seen.box.bottom() + 5;
    Node replay = placedAgain(film, question.box.bottom());
    if (!film.item.readMore.empty()) {
        node.children.push_back(placedTake(sketch, replay.box));
    }
    const bool placed = !sketch.catalogue.relations().subjectsOf(film.item).empty();
    seen.box.y = upright && placed ? 20 : seen.box.y;
    node.children.push_back(lampsBeside(film, question.box, seen.box, upright ? glass.y : replay.box.y));
    addFilmShelf(film, node, std::move(question), replay.box);
    node.children.push_back(std::move(seen));
    node.children.push_back(std::move(replay));
}

} // namespace

Node filmEnd(const FilmSketch& film) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const bool upright = sketch.portrait();
    const auto& c = sketch.theme.colour;
    Node node = group("film:end", {0, 0, stage.width, stage.height});
    node.motion.enter.fade = 0.320;
    // the last picture stays, as dark as words need it
    node.children.push_back(
        box(film.glass(), scene::Fill{c.coal.withAlpha(upright && !hasShelfFoot(sketch) ? .6F : .92F), 0, {}, 0}));
    Node question = sketch.snug(Sketch::As::poster, sketch.ownWords(sketch.say("end.question")),
                                {.rank = upright ? "poster-7" : "poster-9",
                                 .colour = c.chalk,
                                 .width = stage.width - 32,
                                 .lines = 1,
                                 .height = upright ? 0.0F : 55.0F}); // over the lamp that plays it again
    Node seen = sketch.snug(Sketch::As::text, sketch.packWords(film.item.title),
                            {.rank = "lead",
                             .colour = c.chalk,
                             .width = stage.width - 32,
                             .lines = 2,
                             .height = upright ? 0.0F : 27.0F}); // the title still stands over what can be touched
    if (hasShelfFoot(sketch)) {
        addFilmFoot(film, node, std::move(question), std::move(seen));
    } else {
        addFilmEnd(film, node, std::move(question), std::move(seen));
    }
    return node;
}

} // namespace schacht::visitor
