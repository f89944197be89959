#include "engine/stage/painter.hpp"

#include "engine/stage/paint_hash.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::stage {

namespace {

using namespace scene;

std::vector<graphics::Stop> stopsOf(const std::vector<Stop>& stops) {
    std::vector<graphics::Stop> out;
    out.reserve(stops.size());
    for (const Stop& stop : stops) {
        out.push_back({stop.at, stop.colour});
    }
    return out;
}

base::Colour faded(base::Colour c, float alpha) {
    return c.withAlpha(static_cast<float>(c.a) / 255.0F * alpha);
}

base::Rect snapped(base::Rect r) {
    const float left = std::round(r.x);
    const float top = std::round(r.y);
    return {left, top, std::round(r.right()) - left, std::round(r.bottom()) - top};
}

/// What of a texture shows when it covers `box` with its focus in sight, in texture pixels.
base::Rect cropped(const graphics::Texture& texture, base::Rect box, base::Point focus, float zoom) {
    const auto w = static_cast<float>(texture.width());
    const auto h = static_cast<float>(texture.height());
    const float shrink = std::min(w / box.width, h / box.height) / zoom;
    const float shownW = box.width * shrink;
    const float shownH = box.height * shrink;
    return {std::clamp(focus.x * w - shownW / 2, 0.0F, w - shownW),
            std::clamp(focus.y * h - shownH / 2, 0.0F, h - shownH), shownW, shownH};
}

std::size_t commonPrefix(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

constexpr std::size_t worthComposing = 3; // operations: fewer are drawn faster than kept

} // namespace

Painter::Operation Painter::operation(const Placed& p) {
    Operation op;
    op.placed = &p;
    const auto px = [this](base::Rect r) {
        return base::Rect{r.x * scale, r.y * scale, r.width * scale, r.height * scale};
    };
    op.box = px(p.box);
    op.clip = snapped(px(p.clip));
    const auto& paint = p.node->paint;
    if (std::holds_alternative<TextPaint>(paint)) {
        op.box.x = std::round(op.box.x);
        op.box.y = std::round(op.box.y);
    } else if (!std::holds_alternative<IconPaint>(paint)) {
        const bool matter = std::holds_alternative<PicturePaint>(paint) || std::holds_alternative<Linear>(paint) ||
                            std::holds_alternative<Backdrop>(paint);
        const auto* fill = std::get_if<Fill>(&paint);
        op.box = matter || (fill != nullptr && fill->radius == 0) ? snapped(op.box) : op.box;
    }
    prepareTexture(op);
    op.key = mixIn(mixIn(mixIn(mixIn(std::visit(PaintHash{}, paint), op.box), op.clip), p.alpha), p.magnified);
    op.key = mixIn(op.key, std::uint64_t{op.texture != nullptr ? op.texture->key() : 0U});
    return op;
}

void Painter::prepareTexture(Operation& op) const {
    const auto& paint = op.placed->node->paint;
    const auto pixels = [](float value) { return std::max(1, static_cast<int>(std::ceil(value))); };
    if (const auto* picture = std::get_if<PicturePaint>(&paint)) {
        // the size it was laid out in, not what it happens to have in a transition
        const base::Rect laid = op.placed->node->box;
        op.texture = textures.picture(picture->file, pixels(laid.width * scale), pixels(laid.height * scale));
    } else if (const auto* icon = std::get_if<IconPaint>(&paint)) {
        op.texture = textures.icon(icon->name, pixels(op.placed->node->box.width * scale));
    } else if (const auto* words = std::get_if<TextPaint>(&paint)) {
        op.texture = words->paragraph ? textures.words(words->paragraph) : nullptr;
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
        const base::Rect visible = op.box.grown(2).intersected(op.clip.intersected(screen));
        if (!visible.empty() || std::holds_alternative<TextPaint>(p.node->paint)) {
            operations.push_back(op);
        }
    }
    return operations;
}

void Painter::composeLayer(const Operation* first, const Operation* last, base::Rect box, Layer& layer) {
    if (layer.surface == nullptr) {
        layer.surface = graphics::Surface::create(static_cast<unsigned>(box.width), static_cast<unsigned>(box.height));
    }
    if (layer.surface == nullptr) {
        return;
    }
    canvas.drawOn(layer.surface.get());
    canvas.clear(ground);
    origin = {box.x, box.y};
    for (const Operation* op = first; op != last; ++op) {
        draw(*op);
    }
    origin = {};
    canvas.drawOn(nullptr);
}

void Painter::gatherLayers(std::vector<Operation>& operations, const std::vector<Placed>& placed) {
    for (auto& [id, layer] : layers) {
        layer.used = false;
    }
    std::vector<Operation> out;
    for (std::size_t i = 0; i < operations.size();) {
        const int number = operations[i].placed->layer;
        std::size_t end = i;
        const Node* node = number > 0 ? placed[static_cast<std::size_t>(number - 1)].node : nullptr;
        while (node != nullptr && end < operations.size() && operations[end].placed->layer == number) {
            ++end;
        }
        if (node == nullptr) {
            out.push_back(operations[i++]);
            continue;
        }
        const base::Rect whole = placed[static_cast<std::size_t>(number - 1)].box;
        const base::Rect box = snapped({whole.x * scale, whole.y * scale, whole.width * scale, whole.height * scale});
        const auto before = layerPlaces.find(node->id);
        const bool moved = before != layerPlaces.end() && before->second != base::Point{box.x, box.y};
        layerPlaces[node->id] = {box.x, box.y};
        std::uint64_t key = mixIn(mixIn(11, box.width), box.height);
        float alpha = 1;
        for (std::size_t k = i; k < end; ++k) {
            const Operation& op = operations[k];
            key = mixIn(key, std::visit(PaintHash{}, op.placed->node->paint));
            key = mixIn(key, op.box.moved(-std::round(box.x), -std::round(box.y)));
            key = mixIn(mixIn(key, op.placed->alpha), std::uint64_t{op.texture != nullptr ? op.texture->key() : 0U});
            alpha = op.placed->alpha;
        }
        const auto kept = layers.find(node->id);
        if (!moved && kept == layers.end()) {
            out.insert(out.end(), operations.begin() + static_cast<std::ptrdiff_t>(i),
                       operations.begin() + static_cast<std::ptrdiff_t>(end));
        } else {
            Layer& layer = layers[node->id];
            layer.used = true;
            if (layer.key != key || layer.surface == nullptr) {
                composeLayer(&operations[i], &operations[i] + (end - i), box, layer);
                layer.key = key;
            }
            Operation op;
            op.placed = operations[i].placed;
            op.box = box;
            op.clip = operations[i].clip;
            op.layer = node->id;
            op.key = mixIn(mixIn(key, box), alpha);
            out.push_back(op);
        }
        i = end;
    }
    std::erase_if(layers, [](const auto& entry) { return !entry.second.used; });
    operations = std::move(out);
}

void Painter::paint(const std::vector<Placed>& placed, float pixelsPerMillimetre, base::Colour groundColour) {
    scale = pixelsPerMillimetre;
    ground = groundColour;
    textures.beginFrame();
    auto operations = prepare(placed);
    gatherLayers(operations, placed);
    drawAll(operations);
}

void Painter::drawAll(const std::vector<Operation>& operations) {
    std::vector<std::uint64_t> keys;
    keys.reserve(operations.size());
    for (const Operation& op : operations) {
        keys.push_back(op.key);
    }
    below = 1;
    std::size_t done = 0;
    const std::size_t steady = commonPrefix(keys, lastKeys);
    const bool valid = still != nullptr && commonPrefix(keys, stillKeys) == stillKeys.size();
    const std::size_t kept = valid ? stillKeys.size() : 0;
    if (steady >= worthComposing || (valid && kept > 0)) {
        if (still == nullptr) {
            still = graphics::Surface::create(static_cast<unsigned>(canvas.width()),
                                              static_cast<unsigned>(canvas.height()));
        }
        if (still != nullptr && steady > kept) {
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
        }
        done = still != nullptr ? std::max(kept, steady) : 0;
    }
    canvas.drawOn(nullptr);
    if (done > 0) {
        canvas.blit(*still, 0, 0);
    } else {
        canvas.clear(ground);
    }
    below = 1;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        if (i >= done) {
            draw(operations[i]);
        }
        below = mixIn(below, keys[i]);
    }
    canvas.clip({});
    lastKeys = std::move(keys);
}

