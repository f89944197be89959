#include "engine/graphics/renderer.hpp"

#include <algorithm>

namespace schacht::graphics {

std::optional<Renderer> rendererNamed(std::string_view name) {
    const auto* const found = std::find(rendererNames.begin(), rendererNames.end(), name);
    if (found == rendererNames.end()) {
        return std::nullopt;
    }
    return static_cast<Renderer>(found - rendererNames.begin());
}

} // namespace schacht::graphics
