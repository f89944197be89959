#pragma once
#include "engine/scene/node.hpp"

#include <unordered_map>
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
};

/// Moves one scene into the next, by node id: what stays goes to its new place, what is new enters, what is gone fades.
/// Nothing waits for it; a new scene may come at any moment, and everything starts from where it is.
class Animator {
public:
    /// reduced: movement becomes a fade of 200 ms.
    void show(Scene next, base::Seconds now, bool reduced = false);

    /// In the order they are painted. Valid until the next show().
    [[nodiscard]] std::vector<Placed> placed(base::Seconds now) const;
    [[nodiscard]] bool moving(base::Seconds now) const;
    /// Lets go of what has faded away. Call when nothing moves any more.
    void settle(base::Seconds now);
    [[nodiscard]] const Scene& scene() const { return present; }

private:
    struct Tracks {
        Track x, y, width, height, alpha, scale;
        NodeId parent = 0;  ///< the nearest node with an id that it lies in
        base::Rect from;    ///< where on the screen it travels from
        Track travelled{1}; ///< its share of that way
    };
    struct Ghost {
        Node node;
        base::Rect box;    // from the screen's corner, where it was when it left
        NodeId parent = 0; // what it was in
        NodeId after = 0;  // the sibling it stood behind; 0: at the bottom
        Track alpha;
    };
    using Places = std::unordered_map<NodeId, Placed>;

    void follow(const Node& node, NodeId parent, const Places& before, base::Seconds now, bool first, bool reduced);
    void enter(Tracks& tracks, const Node& node, base::Seconds now, bool reduced) const;
    void leave(const Scene& old, const Places& before, base::Seconds now);
    void place(const Node& node, base::Rect parent, base::Rect clip, float alpha, float magnified, int layer,
               bool leaving, base::Seconds now, std::vector<Placed>& out) const;

    Scene present;
    bool shown = false;
    std::unordered_map<NodeId, Tracks> tracks;
    std::vector<Ghost> ghosts;
};

/// What lies under a point, for gestures: the topmost node with a touch and the topmost surface, both at least half
/// visible (motion.md: "new screen").
[[nodiscard]] input::Hit hitTest(const std::vector<Placed>& placed, base::Point at);

} // namespace schacht::scene
