#include "engine/stage/painter.hpp"

#include "engine/stage/close_look.hpp"
#include "engine/stage/paint_hash.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::stage {

namespace {

using namespace scene;

std::size_t commonPrefix(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

float area(base::Rect r) {
    return r.empty() ? 0 : r.width * r.height;
}

constexpr std::size_t worthComposing = 3; // operations: fewer are drawn faster than kept

} // namespace

base::Rect Painter::inPixels(base::Rect r) const {
    return {r.x * scale, r.y * scale, r.width * scale, r.height * scale};
}

Painter::Operation Painter::operation(const Placed& p) {
    Operation op;
    op.placed = &p;
    op.box = inPixels(p.box);
    op.clip = inPixels(p.clip).snapped();
    const auto& paint = p.node->paint;
    if (std::holds_alternative<TextPaint>(paint)) {
        op.box.x = std::round(op.box.x);
        op.box.y = std::round(op.box.y);
    } else if (!std::holds_alternative<IconPaint>(paint)) {
        const bool matter = std::holds_alternative<PicturePaint>(paint) || std::holds_alternative<Linear>(paint) ||
                            std::holds_alternative<Backdrop>(paint);
        const auto* fill = std::get_if<Fill>(&paint);
        op.box = matter || (fill != nullptr && fill->radius == 0) ? op.box.snapped() : op.box;
    }
    prepareTexture(op);
    op.key = mixIn(mixIn(mixIn(mixIn(std::visit(PaintHash{}, paint), op.box), op.clip), p.alpha), p.magnified);
    op.key = mixIn(op.key, std::uint64_t{op.texture != nullptr ? op.texture->key() : 0U});
    for (const auto& [texture, place] : op.tiles) {
        op.key = mixIn(op.key, std::uint64_t{texture != nullptr ? texture->key() : 0U});
    }
    if (std::holds_alternative<FilmPaint>(paint)) {
        op.key = mixIn(op.key, film.count);
    }
    return op;
}

void Painter::prepareTexture(Operation& op) const {
    const auto& paint = op.placed->node->paint;
    const auto pixels = [](float value) { return std::max(1, static_cast<int>(std::ceil(value))); };
    if (const auto* picture = std::get_if<PicturePaint>(&paint); picture != nullptr && picture->pixels.width > 0) {
        prepareCloseLook(op, *picture);
    } else if (picture != nullptr) {
        // the size it was laid out in, not what it happens to have in a transition
        const base::Rect laid = op.placed->node->box;
        op.texture = textures.picture(picture->file, pixels(laid.width * scale), pixels(laid.height * scale));
    } else if (const auto* icon = std::get_if<IconPaint>(&paint)) {
        op.texture = textures.icon(icon->name, pixels(op.placed->node->box.width * scale));
    } else if (const auto* words = std::get_if<TextPaint>(&paint)) {
        op.texture = words->paragraph ? textures.words(words->paragraph) : nullptr;
    }
}

void Painter::prepareCloseLook(Operation& op, const PicturePaint& picture) const {
    const auto wanted =
        wholeWanted(picture.pixels, {static_cast<float>(canvas.width()), static_cast<float>(canvas.height())});
    op.texture = textures.picture(picture.file, wanted.width, wanted.height);
    if (op.box.empty()) {
        return;
    }
    const base::Rect part = shownPart(picture.pixels, op.box, picture.focus, std::max(picture.zoom, 1.0F));
    if (!wantsTiles(picture.pixels, wanted, part, op.box)) {
        return;
    }
    for (const TilePlace& place : tilesShown(picture.pixels, part, op.box, op.clip)) {
        op.tiles.emplace_back(textures.tile(picture.file, place.tile), place.box);
    }
}

std::vector<Painter::Operation> Painter::prepare(const std::vector<Placed>& placed) {
    const base::Rect screen{0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())};
    std::vector<Operation> operations;
    operations.reserve(placed.size());
    for (const Placed& p : placed) {
        if (p.alpha <= 0.002F || std::holds_alternative<Nothing>(p.node->paint)) {
            continue;
        }
        Operation op = operation(p);
        // a layer is composed whole, also what of it lies beyond the screen now; letters reach out of their box
        const bool within = p.layer > 0;
        const base::Rect seen = within ? inPixels(placed[static_cast<std::size_t>(p.layer - 1)].box) : op.box;
        const base::Rect visible = seen.grown(2).intersected(op.clip.intersected(screen));
        if (!visible.empty() || (!within && std::holds_alternative<TextPaint>(p.node->paint))) {
            operations.push_back(op);
        }
    }
    return operations;
}

