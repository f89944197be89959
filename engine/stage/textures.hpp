#pragma once
#include "engine/assets/budget.hpp"
#include "engine/assets/pictures.hpp"
#include "engine/graphics/canvas.hpp"
#include "engine/stage/texture_source.hpp"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace schacht::stage {

/// What is drawn from memory: pictures, icons and words as textures, under one budget of bytes. What the present frame
/// shows stays; what was not shown for longest goes first. The window's thread.
class Textures final : public TextureSource {
public:
    /// canvas: what they are drawn on; pack, icons: where pictures come from; all outlive this. budget: bytes.
    Textures(graphics::Canvas& canvas, assets::Pictures& pack, assets::Pictures& icons, std::size_t budget);

    /// A frame begins: what is asked for from now on is on screen.
    void beginFrame();

    [[nodiscard]] const graphics::Texture* picture(const std::string& file, int width, int height) override;
    [[nodiscard]] const graphics::Texture* tile(const std::string& file, assets::Tile tile) override;
    [[nodiscard]] const graphics::Texture* icon(const std::string& name, int size) override;
    [[nodiscard]] const graphics::Texture* words(const text::Paragraph& paragraph) override;
    /// Not on screen, but soon: is decoded when there is nothing else to do.
    void ahead(const std::string& file, int width, int height);

    /// A picture's file has changed on the disk: it is asked for anew, and shown as it was until it comes.
    void changed(const std::string& file);
    /// A picture has come. True where what is on screen changes by it.
    bool arrived(const assets::PictureArrival& arrival, bool icon);
    /// True when everything that the frame asked for was there and sharp, or cannot come.
    [[nodiscard]] bool complete() const { return awaited.empty(); }
    /// The files, and "#" and the part where it is no whole picture, that the last frame went without.
    [[nodiscard]] const std::vector<std::string>& missing() const { return awaited; }
    [[nodiscard]] std::size_t bytes() const { return kept.total(); }

private:
    using Key = std::string;
    struct Sizes {
        std::vector<std::pair<int, int>> there; // pixels covered, in no order
        std::vector<Key> old;                   // as its file was before: only until it comes as it is now
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
    std::unordered_map<std::string, int> versions; // of files that have changed: how often
    std::vector<std::string> awaited;
    /// A picture that is looked at closely.
    struct Close {
        bool cut = false;
        int failures = 0; // to cut it, or of a cut: since a tile came
    };
    std::unordered_map<std::string, Close> close; // by file
    using Parts = std::unordered_set<assets::PictureRequest, assets::PictureRequestHash>;
    Parts waiting; // what was asked for and has not come
    Parts wanted;  // of those, the ones that this frame asked for
};

} // namespace schacht::stage
