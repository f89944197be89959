#include "engine/stage/textures.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace schacht::stage {

namespace {

constexpr int onScreen = 10;
constexpr int neighbours = 5;
constexpr const char* packKind = "p:";
constexpr const char* iconKind = "i:";
constexpr const char* wordsKind = "w:";
constexpr int mostFailures = 2; // tiles that are damaged in the cache are cut once more

std::string iconFile(const std::string& name) {
    return name + ".svg";
}

} // namespace

Textures::Textures(graphics::Canvas& onto, assets::Pictures& packPictures, assets::Pictures& iconPictures,
                   std::size_t budget)
    : canvas(onto), pack(packPictures), icons(iconPictures), kept(budget) {}

Textures::Key Textures::versionOf(const std::string& file) const {
    const auto changed = versions.find(file);
    return changed == versions.end() ? "" : "v" + std::to_string(changed->second);
}

Textures::Key Textures::keyOf(const char* kind, const std::string& file, int width, int height) const {
    return kind + file + ":" + versionOf(file) + ":" + std::to_string(width) + "x" + std::to_string(height);
}

Textures::Key Textures::keyOf(const std::string& file, assets::Tile tile) const {
    return "t:" + file + ":" + versionOf(file) + ":" + std::to_string(tile.level) + ":" + std::to_string(tile.column) +
           ":" + std::to_string(tile.row);
}

void Textures::beginFrame() {
    kept.beginFrame();
    awaited.clear();
    std::erase_if(waiting, [this](const assets::PictureRequest& part) {
        const bool unwanted = !wanted.contains(part);
        if (unwanted) {
            pack.drop(part);
        }
        return unwanted;
    });
    wanted.clear();
}

const graphics::Texture* Textures::find(assets::Pictures& from, const char* kind, const std::string& file,
                                        const assets::PictureRequest& request, bool soft) {
    Sizes& known = sizes[kind + file];
    if (const auto* sharp = kept.find(keyOf(kind, file, request.width, request.height))) {
        return sharp->get();
    }
    if (known.failed) {
        return nullptr;
    }
    awaited.push_back(file);
    from.ask(request, onScreen, soft);
    // until it comes: the smallest that is larger, else the largest there is
    const graphics::Texture* best = nullptr;
    for (const auto& [w, h] : known.there) {
        const auto* other = kept.find(keyOf(kind, file, w, h));
        if (other == nullptr) {
            continue;
        }
        const bool enough = (*other)->width() >= request.width;
        const bool bestEnough = best != nullptr && best->width() >= request.width;
        if (best == nullptr || (enough && (!bestEnough || (*other)->width() < best->width())) ||
            (!enough && !bestEnough && (*other)->width() > best->width())) {
            best = other->get();
        }
    }
    for (const Key& key : known.old) {
        const auto* other = best == nullptr ? kept.find(key) : nullptr;
        best = other == nullptr ? best : other->get();
    }
    return best;
}

const graphics::Texture* Textures::picture(const std::string& file, int width, int height) {
    return find(pack, packKind, file, assets::quantised({file, width, height}), true);
}

const graphics::Texture* Textures::tile(const std::string& file, assets::Tile tile) {
    using Part = assets::PictureRequest::Part;
    if (const auto* there = kept.find(keyOf(file, tile))) {
        return there->get();
    }
    const Close& picture = close[file];
    if (picture.failures >= mostFailures) {
        return nullptr;
    }
    awaited.push_back(file + (picture.cut ? "#tile" : "#cut"));
    const assets::PictureRequest request{file, 0, 0, picture.cut ? Part::tile : Part::cut,
                                         picture.cut ? tile : assets::Tile{}};
    pack.ask(request, onScreen, false);
    waiting.insert(request);
    wanted.insert(request);
    return nullptr;
}

const graphics::Texture* Textures::icon(const std::string& name, int size) {
    return find(icons, iconKind, iconFile(name), {iconFile(name), size, size}, false);
}

const graphics::Texture* Textures::words(const text::Paragraph& paragraph) {
    const Key key = wordsKind + std::to_string(paragraph.key());
    if (const auto* there = kept.find(key)) {
        return there->get();
    }
    auto texture = canvas.coverage(paragraph.draw());
    if (texture == nullptr) {
        return nullptr;
    }
    const graphics::Texture* drawn = texture.get();
    const std::size_t bytes = texture->bytes();
    kept.put(key, std::move(texture), bytes);
    return drawn;
}

void Textures::ahead(const std::string& file, int width, int height) {
    const auto request = assets::quantised({file, width, height});
    if (kept.find(keyOf(packKind, file, request.width, request.height)) == nullptr) {
        pack.ask(request, neighbours, false);
    }
}

void Textures::forgetOld(Sizes& known) {
    for (const Key& key : std::exchange(known.old, {})) {
        kept.erase(key);
    }
}

void Textures::changed(const std::string& file) {
    pack.dropFile(file);
    Sizes& known = sizes[packKind + file];
    for (const auto& [w, h] : known.there) {
        known.old.push_back(keyOf(packKind, file, w, h));
    }
    known.there.clear();
    known.failed = false;
    close.erase(file);
    ++versions[file];
}

bool Textures::partArrived(const assets::PictureArrival& arrival) {
    const auto& request = arrival.request;
    Close& picture = close[request.file];
    waiting.erase(request);
    const bool isTile = request.part == assets::PictureRequest::Part::tile;
    auto texture = isTile && arrival.bitmap ? canvas.texture(**arrival.bitmap) : nullptr;
    if (!arrival.bitmap || (isTile && texture == nullptr)) {
        // of one damaged file all tiles that are on screen fail
        picture.failures += !isTile || picture.cut ? 1 : 0;
        picture.cut = false;
    } else if (isTile) {
        picture.failures = 0;
        const std::size_t bytes = texture->bytes();
        kept.put(keyOf(request.file, request.tile), std::move(texture), bytes);
    } else {
        picture.cut = true;
    }
    return true;
}

bool Textures::arrived(const assets::PictureArrival& arrival, bool icon) {
    if (arrival.request.part != assets::PictureRequest::Part::whole) {
        return partArrived(arrival);
    }
    const char* kind = icon ? iconKind : packKind;
    const auto& request = arrival.request;
    Sizes& known = sizes[kind + request.file];
    if (!arrival.bitmap) {
        known.failed = true;
        forgetOld(known);
        return true;
    }
    auto texture = icon ? canvas.coverage(**arrival.bitmap) : canvas.texture(**arrival.bitmap);
    if (texture == nullptr) {
        known.failed = true;
        return true;
    }
    const std::size_t bytes = texture->bytes();
    const std::pair<int, int> size = arrival.soft ? std::pair{0, 0} : std::pair{request.width, request.height};
    kept.put(keyOf(kind, request.file, size.first, size.second), std::move(texture), bytes);
    if (std::find(known.there.begin(), known.there.end(), size) == known.there.end()) {
        known.there.push_back(size);
    }
    if (!arrival.soft) {
        forgetOld(known); // not before the new one is there: it must not get the same handle
    }
    return true;
}

} // namespace schacht::stage
