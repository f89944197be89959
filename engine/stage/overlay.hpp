#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/input/contact.hpp"
#include "engine/stage/screen.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace schacht::stage {

/// How the running kiosk does: what its shell knows of itself.
struct Vitals {
    std::array<float, 240> frames{}; ///< milliseconds that the last ones without an overlay took, in a ring
    std::uint64_t drawn = 0;         ///< of those, since the start; the ring's next place is drawn % its size
    std::size_t pictures = 0;        ///< bytes: pictures, icons and words
    std::size_t surfaces = 0;        ///< bytes: what was composed once and is shown again
    std::size_t budget = 0;          ///< bytes that pictures may hold
    float diagonal = 0;              ///< inches of the glass
};

/// What staff see over the picture while it is open. The window's thread. While it is shown every frame draws it anew,
/// and a frame is drawn whenever it takes something, or something happens to the performance that it belongs to.
class Overlay {
public:
    virtual ~Overlay() = default;
    /// Before anybody else hears of a contact or a key. True: nobody else does.
    [[nodiscard]] virtual bool feel(const input::Contact& contact) = 0;
    [[nodiscard]] virtual bool press(const input::Key& key) = 0;
    /// True: what is shown changes by it.
    [[nodiscard]] virtual bool press(const input::StaffKey& key) = 0;
    /// Something of it is to be seen.
    [[nodiscard]] virtual bool shown() const = 0;
    /// Over the picture that is on the canvas.
    virtual void draw(graphics::Canvas& canvas, const Screen& screen, const Vitals& vitals, base::Seconds now) = 0;
};

} // namespace schacht::stage
