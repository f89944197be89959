#pragma once
#include "engine/scene/reading_order.hpp"
#include "kiosk/visitor/session/session.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <map>
#include <string>

namespace schacht::tests {

/// A visit to a story of a single page, which a test writes.
struct OnePage {
    using Words = std::map<std::string, std::string, std::less<>>;

    explicit OnePage(content::Page page, std::string language = "nl", int textSize = 2,
                     base::Size pixels = {1920, 1080})
        : material(withStory(std::move(page))),
          glass(stage::screenFor(static_cast<int>(pixels.width), static_cast<int>(pixels.height), 32)),
          session(material.catalogue(), material.words, material.theme,
                  {std::move(language),
                   60,
                   20,
                   visitor::Movement::none,
                   {.textSize = textSize},
                   visitor::House{}.volume,
                   true}) {
        session.intend(visitor::JumpTo{tests::storyAt("one-page")}, 0);
    }

    static content::Page ofText(Words body) {
        content::Page page;
        page.layout = content::Page::Layout::text;
        page.heading = content::LanguageMap(Words{{"nl", "Kop"}});
        page.body = content::LanguageMap(std::move(body));
        return page;
    }

    scene::Scene look() { return tests::shown(session, glass, typesetter, 0); }

    kiosk::Material material;
    stage::Screen glass;
    visitor::Session session;
    text::Typesetter typesetter{};

private:
    static kiosk::Material withStory(content::Page page) {
        kiosk::Material material = readLimburg();
        content::Pack pack = material.catalogue().pack();
        content::Item item = *material.catalogue().item("first-ice-then-coal");
        item.id = "one-page";
        item.body = content::Story{{std::move(page)}};
        pack.items.push_back(std::move(item));
        material.items = std::make_unique<catalogue::Catalogue>(std::move(pack));
        return material;
    }
};

} // namespace schacht::tests
