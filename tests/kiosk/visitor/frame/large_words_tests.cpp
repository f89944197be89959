/// Words that stand together grow together, and what gives way to them is still apart from them.
#include "kiosk/commands/screens.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/kinds/film/film_stand.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"
#include "tests/pages_of.hpp"

#include <algorithm>

using namespace schacht;

namespace {

using Shown = std::vector<std::pair<const scene::Node*, base::Rect>>;

/// How high a line of some words is; millimetres, 0 where they are not shown.
float lineOf(const Shown& shown, const std::string& name) {
    for (const auto& [node, where] : shown) {
        const auto* text = std::get_if<scene::TextPaint>(&node->paint);
        if (text != nullptr && node->name == name) {
            return where.height / static_cast<float>(std::max(text->paragraph.lines(), 1));
        }
    }
    return 0;
}

/// Each screen of an upright glass that `wanted` names, as one in this text size sees it.
void onEach(int textSize, const std::function<bool(const kiosk::Screenful&)>& wanted,
            const std::function<void(const kiosk::Screenful&, const Shown&)>& check) {
    const auto& material = tests::limburg();
    visitor::Session session{
        material.catalogue(),
        material.words,
        material.theme,
        {"nl", 60, 20, visitor::Movement::none, {.textSize = textSize}, visitor::House{}.volume, true}};
    text::Typesetter typesetter;
    int seen = 0;
    for (const auto& screen : kiosk::everyScreen(material.catalogue())) {
        if (!wanted(screen)) {
            continue;
        }
        kiosk::visitTo(session, screen, 0);
        const scene::Scene scene = tests::shown(session, stage::screenFor(1080, 1920, 32), typesetter, 0);
        Shown shown;
        tests::allOf(scene.root, {}, shown);
        INFO(screen.name << " in size " << textSize);
        check(screen, shown);
        ++seen;
    }
    CHECK(seen > 0);
}

const content::Page* paneNumber(const kiosk::Screenful& screen) {
    const auto* story = std::get_if<visitor::StoryState>(&screen.stop.own);
    if (story == nullptr) {
        return nullptr;
    }
    const auto& pages = tests::pagesOf(*tests::limburg().catalogue().item(screen.stop.id));
    const auto& page = pages[static_cast<std::size_t>(story->leaf.page)];
    return page.layout == content::Page::Layout::number && page.number.panes ? &page : nullptr;
}

} // namespace

TEST_CASE("upright, the words under a number are as large as its unit, and its panes' key is well over its seam") {
    const int size = GENERATE(1, 2, 3, 4);
    onEach(
        size, [](const auto& screen) { return paneNumber(screen) != nullptr; },
        [&](const kiosk::Screenful& screen, const Shown& shown) {
            const content::Page& page = *paneNumber(screen);
            const auto& languages = tests::limburg().catalogue().pack().languages;
            const float unit = lineOf(shown, std::string(page.number.unit.find("nl", languages).words));
            const float body = lineOf(shown, std::string(page.body.find("nl", languages).words));
            if (unit > 0 && body > 0) {
                CHECK(body >= unit * .8F);
            }
            const std::string key =
                "pane-key:" + screen.stop.id + ":" + std::to_string(visitor::leafAt(screen.stop.own).page);
            float seam = 0;
            float keyBottom = 0;
            for (const auto& [node, where] : shown) {
                const auto* fill = std::get_if<scene::Fill>(&node->paint);
                if (fill != nullptr && where.width == 28 && where.x >= 0 && where.x < 300) {
                    seam = where.y;
                }
                keyBottom = node->id == scene::nodeId(key) ? where.bottom() : keyBottom;
            }
            CHECK(keyBottom > 0);
            CHECK(seam >= keyBottom + 15);
        });
}

TEST_CASE("upright, what can be taken home is told in words that grow with the hints, whose signs grow with them") {
    const int size = GENERATE(2, 3, 4);
    const auto& material = tests::limburg();
    onEach(
        size, [](const auto& screen) { return screen.stop.kind == visitor::ScreenKind::takeHome; },
        [&](const kiosk::Screenful& screen, const Shown& shown) {
            const auto& item = *material.catalogue().item(screen.stop.id);
            const std::string title(item.title.find("nl", material.catalogue().pack().languages).words);
            const float lead = lineOf(shown, material.words.get("nl", "takeHome.lead", {{"title", title}}));
            const float hint = lineOf(shown, material.words.get("nl", "takeHome.nothing"));
            REQUIRE(hint > 0);
            CHECK(lead >= hint);
            for (const auto& [node, where] : shown) {
                const auto* icon = std::get_if<scene::IconPaint>(&node->paint);
                if (icon != nullptr && icon->name == "eye") {
                    CHECK(where.height >= hint * .85F);
                }
            }
        });
}
