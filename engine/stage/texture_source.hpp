#pragma once
#include "engine/assets/tile.hpp"
#include "engine/graphics/texture.hpp"
#include "engine/text/paragraph.hpp"

#include <string>

namespace schacht::stage {

/// Answers which texture there is for a picture, an icon or words, for those who plan a frame. Asking for one says that
/// it is on the screen. An answer stays valid for that frame; null: there is none yet, or there never will be.
class TextureSource {
public:
    virtual ~TextureSource() = default;

    /// The best there is of a picture that covers width x height pixels; where it is not sharp, a sharp one will come.
    [[nodiscard]] virtual const graphics::Texture* picture(const std::string& file, int width, int height) = 0;
    /// A tile of a picture that is looked at closely. The picture is cut first; what a frame does not ask for any more
    /// is not cut and not loaded.
    [[nodiscard]] virtual const graphics::Texture* tile(const std::string& file, assets::Tile tile) = 0;
    /// size: pixels, both ways.
    [[nodiscard]] virtual const graphics::Texture* icon(const std::string& name, int size) = 0;
    [[nodiscard]] virtual const graphics::Texture* words(const text::Paragraph& paragraph) = 0;
};

} // namespace schacht::stage