void Painter::draw(const Operation& original) {
    Operation op = original;
    op.box = op.box.moved(-origin.x, -origin.y);
    op.clip = op.clip.moved(-origin.x, -origin.y);
    if (op.layer != 0) {
        canvas.clip(op.clip);
        if (op.placed->alpha >= 0.999F) {
            canvas.blit(*layers.at(op.layer).surface, static_cast<int>(op.box.x), static_cast<int>(op.box.y));
        } else {
            canvas.scaled(*layers.at(op.layer).surface, op.box, op.placed->alpha);
        }
        return;
    }
    canvas.clip(op.clip);
    const float alpha = op.placed->alpha;
    struct {
        Painter& painter;
        const Operation& op;
        float alpha;
        void operator()(const Nothing&) const {}
        void operator()(const Fill& p) const { painter.drawFill(op, p); }
        void operator()(const Linear& p) const {
            if (p.radius > 0) {
                painter.canvas.shape(graphics::roundedOutline(op.box, p.radius * painter.scale), op.box, p.degrees,
                                     stopsOf(p.stops), alpha);
            } else {
                painter.canvas.linear(op.box, p.degrees, stopsOf(p.stops), alpha);
            }
        }
        void operator()(const Radial& p) const { painter.drawRadial(op, p); }
        void operator()(const PicturePaint& p) const { painter.drawPicture(op, p); }
        void operator()(const IconPaint& p) const {
            if (op.texture != nullptr) {
                const auto w = static_cast<float>(op.texture->width());
                const auto h = static_cast<float>(op.texture->height());
                const base::Rect source = p.mirrored ? base::Rect{w, 0, -w, h} : base::Rect{0, 0, w, h};
                painter.canvas.picture(*op.texture, op.box, source, faded(p.colour, alpha));
            }
        }
        void operator()(const TextPaint& p) const {
            if (op.texture != nullptr) {
                const auto margin = static_cast<float>(p.paragraph.margin());
                const auto w = static_cast<float>(op.texture->width());
                const auto h = static_cast<float>(op.texture->height());
                const float m = op.placed->magnified;
                const float left = std::round(
                    std::clamp(op.box.width - p.paragraph.width(), 0.0F, std::max(0.0F, p.paragraph.left())));
                painter.canvas.picture(*op.texture, {op.box.x + left - margin * m, op.box.y - margin * m, w * m, h * m},
                                       {0, 0, w, h}, faded(p.colour, alpha));
            }
        }
        void operator()(const PanePaint& p) const {
            std::array<base::Point, 4> corners{};
            std::transform(p.corners.begin(), p.corners.end(), corners.begin(), [this](base::Point c) {
                return base::Point{op.box.x + c.x * op.box.width, op.box.y + c.y * op.box.height};
            });
            painter.canvas.shape(corners, op.box, p.degrees, stopsOf(p.stops), alpha);
        }
        void operator()(const RingPaint& p) const {
            const float thick = p.thick * painter.scale;
            const float radius = op.box.width / 2 - thick / 2;
            painter.canvas.ring(op.box.centre(), radius, thick, p.share, 1, faded(p.track, alpha));
            painter.canvas.ring(op.box.centre(), radius, thick, 0, p.share, faded(p.colour, alpha));
        }
        void operator()(const Backdrop& p) const { painter.drawBackdrop(op, p); }
    } visitor{*this, op, alpha};
    std::visit(visitor, op.placed->node->paint);
}

