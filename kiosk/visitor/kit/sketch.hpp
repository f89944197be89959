#pragma once
#include "engine/catalogue/catalogue.hpp"
#include "engine/scene/design.hpp"
#include "engine/stage/screen.hpp"
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/state.hpp"
#include "kiosk/visitor/core/words.hpp"
#include "kiosk/visitor/kit/layout.hpp"

#include <unordered_map>

/// The kit: what screens are built from, such as texts, lamps and lights, and the places that they share. It has no
/// State of its own, and does not know which screen it draws for.
namespace schacht::visitor {

/// Where the knob of a slider stands, how far a key moves it, and how far it goes: shares of its length, 0..1. One that
/// goes both ways counts from the left and from the top; another only along x.
struct Slide {
    SurfaceOwner owner = SurfaceOwner::kind;
    base::Point at;
    base::Point step; ///< 0: keys do not move it
    base::Point least{0, 0};
    base::Point most{1, 1};
};

/// A screen and what touching its nodes means.
struct View {
    scene::Scene scene;
    std::unordered_map<scene::NodeId, Intent> meanings;
    std::unordered_map<scene::NodeId, SurfaceOwner> owners; ///< of surfaces that can be dragged or pinched
    std::unordered_map<scene::NodeId, Slide> slides;        ///< of sliders
    std::optional<float> drawn; ///< how far a transcript in a finger's hand can be drawn of what it was; millimetres
};

/// What every screen is drawn from, and the parts that return on them. Lengths are millimetres, the origin a node's
/// parent; everything is laid out from left to right and mirrored at the end where the language wants it.
class Sketch {
public:
    Sketch(const State& state, const catalogue::Catalogue& catalogue, const Words& words, const scene::Design& theme,
           const stage::Screen& screen, text::Typesetter& typesetter, Movement movement);

    const State& state;
    const catalogue::Catalogue& catalogue;
    const Words& words;
    const scene::Design& theme;
    const stage::Screen& screen;
    const Movement movement;
    std::unordered_map<scene::NodeId, Intent> meanings;
    std::unordered_map<scene::NodeId, SurfaceOwner> owners;
    std::unordered_map<scene::NodeId, Slide> sliders;
    base::Seconds now = 0;      ///< where what plays is shown
    std::optional<float> drawn; ///< as View says

    [[nodiscard]] const std::string& language() const { return tag; }
    [[nodiscard]] bool portrait() const { return screen.portrait(); }
    [[nodiscard]] base::Size aboveBar() const { return layout::aboveBar(screen.size); }
    /// All that is touched lies in the lowest part of the screen (layout::reach).
    [[nodiscard]] bool low() const { return accessOf(state).lowReach; }
    /// The foot and the tools begin a line, where they otherwise end it; not in a language in which the end is left.
    [[nodiscard]] bool leftHanded() const;
    /// Where something of `width` stands that is at hand: at the end of the stage, or at its start.
    [[nodiscard]] float atHand(float width) const;
    [[nodiscard]] bool pressed(scene::NodeId id) const;
    [[nodiscard]] std::string say(std::string_view key, Words::Values values = {}) const;
    /// A pack's words in the visitor's language, else along the pack's.
    [[nodiscard]] text::Phrase packWords(const content::LanguageMap& map) const;
    /// The same, only the words.
    [[nodiscard]] std::string inWords(const content::LanguageMap& map) const;
    /// "Story · 2 min"
    [[nodiscard]] std::string kindAndMinutes(const content::Item& item) const;
    [[nodiscard]] text::Phrase ownWords(std::string words) const;

    /// How a text is set: a rank of the theme's type, and what differs from it.
    struct Set {
        std::string_view rank = "label";
        base::Colour colour;
        float width = 0;  ///< 0: one line
        int lines = 0;    ///< at most; 0: as many as it takes
        float height = 0; ///< there is room for; 0: enough for any size
        float size = 0;   ///< 0: the rank's
        int weight = 0;   ///< 0: the rank's
        float line = 0;   ///< 0: the rank's
        text::Align align = text::Align::start;
        scene::Role role = scene::Role::text;
    };
    /// A text in the visitor's size, or smaller where it would not fit into its lines; never smaller than the design's
    /// for that. Its box is as large as its words (or as wide as asked where it is not set from the start).
    [[nodiscard]] scene::Node text(const text::Phrase& words, const Set& set);
    [[nodiscard]] scene::Node text(const std::string& own, const Set& set) { return text(ownWords(own), set); }
    /// A poster line, made smaller where it would be wider than `width` in one word or taller than `lines` or `height`.
    [[nodiscard]] scene::Node poster(const text::Phrase& words, Set set);
    /// The same, or a text, in a box that is no wider than its words also where they run from right to left: for what
    /// something stands beside.
    enum class As { poster, text };
    [[nodiscard]] scene::Node snug(As as, const text::Phrase& words, Set set);

