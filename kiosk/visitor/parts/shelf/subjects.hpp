#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

/// The people and places that items are about, as visitors see them.
namespace schacht::visitor {

/// "Zwartberg"; its id where the pack does not know it.
[[nodiscard]] content::LanguageMap subjectName(const Sketch& sketch, const catalogue::Subject& subject);
/// What the pack says of it; empty where it says nothing.
[[nodiscard]] const content::LanguageMap& subjectSummary(const Sketch& sketch, const catalogue::Subject& subject);
/// The sign for a person or a place.
[[nodiscard]] std::string subjectSign(const catalogue::Subject& subject);

/// Why an item stands on a shelf: "also about Zwartberg"; "" where there is nothing to tell.
[[nodiscard]] std::string whyWords(const Sketch& sketch, const catalogue::Shared& why);

constexpr float subjectLamp = 22; ///< millimetres

/// "More about", and under it a lamp for each person and place of an item, in lines of `width`, no taller than
/// `height`: those that fewest items are about stand first, and those that there is no room for are left out. As large
/// as what is shown, of no height where there is nothing to show.
[[nodiscard]] scene::Node subjectLamps(Sketch& sketch, const content::Item& item, float width, float height);

} // namespace schacht::visitor
