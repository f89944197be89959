#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"

#include <filesystem>
#include <optional>

/// What a film or a sound can do wrong, in the words that staff read. The place of each is the file.
namespace schacht::media {

/// What keeps a file from being played before anyone looks into it: "missing-file", "not-a-file", "unreadable",
/// "empty-file". Looks at the disk; any thread.
[[nodiscard]] std::optional<base::Problem> whyNotOpened(const std::filesystem::path& file);

/// "not-a-medium": there is no sound or film in it that the player knows.
[[nodiscard]] base::Problem notAMedium(const std::filesystem::path& file);
/// "unsafe-sound": its sound is of the kind that ends the program with libvlc's decoder (Container::speex).
[[nodiscard]] base::Problem unsafeSound(const std::filesystem::path& file);
/// "cut-short": it ended before the length that it says it has.
[[nodiscard]] base::Problem cutShort(const std::filesystem::path& file, base::Seconds end, base::Seconds length);
/// "no-answer": playing it gave no sign of life.
[[nodiscard]] base::Problem noAnswer(const std::filesystem::path& file, base::Seconds patience);
/// "no-player": libvlc itself is missing or broken.
[[nodiscard]] base::Problem noPlayer(const std::filesystem::path& file);

} // namespace schacht::media
