#pragma once
#include "engine/assets/disk_cache.hpp"
#include "engine/assets/picture_request.hpp"

#include <filesystem>
#include <iosfwd>
#include <vector>

namespace schacht::kiosk {

/// `schacht prepare PACK`: decodes every picture at the sizes that the screens ask for, two at a time, so that the
/// kiosk's cache folder holds what is slow to decode before the first visitor comes. What it holds already is only
/// looked at.
/// requests: files in the pack, with the boxes that the kiosk will cover, what matters most first: it is made last, and
/// stays where the cache has no room for all. Those that come to the same decode count once. out: a bar that moves on a
/// terminal, one line a picture elsewhere; then one sentence, and one for each picture that cannot be shown. Returns
/// the exit status: 0 all are ready, 1 some cannot be shown, 2 the pack or the cache folder cannot be opened.
[[nodiscard]] int prepare(const std::filesystem::path& pack, const std::vector<assets::PictureRequest>& requests,
                          const assets::CachePlace& cache, std::ostream& out);

} // namespace schacht::kiosk
