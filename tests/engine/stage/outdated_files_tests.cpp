#include "tests/catch.hpp" // before Xlib, whose macros it does not bear

#include <X11/Xlib.h> // before stage::Screen: some files that are compiled as one with this one need both

#include "engine/stage/outdated_files.hpp"

using namespace schacht;
using namespace schacht::stage;

namespace {

constexpr const char* changedFile = "coal.jpg";

PictureLetter pictureOf(const std::string& file, bool icon = false) {
    PictureLetter letter{{{}, base::refuse("picture-unreadable", "Not of interest here."), false}, icon};
    letter.arrival.request.file = file;
    return letter;
}

} // namespace

TEST_CASE("what was made of a file before it changed is outdated, until the news of the change has come") {
    OutdatedFiles outdated;
    CHECK_FALSE(outdated.concern(pictureOf(changedFile)));
    const FileRenewed news = outdated.changed(changedFile);
    CHECK(outdated.concern(pictureOf(changedFile)));
    CHECK(outdated.concern(Playback::Letter{WordsArrived{changedFile, nullptr}, std::nullopt}));
    CHECK(outdated.concern(Playback::Letter{SoundMeasured{changedFile, nullptr}, std::nullopt}));
    outdated.renewed(news);
    CHECK_FALSE(outdated.concern(pictureOf(changedFile)));
}

TEST_CASE("a file that changed twice is outdated until the news of both has come") {
    OutdatedFiles outdated;
    const FileRenewed first = outdated.changed(changedFile);
    const FileRenewed second = outdated.changed(changedFile);
    outdated.renewed(first);
    CHECK(outdated.concern(pictureOf(changedFile)));
    outdated.renewed(second);
    CHECK_FALSE(outdated.concern(pictureOf(changedFile)));
}

TEST_CASE("other files, icons and what is made of no file of the pack are never outdated by a change") {
    OutdatedFiles outdated;
    const FileRenewed news = outdated.changed(changedFile);
    CHECK_FALSE(outdated.concern(pictureOf("slate.jpg")));
    CHECK_FALSE(outdated.concern(pictureOf(changedFile, true)));
    CHECK_FALSE(outdated.concern(Nudge{}));
    CHECK_FALSE(outdated.concern(news));
    CHECK_FALSE(outdated.concern(Playback::Letter{}));
    CHECK_FALSE(outdated.concern(Playback::Letter{HeadphonesChanged{true, 1}, std::nullopt}));
}
