#include "engine/scene/animator.hpp"

#include <algorithm>
#include <utility>

namespace schacht::scene {

namespace {

constexpr base::Seconds crossFade = 0.200; // motion.md: "reduced motion", "language chosen"
constexpr base::Seconds leastTurn = 0.120; // motion.md: "turns"

base::Rect scaled(base::Rect box, float scale, base::Point pivot) {
    const float w = box.width * scale;
    const float h = box.height * scale;
    return {box.x + (box.width - w) * pivot.x, box.y + (box.height - h) * pivot.y, w, h};
}

base::Rect between(base::Rect a, base::Rect b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.width + (b.width - a.width) * share,
            a.height + (b.height - a.height) * share};
}

void go(AnimatedValue& track, float goal, Curve curve, base::Seconds duration, base::Seconds now) {
    if (track.goal() == goal) {
        return; // it stands there, or is on its way
    }
    if (duration <= 0) {
        track.jump(goal);
    } else {
        track.glideOrTurn(goal, curve, duration, now);
    }
}

void stayAt(auto& tracks, const Node& node) {
    tracks.x.jump(node.box.x);
    tracks.y.jump(node.box.y);
    tracks.width.jump(node.box.width);
    tracks.height.jump(node.box.height);
    tracks.scale.jump(node.scale);
    tracks.alpha.jump(node.alpha);
}

void collectIds(const Node& node, std::unordered_set<NodeId>& ids) {
    if (node.id != 0) {
        ids.insert(node.id);
    }
    for (const Node& child : node.children) {
        collectIds(child, ids);
    }
}

} // namespace

/// What was where before a change of the scene, and how the change is shown.
struct Animator::Change {
    enum class Style { moves, crossFades };
    struct Returning {
        float alpha = 0;
        base::Seconds away = 0;
    };
    Places before;
    std::vector<std::size_t> backdrops; ///< which of what was seen they were
    Ids kept;                           ///< ids that go on
    std::unordered_map<NodeId, Returning> returning;
    base::Seconds now = 0;
    bool first = false;
    Style style = Style::moves;
    NodeId root = 0;
    base::Seconds throughDark = 0;
};

struct Animator::Around {
    base::Rect parent; ///< from the screen's corner
    base::Rect clip;
    float alpha = 1;
    float magnified = 1;
    int layer = 0;
    bool leaving = false;
    base::Rect within{}; ///< where the layer lets it be seen
};

float Animator::Ghost::seen(base::Seconds now) const {
    return whole ? alpha.position(since) : alpha.position(now);
}

base::Rect Animator::ownBox(const Node& node, base::Seconds now) const {
    const auto found = tracks.find(node.id);
    if (node.id == 0 || found == tracks.end()) {
        return node.box;
    }
    const Tracks& t = found->second;
    return {t.x.position(now), t.y.position(now), t.width.position(now), t.height.position(now)};
}

Node Animator::frozen(const Node& node, bool nameless, base::Seconds now) const {
    Node copy = node;
    if (const auto found = tracks.find(node.id); node.id != 0 && found != tracks.end()) {
        copy.box = ownBox(node, now);
        copy.alpha = std::clamp(found->second.alpha.position(now), 0.0F, 1.0F);
        copy.scale = found->second.scale.position(now);
    }
    copy.id = nameless ? 0 : node.id;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        copy.children[i] = frozen(node.children[i], nameless, now);
    }
    return copy;
}

