#include "engine/assets/picture_store.hpp"

#include "engine/assets/decode.hpp"
#include "engine/assets/picture_file.hpp"
#include "engine/assets/pyramid.hpp"
#include "engine/assets/sniff.hpp"
#include "engine/base/clock.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace schacht::assets {

namespace {

constexpr base::Seconds slow = 0.06;           ///< what takes longer is kept on disk
constexpr std::int64_t momentary = 512L * 512; ///< pixels of a box that is quickly covered: no soft version
constexpr int softShare = 8;                   ///< a soft version's sides are an eighth of the sharp one's

std::span<const std::uint8_t> spanOf(const std::string& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

/// Only formats that decode at a fraction of their size gain anything.
bool softHelps(std::optional<PictureFormat> format, const PictureRequest& box) {
    return (format == PictureFormat::jpeg || format == PictureFormat::svg) &&
           std::int64_t{box.width} * box.height > momentary;
}

base::Problem placed(base::Problem problem, const std::string& file) {
    if (problem.code == "missing-file") {
        problem.code = "picture-missing";
    }
    problem.location.file = file;
    return problem;
}

} // namespace

PictureStore::PictureStore(const std::filesystem::path& root, std::shared_ptr<const DiskCache> diskCache)
    : folder(base::PackFolder::open(root)), cache(std::move(diskCache)) {}

std::optional<PictureStore::Stamp> PictureStore::stampOf(const std::string& file) const {
    const auto path = folder->locate(file);
    if (!path) {
        return std::nullopt;
    }
    std::error_code error;
    const auto changed = std::filesystem::last_write_time(*path, error);
    const auto size = error ? 0 : std::filesystem::file_size(*path, error);
    return error ? std::nullopt : std::optional(Stamp{changed, size});
}

std::optional<std::uint64_t> PictureStore::knownFingerprint(const std::string& file, const Stamp& stamp) const {
    const std::lock_guard lock(mutex);
    const auto entry = known.find(file);
    return entry != known.end() && entry->second.stamp == stamp ? std::optional(entry->second.fingerprint)
                                                                : std::nullopt;
}

std::shared_ptr<const base::Bitmap> PictureStore::cached(std::uint64_t content, const PictureRequest& box) const {
    auto bitmap = cache ? cache->find(content, box.width, box.height) : std::nullopt;
    return bitmap ? std::make_shared<const base::Bitmap>(std::move(*bitmap)) : nullptr;
}

base::Result<PictureStore::Made> PictureStore::decoded(const std::string& bytes, std::uint64_t content,
                                                       const PictureRequest& request, bool softFirst,
                                                       const std::stop_token& stop) const {
    auto box = request;
    const auto format = sniffPicture(spanOf(bytes));
    const bool soft = softFirst && softHelps(format, box);
    if (soft) {
        box = quantised({box.file, box.width / softShare, box.height / softShare});
        if (auto found = cached(content, box)) {
            return Made{std::move(found), true};
        }
    }
    const auto started = base::now();
    auto bitmap = decodePicture(spanOf(bytes), box.width, box.height, stop);
    if (!bitmap) {
        return tl::unexpected(bitmap.error());
    }
    const bool worthKeeping = base::now() - started > slow || (soft && format == PictureFormat::svg);
    if (cache && worthKeeping) {
        cache->keep(content, box.width, box.height, *bitmap);
    }
    return Made{std::make_shared<const base::Bitmap>(std::move(*bitmap)), soft};
}

base::Result<PictureStore::Source> PictureStore::look(const std::string& file, bool withBytes) {
    const auto stamp = stampOf(file);
    const auto content = stamp ? knownFingerprint(file, *stamp) : std::nullopt;
    if (content && !withBytes) {
        return Source{*content, std::nullopt};
    }
    auto bytes = folder->read(file, largestPictureFile);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Source source{content ? *content : DiskCache::fingerprint(spanOf(*bytes)), std::move(*bytes)};
    if (stamp && !content) {
        const std::lock_guard lock(mutex);
        known.insert_or_assign(file, Known{*stamp, source.content});
    }
    return source;
}

base::Result<base::Bitmap> PictureStore::cut(const std::string& file, const std::stop_token& stop) {
    auto source = look(file, false);
    if (!source) {
        return tl::unexpected(source.error());
    }
    if (!cache) {
        return base::refuse("tiles-unwritten", "There is no folder to keep a picture's tiles in.");
    }
    if (cache->findTiles(source->content)) {
        return base::Bitmap{};
    }
    if (!source->bytes) {
        source = look(file, true);
        if (!source) {
            return tl::unexpected(source.error());
        }
    }
    return cache
        ->keepTiles(source->content,
                    [&](const std::filesystem::path& to) { return cutIntoTiles(spanOf(*source->bytes), to, stop); })
        .map([] { return base::Bitmap{}; });
}

base::Result<base::Bitmap> PictureStore::tile(const PictureRequest& request) {
    const auto source = look(request.file, false);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const auto tiles = cache ? cache->findTiles(source->content) : std::nullopt;
    if (!tiles) {
        return base::refuse("tiles-unreadable", "The picture has no tiles in the cache.");
    }
    auto bitmap = readTile(*tiles, request.tile);
    if (!bitmap) {
        cache->dropTiles(source->content);
    }
    return bitmap;
}

base::Result<base::Bitmap> PictureStore::part(const PictureRequest& request, const std::stop_token& stop) {
    using Part = PictureRequest::Part;
    if (request.part == Part::tile) {
        return tile(request);
    }
    if (request.part == Part::cut) {
        return cut(request.file, stop);
    }
    return folder->read(request.file, largestPictureFile)
        .and_then([](const std::string& bytes) { return lookAtPicture(spanOf(bytes)); })
        .map([](const PictureInfo& info) {
            const PixelSize size = sizeInTiles(info);
            return base::Bitmap{size.width, size.height, {}};
        });
}

base::Result<PictureStore::Made> PictureStore::make(const PictureRequest& request, bool softFirst,
                                                    const std::stop_token& stop) {
    const auto box = quantised(request);
    if (!folder) {
        return tl::unexpected(placed(folder.error(), box.file));
    }
    const auto place = [&](const base::Problem& problem) { return placed(problem, box.file); };
    if (box.part != PictureRequest::Part::whole) {
        return part(box, stop)
            .map([](base::Bitmap bitmap) {
                return Made{std::make_shared<const base::Bitmap>(std::move(bitmap)), false};
            })
            .map_error(place);
    }
    auto source = look(box.file, false);
    if (!source) {
        return tl::unexpected(place(source.error()));
    }
    if (auto found = cached(source->content, box)) {
        return Made{std::move(found), false};
    }
    if (!source->bytes) {
        source = look(box.file, true);
        if (!source) {
            return tl::unexpected(place(source.error()));
        }
    }
    return decoded(*source->bytes, source->content, box, softFirst, stop).map_error(place);
}

} // namespace schacht::assets