void Painter::drawFill(const Operation& op, const Fill& fill) {
    const float alpha = op.placed->alpha;
    if (fill.radius <= 0 && fill.line <= 0) {
        const graphics::Stop stop{0, fill.colour};
        canvas.linear(op.box, 0, {&stop, 1}, alpha);
        return;
    }
    const float radius = fill.radius * scale * op.placed->magnified;
    const auto points = graphics::roundedOutline(op.box, radius);
    if (fill.colour.a > 0) {
        canvas.shape(points, faded(fill.colour, alpha));
    }
    if (fill.line > 0) {
        canvas.outline(points, fill.line * scale, faded(fill.edge, alpha));
    }
}

void Painter::drawRadial(const Operation& op, const Radial& radial) {
    const base::Point middle{op.box.x + radial.centre.x * op.box.width, op.box.y + radial.centre.y * op.box.height};
    const base::Size reach{radial.reach.x * op.box.width, radial.reach.y * op.box.height};
    const auto stops = stopsOf(radial.stops);
    if (radial.disc) {
        canvas.disc(op.box, middle, reach, stops, op.placed->alpha);
        return;
    }
    canvas.clip(op.clip.intersected(snapped(op.box)));
    canvas.radial(op.box, middle, reach, stops, op.placed->alpha, radial.light);
}

