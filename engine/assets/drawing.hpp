#pragma once
#include "engine/assets/cover.hpp"
#include "engine/base/bitmap.hpp"
#include "engine/base/problem.hpp"

#include <cstdint>
#include <memory>
#include <span>

namespace schacht::assets {

/// An SVG drawing, parsed by librsvg from bytes that have no address: so it has no neighbours to read, and what it
/// links to outside itself stays empty. One thread at a time.
class Drawing {
public:
    /// bytes: needed only during the call. Code: "picture-broken".
    [[nodiscard]] static base::Result<Drawing> create(std::span<const std::uint8_t> bytes);

    /// The size that it asks for, in pixels of 96 to the inch; above 0, without an upper bound.
    [[nodiscard]] double width() const { return naturalWidth; }
    [[nodiscard]] double height() const { return naturalHeight; }

    /// size: of the same shape, 1..16384 a side. Codes: "picture-broken" (it is empty of sense, or too much of it).
    [[nodiscard]] base::Result<base::Bitmap> render(PixelSize size) const;

private:
    struct Handle;
    Drawing(std::shared_ptr<Handle> handle, double width, double height);

    std::shared_ptr<Handle> handle;
    double naturalWidth;
    double naturalHeight;
};

} // namespace schacht::assets
