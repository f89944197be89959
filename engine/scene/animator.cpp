#include "engine/scene/animator.hpp"

#include <algorithm>
#include <utility>

namespace schacht::scene {

namespace {

constexpr base::Seconds reducedFade = 0.200;

base::Rect around(base::Rect box, float scale) {
    const float w = box.width * scale;
    const float h = box.height * scale;
    return {box.x + (box.width - w) / 2, box.y + (box.height - h) / 2, w, h};
}

base::Rect between(base::Rect a, base::Rect b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share, a.width + (b.width - a.width) * share,
            a.height + (b.height - a.height) * share};
}

void go(Track& track, float goal, const Motion& motion, base::Seconds now) {
    if (motion.duration <= 0) {
        track.jump(goal);
    } else if (track.goal() != goal) {
        track.glide(goal, motion.curve, motion.duration, now);
    }
}

} // namespace

void Animator::enter(Tracks& t, const Node& node, base::Seconds now, bool reduced) const {
    const Motion::Enter& from = node.motion.enter;
    const base::Seconds start = now + (reduced ? 0 : from.delay);
    const base::Seconds duration = reduced ? reducedFade : from.duration;
    t.x = Track(node.box.x + (reduced ? 0 : from.offset.x));
    t.y = Track(node.box.y + (reduced ? 0 : from.offset.y));
    t.width = Track(node.box.width);
    t.height = Track(node.box.height);
    t.scale = Track(reduced ? node.scale : from.scale);
    t.alpha = Track(from.alpha);
    t.x.glide(node.box.x, from.curve, duration, start);
    t.y.glide(node.box.y, from.curve, duration, start);
    t.scale.glide(node.scale, from.curve, duration, start);
    t.alpha.glide(node.alpha, Curve::fade, reduced ? reducedFade : from.fade, start);
}

void Animator::follow(const Node& node, NodeId parent, const Places& before, base::Seconds now, bool first,
                      bool reduced) {
    if (node.id != 0) {
        const auto old = before.find(node.id);
        auto [found, isNew] = tracks.try_emplace(node.id);
        Tracks& t = found->second;
        const bool travels = !isNew && node.motion.travel > 0 && t.parent != parent && old != before.end() && !reduced;
        Motion motion = node.motion;
        motion.duration = reduced || travels || first ? 0 : motion.duration;
        if (isNew && !first) {
            enter(t, node, now, reduced);
        } else {
            if (travels) {
                t.from = old->second.box;
                t.travelled.jump(0);
                t.travelled.glide(1, motion.curve, motion.travel, now);
            }
            go(t.x, node.box.x, motion, now);
            go(t.y, node.box.y, motion, now);
            go(t.width, node.box.width, motion, now);
            go(t.height, node.box.height, motion, now);
            go(t.scale, node.scale, motion, now);
            motion.curve = Curve::fade;
            go(t.alpha, node.alpha, motion, now);
        }
        t.parent = parent;
    }
    for (const Node& child : node.children) {
        follow(child, node.id != 0 ? node.id : parent, before, now, first, reduced);
    }
}

void Animator::leave(const Scene& old, const Places& before, base::Seconds now) {
    const auto walk = [&](const auto& self, const Node& parent) -> void {
        NodeId after = 0;
        for (const Node& child : parent.children) {
            if (child.id != 0 && !tracks.contains(child.id)) {
                const auto where = before.find(child.id);
                if (child.motion.leave > 0 && where != before.end() && where->second.alpha > 0) {
                    Ghost ghost{child, where->second.box, parent.id, after, Track(where->second.alpha)};
                    ghost.alpha.glide(0, Curve::fade, child.motion.leave, now);
                    ghosts.push_back(std::move(ghost));
                }
            } else {
                self(self, child);
                after = child.id != 0 ? child.id : after;
            }
        }
    };
    walk(walk, old.root);
}

void Animator::show(Scene next, base::Seconds now, bool reduced) {
    Places before;
    for (const Placed& p : placed(now)) {
        if (p.node->id != 0 && !p.leaving) {
            before.emplace(p.node->id, p);
        }
    }
    const Scene old = std::exchange(present, std::move(next));
    std::unordered_map<NodeId, bool> kept;
    const auto note = [&kept](const auto& self, const Node& node) -> void {
        if (node.id != 0) {
            kept.emplace(node.id, true);
        }
        for (const Node& child : node.children) {
            self(self, child);
        }
    };
    note(note, present.root);
    std::erase_if(tracks, [&kept](const auto& entry) { return !kept.contains(entry.first); });
    std::erase_if(ghosts, [&](const Ghost& g) { return kept.contains(g.node.id) || !g.alpha.moving(now); });
    if (shown) {
        leave(old, before, now);
    }
    follow(present.root, 0, before, now, !shown, reduced);
    shown = true;
}

