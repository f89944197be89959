#include "kiosk/commands/contact_sheet.hpp"

#include "engine/assets/decode.hpp"

#include <SFML/Graphics/Image.hpp>
#include <algorithm>

namespace schacht::kiosk {

bool writeContactSheet(const std::vector<std::filesystem::path>& pictures, int columns, int width,
                       const std::filesystem::path& sheet) {
    constexpr int gap = 6; // pixels
    sf::Image out;
    unsigned height = 0;
    bool whole = !pictures.empty();
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto bitmap = assets::decodePicture(pictures[i], width, 1);
        if (!bitmap) {
            whole = false;
            continue;
        }
        const auto across = static_cast<unsigned>(columns);
        if (height == 0) {
            height = static_cast<unsigned>(bitmap->height);
            const auto rows = (static_cast<unsigned>(pictures.size()) + across - 1) / across;
            out.create(across * static_cast<unsigned>(width + gap), rows * (height + gap), {60, 60, 60});
        }
        sf::Image one;
        one.create(static_cast<unsigned>(bitmap->width), static_cast<unsigned>(bitmap->height), bitmap->rgba.data());
        const auto place = static_cast<unsigned>(i);
        out.copy(one, place % across * static_cast<unsigned>(width + gap), place / across * (height + gap));
    }
    return whole && out.saveToFile(sheet.string());
}

} // namespace schacht::kiosk
