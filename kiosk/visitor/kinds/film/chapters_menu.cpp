#include "kiosk/visitor/kinds/film/film_parts.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float rowHeight = 22;
constexpr float rowsApart = 3; // between two rows
constexpr float columnGap = 14;
constexpr float headRoom = 62;
constexpr float menuBottom = 12;

/// How the rows stand: as many columns as the chapters need, at most three.
struct Rows {
    std::size_t shown; ///< more than the glass holds are still on the track
    std::size_t each;  ///< in a column
    float width;
    float top;
};

/// high: from the stage's bottom up, that rows may take.
Rows rowsFor(std::size_t chapters, base::Size stage, float high, std::size_t mostColumns) {
    const float room = high - menuBottom + rowsApart;
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(room / (rowHeight + rowsApart))));
    const std::size_t columns = std::clamp<std::size_t>((chapters + fitting - 1) / fitting, 1, mostColumns);
    Rows rows{};
    rows.shown = std::min(chapters, fitting * columns);
    rows.each = std::max<std::size_t>((rows.shown + columns - 1) / columns, 1);
    rows.width =
        (stage.width - 2 * layout::margin - columnGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    rows.top = stage.height - menuBottom - static_cast<float>(rows.each) * (rowHeight + rowsApart) + rowsApart;
    return rows;
}

/// A title in one line, or in two small ones.
Node titleIn(Sketch& sketch, const content::LanguageMap& words, base::Colour colour, float width) {
    Node title;
    for (const std::string_view rank : {"lead", "body", "label"}) {
        title = sketch.text(sketch.packWords(words), {.rank = rank,
                                                      .colour = colour,
                                                      .width = width,
                                                      .lines = rank == "label" ? 2 : 1,
                                                      .weight = 600,
                                                      .line = 1.15F,
                                                      .role = scene::Role::none});
        if (!std::get<scene::TextPaint>(title.paint).paragraph.cutOff()) {
            break;
        }
    }
    return title;
}

Node rowOf(Sketch& sketch, const content::Chapter& chapter, const std::string& id, base::Rect where, bool here) {
    constexpr float timeWidth = 34;
    const auto& c = sketch.theme.colour;
    Node row = group(id, where);
    const base::Colour colour = sketch.pressed(row.id) ? c.lampHot : here ? c.lamp : c.chalk;
    row.children.push_back(box({0, 0, where.width, here ? 1.6F : .6F}, scene::Fill{here ? c.lamp : c.edge, 0, {}, 0}));
    Node time = timeText(sketch, clockTime(chapter.start),
                         {.rank = "label", .colour = here ? c.lamp : c.ash, .role = scene::Role::none});
    Node title = titleIn(sketch, chapter.title, colour, where.width - timeWidth);
    title.box.x = timeWidth;
    for (Node* part : {&time, &title}) {
        part->box.y = (where.height - part->box.height) / 2;
    }
    const std::string name = title.name + ", " + time.name;
    row.children.push_back(std::move(time));
    row.children.push_back(std::move(title));
    sketch.touchable(row, name, HearFrom{chapter.start});
    row.touch->setting = here ? scene::Setting::chosen : scene::Setting::none;
    return row;
}

} // namespace

Node chaptersMenu(const FilmSketch& film) {
    Sketch& sketch = film.sketch;
    const base::Size stage = sketch.aboveBar();
    const auto& c = sketch.theme.colour;
    const auto& chapters = film.film.chapters;
    const float high = sketch.low() ? layout::reach(sketch.screen.size) : stage.height - headRoom;
    const Rows rows = rowsFor(chapters.size(), stage, high, sketch.portrait() ? 2 : 3);
    Node node = group("menu:chapters", {0, 0, stage.width, stage.height});
    node.role = scene::Role::list;
    node.name = sketch.say("film.chapters");
    node.motion.enter.fade = 0.240;
    node.children.push_back(box({0, 0, stage.width, stage.height}, scene::Fill{c.coal.withAlpha(.94F), 0, {}, 0}));
    Node rise = group("menu:chapters:rows", {0, 0, stage.width, stage.height});
    rise.motion.enter.offset = {0, 24};
    rise.motion.enter.duration = 0.240;
    Node head =
        sketch.poster(sketch.ownWords(node.name),
                      {.rank = "poster-6", .colour = c.chalk, .width = stage.width - 2 * layout::margin, .lines = 1});
    head.box.x = layout::margin;
    head.box.y = rows.top - 16 - head.box.height;
    rise.children.push_back(std::move(head));
    const auto at = chapterAt(chapters, film.position());
    for (std::size_t i = 0; i < rows.shown; ++i) {
        const bool here = at == i;
        const float x = layout::margin + static_cast<float>(i / rows.each) * (rows.width + columnGap);
        const float y = rows.top + static_cast<float>(i % rows.each) * (rowHeight + rowsApart);
        rise.children.push_back(
            rowOf(sketch, chapters[i], "film:chapter:" + std::to_string(i), {x, y, rows.width, rowHeight}, here));
    }
    node.children.push_back(std::move(rise));
    return node;
}

} // namespace schacht::visitor
