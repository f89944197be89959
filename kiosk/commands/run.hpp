#pragma once
#include "kiosk/visitor/access.hpp"

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace schacht::kiosk {

struct RunOptions {
    std::filesystem::path pack;
    std::string start;                  ///< "home", an item's or theme's id; empty: attract
    std::string language;               ///< to begin in; empty: the first of `languages`, else the pack's own
    std::vector<std::string> languages; ///< that are offered; empty: all there are
    std::filesystem::path trace;        ///< empty: none
    int width = 0;                      ///< pixels; 0: the whole screen
    int height = 0;
    float diagonal = 0;               ///< inches; 0: as the screen says
    std::string orientation;          ///< one of graphics::orientationNames; empty: as the screen is set
    double mount = -1;                ///< millimetres from the floor to the glass's lower edge; < 0: not known
    double idle = 60;                 ///< seconds
    double answer = 20;               ///< seconds
    double ceiling = 1;               ///< 0..1: as loud as it can become
    int volume = 4;                   ///< 0..7: how loud a visit begins
    double budget = 0;                ///< megabytes for pictures and words; 0: four screens full of pixels
    std::filesystem::path sound;      ///< a WAV file takes the sound instead of the machine's device; empty: none
    visitor::Access access;           ///< what every visitor begins with
    std::filesystem::path headphones; ///< the jack's input device; empty: none is watched
    bool voice = false;               ///< a computer's voice reads aloud, where there is one
    bool play = false;                ///< what --start names is opened as if it was touched, and plays
    bool motion = false;              ///< the tour films transitions, too
};

/// Shows a pack until it is closed. 0, or 1 with a sentence on `error` where it cannot be shown.
[[nodiscard]] int run(const RunOptions& options, std::ostream& error);

/// Every screen of a pack, as PNGs in a folder, and all of them on a contact sheet; 0, or 1 where one could not be
/// made.
[[nodiscard]] int tour(const RunOptions& options, const std::filesystem::path& folder, std::ostream& out,
                       std::ostream& error);

/// Decodes ahead what the screens of a pack ask for at the options' size (without one: 1920 x 1080), as prepare() does.
[[nodiscard]] int prepareScreens(const RunOptions& options, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
