#include "kiosk/staff/preview.hpp"

#include "kiosk/commands/problem_line.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace schacht::kiosk {

namespace {

constexpr scene::NodeId barId = scene::nodeId("preview:bar");

constexpr float words = 6.4F;    // millimetres
constexpr float wordsLeast = 17; // pixels: read from a chair, however small the window is
constexpr float line = 1.3F;     // of the size
constexpr float pad = 6;         // millimetres
constexpr float seam = 1.2F;     // millimetres
constexpr std::size_t mostShown = 8;

scene::Node lineOf(const std::string& what, const text::Style& style, base::Colour colour, base::Rect room,
                   float pixelsPerMillimetre, int lines, text::Typesetter& typesetter) {
    scene::Node node;
    node.role = scene::Role::text;
    node.name = what;
    node.language = "en";
    text::Style inPixels = style;
    inPixels.size *= pixelsPerMillimetre;
    const auto paragraph =
        typesetter.set({{{what, false, false, ""}}, "en"}, inPixels, room.width * pixelsPerMillimetre, lines);
    node.box = {room.x, room.y, room.width, paragraph.height() / pixelsPerMillimetre};
    node.paint = scene::TextPaint{paragraph, colour};
    return node;
}

} // namespace

Preview::Preview(PackReader& from, const scene::Theme& looks, visitor::Visit::Options wanted, std::string where)
    : reader(from), theme(looks), options(std::move(wanted)), start(std::move(where)) {}

void Preview::begin(base::Seconds now) {
    waiting = take(now);
}

std::optional<base::Seconds> Preview::due() const {
    if (!waiting.empty()) {
        return 0;
    }
    return visit ? visit->due() : std::nullopt;
}

std::vector<stage::Effect> Preview::happen(const stage::Happening& happening) {
    std::vector<stage::Effect> effects = std::exchange(waiting, {});
    const auto add = [&effects](std::vector<stage::Effect> more) {
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (const auto* nudged = std::get_if<stage::Nudged>(&happening)) {
        add(take(nudged->now));
        return effects;
    }
    if (const auto* gesture = std::get_if<input::Gesture>(&happening)) {
        const auto* tapped = std::get_if<input::Tapped>(gesture);
        whole = whole != (tapped != nullptr && tapped->target == barId);
    }
    if (visit) {
        add(visit->happen(happening));
    }
    return effects;
}

std::vector<stage::Effect> Preview::take(base::Seconds now) {
    std::vector<stage::Effect> effects;
    for (Rereading& reread : reader.news()) {
        effects.emplace_back(
            stage::FilesChanged{std::vector<std::string>(reread.changed.begin(), reread.changed.end())});
        stage::Report report{
            "reread", {{"ms", reread.seconds * 1000}, {"files", static_cast<double>(reread.changed.size())}}, true};
        show(std::move(reread), now);
        report.fields.emplace_back("errors", static_cast<double>(errors.size()));
        effects.emplace_back(std::move(report));
    }
    return effects;
}

void Preview::show(Rereading reread, base::Seconds now) {
    errors.clear();
    std::copy_if(reread.problems.begin(), reread.problems.end(), std::back_inserter(errors),
                 [](const base::Problem& problem) { return problem.severity == base::Severity::error; });
    std::stable_partition(errors.begin(), errors.end(), [&](const base::Problem& problem) {
        return reread.changed.contains(problem.place.file); // what was saved just now
    });
    if (!reread.material) {
        return;
    }
    auto next = std::make_unique<visitor::Visit>(reread.material->catalogue(), reread.material->words,
                                                 reread.material->theme, options);
    if (visit) {
        next->goOn(*visit, reread.changed, now);
    } else {
        const auto stop = stopFor(start, reread.material->catalogue());
        next->goTo(stop.value_or(visitor::Stop{visitor::ScreenKind::home, "", 0, 0}), now);
    }
    visit = std::move(next);
    material = std::move(reread.material);
}

scene::Scene Preview::show(const stage::Screen& screen, text::Typesetter& typesetter, base::Seconds now) {
    scene::Scene scene;
    if (visit) {
        scene = visit->show(screen, typesetter, now);
    } else {
        scene.size = screen.size;
        scene.root.box = {0, 0, screen.size.width, screen.size.height};
        scene.language = "en";
    }
    if (!errors.empty()) {
        scene.root.children.push_back(bar(screen, typesetter));
    }
    return scene;
}

scene::Node Preview::bar(const stage::Screen& screen, text::Typesetter& typesetter) const {
    const float scale = screen.pixelsPerMillimetre;
    const float size = std::max(words, wordsLeast / scale);
    const text::Style placeStyle{text::Family::ui, size, 700, line};
    const text::Style sentenceStyle{text::Family::ui, size, 400, line};
    scene::Node node;
    node.id = barId;
    node.role = scene::Role::button;
    node.name = whole ? "Show less" : "Show every mistake";
    node.touch = scene::Touch{};
    const float width = screen.size.width - 2 * pad;
    float y = pad;
    const std::size_t shown = whole ? std::min(errors.size(), mostShown) : 1;
    const int lines = whole ? 0 : 2;
    for (std::size_t i = 0; i < shown; ++i) {
        const base::Problem& problem = errors[i];
        auto place =
            lineOf(whereOf(problem, "pack"), placeStyle, theme.colour.lamp, {pad, y, width, 0}, scale, 1, typesetter);
        y += place.box.height;
        auto sentence =
            lineOf(problem.message, sentenceStyle, theme.colour.chalk, {pad, y, width, 0}, scale, lines, typesetter);
        y += sentence.box.height + pad / 2;
        node.children.push_back(std::move(place));
        node.children.push_back(std::move(sentence));
    }
    if (errors.size() > shown) {
        auto more = lineOf(std::to_string(errors.size() - shown) + " more", placeStyle, theme.colour.ash,
                           {pad, y, width, 0}, scale, 1, typesetter);
        y += more.box.height + pad / 2;
        node.children.push_back(std::move(more));
    }
    node.box = {0, 0, screen.size.width, y + pad / 2};
    node.paint = scene::Fill{theme.colour.coal, 0, {}, 0};
    scene::Node edge;
    edge.box = {0, node.box.height - seam, node.box.width, seam};
    edge.paint = scene::Fill{theme.colour.lamp, 0, {}, 0};
    node.children.push_back(std::move(edge));
    return node;
}

} // namespace schacht::kiosk
