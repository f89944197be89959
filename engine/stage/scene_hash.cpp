#include "engine/stage/scene_hash.hpp"

#include "engine/base/hash.hpp"
#include "engine/stage/paint_hash.hpp"

namespace schacht::stage {

namespace {

std::uint64_t mixWords(std::uint64_t hash, std::string_view words) {
    return mixIn(hash, base::fnv1a(words));
}

template <class Number>
std::uint64_t mixNumber(std::uint64_t hash, Number number) {
    return mixIn(hash, static_cast<std::uint64_t>(number));
}

std::uint64_t mixTime(std::uint64_t hash, base::Seconds time) {
    return mixIn(hash, std::bit_cast<std::uint64_t>(time));
}

std::uint64_t hashOf(const scene::Paint& paint) {
    if (const auto* wave = std::get_if<scene::WavePaint>(&paint)) { // its own key is where the levels are in memory
        std::uint64_t hash = mixIn(mixIn(mixIn(mixIn(10, wave->share), wave->bar), wave->heard), wave->rest);
        for (const std::uint8_t level : *wave->levels) {
            hash = mixNumber(hash, level);
        }
        return hash;
    }
    return std::visit(PaintHash{}, paint);
}

std::uint64_t mixMotion(std::uint64_t hash, const scene::Motion& motion) {
    hash = mixTime(mixNumber(mixTime(hash, motion.duration), motion.curve), motion.leave);
    hash = mixNumber(mixTime(mixNumber(hash, motion.leavesWhole), motion.travel), motion.travelFades);
    const auto& enter = motion.enter;
    hash = mixIn(mixIn(mixIn(mixIn(hash, enter.offset.x), enter.offset.y), enter.scale), enter.alpha);
    return mixTime(mixNumber(mixTime(mixTime(hash, enter.delay), enter.duration), enter.curve), enter.fade);
}

std::uint64_t mixTouch(std::uint64_t hash, const scene::Touch& touch) {
    hash = mixNumber(mixNumber(mixNumber(mixIn(hash, touch.reach), touch.repeatable), touch.early), touch.enabled);
    hash = mixNumber(mixNumber(mixNumber(hash, touch.setting), touch.place), touch.count);
    return touch.slider ? mixNumber(mixNumber(hash, 1), *touch.slider) : mixNumber(hash, 0);
}

std::uint64_t mixNode(std::uint64_t hash, const scene::Node& node) {
    hash = mixWords(mixWords(mixNumber(mixIn(hash, node.id), node.role), node.name), node.language);
    hash = mixIn(mixIn(mixIn(mixIn(hash, node.box), hashOf(node.paint)), node.alpha), node.scale);
    hash = mixIn(mixIn(hash, node.pivot.x), node.pivot.y);
    hash = mixNumber(mixNumber(mixNumber(hash, node.aside), node.clip), node.layer);
    hash = mixMotion(hash, node.motion);
    hash = node.touch ? mixTouch(mixNumber(hash, 1), *node.touch) : mixNumber(hash, 0);
    if (node.surface) {
        hash = mixNumber(mixNumber(mixNumber(hash, node.surface->axes), node.surface->moving), node.surface->zooms);
    }
    hash = mixNumber(hash, node.children.size());
    for (const scene::Node& child : node.children) {
        hash = mixNode(hash, child);
    }
    return hash;
}

} // namespace

std::uint64_t hashOf(const scene::Scene& scene) {
    std::uint64_t hash = mixIn(mixIn(1, scene.size.width), scene.size.height);
    hash = mixWords(mixWords(mixWords(hash, scene.language), scene.title), scene.dress);
    return mixNode(mixTime(mixNumber(hash, scene.reduced), scene.throughDark), scene.root);
}

} // namespace schacht::stage
