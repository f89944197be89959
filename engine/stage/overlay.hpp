#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/input/contact.hpp"
#include "engine/stage/screen.hpp"
#include "engine/stage/vitals.hpp"

namespace schacht::stage {

/// What staff see over the screen, such as the service menu. While it is shown, every frame draws it anew. A frame is
/// drawn whenever it accepts a contact or a key, and whenever something happens to its performance. The window's
/// thread.
class Overlay {
public:
    virtual ~Overlay() = default;
    /// It gets each contact and each key first. Returns true where nobody else shall get it.
    [[nodiscard]] virtual bool feel(const input::Contact& contact) = 0;
    [[nodiscard]] virtual bool press(const input::Key& key) = 0;
    /// Returns true where it looks different afterwards.
    [[nodiscard]] virtual bool press(const input::StaffKey& key) = 0;
    /// Whether anything of it can be seen.
    [[nodiscard]] virtual bool shown() const = 0;
    /// Draws it over what is on the canvas.
    virtual void draw(graphics::Canvas& canvas, const Screen& screen, const Vitals& vitals, base::Seconds now) = 0;
};

} // namespace schacht::stage
