#include "kiosk/staff/preview_bar.hpp"

#include "kiosk/production/problem_line.hpp"
#include "kiosk/staff/staff_looks.hpp"

#include <algorithm>

namespace schacht::kiosk {

namespace {

// Pixels, of a window whose short side has 1080 of them or fewer; more of a larger one.
constexpr float designSide = 1080;
constexpr float least = 64;
constexpr float words = 19;
constexpr float small = 16;
constexpr float pad = 22;
constexpr float gap = 14;
constexpr float dot = 10;
constexpr float underline = 2;
constexpr float buttonPad = 18;
constexpr float buttonHeight = 38;
constexpr float corner = 3;
constexpr float tagPad = 14;
constexpr float tagHeight = 34;
constexpr int mostLines = 4;

/// Makes nodes whose lengths are given in those pixels.
struct Drawing {
    const scene::Design& theme;
    text::Typesetter& typesetter;
    float enlarged = 1;            ///< the window's own pixels in one of them
    float pixelsPerMillimetre = 1; ///< of those

    Drawing(const stage::Screen& screen, const scene::Design& looks, text::Typesetter& setter)
        : theme(looks), typesetter(setter) {
        const float side = std::min(screen.size.width, screen.size.height) * screen.pixelsPerMillimetre;
        enlarged = std::max(1.0F, side / designSide);
        pixelsPerMillimetre = screen.pixelsPerMillimetre / enlarged;
    }
    [[nodiscard]] base::Rect millimetres(base::Rect pixels) const {
        const float scale = 1 / pixelsPerMillimetre;
        return {pixels.x * scale, pixels.y * scale, pixels.width * scale, pixels.height * scale};
    }
    /// width: to break at; 0: one line.
    [[nodiscard]] scene::Node text(const std::string& what, float size, int weight, base::Colour colour,
                                   float width = 0) const {
        const text::Style style{text::Family::ui, size * enlarged, weight, 1.3F};
        const auto paragraph = typesetter.set({{{what, false, false, ""}}, "en"}, style, width * enlarged, mostLines);
        scene::Node node;
        node.role = scene::Role::text;
        node.name = what;
        node.language = "en";
        node.box = millimetres({0, 0, paragraph.width() / enlarged, paragraph.height() / enlarged});
        node.paint = scene::TextPaint{paragraph, colour};
        return node;
    }
    void place(scene::Node& node, float x, float y) const {
        node.box.x = x / pixelsPerMillimetre;
        node.box.y = y / pixelsPerMillimetre;
    }
    [[nodiscard]] float pixels(float length) const { return length * pixelsPerMillimetre; }
    [[nodiscard]] scene::Node flat(base::Rect where, base::Colour colour, float radius = 0) const {
        scene::Node node;
        node.box = millimetres(where);
        node.paint = scene::Fill{colour, radius / pixelsPerMillimetre, {}, 0};
        return node;
    }
    /// Its right edge is at `right`, which becomes what is left of it.
    [[nodiscard]] scene::Node button(scene::NodeId id, const std::string& what, float& right, float middle) const {
        scene::Node label = text(what, words, 500, theme.colour.chalk);
        const float width = pixels(label.box.width) + 2 * buttonPad;
        scene::Node node = flat({right - width, middle - buttonHeight / 2, width, buttonHeight}, looks::button, corner);
        node.id = id;
        node.role = scene::Role::button;
        node.name = what;
        node.touch = scene::Touch{};
        place(label, buttonPad, (buttonHeight - pixels(label.box.height)) / 2);
        node.children.push_back(std::move(label));
        right -= width + gap;
        return node;
    }
};

} // namespace

scene::Node previewBar(const PreviewNews& news, const stage::Screen& screen, const scene::Design& theme,
                       text::Typesetter& typesetter) {
    const Drawing draw(screen, theme, typesetter);
    const float width = draw.pixels(screen.size.width);
    scene::Node all;
    all.id = scene::nodeId("preview");
    float height = 0;
    if (!news.errors.empty() && !news.hidden) {
        const base::Problem& problem = news.errors[news.shown % news.errors.size()];
        scene::Node file = draw.text(whereOf(problem, "pack"), words, 400, theme.colour.ash);
        float right = width - pad;
        constexpr float middle = least / 2;
        std::vector<scene::Node> buttons;
        buttons.push_back(draw.button(previewHide, "Hide", right, middle));
        if (const std::size_t more = news.errors.size() - 1; more > 0) {
            buttons.push_back(draw.button(previewMore, std::to_string(more) + " more", right, middle));
        }
        const float left = pad + dot + gap;
        const float beside = left + draw.pixels(file.box.width) + gap;
        constexpr float narrow = 380; // the sentence then stands under its place
        const bool below = right - beside < narrow;
        scene::Node sentence =
            draw.text(problem.message, words, 500, theme.colour.chalk, right - (below ? left : beside));
        const float fileHeight = draw.pixels(file.box.height);
        const float sentenceHeight = draw.pixels(sentence.box.height);
        const float inner = below ? fileHeight + sentenceHeight : std::max(fileHeight, sentenceHeight);
        height = std::max(least, inner + 2 * gap);
        const float top = (height - inner) / 2;
        all.children.push_back(draw.flat({0, 0, width, height}, looks::ground));
        all.children.push_back(draw.flat({0, height - underline, width, underline}, looks::wrongLine));
        all.children.push_back(draw.flat({pad, top + (fileHeight - dot) / 2, dot, dot}, looks::wrongLine, dot / 2));
        draw.place(file, left, top);
        draw.place(sentence, below ? left : beside, below ? top + fileHeight : top);
        all.children.push_back(std::move(file));
        all.children.push_back(std::move(sentence));
        std::move(buttons.begin(), buttons.end(), std::back_inserter(all.children));
    }
    if (!news.tag.empty()) {
        scene::Node tag = draw.text(news.tag, small, 500, theme.colour.ash);
        const float tagWidth = draw.pixels(tag.box.width) + 2 * tagPad;
        scene::Node ground = draw.flat({width - pad - tagWidth, height + gap, tagWidth, tagHeight}, looks::ground);
        draw.place(tag, tagPad, (tagHeight - draw.pixels(tag.box.height)) / 2);
        ground.children.push_back(std::move(tag));
        all.children.push_back(std::move(ground));
    }
    all.box = draw.millimetres({0, 0, width, height});
    return all;
}

scene::Node previewOutline(base::Rect words) {
    constexpr float apart = 4.5F;
    constexpr float thick = 0.7F;
    scene::Node node;
    node.id = scene::nodeId("preview:outline");
    node.box = words.grown(apart);
    node.paint = scene::Fill{base::Colour{0, 0, 0, 0}, 0, looks::wrongLine, thick};
    return node;
}

} // namespace schacht::kiosk
