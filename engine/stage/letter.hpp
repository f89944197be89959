#pragma once
#include "engine/assets/pictures.hpp"
#include "engine/stage/playback.hpp"

#include <string>
#include <variant>

/// What other threads send to the loop, through its mailbox.
namespace schacht::stage {

struct PictureLetter {
    assets::PictureArrival arrival;
    bool icon = false; ///< else of the pack
};
/// Somebody called Shell::nudge().
struct Nudge {};
/// A file changed on the disk when this was posted: what the mailbox brings after it was made of the file as it is now.
struct FileRenewed {
    std::string file;
};

using Letter = std::variant<PictureLetter, Playback::Letter, Nudge, FileRenewed>;

} // namespace schacht::stage
