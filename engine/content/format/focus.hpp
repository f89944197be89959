#pragma once

namespace schacht::content {

/// A point of a picture, 0..1 from its left and top, that cropping keeps.
struct Focus {
    double x = 0.5;
    double y = 0.5;
    bool operator==(const Focus&) const = default;
};

} // namespace schacht::content
