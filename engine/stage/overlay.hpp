#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/input/contact.hpp"
#include "engine/stage/screen.hpp"
#include "engine/stage/vitals.hpp"

namespace schacht::stage {

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