void Animator::leave(const Scene& old, const Change& change) {
    const bool fades = change.style == Change::Style::crossFades;
    const auto walk = [&](const auto& self, const Node& parent) -> void {
        NodeId after = 0;
        for (const Node& child : parent.children) {
            if (child.id == 0 || change.kept.contains(child.id)) {
                self(self, child);
                after = child.id != 0 ? child.id : after;
                continue;
            }
            const auto where = change.before.find(child.id);
            const bool dark = parent.id == change.root && change.throughDark > 0;
            const base::Seconds time = dark ? change.throughDark / 2 : fades ? crossFade : child.motion.leave;
            if (time <= 0 || where == change.before.end() || where->second.alpha <= 0) {
                continue;
            }
            Ghost ghost{
                child.id, frozen(child, fades, change.now),   where->second.box, parent.id,
                after,    child.motion.leavesWhole && !fades, change.now,        AnimatedValue(where->second.alpha)};
            ghost.node.alpha = ghost.node.scale = 1; // its own are in where it was seen
            ghost.alpha.glide(0, dark || fades ? Curve::fade : Curve::leave, time, change.now);
            ghosts.push_back(std::move(ghost));
        }
    };
    walk(walk, old.root);
}

void Animator::keepWords(const Node& node, const Change& change, const std::vector<Placed>& before) {
    if (node.id != 0 && !change.kept.contains(node.id)) {
        return; // it fades as a whole
    }
    const auto covered = [&](std::size_t at) {
        return std::ranges::any_of(change.backdrops, [&](std::size_t backdrop) {
            return backdrop > at && !before[backdrop].box.intersected(before[at].box).empty();
        });
    };
    if (std::holds_alternative<TextPaint>(node.paint)) {
        const auto at = std::find_if(before.begin(), before.end(), [&](const Placed& p) { return p.node == &node; });
        if (at != before.end() && !covered(static_cast<std::size_t>(at - before.begin()))) {
            OldWords old{node, *at};
            old.node.children.clear();
            old.placed.leaving = true;
            old.placed.layer = 0;
            oldWords.push_back(std::move(old));
        }
    }
    for (const Node& child : node.children) {
        keepWords(child, change, before);
    }
}

void Animator::enter(Tracks& t, const Node& node, NodeId parent, const Change& change) const {
    const Motion::Enter& from = node.motion.enter;
    const base::Seconds now = change.now;
    stayAt(t, node);
    if (const auto back = change.returning.find(node.id); back != change.returning.end()) {
        t.alpha.jump(back->second.alpha);
        t.alpha.glide(node.alpha, Curve::fade, std::max(leastTurn, back->second.away), now);
    } else if (parent == change.root && change.throughDark > 0) {
        t.alpha.jump(0);
        t.alpha.glide(node.alpha, Curve::fade, change.throughDark / 2, now + change.throughDark / 2);
    } else if (change.style == Change::Style::crossFades) {
        t.alpha.jump(0);
        t.alpha.glide(node.alpha, Curve::fade, crossFade, now);
    } else {
        const base::Seconds start = now + from.delay;
        t.x.jump(node.box.x + from.offset.x);
        t.y.jump(node.box.y + from.offset.y);
        t.scale.jump(from.scale);
        t.alpha.jump(from.alpha);
        t.x.glide(node.box.x, from.curve, from.duration, start);
        t.y.glide(node.box.y, from.curve, from.duration, start);
        t.scale.glide(node.scale, from.curve, from.duration, start);
        t.alpha.glide(node.alpha, Curve::fade, from.fade, start);
    }
}

void Animator::keep(Tracks& t, const Node& node, NodeId parent, const Change& change) const {
    const Motion& motion = node.motion;
    const base::Seconds now = change.now;
    const auto old = change.before.find(node.id);
    const bool fades = change.style == Change::Style::crossFades;
    const bool travels = !fades && motion.travel > 0 && t.parent != parent && old != change.before.end();
    if (travels) {
        const bool turns = t.travelled.moving(now) && t.cameFrom == parent;
        const base::Seconds run = now - t.since;
        t.from = old->second.box;
        t.cameFrom = t.parent;
        t.since = now;
        t.was = motion.travelFades ? std::optional(frozen(*old->second.node, true, now)) : std::nullopt;
        t.travelled.jump(0);
        t.travelled.glide(1, motion.curve, turns ? std::max(leastTurn, run) : motion.travel, now);
    }
    const base::Seconds time = fades || travels ? 0 : motion.duration;
    go(t.x, node.box.x, motion.curve, time, now);
    go(t.y, node.box.y, motion.curve, time, now);
    go(t.width, node.box.width, motion.curve, time, now);
    go(t.height, node.box.height, motion.curve, time, now);
    go(t.scale, node.scale, motion.curve, time, now);
    go(t.alpha, node.alpha, Curve::fade, travels ? 0 : motion.duration, now);
}

