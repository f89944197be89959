#pragma once
#include "engine/assets/budget.hpp"
#include "engine/assets/pictures.hpp"
#include "engine/graphics/canvas.hpp"
#include "engine/stage/texture_source.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace schacht::stage {

/// Pictures, icons and words as textures, under one budget of bytes. What the present frame shows stays; of the rest,
/// what was not shown for the longest time goes first. What is missing is asked for. The window's thread.
class Textures final : public TextureSource {
public:
    /// canvas: makes the textures. pack, icons: load pictures. All three outlive this. budget: bytes.
    Textures(graphics::Canvas& canvas, assets::Pictures& pack, assets::Pictures& icons, std::size_t budget);

    /// A frame begins: what is asked for from now on is on the screen, and what was before is not.
    void beginFrame();

    [[nodiscard]] const graphics::Texture* picture(const std::string& file, int width, int height) override;
    [[nodiscard]] const graphics::Texture* tile(const std::string& file, assets::Tile tile) override;
    [[nodiscard]] const graphics::Texture* icon(const std::string& name, int size) override;
    [[nodiscard]] const graphics::Texture* words(const text::Paragraph& paragraph) override;
    /// A picture will be on the screen soon: loads it when there is nothing else to do.
    void ahead(const std::string& file, int width, int height);

    /// A picture's file has changed on the disk. It will be loaded again, and looks as before until then.
    void changed(const std::string& file);
    /// A picture has come, or has failed to. Returns true where the screen looks different by it.
    bool arrived(const assets::PictureArrival& arrival, bool icon);
    /// True where everything that the frame asked for was there and sharp, or will never come.
    [[nodiscard]] bool complete() const { return awaited.empty(); }
    /// The files that the frame went without. Of a picture that is looked at closely, followed by "#" and the part.
    [[nodiscard]] const std::vector<std::string>& missing() const { return awaited; }
    [[nodiscard]] std::size_t bytes() const { return kept.total(); }

private:
    using Key = std::string;
    struct Sizes {
        std::vector<std::pair<int, int>> there; // width and height in pixels, in no order
        std::vector<Key> old;                   // made of the file before it changed; kept until it is loaded again
        bool failed = false;
    };

    const graphics::Texture* find(assets::Pictures& from, const char* kind, const std::string& file,
                                  const assets::PictureRequest& request, bool soft);
    [[nodiscard]] Key keyOf(const char* kind, const std::string& file, int width, int height) const;
    [[nodiscard]] Key keyOf(const std::string& file, assets::Tile tile) const;
    [[nodiscard]] Key versionOf(const std::string& file) const;
    void forgetOld(Sizes& known);
    [[nodiscard]] bool partArrived(const assets::PictureArrival& arrival);

    graphics::Canvas& canvas;
    assets::Pictures& pack;
    assets::Pictures& icons;
    assets::LruBudget<Key, std::unique_ptr<graphics::Texture>> kept;
    std::unordered_map<std::string, Sizes> sizes;  // by kind and file
    std::unordered_map<std::string, int> versions; // how often each file has changed, if ever
    std::vector<std::string> awaited;              // what missing() returns
    /// A picture that is looked at closely.
    struct Close {
        bool cut = false;
        int failures = 0; // since a tile came: it could not be cut, or what was cut could not be read
    };
    std::unordered_map<std::string, Close> close; // by file
    using Parts = std::unordered_set<assets::PictureRequest, assets::PictureRequestHash>;
    Parts waiting; // what was asked for and has not come
    Parts wanted;  // of those, the ones that this frame asked for
};

} // namespace schacht::stage
