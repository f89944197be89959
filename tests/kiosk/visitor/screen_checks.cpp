/// Every screen of the Limburg pack, in every language and both orientations, checked from its Scene.
#include "kiosk/commands/screens.hpp"
#include "kiosk/production/production.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

using namespace schacht;
using namespace schacht::scene;
using tests::Walk;

namespace {

visitor::Session visitIn(const kiosk::Material& material, const std::string& language, visitor::Access access) {
    return {material.catalogue(),
            material.words,
            material.theme,
            {language, 60, 20, visitor::Movement::none, access, visitor::House{}.volume, true}};
}

/// Whether a screen of this kind shows its pictures beside its words in high contrast, and none under them.
bool hasPictureApart(const visitor::Stop& stop) {
    using Kind = visitor::ScreenKind;
    return stop.kind == Kind::theme || stop.kind == Kind::place || stop.kind == Kind::person ||
           std::holds_alternative<visitor::OralHistoryState>(stop.own);
}

/// before: what happens on each screen before it is looked at.
std::vector<std::string> faultsOf(visitor::Session session, const std::vector<kiosk::Screenful>& screens,
                                  const stage::Screen& glass, visitor::Access access,
                                  const std::function<void(visitor::Session&)>& before) {
    text::Typesetter typesetter;
    std::vector<std::string> faults;
    for (const auto& screen : screens) {
        kiosk::visitTo(session, screen, 0);
        before(session);
        do {
            const Scene scene = tests::shown(session, glass, typesetter, 0);
            Walk walk{{0, 0, glass.size.width, glass.size.height}, {}, {}};
            walk.visit(scene.root, {}, walk.screen);
            checkTargets(walk);
            checkTexts(walk);
            if (access.lowReach) {
                checkReach(walk);
            }
            if (access.contrast && hasPictureApart(screen.stop)) {
                checkPictures(walk);
            }
            CHECK(!walk.targets.empty());
            for (const std::string& fault : walk.faults) {
                faults.push_back(screen.name + " part " +
                                 std::to_string(visitor::leafAt(session.now().visit.here.own).part + 1) + ": " + fault);
            }
        } while (kiosk::turnWithinPage(session, 0));
    }
    return faults;
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

namespace {

void checkScreens(visitor::Access access, const std::vector<kiosk::Screenful>& screens,
                  const std::function<void(visitor::Session&)>& before) {
    const auto& material = tests::limburg();
    std::vector<std::string> languages = material.catalogue().pack().languages;
    languages.push_back("ar");
    for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
        for (const std::string& language : languages) {
            const auto faults = faultsOf(visitIn(material, language, access), screens,
                                         stage::screenFor(width, height, 32), access, before);
            std::string told;
            for (std::size_t i = 0; i < std::min<std::size_t>(faults.size(), 200); ++i) {
                told += faults[i] + "\n";
            }
            INFO(language << " at " << width << "x" << height << ", " << faults.size() << " faults:\n" << told);
            CHECK(faults.empty());
        }
    }
}

void checkEveryScreen(visitor::Access access) {
    checkScreens(access, kiosk::everyScreen(tests::limburg().catalogue()), [](visitor::Session&) {});
}

} // namespace

TEST_CASE("every screen in every language has large, separate, named targets and whole texts") {
    checkEveryScreen({});
}

TEST_CASE("so it has in the smallest text") {
    checkEveryScreen({.textSize = 1});
}

TEST_CASE("so it has in larger text") {
    checkEveryScreen({.textSize = 3});
}

TEST_CASE("so it has in the largest text") {
    checkEveryScreen({.textSize = 4});
}

TEST_CASE("so it has in high contrast") {
    checkEveryScreen({.contrast = true});
}

TEST_CASE("so it has in high contrast and the largest text") {
    checkEveryScreen({.textSize = 4, .contrast = true});
}

TEST_CASE("in low reach all that can be touched comes into the lowest 40 %") {
    checkEveryScreen({.lowReach = true});
}

TEST_CASE("so it does in the largest text") {
    checkEveryScreen({.textSize = 4, .lowReach = true});
}

TEST_CASE("so it does in high contrast, for a left hand") {
    checkEveryScreen({.lowReach = true, .leftHand = true, .contrast = true});
}

TEST_CASE("for a left hand every screen has large, separate targets and whole texts") {
    checkEveryScreen({.leftHand = true});
}

TEST_CASE("so it has in the largest text, and in low reach and high contrast") {
    checkEveryScreen({.textSize = 4, .leftHand = true});
    checkEveryScreen({.textSize = 4, .lowReach = true, .leftHand = true, .contrast = true});
}

TEST_CASE("a picture of any shape leaves its controls large and separate, with its words and without") {
    const auto& catalogue = tests::limburg().catalogue();
    std::vector<kiosk::Screenful> galleries = kiosk::everyScreen(catalogue);
    std::erase_if(galleries, [](const auto& screen) {
        return visitor::nameOf(screen.stop) != "gallery" && screen.stop.kind != visitor::ScreenKind::picture;
    });
    REQUIRE(!galleries.empty());
    const base::Size size = GENERATE(base::Size{500, 3000}, base::Size{3000, 500}, base::Size{40, 40});
    const bool aside = GENERATE(false, true);
    const visitor::Access access = GENERATE(visitor::Access{}, visitor::Access{.lowReach = true, .leftHand = true});
    checkScreens(access, galleries, [&](visitor::Session& session) {
        for (const content::Item& item : catalogue.pack().items) {
            for (const content::Exhibit& one : content::exhibitsOf(item)) {
                (void)session.happen(stage::PictureMeasured{one.picture->file, size});
            }
        }
        if (aside) {
            session.intend(visitor::ToggleAside{}, 0);
        }
    });
}

TEST_CASE("text stands out from its ground by 7, signs and themes by 4.5") {
    const auto theme = readDesign(SCHACHT_SOURCE_FOLDER "/content/theme.json");
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
    const auto& material = tests::limburg();
    for (const auto& shown : material.catalogue().pack().themes) {
        CHECK(contrast(parseColour(shown.colour), c.coal) >= 4.5);
    }
    CHECK(contrast(c.coal, c.lamp) >= 4.5);
    CHECK(contrast(c.edge, c.coal) >= 3); // a line that means something
}

TEST_CASE("in high contrast everything stands out by 10, and a dim is whole or not there") {
    const auto theme = readDesign(SCHACHT_SOURCE_FOLDER "/content/theme.json");
    REQUIRE(theme);
    const Design plain = theme->highContrast();
    const auto& c = plain.colour;
    for (const auto& colour : {c.chalk, c.ash, c.off, c.edge, c.track, c.slag2, c.lamp, c.lampHot}) {
        CHECK(contrast(colour, c.coal) >= 10);
    }
    CHECK(contrast(c.ink, c.chalk) == 21);
    for (const auto& stops : {plain.scrimLandscape, plain.scrimPortrait}) {
        for (const auto& stop : stops) {
            CHECK((stop.colour.a == 0 || stop.colour.a == 255));
        }
    }
}

TEST_CASE("in high contrast a pane is flat, and a dark one is black in a white line") {
    const auto& material = tests::limburg();
    const Design plain = material.theme.highContrast();
    CHECK(plain.plainPane(plain.colour.coal) == Fill{{0, 0, 0}, 0, {255, 255, 255}, 0.8F});
    visitor::Session session = visitIn(material, "nl", {.contrast = true});
    text::Typesetter typesetter;
    const std::function<void(const Node&)> check = [&](const Node& node) {
        if (const auto* pane = std::get_if<PanePaint>(&node.paint)) {
            for (const graphics::GradientStop& stop : pane->stops) {
                CHECK(stop.colour == pane->stops.front().colour);
                CHECK(contrast(stop.colour, plain.colour.coal) >= 10);
            }
        }
        std::for_each(node.children.begin(), node.children.end(), check);
    };
    for (const auto& screen : kiosk::everyScreen(material.catalogue())) {
        kiosk::visitTo(session, screen, 0);
        INFO(screen.name);
        check(tests::shown(session, stage::screenFor(1920, 1080, 32), typesetter, 0).root);
    }
}
