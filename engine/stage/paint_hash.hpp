#pragma once
#include "engine/base/hash.hpp"
#include "engine/scene/node.hpp"

#include <bit>
#include <cstdint>

/// Hashes of paints: two paints that look different have different ones. (Mixed as MurmurHash3's finaliser does.)
namespace schacht::stage {

using base::mixIn;
inline std::uint64_t mixIn(std::uint64_t hash, float value) {
    return mixIn(hash, std::uint64_t{std::bit_cast<std::uint32_t>(value)});
}
inline std::uint64_t mixIn(std::uint64_t hash, base::Colour c) {
    return mixIn(hash, (std::uint64_t{c.r} << 24U) | (std::uint64_t{c.g} << 16U) | (std::uint64_t{c.b} << 8U) | c.a);
}
inline std::uint64_t mixIn(std::uint64_t hash, base::Rect r) {
    return mixIn(mixIn(mixIn(mixIn(hash, r.x), r.y), r.width), r.height);
}
inline std::uint64_t mixIn(std::uint64_t hash, const std::vector<graphics::GradientStop>& stops) {
    for (const graphics::GradientStop& stop : stops) {
        hash = mixIn(mixIn(hash, stop.at), stop.colour);
    }
    return hash;
}

struct PaintHash {
    std::uint64_t operator()(const scene::Nothing&) const { return 0; }
    std::uint64_t operator()(const scene::Fill& p) const {
        return mixIn(mixIn(mixIn(mixIn(1, p.colour), p.radius), p.edge), p.line);
    }
    std::uint64_t operator()(const scene::Linear& p) const {
        return mixIn(mixIn(mixIn(2, p.degrees), p.radius), p.stops);
    }
    std::uint64_t operator()(const scene::Radial& p) const {
        const std::uint64_t flags = (p.light ? 1U : 0U) | (p.disc ? 2U : 0U);
        return mixIn(mixIn(mixIn(3, base::Rect{p.centre.x, p.centre.y, p.reach.x, p.reach.y}), flags), p.stops);
    }
    std::uint64_t operator()(const scene::PicturePaint& p) const {
        const auto hash = mixIn(mixIn(4, base::Rect{p.focus.x, p.focus.y, p.radius, p.zoom}), scene::nodeId(p.file));
        return mixIn(mixIn(hash, p.pixels.width), p.pixels.height);
    }
    std::uint64_t operator()(const scene::IconPaint& p) const {
        return mixIn(mixIn(mixIn(5, p.colour), std::uint64_t{p.mirrored}), scene::nodeId(p.name));
    }
    std::uint64_t operator()(const scene::TextPaint& p) const {
        return mixIn(mixIn(6, p.colour), std::uint64_t{p.paragraph.key()});
    }
    std::uint64_t operator()(const scene::PanePaint& p) const {
        std::uint64_t hash = mixIn(7, p.degrees);
        for (const base::Point& corner : p.corners) {
            hash = mixIn(mixIn(hash, corner.x), corner.y);
        }
        return mixIn(hash, p.stops);
    }
    std::uint64_t operator()(const scene::RingPaint& p) const {
        return mixIn(mixIn(mixIn(mixIn(8, p.share), p.thick), p.colour), p.track);
    }
    std::uint64_t operator()(const scene::WavePaint& p) const {
        const auto levels = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(p.levels.get()));
        return mixIn(mixIn(mixIn(mixIn(mixIn(10, levels), p.share), p.bar), p.heard), p.rest);
    }
    std::uint64_t operator()(const scene::CodePaint& p) const {
        return mixIn(mixIn(12, std::uint64_t{std::hash<std::vector<bool>>{}(p.dark)}), p.colour);
    }
    std::uint64_t operator()(const scene::FilmPaint&) const { return 11; }
    std::uint64_t operator()(const scene::Backdrop& p) const {
        std::uint64_t hash = 9;
        for (const auto& dim : p.dim) {
            hash = mixIn(hash, std::visit(*this, dim));
        }
        return hash;
    }
};

} // namespace schacht::stage
