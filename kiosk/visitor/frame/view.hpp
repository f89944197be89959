#pragma once
#include "kiosk/visitor/core/kind_answers.hpp"
#include "kiosk/visitor/core/world.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

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
[[nodiscard]] scene::Node endScreen(Sketch& sketch, base::Seconds now);
/// What is hard to see or hear in an item, before it is shown, and the ways round it.
[[nodiscard]] scene::Node noticeScreen(Sketch& sketch);
/// An item's address on the web, as a code for a telephone and as words.
[[nodiscard]] scene::Node takeHomeScreen(Sketch& sketch);
/// A person or place, and the items about it.
[[nodiscard]] scene::Node subjectScreen(Sketch& sketch, base::Seconds now);
/// What lies over a screen, from the bar up.
[[nodiscard]] scene::Node languageMenu(Sketch& sketch);
/// How large, clear and calm everything is.
[[nodiscard]] scene::Node accessMenu(Sketch& sketch);
/// The slider of the volume, over its button.
[[nodiscard]] scene::Node soundMenu(Sketch& sketch);
/// Where that button is, from the screen's left upper corner.
[[nodiscard]] base::Rect soundButton(Sketch& sketch);
[[nodiscard]] scene::Node stillThere(Sketch& sketch, const World& world, base::Seconds now);
[[nodiscard]] scene::Node bar(Sketch& sketch, const Surround& around);

/// What a screen is that has a shelf: a picture that sinks into it, a heading, and the items of the shelf.
struct ShelfScreen {
    std::string id;                            ///< "theme:mines": of the screen's own nodes
    const content::Picture* picture = nullptr; ///< may be null
    scene::Node crest;                         ///< over the title
    text::Phrase title;
    content::LanguageMap summary;
};
[[nodiscard]] scene::Node shelfScreen(Sketch& sketch, ShelfScreen shown, base::Seconds now);
} // namespace schacht::visitor
