/// Every screen of the Limburg pack, in every language and both orientations, checked from its Scene.
#include "kiosk/commands/production.hpp"
#include "kiosk/commands/screens.hpp"
#include "tests/catch.hpp"

#include <algorithm>
#include <cmath>

using namespace schacht;
using namespace schacht::scene;

namespace {

constexpr float leastTarget = 20; // look_and_feel.md: millimetres
constexpr float leastGap = 3;
constexpr float rounding = 0.4F; // a pixel on the glass

struct Target {
    const Node* node;
    base::Rect box;
};

/// Walks what can be seen of a scene at rest.
struct Walk {
    base::Rect screen;
    std::vector<Target> targets;
    std::vector<std::string> faults;

    void visit(const Node& node, base::Point origin, base::Rect clip) {
        const base::Rect box = node.box.moved(origin.x, origin.y);
        const base::Rect seen = box.intersected(clip);
        if (std::holds_alternative<Backdrop>(node.paint)) {
            targets.clear(); // what lies behind an open menu is neither read nor touched
            faults.clear();
        }
        if (node.touch && node.touch->enabled && !box.grown(node.touch->reach).intersected(clip).empty()) {
            targets.push_back({&node, box.grown(node.touch->reach)});
            if (node.name.empty()) {
                faults.push_back("a target without a name");
            }
        }
        if (const auto* text = std::get_if<TextPaint>(&node.paint); text != nullptr && text->paragraph) {
            checkText(node, *text, box, clip);
        }
        for (const Node& child : node.children) {
            visit(child, {box.x, box.y}, node.clip ? seen : clip);
        }
    }

    void checkText(const Node& node, const TextPaint& text, base::Rect box, base::Rect clip) {
        if (text.paragraph.cutOff()) {
            faults.push_back("cut off: " + node.name);
        }
        if (text.paragraph.missingLetters() > 0) {
            faults.push_back("letters that no font has: " + node.name);
        }
        // beside the screen lies what a shelf or a page has not brought yet; above and below there is nothing
        const bool beside = box.x >= clip.right() - 1 || box.right() <= clip.x + 1;
        const bool across = box.y < clip.y - rounding || box.bottom() > clip.bottom() + rounding;
        if (!beside && across) {
            faults.push_back("reaches out of the screen: " + node.name);
        }
    }
};

bool contains(base::Rect outer, base::Rect inner) {
    const base::Rect all = outer.grown(0.01F); // sums of floats
    return all.contains({inner.x, inner.y}) && all.contains({inner.right(), inner.bottom()});
}

void checkTargets(Walk& walk) {
    for (std::size_t i = 0; i < walk.targets.size(); ++i) {
        const Target& a = walk.targets[i];
        const bool link =
            a.node->role == Role::link; // as high as its line (look_and_feel.md: 18), as wide as its words
        if (a.box.height < (link ? 18 : leastTarget) - rounding || (!link && a.box.width < leastTarget - rounding)) {
            walk.faults.push_back("a small target: " + a.node->name);
        }
        for (std::size_t j = i + 1; j < walk.targets.size(); ++j) {
            const Target& b = walk.targets[j];
            const bool nested = contains(a.box, b.box) || contains(b.box, a.box);
            const bool sameLink = link && b.node->role == Role::link && a.node->name == b.node->name;
            const float half = (leastGap - rounding) / 2;
            if (!nested && !sameLink && !a.box.grown(half).intersected(b.box.grown(half)).empty()) {
                walk.faults.push_back("targets too close: " + a.node->name + " | " + b.node->name);
            }
        }
    }
}

std::vector<std::string> faultsOf(const kiosk::Material& material, const std::string& language,
                                  const stage::Screen& glass) {
    visitor::Visit visit(material.catalogue(), material.words, material.theme, {language, 60, 20, visitor::Movement::none});
    text::Typesetter typesetter;
    std::vector<std::string> faults;
    for (const auto& screen : kiosk::everyScreen(material.catalogue())) {
        kiosk::visitTo(visit, screen, 0);
        const Scene scene = visit.show(glass, typesetter, 0);
        Walk walk{{0, 0, glass.size.width, glass.size.height}, {}, {}};
        walk.visit(scene.root, {}, walk.screen);
        checkTargets(walk);
        CHECK(!walk.targets.empty());
        for (const std::string& fault : walk.faults) {
            faults.push_back(screen.name + ": " + fault);
        }
    }
    return faults;
}

base::Result<kiosk::Material> limburg() {
    kiosk::RunOptions options;
    options.pack = SCHACHT_SOURCE_FOLDER "/content/limburg";
    return kiosk::Material::read(options);
}

/// WCAG 2's contrast of two colours, 1..21.
double contrast(base::Colour a, base::Colour b) {
    const auto luminance = [](base::Colour c) {
        const auto linear = [](unsigned char value) {
            const double v = value / 255.0;
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
    };
    const double light = std::max(luminance(a), luminance(b));
    const double dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

} // namespace

TEST_CASE("every screen in every language has large, separate, named targets and whole texts") {
    const auto material = limburg();
    REQUIRE(material);
    std::vector<std::string> languages = material->catalogue().pack().languages;
    languages.push_back("ar");
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        for (const std::string& language : languages) {
            const auto faults = faultsOf(*material, language, stage::screenFor(width, height, 32));
            std::string told;
            for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 12); ++i) {
                told += faults[i] + "\n";
            }
            INFO(language << " at " << width << "x" << height << ", " << faults.size() << " faults:\n" << told);
            CHECK(faults.empty());
        }
    }
}

TEST_CASE("text stands out from its ground by 7, signs and themes by 4.5") {
    const auto theme = readTheme(SCHACHT_SOURCE_FOLDER "/content/theme.json");
    REQUIRE(theme);
    const auto& c = theme->colour;
    for (const auto& [text, ground] : {std::pair{c.chalk, c.coal},
                                       {c.ash, c.coal},
                                       {c.off, c.coal},
                                       {c.chalk, c.slag},
                                       {c.ink, c.chalk},
                                       {c.ink2, c.chalk},
                                       {c.lamp, c.coal}}) {
        CHECK(contrast(text, ground) >= 7);
    }
    const auto material = limburg();
    REQUIRE(material);
    for (const auto& shown : material->catalogue().pack().themes) {
        CHECK(contrast(parseColour(shown.colour), c.coal) >= 4.5);
    }
    CHECK(contrast(c.coal, c.lamp) >= 4.5);
    CHECK(contrast(c.edge, c.coal) >= 3); // a line that means something
}