void Animator::follow(const Node& node, NodeId parent, const Change& change, bool within) {
    if (node.id != 0) {
        const auto [found, isNew] = tracks.try_emplace(node.id);
        Tracks& t = found->second;
        if (!isNew) {
            keep(t, node, parent, change);
        } else if (change.first || within) {
            stayAt(t, node);
        } else {
            enter(t, node, parent, change);
            within = change.style == Change::Style::crossFades || change.returning.contains(node.id);
        }
        t.parent = parent;
    }
    for (const Node& child : node.children) {
        follow(child, node.id != 0 ? node.id : parent, change, within);
    }
}

void Animator::show(Scene next, base::Seconds now) {
    const auto seen = placed(now);
    Change change;
    change.now = now;
    change.first = !shown;
    change.root = next.root.id;
    change.throughDark = next.throughDark;
    for (std::size_t i = 0; i < seen.size(); ++i) { // now: what leaves takes its nodes with it
        const Placed& p = seen[i];
        if (std::holds_alternative<Backdrop>(p.node->paint)) {
            change.backdrops.push_back(i);
        }
        if (p.node->id != 0 && !p.leaving) {
            change.before.emplace(p.node->id, p);
        }
    }
    const bool speaks = shown && (next.language != present.language || next.dress != present.dress);
    const bool turned = speaks && text::directionOf(next.language) != text::directionOf(present.language);
    change.style = next.reduced || turned ? Change::Style::crossFades : Change::Style::moves;
    if (turned) {
        change.kept.insert(next.root.id);
    } else {
        collectIds(next.root, change.kept);
    }
    std::erase_if(ghosts, [now](const Ghost& g) { return !g.alpha.moving(now); });
    std::erase_if(ghosts, [&](const Ghost& g) {
        const bool returns = g.id != 0 && change.kept.contains(g.id);
        if (returns && !tracks.contains(g.id)) {
            change.returning[g.id] = {g.seen(now), now - g.since};
        }
        return returns;
    });
    const Scene old = std::exchange(present, std::move(next));
    if (shown) {
        leave(old, change);
    }
    if (speaks) {
        oldWords.clear();
        keepWords(old.root, change, seen);
        words.jump(0);
        words.glide(1, Curve::fade, crossFade, now);
    }
    std::erase_if(tracks, [&](const auto& entry) { return !change.kept.contains(entry.first); });
    follow(present.root, 0, change, false);
    shown = true;
}

