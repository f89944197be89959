#pragma once
#include "engine/assets/decode.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace schacht::assets {

/// What a file's first bytes say it is; nothing where it is no picture that is shown here. Says nothing about whether
/// the rest is whole. 64 KiB are enough for all but a drawing with a longer prologue. Pure; any thread.
[[nodiscard]] std::optional<PictureFormat> sniffPicture(std::span<const std::uint8_t> bytes);

} // namespace schacht::assets