void Painter::composeLayer(std::span<const Operation> operations, base::Rect box, Layer& layer) {
    const auto width = static_cast<unsigned>(box.width);
    const auto height = static_cast<unsigned>(box.height);
    if (layer.surface == nullptr || layer.surface->width() != width || layer.surface->height() != height) {
        layer.surface = canvas.surface(width, height);
    }
    if (layer.surface == nullptr) {
        return;
    }
    canvas.drawOn(layer.surface.get());
    canvas.clear(ground);
    origin = {box.x, box.y};
    for (const Operation& op : operations) {
        Operation within = op;
        // what of it lies beyond the screen now may come into sight
        within.clip = box.intersected(inPixels(op.placed->within).snapped());
        if (!within.clip.empty()) {
            draw(std::move(within));
        }
    }
    origin = {};
    canvas.drawOn(nullptr);
}

bool Painter::Look::same(const Look& other) const {
    // the layer's own place leaves rounding in its parts': what is nearer than this is no change
    constexpr float tolerance = 0.125F; // pixels
    const auto near = [](float a, float b) { return std::abs(a - b) < tolerance; };
    return key == other.key && boxes.size() == other.boxes.size() &&
           std::equal(boxes.begin(), boxes.end(), other.boxes.begin(), [&](const base::Rect& a, const base::Rect& b) {
               return near(a.x, b.x) && near(a.y, b.y) && near(a.width, b.width) && near(a.height, b.height);
           });
}

std::optional<Painter::Look> Painter::lookOf(std::span<const Operation> operations, const Placed& layer) const {
    if (layer.magnified != 1) {
        return std::nullopt;
    }
    const base::Rect whole = layer.box;
    Look look{11, {inPixels({0, 0, whole.width, whole.height})}};
    look.boxes.reserve(2 * operations.size() + 1);
    for (const Operation& op : operations) {
        const base::Rect box = op.placed->box;
        const bool picture = std::holds_alternative<PicturePaint>(op.placed->node->paint);
        const base::Rect room = whole.grown(1);
        if (picture && !layer.node->clip && box.intersected(room) != box) {
            return std::nullopt; // it has just left for another screen, or comes from one
        }
        look.boxes.push_back(inPixels(box.moved(-whole.x, -whole.y)));
        look.boxes.push_back(inPixels(op.placed->within.intersected(whole).moved(-whole.x, -whole.y)));
        look.key = mixIn(look.key, std::visit(PaintHash{}, op.placed->node->paint));
        look.key = mixIn(look.key, op.placed->alpha);
        look.key = mixIn(look.key, std::uint64_t{op.texture != nullptr ? op.texture->key() : 0U});
    }
    return look;
}

void Painter::gatherLayers(std::vector<Operation>& operations, const std::vector<Placed>& placed) {
    for (auto& [id, layer] : layers) {
        layer.used = false;
    }
    std::vector<Operation> out;
    for (std::size_t i = 0; i < operations.size();) {
        const int number = operations[i].placed->layer;
        if (number == 0) {
            out.push_back(operations[i++]);
            continue;
        }
        std::size_t end = i;
        while (end < operations.size() && operations[end].placed->layer == number) {
            ++end;
        }
        addLayer({&operations[i], end - i}, placed[static_cast<std::size_t>(number - 1)], out);
        i = end;
    }
    // a page that has gone is let go at once, since it is as large as the screen; a card may come back
    std::erase_if(layers, [this](const auto& entry) { return !entry.second.used && large(entry.second); });
    operations = std::move(out);
}

void Painter::addLayer(std::span<const Operation> operations, const Placed& whole, std::vector<Operation>& out) {
    const scene::NodeId id = whole.node->id;
    const base::Rect box = inPixels(whole.box).snapped();
    const auto before = layerPlaces.find(id);
    const bool moved = before != layerPlaces.end() && before->second != base::Point{box.x, box.y};
    layerPlaces[id] = {box.x, box.y};
    auto look = lookOf(operations, whole);
    if (!look || (!moved && !layers.contains(id))) {
        out.insert(out.end(), operations.begin(), operations.end());
        return;
    }
    Layer& layer = layers[id];
    layer.used = true;
    if (layer.surface == nullptr || !layer.look.same(*look)) {
        composeLayer(operations, box, layer);
        ++layer.composed;
        layer.look = std::move(*look);
    }
    Operation op;
    op.placed = &whole;
    op.box = box;
    op.clip = operations.front().clip;
    op.layer = id;
    op.key = mixIn(mixIn(mixIn(mixIn(layer.look.key, layer.composed), box), op.clip), whole.alpha);
    out.push_back(op);
}

