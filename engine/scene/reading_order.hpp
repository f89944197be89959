#pragma once
#include "engine/scene/node.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// A Scene for someone who cannot see it: what can be reached by keys, and what is read aloud.
namespace schacht::scene {

/// A control that can be touched now.
struct Reachable {
    const Node* node = nullptr; ///< in the scene that was asked
    base::Rect box;             ///< on the glass, millimetres
    std::size_t place = 0;      ///< among those of its group, from 1: "3 of 7"; 0: it stands alone
    std::size_t count = 0;
    bool aside = false; ///< it belongs to what stands on many screens (Node::aside)
};

/// In the order of the tree; what lies behind an open menu is not there, what stands beside it is. A group is the
/// nearest node above that holds two or more.
[[nodiscard]] std::vector<Reachable> reachable(const Scene& scene);
std::vector<Reachable> reachable(Scene&& scene) = delete; // its nodes would be gone

/// One sentence of what a screen says.
struct Utterance {
    std::string words;
    std::string language;        ///< BCP 47
    std::string block;           ///< the name of the text that it is a part of; "": of none, it is a control's name
    std::size_t firstLetter = 0; ///< of the block, as text::countLetters() counts, from 0
    std::size_t lastLetter = 0;  ///< one past its last letter
    bool operator==(const Utterance&) const = default;
};

/// What is on the glass, sentence by sentence: headings (where there is no text at all the scene's title), then texts
/// and controls, then what its pictures show; each row by row, from the side where reading begins. Without what is
/// aside, and what lies behind an open menu.
[[nodiscard]] std::vector<Utterance> utterancesOf(const Scene& scene);

/// The box around the headings and texts among them, in millimetres of the glass; none where there are none.
[[nodiscard]] std::optional<base::Rect> textOn(const Scene& scene);

/// Puts a mark on the sentence that is being said: behind its words where they are dark on light, else under them. The
/// first text on the glass that has the utterance's block as its name is marked; nothing happens where there is none.
void markUtterance(Scene& scene, const Utterance& utterance, base::Colour colour, float pixelsPerMillimetre);

} // namespace schacht::scene
