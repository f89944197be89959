#include "kiosk/visitor/kit/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::visitor::layout {

namespace {

float given(float past) {
    constexpr float furthest = 110;
    constexpr float stiffness = 0.55F;
    return std::copysign(furthest * (1 - 1 / (1 + stiffness * std::abs(past) / furthest)), past);
}

} // namespace

float banded(float position, float reach) {
    if (position < 0) {
        return given(position);
    }
    return position > reach ? reach + given(position - reach) : position;
}

int pagesTurned(float off, float pulled, float speed, bool last) {
    constexpr float turnShare = 0.22F;
    constexpr float turnSpeed = 140;
    if (last && -pulled >= turnShare) {
        return 1;
    }
    int by = 0;
    if (std::abs(speed) >= turnSpeed) {
        by = speed < 0 ? 1 : -1;
    } else if (std::abs(off) >= turnShare) {
        by = off > 0 ? 1 : -1;
    }
    return last ? std::min(by, 0) : by;
}

Closeup closeup(base::Size screen, const Access& access, bool aside) {
    const base::Size all = aboveBar(screen);
    if (aside) {
        return {{0, 0, all.width, all.height}, all.height};
    }
    // from the stage's bottom up, by the size of the words
    constexpr std::array<float, textSizes> upright{242, 242, 268, 336};
    constexpr std::array<float, textSizes> wide{158, 158, 182, 232};
    const auto size = static_cast<std::size_t>(std::clamp(access.textSize, 1, textSizes) - 1);
    const float words = portrait(screen) ? upright[size] : wide[size];
    const float clear = all.height - words;
    return {{0, 0, all.width, access.contrast ? clear : all.height}, clear};
}

Shelf shelf(std::size_t cards, base::Size screen) {
    constexpr float gap = 8;
    constexpr float wide = 178;
    constexpr float narrow = 132;
    const float scale = portrait(screen) ? 1.36F : 1;
    Shelf out;
    float x = margin;
    for (std::size_t i = 0; i < cards; ++i) {
        const float width = (i % 5 == 0 || i % 5 == 2 ? wide : narrow) * scale;
        out.starts.push_back(x);
        out.widths.push_back(width);
        x += width + gap;
    }
    out.reach = cards == 0 ? 0 : std::max(0.0F, x - gap + margin - screen.width);
    return out;
}

float Shelf::nearest(float position) const {
    const float within = std::clamp(position, 0.0F, reach);
    float place = reach; // the far end is a resting place too
    for (const float start : starts) {
        const float rest = std::min(start - margin, reach);
        place = std::abs(rest - within) < std::abs(place - within) ? rest : place;
    }
    return place;
}

float Shelf::step(float position, int by) const {
    float place = nearest(position);
    constexpr float same = 1;
    for (int i = 0; i < std::abs(by); ++i) {
        float next = by > 0 ? reach : 0;
        for (const float start : starts) {
            const float rest = std::min(start - margin, reach);
            if (by > 0 && rest > place + same) {
                next = std::min(next, rest);
            } else if (by < 0 && rest < place - same) {
                next = std::max(next, rest);
            }
        }
        place = next;
    }
    return place;
}

} // namespace schacht::visitor::layout
