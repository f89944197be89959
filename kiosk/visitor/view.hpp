#pragma once
#include "kiosk/visitor/shelved.hpp"
#include "kiosk/visitor/sketch.hpp"
#include "kiosk/visitor/update.hpp"

namespace schacht::visitor {

/// The screen that a state looks like. Pure: the same arguments give the same Scene.
/// now: where what moves by itself is shown.
[[nodiscard]] View view(Sketch& sketch, const World& world, base::Seconds now);

/// One function a screen; each gives what stands above the bar, in a node of the screen's size.
[[nodiscard]] scene::Node attractScreen(Sketch& sketch);
/// What the lamp of the attract picture gives to the screen that a visit begins with: it grows from where it was.
[[nodiscard]] scene::Node lampLight(Sketch& sketch);
[[nodiscard]] scene::Node homeScreen(Sketch& sketch);
[[nodiscard]] scene::Node themeScreen(Sketch& sketch, base::Seconds now);
[[nodiscard]] scene::Node storyScreen(Sketch& sketch, base::Seconds now);
[[nodiscard]] scene::Node endScreen(Sketch& sketch, base::Seconds now);
/// A voice, and its words as they are said.
[[nodiscard]] scene::Node oralHistoryScreen(Sketch& sketch, base::Seconds now);
/// A film: its poster, then the film with its controls, then what is next.
[[nodiscard]] scene::Node filmScreen(Sketch& sketch, base::Seconds now);
/// A picture of a gallery or a story, looked at closely.
[[nodiscard]] scene::Node galleryScreen(Sketch& sketch);
/// What is hard to see or hear in an item, before it is shown, and the ways round it.
[[nodiscard]] scene::Node noticeScreen(Sketch& sketch);
/// An item's address on the web, as a code for a telephone and as words.
[[nodiscard]] scene::Node takeHomeScreen(Sketch& sketch);
/// A person or place, and the items about it.
[[nodiscard]] scene::Node subjectScreen(Sketch& sketch, base::Seconds now);
/// Nobody has touched the film that plays for a while: it has the glass to itself, without controls and bar.
[[nodiscard]] bool filmAlone(const Sketch& sketch);
/// What lies over a screen, from the bar up.
[[nodiscard]] scene::Node languageMenu(Sketch& sketch);
/// How large, clear and calm everything is.
[[nodiscard]] scene::Node accessMenu(Sketch& sketch);
/// The slider of the volume, over its button.
[[nodiscard]] scene::Node soundMenu(Sketch& sketch);
/// Where that button is, from the screen's left upper corner.
[[nodiscard]] base::Rect soundButton(Sketch& sketch);
[[nodiscard]] scene::Node stillThere(Sketch& sketch, const World& world, base::Seconds now);
[[nodiscard]] scene::Node bar(Sketch& sketch);

/// A row of cards that is moved sideways, in the stage; each tells why it stands there.
[[nodiscard]] scene::Node shelf(Sketch& sketch, const std::vector<Shelved>& items, base::Seconds now);
/// The arrows of a shelf, side by side; the right edge of the last is at the node's right.
[[nodiscard]] scene::Node shelfArrows(Sketch& sketch, std::size_t cards, float size, float gap);
/// What a screen is that has a shelf: a picture that sinks into it, a heading, and the items of the shelf.
struct ShelfScreen {
    std::string id;                            ///< "theme:mines": of the screen's own nodes
    const content::Picture* picture = nullptr; ///< may be null
    scene::Node crest;                         ///< over the title
    text::Words title;
    content::LanguageMap summary;
};
[[nodiscard]] scene::Node shelfScreen(Sketch& sketch, ShelfScreen shown, base::Seconds now);
/// A gradient along a side of a picture; stops from that side.
[[nodiscard]] scene::Linear scrim(const scene::Theme& theme, float degrees,
                                  std::initializer_list<std::pair<float, float>> stops);

} // namespace schacht::visitor
