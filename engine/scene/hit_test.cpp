#include "engine/scene/animator.hpp"

namespace schacht::scene {

input::Hit hitTest(const std::vector<Placed>& placed, base::Point at) {
    input::Hit hit;
    for (auto p = placed.rbegin(); p != placed.rend(); ++p) {
        const Node& node = *p->node;
        const bool early = node.touch && node.touch->early;
        const bool seen = !p->leaving && (p->alpha >= 0.5F || early);
        if (seen && std::holds_alternative<Backdrop>(node.paint) && p->box.contains(at)) {
            break; // what lies behind an open menu cannot be touched
        }
        if (!seen || !p->clip.contains(at)) {
            continue;
        }
        if (hit.target == 0 && node.touch && node.touch->enabled && p->box.grown(node.touch->reach).contains(at)) {
            hit.target = node.id;
            hit.repeatable = node.touch->repeatable;
            if (node.touch->slider) {
                hit.slider = true;
                hit.axes = *node.touch->slider;
                break;
            }
        }
        if (hit.surface == 0 && node.surface && p->box.contains(at)) {
            hit.surface = node.id;
            hit.axes = node.surface->axes;
            hit.zooms = node.surface->zooms;
            hit.moving = node.surface->moving && !hit.repeatable; // arrows may be touched as fast as fingers can
        }
        if (hit.target != 0 && hit.surface != 0) {
            break;
        }
    }
    return hit;
}

} // namespace schacht::scene