Painted Painter::paint(const std::vector<Placed>& placed, float pixelsPerMillimetre, base::Colour groundColour) {
    scale = pixelsPerMillimetre;
    ground = groundColour;
    textures.beginFrame();
    auto operations = prepare(placed);
    gatherLayers(operations, placed);
    std::vector<std::uint64_t> keys;
    keys.reserve(operations.size());
    for (const Operation& op : operations) {
        keys.push_back(op.key);
    }
    if (!keys.empty() && keys == lastKeys) {
        return Painted::unchanged;
    }
    if (showFilmAlone(operations, keys)) {
        remember(operations, std::move(keys));
        return Painted::shown;
    }
    drawnPart = partToDraw(operations, keys);
    pastPlace = {};
    drawAll(operations, keys);
    if (film.direct != nullptr) {
        film.direct->finish();
    }
    remember(operations, std::move(keys));
    return Painted::drawn;
}

std::size_t Painter::composeStill(const std::vector<Operation>& operations, const std::vector<std::uint64_t>& keys) {
    below = 1;
    // what has moved as a whole will move again: kept with it, all below would be composed anew then
    const auto moved = std::ranges::find_if(operations, [](const Operation& op) { return op.layer != 0; });
    const std::size_t steady =
        std::min(commonPrefix(keys, lastKeys), static_cast<std::size_t>(moved - operations.begin()));
    if (commonPrefix(keys, stillKeys) != stillKeys.size()) {
        stillKeys.clear();
        drawnAgain = 0;
    }
    const std::size_t kept = stillKeys.size();
    if (steady <= kept || (kept == 0 && steady < worthComposing)) {
        return kept;
    }
    // Rent or buy: what stands still is composed when drawing it again has cost half as much. So a small change, or
    // what moves now and then above what never does, does not compose the whole screen.
    float once = 0;
    for (std::size_t i = kept; i < steady; ++i) {
        const base::Rect reached = reach(operations[i]);
        once += area(reached);
        drawnAgain += area(reached.intersected(drawnPart));
    }
    if (drawnAgain < once / 2) {
        return kept;
    }
    drawnAgain = 0;
    if (still == nullptr) {
        still = canvas.surface(static_cast<unsigned>(canvas.width()), static_cast<unsigned>(canvas.height()));
    }
    if (still == nullptr) {
        return 0;
    }
    canvas.drawOn(still.get());
    if (kept == 0) {
        canvas.clear(ground);
    }
    for (std::size_t i = 0; i < steady; ++i) {
        if (i >= kept) {
            draw(operations[i]);
        }
        below = mixIn(below, keys[i]);
    }
    stillKeys.assign(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(steady));
    return steady;
}

void Painter::drawAll(const std::vector<Operation>& operations, const std::vector<std::uint64_t>& keys) {
    const auto hidden = hiddenByFilm(operations);
    const std::size_t done = hidden ? *hidden : composeStill(operations, keys);
    canvas.drawOn(nullptr);
    canvas.clip(drawnPart);
    if (hidden) {
        still.reset(); // as large as the glass, and not wanted before the film is over
        stillKeys.clear();
    } else if (done > 0) {
        canvas.blit(*still, 0, 0);
    } else {
        canvas.clear(ground);
    }
    below = 1;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        if (i >= done) {
            Operation op = operations[i];
            op.clip = op.clip.intersected(drawnPart);
            if (!op.clip.intersected(reach(op)).empty()) {
                draw(std::move(op));
            }
        }
        below = mixIn(below, keys[i]);
    }
    canvas.clip({});
}

bool Painter::large(const Layer& layer) const {
    return layer.surface == nullptr || std::size_t{layer.surface->width()} * layer.surface->height() > pixels() / 4;
}

void Painter::rest() {
    if (stillKeys.empty()) {
        still.reset();
    }
    // what is on the screen and small waits for the next finger
    std::erase_if(layers, [this](const auto& entry) { return !entry.second.used || large(entry.second); });
}

void Painter::forget() {
    layers.clear();
    layerPlaces.clear();
    still.reset();
    stillKeys.clear();
    lost();
    coverKeys.clear();
    coverDraft.reset();
    cover.reset();
    soft.reset();
    softKey = 0;
}

std::size_t Painter::pixels() const {
    return static_cast<std::size_t>(canvas.width()) * static_cast<std::size_t>(canvas.height());
}

std::size_t Painter::bytes() const {
    std::size_t sum = (still != nullptr ? pixels() : 0) + (soft != nullptr ? pixels() / 64 : 0);
    if (coverDraft != nullptr) {
        sum += std::size_t{2} * coverDraft->width() * coverDraft->height(); // and what was read of it
    }
    for (const auto& [id, layer] : layers) {
        sum += layer.surface != nullptr ? std::size_t{layer.surface->width()} * layer.surface->height() : 0;
    }
    return 4 * sum;
}

} // namespace schacht::stage
