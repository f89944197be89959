#include "kiosk/visitor/frame/view.hpp"

#include <algorithm>
#include <array>

namespace schacht::visitor {

using scene::Node;

namespace {

constexpr float panelWidth = 52;
constexpr float step = 16; // from a level to the next
constexpr float paneWidth = 30;
constexpr float pad = 9;
constexpr float muteSize = 26;
constexpr float topLine = 1.6F;

/// Cast glass again: none is like its neighbour.
constexpr std::array<std::array<base::Point, 4>, 3> castPanes{{{{{0, .10F}, {1, 0}, {.97F, 1}, {.03F, .92F}}},
                                                               {{{.03F, 0}, {.97F, .10F}, {1, .92F}, {0, 1}}},
                                                               {{{0, 0}, {.98F, .08F}, {1, 1}, {.02F, .94F}}}}};

/// A level is where its pane's middle is, so a touch on a pane means that pane; below the first is silence.
Node slider(Sketch& sketch, float bottom) {
    constexpr float gap = 1.6F;
    constexpr float height = step * volumeSteps;
    const int level = volumeOf(sketch.state);
    Node node = group("volume", {(panelWidth - paneWidth) / 2, bottom - height, paneWidth, height});
    for (int i = 1; i <= volumeSteps; ++i) {
        const auto nth = static_cast<float>(i);
        const base::Rect where{0, height - nth * step - step / 2 + gap / 2, paneWidth, step - gap};
        const bool lit = i <= level;
        const auto& c = sketch.theme.colour;
        if (sketch.theme.plain) {
            node.children.push_back(box(where, sketch.theme.plainPane(lit ? c.lamp : c.coal)));
            continue;
        }
        node.children.push_back(
            box(where, scene::PanePaint{castPanes[static_cast<std::size_t>(i) % castPanes.size()], 115,
                                        lit ? sketch.theme.paneHere() : sketch.theme.paneDark()}));
    }
    sketch.touchable(
        node, sketch.say("sound.volume", {{"level", std::to_string(level)}, {"levels", std::to_string(volumeSteps)}}),
        GlassTouched{}, scene::Role::progress);
    sketch.slides(node, input::Axes::vertical,
                  {SurfaceOwner::volume, {static_cast<float>(level) / volumeSteps, 0}, {1.0F / volumeSteps, 0}});
    node.touch->reach = step / 2; // as far as the outer panes reach
    return node;
}

} // namespace

Node soundMenu(Sketch& sketch) {
    const auto& c = sketch.theme.colour;
    const base::Rect button = soundButton(sketch);
    // in low reach the sign of silence stands beside the panes, not over them
    const float beside = sketch.low() ? muteSize + pad : 0;
    const float width = panelWidth + beside;
    const float height = (sketch.low() ? topLine : pad + muteSize + pad) + step / 2 + step * volumeSteps + step / 2 + 4;
    const float screen = sketch.screen.size.width;
    const float x = std::clamp(button.centre().x - width + panelWidth / 2, 4.0F, screen - width - 4);
    Node node = group("menu:sound", {x, button.y - height, width, height});
    node.name = sketch.say("bar.sound");
    node.paint = scene::Fill{c.coal, 0, {}, 0};
    node.motion.enter.offset = {0, 24};
    node.motion.enter.duration = node.motion.enter.fade = 0.240;
    node.children.push_back(box({0, 0, width, topLine}, scene::Fill{c.lamp, 0, {}, 0}));
    const bool muted = volumeOf(sketch.state) == 0;
    Node mute = sketch.disc("sound:mute", "mute", muteSize, muted ? Sketch::Look::lit : Sketch::Look::quiet,
                            sketch.say(muted ? "sound.unmute" : "sound.mute"), ToggleMute{});
    mute.box.x = sketch.low() ? pad : (panelWidth - muteSize) / 2;
    mute.box.y = sketch.low() ? height - pad - muteSize : pad;
    node.children.push_back(std::move(mute));
    Node levels = slider(sketch, height - 4 - step / 2);
    levels.box.x += beside;
    node.children.push_back(std::move(levels));
    return node;
}

} // namespace schacht::visitor