void Painter::drawPicture(const Operation& op, const PicturePaint& picture) {
    if (op.texture == nullptr || op.box.empty()) {
        return;
    }
    const base::Rect source = cropped(*op.texture, op.box, picture.focus, std::max(picture.zoom, 1.0F));
    canvas.picture(*op.texture, op.box, source, base::Colour{255, 255, 255}.withAlpha(op.placed->alpha));
}

void Painter::drawDim(const std::variant<Linear, Radial>& dim, base::Rect box, float alpha) {
    if (const auto* linear = std::get_if<Linear>(&dim)) {
        canvas.linear(box, linear->degrees, stopsOf(linear->stops), alpha);
        return;
    }
    const auto& radial = std::get<Radial>(dim);
    canvas.radial(box, {box.x + radial.centre.x * box.width, box.y + radial.centre.y * box.height},
                  {radial.reach.x * box.width, radial.reach.y * box.height}, stopsOf(radial.stops), alpha,
                  radial.light);
}

void Painter::drawBackdrop(const Operation& op, const Backdrop& backdrop) {
    const std::uint64_t key = mixIn(below, PaintHash{}(backdrop));
    if (soft == nullptr) {
        soft = graphics::Surface::create(static_cast<unsigned>(canvas.width()) / 8,
                                         static_cast<unsigned>(canvas.height()) / 8);
        softKey = 0;
    }
    if (soft == nullptr) {
        return;
    }
    if (softKey != key) {
        graphics::Surface* const onto = canvas.drawnOn();
        canvas.softCopy(*soft);
        canvas.drawOn(soft.get());
        const base::Rect small{0, 0, static_cast<float>(soft->width()), static_cast<float>(soft->height())};
        for (const auto& dim : backdrop.dim) {
            drawDim(dim, small, 1);
        }
        canvas.drawOn(onto);
        canvas.clip(op.clip);
        softKey = key;
    }
    canvas.scaled(*soft, {0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())},
                  op.placed->alpha);
}

void Painter::rest() {
    layers.clear();
    layerPlaces.clear();
}

void Painter::forget() {
    rest();
    still.reset();
    stillKeys.clear();
    lastKeys.clear();
    soft.reset();
    softKey = 0;
}

std::size_t Painter::bytes() const {
    const std::size_t whole =
        std::size_t{4} * static_cast<std::size_t>(canvas.width()) * static_cast<std::size_t>(canvas.height());
    return whole * (layers.size() + (still != nullptr ? 1U : 0U)) + (soft != nullptr ? whole / 64 : 0);
}

} // namespace schacht::stage
