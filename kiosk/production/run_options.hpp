#pragma once
#include "kiosk/configuration/configuration.hpp"

#include <filesystem>
#include <string>

namespace schacht::kiosk {

/// How a pack is shown by one run of the program.
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

} // namespace schacht::kiosk