void Animator::place(const Node& node, const Around& around, base::Seconds now, std::vector<Placed>& out) const {
    const auto found = node.id != 0 ? tracks.find(node.id) : tracks.end();
    const Tracks* t = found != tracks.end() ? &found->second : nullptr;
    if (t != nullptr && around.leaving) {
        return; // it goes on in the scene itself
    }
    const base::Rect own = ownBox(node, now);
    const float scale = t != nullptr ? t->scale.position(now) : node.scale;
    const float light = t != nullptr ? std::clamp(t->alpha.position(now), 0.0F, 1.0F) : node.alpha;
    Around within = around;
    within.parent = scaled({around.parent.x + own.x * around.magnified, around.parent.y + own.y * around.magnified,
                            own.width * around.magnified, own.height * around.magnified},
                           scale, node.pivot);
    within.magnified *= scale;
    within.alpha *= light;
    if (t != nullptr && t->travelled.moving(now)) {
        const float share = t->travelled.position(now);
        const base::Rect way = between(t->from, within.parent, share);
        within.magnified *= within.parent.width > 0 ? way.width / within.parent.width : 1;
        within.parent = way;
        within.clip = within.within = {0, 0, present.size.width, present.size.height};
        within.alpha = light; // it leads, and is seen however faint its new screen still is
        if (t->was && t->was->box.width > 0) {
            Around before{way,          within.clip, light * (1 - share), way.width / t->was->box.width,
                          around.layer, true,        within.within};
            before.parent.x -= t->was->box.x * before.magnified;
            before.parent.y -= t->was->box.y * before.magnified;
            place(*t->was, before, now, out);
            within.alpha *= share;
        }
    }
    const bool fresh = !around.leaving && std::holds_alternative<TextPaint>(node.paint);
    const float alpha = within.alpha * (fresh ? words.position(now) : 1);
    out.push_back({&node, within.parent, within.clip, alpha, within.magnified, around.layer, around.leaving});
    if (node.layer && !around.leaving) {
        within.layer = static_cast<int>(out.size());
        within.within = within.parent;
    }
    out.back().layer = within.layer; // a layer's own paint is part of it
    out.back().within = within.within;
    if (node.clip) {
        within.clip = within.clip.intersected(within.parent);
        within.within = within.within.intersected(within.parent);
    }
    placeChildren(node, within, now, out);
}

void Animator::placeChildren(const Node& node, const Around& around, base::Seconds now,
                             std::vector<Placed>& out) const {
    placeGhosts(node, 0, around, now, out);
    for (const Node& child : node.children) {
        place(child, around, now, out);
        if (child.id != 0) {
            placeGhosts(node, child.id, around, now, out);
        }
    }
}

void Animator::placeGhosts(const Node& node, NodeId after, const Around& around, base::Seconds now,
                           std::vector<Placed>& out) const {
    for (const Ghost& ghost : ghosts) {
        if (node.id != 0 && ghost.parent == node.id && ghost.after == after && ghost.alpha.moving(now)) {
            const float magnified = ghost.node.box.width > 0 ? ghost.box.width / ghost.node.box.width : 1;
            Around left{{}, around.clip, ghost.seen(now), magnified, around.layer, true, around.within};
            left.parent.x = ghost.box.x - ghost.node.box.x * magnified;
            left.parent.y = ghost.box.y - ghost.node.box.y * magnified;
            place(ghost.node, left, now, out);
        }
    }
}

std::vector<Placed> Animator::placed(base::Seconds now) const {
    std::vector<Placed> out;
    if (shown) {
        const base::Rect screen{0, 0, present.size.width, present.size.height};
        place(present.root, {{}, screen}, now, out);
    }
    if (words.moving(now)) {
        for (const OldWords& old : oldWords) {
            out.push_back(old.placed);
            out.back().node = &old.node;
            out.back().alpha *= 1 - words.position(now);
        }
    }
    return out;
}

bool Animator::moving(base::Seconds now) const {
    const auto going = [now](const Tracks& t) {
        return t.x.moving(now) || t.y.moving(now) || t.width.moving(now) || t.height.moving(now) ||
               t.alpha.moving(now) || t.scale.moving(now) || t.travelled.moving(now);
    };
    return words.moving(now) ||
           std::any_of(tracks.begin(), tracks.end(), [&](const auto& entry) { return going(entry.second); }) ||
           std::any_of(ghosts.begin(), ghosts.end(), [now](const Ghost& g) { return g.alpha.moving(now); });
}

void Animator::settle(base::Seconds now) {
    std::erase_if(ghosts, [now](const Ghost& g) { return !g.alpha.moving(now); });
    oldWords.clear();
    for (auto& [id, t] : tracks) {
        t.was.reset();
    }
}

} // namespace schacht::scene
