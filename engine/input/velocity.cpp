#include "engine/input/velocity.hpp"

#include <cmath>

namespace schacht::input {

namespace {

constexpr float noticeable = 0.5F;    // mm; a finger that rests trembles by less
constexpr std::size_t kept = 64;      // a quarter of a second at 250 Hz
constexpr double shortestSpan = 1e-3; // seconds; samples closer together say nothing about speed

} // namespace

void Velocity::add(base::Point at, base::Seconds time) {
    if (samples.empty() || std::hypot(at.x - restedAt.x, at.y - restedAt.y) > noticeable) {
        restedAt = at;
        movedLast = time;
    }
    samples.push_back({at, time});
    if (samples.size() > kept) {
        samples.pop_front();
    }
}

base::Point Velocity::at(base::Seconds now, const TouchRules& rules) const {
    if (now - movedLast >= rules.stillAfter) {
        return {};
    }
    double n = 0;
    double sumT = 0;
    double sumX = 0;
    double sumY = 0;
    for (const Sample& sample : samples) {
        if (sample.time >= now - rules.velocityWindow) {
            n += 1;
            sumT += sample.time;
            sumX += static_cast<double>(sample.at.x);
            sumY += static_cast<double>(sample.at.y);
        }
    }
    if (n < 3) {
        return {};
    }
    // Ordinary least squares: the slope is Σ(t−t̄)(x−x̄) / Σ(t−t̄)².
    double spread = 0;
    double slopeX = 0;
    double slopeY = 0;
    for (const Sample& sample : samples) {
        if (sample.time >= now - rules.velocityWindow) {
            const double t = sample.time - sumT / n;
            spread += t * t;
            slopeX += t * (static_cast<double>(sample.at.x) - sumX / n);
            slopeY += t * (static_cast<double>(sample.at.y) - sumY / n);
        }
    }
    if (spread < shortestSpan * shortestSpan) {
        return {};
    }
    return {static_cast<float>(slopeX / spread), static_cast<float>(slopeY / spread)};
}

base::Point asFling(base::Point velocity, const TouchRules& rules) {
    const float speed = std::hypot(velocity.x, velocity.y);
    if (speed < rules.flingStart) {
        return {};
    }
    const float share = std::min(1.0F, rules.flingCap / speed);
    return {velocity.x * share, velocity.y * share};
}

} // namespace schacht::input
