#pragma once
#include "engine/stage/performance.hpp"

namespace schacht::tests {

/// The screen as it is now, on a glass; as the shell asks for it.
inline scene::Scene shown(stage::Performance& performance, const stage::Screen& glass, text::Typesetter& typesetter,
                          base::Seconds now) {
    (void)performance.measure(glass, typesetter, now);
    return performance.show(glass, typesetter, now);
}

} // namespace schacht::tests