void Animator::place(const Node& node, base::Rect parent, base::Rect clip, float alpha, float magnified, int layer,
                     bool leaving, base::Seconds now, std::vector<Placed>& out) const {
    base::Rect box = node.box;
    float own = node.alpha;
    float scale = node.scale;
    const Tracks* t = nullptr;
    if (const auto found = tracks.find(node.id); node.id != 0 && found != tracks.end()) {
        if (leaving) {
            return; // it goes on in the scene itself
        }
        t = &found->second;
        box = {t->x.position(now), t->y.position(now), t->width.position(now), t->height.position(now)};
        own = std::clamp(t->alpha.position(now), 0.0F, 1.0F);
        scale = t->scale.position(now);
    }
    box = {parent.x + box.x * magnified, parent.y + box.y * magnified, box.width * magnified, box.height * magnified};
    box = around(box, scale);
    const float total = alpha * own;
    base::Rect inside = clip;
    if (t != nullptr && t->travelled.moving(now)) {
        box = between(t->from, box, t->travelled.position(now));
        inside = {0, 0, present.size.width, present.size.height};
    }
    out.push_back({&node, box, inside, total, magnified * scale, layer, leaving});
    const int here = node.layer && !leaving ? static_cast<int>(out.size()) : layer;
    out.back().layer = here; // a layer's own paint is part of it
    const base::Rect within = node.clip ? inside.intersected(box) : inside;
    const auto placeGhosts = [&](NodeId after) {
        for (const Ghost& ghost : ghosts) {
            if (node.id != 0 && ghost.parent == node.id && ghost.after == after && ghost.alpha.moving(now)) {
                const base::Rect at{ghost.box.x - ghost.node.box.x, ghost.box.y - ghost.node.box.y, 0, 0};
                place(ghost.node, at, within, ghost.alpha.position(now), 1, here, true, now, out);
            }
        }
    };
    placeGhosts(0);
    for (const Node& child : node.children) {
        place(child, box, within, total, magnified * scale, here, leaving, now, out);
        if (child.id != 0) {
            placeGhosts(child.id);
        }
    }
}

std::vector<Placed> Animator::placed(base::Seconds now) const {
    std::vector<Placed> out;
    if (shown) {
        const base::Rect screen{0, 0, present.size.width, present.size.height};
        place(present.root, {}, screen, 1, 1, 0, false, now, out);
    }
    return out;
}

bool Animator::moving(base::Seconds now) const {
    const auto going = [now](const Tracks& t) {
        return t.x.moving(now) || t.y.moving(now) || t.width.moving(now) || t.height.moving(now) ||
               t.alpha.moving(now) || t.scale.moving(now) || t.travelled.moving(now);
    };
    return std::any_of(tracks.begin(), tracks.end(), [&](const auto& entry) { return going(entry.second); }) ||
           std::any_of(ghosts.begin(), ghosts.end(), [now](const Ghost& g) { return g.alpha.moving(now); });
}

void Animator::settle(base::Seconds now) {
    std::erase_if(ghosts, [now](const Ghost& g) { return !g.alpha.moving(now); });
}

input::Hit hitTest(const std::vector<Placed>& placed, base::Point at) {
    input::Hit hit;
    for (auto p = placed.rbegin(); p != placed.rend(); ++p) {
        const Node& node = *p->node;
        const bool seen = !p->leaving && p->alpha >= 0.5F;
        if (seen && std::holds_alternative<Backdrop>(node.paint)) {
            break; // what lies behind an open menu cannot be touched
        }
        if (!seen || !p->clip.contains(at)) {
            continue;
        }
        if (hit.target == 0 && node.touch && node.touch->enabled && p->box.grown(node.touch->reach).contains(at)) {
            hit.target = node.id;
            hit.repeatable = node.touch->repeatable;
        }
        if (hit.surface == 0 && node.surface && p->box.contains(at)) {
            hit.surface = node.id;
            hit.axes = node.surface->axes;
            hit.moving = node.surface->moving && !hit.repeatable; // arrows may be touched as fast as fingers can
        }
        if (hit.target != 0 && hit.surface != 0) {
            break;
        }
    }
    return hit;
}

} // namespace schacht::scene
