#pragma once
#include "kiosk/configuration/configuration.hpp"

#include <filesystem>
#include <iosfwd>
#include <string>

namespace schacht::kiosk {

struct RunOptions {
    std::filesystem::path pack;   ///< where the configuration's is, or that the command names
    Configuration configuration;  ///< the file's, with what the command says otherwise
    std::string start;            ///< "home", an item's or theme's id; empty: attract
    std::string language;         ///< to begin in; empty: the first that is offered
    std::filesystem::path trace;  ///< empty: none
    bool traceGoesOn = false;     ///< as stage::ShellOptions
    std::filesystem::path record; ///< takes a recording of the visit, which schacht replay runs again; empty: none
    int width = 0;                ///< pixels; 0: the whole screen
    int height = 0;
    bool onDesk = false;         ///< in a window among others, with the pointer: a preview
    std::filesystem::path sound; ///< a WAV file takes the sound instead of the machine's device; empty: none
    bool voice = false;          ///< a computer's voice reads aloud, where there is one
    bool play = false;           ///< what --start names is opened as if it was touched, and plays
    bool motion = false;         ///< the tour films transitions, too
};

/// Shows a pack until it is closed. 0, or 1 with a sentence on `error` where it cannot be shown.
[[nodiscard]] int run(const RunOptions& options, std::ostream& error);

/// Every screen of a pack, as PNGs in a folder, and all of them on a contact sheet; 0, or 1 where one could not be
/// made.
[[nodiscard]] int tour(const RunOptions& options, const std::filesystem::path& folder, std::ostream& out,
                       std::ostream& error);

/// Decodes ahead what the screens of a pack ask for at the options' size (without one: the screen's, else
/// 1920 x 1080), as prepare() does.
[[nodiscard]] int prepareScreens(const RunOptions& options, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
