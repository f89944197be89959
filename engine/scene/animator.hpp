#pragma once
#include "engine/scene/node.hpp"

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace schacht::scene {

/// A node where it is at one moment: what the painter, the hit test and the checks read.
struct Placed {
    const Node* node = nullptr; ///< lives as long as the Animator's scene
    base::Rect box;             ///< millimetres from the screen's left upper corner, scaled as shown
    base::Rect clip;            ///< millimetres
    float alpha = 1;            ///< its own times its parents'
    float magnified = 1;        ///< how much larger than laid out
    int layer = 0;              ///< the innermost layer it belongs to: its number in this list plus one; 0: none
    bool leaving = false;       ///< no longer in the scene: seen, but not touched
    base::Rect within{};        ///< where that layer lets it be seen, on the screen or not; of no meaning without one
};

/// Moves one scene into the next, by node id: what stays goes to its new place, what is new enters, what is gone fades.
/// Nothing waits for it; a new scene may come at any moment, and everything starts from where it is: what comes back
/// while it fades lights up again from there. Words in another language fade in where the old ones fade; where they
/// also run the other way, everything does.
class Animator {
public:
    void show(Scene next, base::Seconds now);

    /// In the order they are painted. Valid until the next show().
    [[nodiscard]] std::vector<Placed> placed(base::Seconds now) const;
    [[nodiscard]] bool moving(base::Seconds now) const;
    /// Lets go of what has faded away. Call when nothing moves any more.
    void settle(base::Seconds now);
    [[nodiscard]] const Scene& scene() const { return present; }

private:
    struct Tracks {
        AnimatedValue x, y, width, height, alpha, scale;
        NodeId parent = 0;          ///< the nearest node with an id that it lies in
        NodeId cameFrom = 0;        ///< and the one before, where it travels
        base::Rect from;            ///< where on the screen it travels from
        AnimatedValue travelled{1}; ///< its share of that way
        base::Seconds since = 0;    ///< when it set out
        std::optional<Node> was;    ///< how it looked there, where that fades on the way
    };
    /// What is no longer in the scene, as it was when it left.
    struct Ghost {
        NodeId id = 0; ///< 0: it does not come back as the same
        Node node;
        base::Rect box;    ///< from the screen's corner
        NodeId parent = 0; ///< what it was in
        NodeId after = 0;  ///< the sibling it stood behind; 0: at the bottom
        bool whole = false;
        base::Seconds since = 0;
        AnimatedValue alpha;
        [[nodiscard]] float seen(base::Seconds now) const;
    };
    /// Words of the language before, over everything.
    struct OldWords {
        Node node;
        Placed placed;
    };
    using Places = std::unordered_map<NodeId, Placed>;
    using Ids = std::unordered_set<NodeId>;
    struct Change;
    struct Around; // what a node is placed in

    [[nodiscard]] Node frozen(const Node& node, bool nameless, base::Seconds now) const;
    [[nodiscard]] base::Rect ownBox(const Node& node, base::Seconds now) const;
    void leave(const Scene& old, const Change& change);
    void keepWords(const Node& node, const Change& change, const std::vector<Placed>& before);
    void follow(const Node& node, NodeId parent, const Change& change, bool within);
    void enter(Tracks& tracks, const Node& node, NodeId parent, const Change& change) const;
    void keep(Tracks& tracks, const Node& node, NodeId parent, const Change& change) const;
    void place(const Node& node, const Around& around, base::Seconds now, std::vector<Placed>& out) const;
    void placeChildren(const Node& node, const Around& around, base::Seconds now, std::vector<Placed>& out) const;
    void placeGhosts(const Node& node, NodeId after, const Around& around, base::Seconds now,
                     std::vector<Placed>& out) const;

    Scene present;
    bool shown = false;
    std::unordered_map<NodeId, Tracks> tracks;
    std::vector<Ghost> ghosts;
    std::vector<OldWords> oldWords;
    AnimatedValue words{1}; ///< how far the words of a new language have come
};

/// What lies under a point, for gestures: the topmost node with a touch and the topmost surface, both at least half
/// visible (motion.md: "new screen").
[[nodiscard]] input::Hit hitTest(const std::vector<Placed>& placed, base::Point at);

} // namespace schacht::scene