    /// Puts the middle of a line's figures, not of its box, at `y`. size: millimetres, that it is set in.
    void centreFigures(scene::Node& line, float y, float size) const;

    /// What a touch on a node means, and its name.
    void touchable(scene::Node& node, std::string name, Intent meaning, scene::Role role = scene::Role::button);

    /// A surface that can be dragged or pinched, and whose it is.
    void owned(scene::Node& node, scene::TouchSurface surface, SurfaceOwner owner);
    /// What can be touched already becomes a slider.
    void slides(scene::Node& node, input::Axes axis, const Slide& slide);

    enum class Look { quiet, lit, off, paper, paperLit };
    /// How a round lamp of `size` with a sign looks.
    [[nodiscard]] scene::Node face(const std::string& icon, float size, Look look, bool down) const;
    /// The same in its own node, which can be touched unless it is off.
    [[nodiscard]] scene::Node disc(std::string_view id, const std::string& icon, float size, Look look,
                                   std::string name, Intent meaning);
    /// A lamp and its word: one target. most: as wide as there is room for, 0: as wide as it is.
    [[nodiscard]] scene::Node action(std::string_view id, const std::string& icon, float size, Look look,
                                     const std::string& word, std::string_view rank, Intent meaning, float most = 0);
    /// The same with the word below, at the foot of `height` where that is more than they need.
    [[nodiscard]] scene::Node actionBelow(std::string_view id, const std::string& icon, float size, Look look,
                                          const std::string& word, float height, Intent meaning);
    [[nodiscard]] scene::Node seam(base::Colour colour) const;
    [[nodiscard]] scene::Node icon(const std::string& name, float size, base::Colour colour) const;
    [[nodiscard]] scene::Node picture(const content::Picture& picture, base::Rect box) const;
    /// A theme's colour where its glass is thickest.
    [[nodiscard]] static base::Colour deep(base::Colour colour);
    [[nodiscard]] base::Colour colourOf(const content::Theme* theme) const;

    /// How much larger than the design's this visitor's words of a rank are.
    [[nodiscard]] float grown(std::string_view rank) const;
    /// The Set::size with which words of a rank are `larger` than the design's, whatever the visitor's size;
    /// millimetres.
    [[nodiscard]] float sized(std::string_view rank, float larger) const;

private:
    [[nodiscard]] text::Style styleOf(const Set& set, std::string_view language, float growth) const;

    text::Typesetter& typesetter;
    std::string tag;
};

/// Puts nodes under each other with a gap; the last one's bottom (or the first one's top) stands at `y`.
void stackDown(scene::Node& parent, std::vector<scene::Node> nodes, float x, float y, float gap);
void stackUp(scene::Node& parent, std::vector<scene::Node> nodes, float x, float bottom, float gap);

/// How wide nodes are that stand side by side with a gap; 0 where there are none.
[[nodiscard]] float rowWidth(const std::vector<scene::Node>& nodes, float gap);

/// A pressed lamp grows (motion.md, "Light before movement").
void press(scene::Node& lamp, bool down);

/// Where a node of a tree stands as laid out, from where the tree's parent does; none where it is not there.
struct NodeAt {
    const scene::Node* node = nullptr;
    base::Rect box;
};
[[nodiscard]] std::optional<NodeAt> nodeAt(const scene::Node& tree, scene::NodeId id, base::Point origin = {});

[[nodiscard]] scene::Node box(base::Rect where, scene::Paint paint);
[[nodiscard]] scene::Node group(std::string_view id, base::Rect where);

/// A gradient along a side of a picture; stops from that side.
[[nodiscard]] scene::Linear scrim(const scene::Design& theme, float degrees,
                                  std::initializer_list<std::pair<float, float>> stops);

/// Mirrors a tree for languages that run right to left: places and light, not pictures and words.
void mirror(scene::Node& node);

} // namespace schacht::visitor
