#pragma once
#include "engine/content/kinds/number_rules.hpp"
#include "kiosk/visitor/kinds/story/page_breaks.hpp"
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// A page of a story while it is drawn: what the six layouts share. Millimetres from the stage's left upper corner.
class PageSketch {
public:
    /// breaks: how the story breaks; outlives this.
    PageSketch(Sketch& sketch, const content::Item& item, Leaf leaf, const PageBreaks& breaks);

    Sketch& sketch;
    const content::Item& item;
    const content::Page page; ///< as this visitor wants it
    const int number;
    const int part;            ///< of a page that breaks; from the second on there are only words
    const std::string id;      ///< of its nodes
    const bool bare;           ///< no picture lies under its words
    const bool paper;          ///< coal words on chalk
    const base::Colour colour; ///< of the theme
    scene::Node node;
    scene::Node text;                ///< what fades in behind the picture
    std::optional<base::Rect> opens; ///< where a touch opens the picture
    bool crowded = false;            ///< its words had to be made smaller than this visitor wants them

    [[nodiscard]] scene::Node heading(std::string_view rank, float width, int lines);
    /// What of the page's body stands on this leaf, made smaller only where it would be taller than `height` (0: as
    /// tall as it is).
    [[nodiscard]] scene::Node prose(std::string_view rank, float width, base::Colour colour, float size,
                                    float height = 0);
    [[nodiscard]] scene::Node numberWords(const text::Phrase& unit, float width, float room);
    /// A text that is made smaller until it is no taller than `height`.
    [[nodiscard]] scene::Node fitted(const content::LanguageMap& words, Sketch::Set set, float height);

    /// The picture of the page; on the first page it is what grew out of the card.
    void addPicture(scene::Node picture);
    /// The page's heading over its body, as large as there is room for above `leftBottom`.
    void addHead(scene::Node title, base::Point leftBottom, float width, float gap);
    /// A touch on the page above `bottom`, where no words stand, opens its picture.
    void opensAbove(float bottom);
    /// The sign that a picture in `where` can be looked at closely.
    void addCloserSign(base::Rect where);
    void addGlow();
    /// A pane for each of so many of what the page's number counts; of the last, as much of its height as is left over.
    void addPanes(content::PaneCount panes, base::Rect area);
    /// What a pane stands for, with its sign; of no height where the page does not say it. Only where it has panes.
    [[nodiscard]] scene::Node paneKey(float width);
    /// In low reach, for each link in `prose`, which has its place, that stands too high: a lamp that does the same,
    /// `width` wide, and the link is only read.
    [[nodiscard]] std::vector<scene::Node> lampsForHighLinks(scene::Node& prose, float width);

    [[nodiscard]] scene::Node finish();

private:
    const PageBreaks& breaks;
    /// What of the page's body, which is `markdown`, stands on this leaf.
    [[nodiscard]] content::Prose proseHere(std::string_view markdown) const;
};

/// What of a page is shown to this visitor: when only the words are wanted, without its pictures, and as text where
/// they are half of it; in high contrast with a picture beside the words, never under them. Where a page goes on on
/// another leaf there is text alone, or its number again.
[[nodiscard]] content::Page::Layout layoutShown(const State& state, const content::Item& item, Leaf leaf);
[[nodiscard]] content::Page pageShown(const State& state, const content::Item& item, Leaf leaf);

/// One page of a story, or a part of it, as large as the stage.
struct LaidPage {
    scene::Node node;
    bool crowded = false; ///< its words had to be made smaller than this visitor wants them
};
[[nodiscard]] LaidPage storyPage(Sketch& sketch, const content::Item& item, Leaf leaf, const PageBreaks& breaks);

/// The page that carries a passage of a recording or film.
void listenPage(PageSketch& page);

/// How the foot of a story stands on a page of it.
struct FootLook {
    float left = layout::margin;
    float paneScale = 1; ///< of the panes' width
    bool paper = false;  ///< coal on chalk
    bool operator==(const FootLook&) const = default;
};
[[nodiscard]] FootLook footLook(content::Page::Layout shown, bool portrait);

/// Whether a page's picture is too high to be touched in low reach: then a lamp in the foot opens it.
[[nodiscard]] bool opensFromFoot(const Sketch& sketch, const content::Item& item, Leaf leaf);

/// Panes, count and arrows of a story, over its pages: they stand still while pages move, and change as one turns.
[[nodiscard]] scene::Node storyFoot(Sketch& sketch, const content::Item& item, const StoryState& state);

} // namespace schacht::visitor
