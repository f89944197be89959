#pragma once

namespace schacht::graphics {

/// While it lives, textures may be bound; then the one that was bound before is bound again. SFML remembers what it
/// bound last: a flat shape that it draws after another binding would be seen through that texture. The thread of the
/// OpenGL context.
class KeptBinding {
public:
    KeptBinding();
    ~KeptBinding();
    KeptBinding(const KeptBinding&) = delete;
    KeptBinding& operator=(const KeptBinding&) = delete;

private:
    int before = 0;
};

} // namespace schacht::graphics
