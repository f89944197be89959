#pragma once
#include "engine/base/units.hpp"
#include "engine/media/player.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace schacht::visitor {

/// Which of a film's files plays.
enum class Version { plain, described, interpreted };
[[nodiscard]] std::string_view nameOf(Version version);

/// What the player was asked to play, and what it says of it.
struct Playing {
    std::string item;
    std::string file; ///< of the pack
    Version version = Version::plain;
    base::Seconds from = 0;              ///< of a passage
    base::Seconds until = 0;             ///< of a passage; 0: all of it
    bool wanted = false;                 ///< it should play; else it waits
    bool started = false;                ///< it has played: its screen no longer shows the poster
    media::PlayerState report;           ///< its `open` says which opening this is
    std::optional<std::size_t> cue;      ///< of the words on the screen, the one that is said
    std::optional<std::size_t> again;    ///< a cue that is said once more, slowly
    std::optional<base::Seconds> sought; ///< when the visitor went to another place in it
};

/// How a visitor wants to hear and see what is said.
struct Wishes {
    std::optional<int> volume; ///< 0..volumeSteps; none: as the house has it
    bool captions = true;
    bool described = false;
    bool interpreted = false; ///< in sign language
    std::string together;     ///< the second language of a transcript; "": none
};
constexpr int volumeSteps = 7;

} // namespace schacht::visitor
