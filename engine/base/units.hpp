#pragma once
#include <algorithm>
#include <cmath>

namespace schacht::base {

/// Seconds on one monotonic clock that starts with the process; what is "now" always comes in as an argument.
using Seconds = double;

/// A point; in millimetres on the glass unless a name says pixels. x grows to the right, y downward.
struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

struct Size {
    float width = 0;
    float height = 0;
    bool operator==(const Size&) const = default;
};

/// A rectangle with its left upper corner; width and height are never negative.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] Point centre() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    [[nodiscard]] Rect grown(float by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    [[nodiscard]] Rect intersected(const Rect& other) const {
        const float l = std::max(x, other.x);
        const float t = std::max(y, other.y);
        return {l, t, std::max(0.0F, std::min(right(), other.right()) - l),
                std::max(0.0F, std::min(bottom(), other.bottom()) - t)};
    }
    /// The smallest that holds both; an empty one counts for nothing.
    [[nodiscard]] Rect united(const Rect& other) const {
        if (empty() || other.empty()) {
            return empty() ? other : *this;
        }
        const float l = std::min(x, other.x);
        const float t = std::min(y, other.y);
        return {l, t, std::max(right(), other.right()) - l, std::max(bottom(), other.bottom()) - t};
    }
    /// With every edge on a whole number.
    [[nodiscard]] Rect snapped() const {
        const float left = std::round(x);
        const float top = std::round(y);
        return {left, top, std::round(right()) - left, std::round(bottom()) - top};
    }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    bool operator==(const Rect&) const = default;
};

/// How large something of this shape (both sides above 0, in any unit) comes whole into a room; in the room's unit.
[[nodiscard]] inline Size fitting(Size shape, Size room) {
    const float scale = std::min(room.width / shape.width, room.height / shape.height);
    return {shape.width * scale, shape.height * scale};
}
/// And where: in its middle.
[[nodiscard]] inline Rect fitting(Size shape, const Rect& room) {
    const Size size = fitting(shape, Size{room.width, room.height});
    return {room.x + (room.width - size.width) / 2, room.y + (room.height - size.height) / 2, size.width, size.height};
}

/// sRGB with straight alpha, 0..255.
struct Colour {
    unsigned char r = 0;
    unsigned char g = 0;
    unsigned char b = 0;
    unsigned char a = 255;
    bool operator==(const Colour&) const = default;
    [[nodiscard]] Colour withAlpha(float alpha) const {
        return {r, g, b, static_cast<unsigned char>(std::clamp(alpha, 0.0F, 1.0F) * 255.0F + 0.5F)};
    }
};

/// The colour `share` (0..1) of the way from a to b, in sRGB as CSS color-mix does.
[[nodiscard]] inline Colour mix(Colour a, Colour b, float share) {
    const auto one = [share](unsigned char from, unsigned char to) {
        return static_cast<unsigned char>(static_cast<float>(from) +
                                          (static_cast<float>(to) - static_cast<float>(from)) * share + 0.5F);
    };
    return {one(a.r, b.r), one(a.g, b.g), one(a.b, b.b), one(a.a, b.a)};
}

} // namespace schacht::base
