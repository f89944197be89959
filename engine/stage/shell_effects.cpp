#include "engine/base/clock.hpp"
#include "engine/stage/shell.hpp"

#include <cmath>

/// How the shell performs what the core wants done.
namespace schacht::stage {

void Shell::perform(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    }
}

void Shell::perform(const DecodeAhead& ahead) {
    const auto pixels = [this](float mm) { return static_cast<int>(std::ceil(mm * glass.pixelsPerMillimetre)); };
    textures->ahead(ahead.file, pixels(ahead.size.width), pixels(ahead.size.height));
}

void Shell::perform(const MeasurePicture& measured) {
    constexpr int soon = 7; // before the neighbours of what is on the screen
    pack->ask({measured.file, 0, 0, assets::PictureRequest::Part::size, {}}, soon, false);
}

void Shell::perform(const OpenMedium& opened) {
    projector->keep();
    playback->perform(opened, glassSize());
}

void Shell::perform(const CloseMedium& closed) {
    playback->perform(closed);
    projector->stop();
}

void Shell::perform(const TraceLine& report) {
    if (!report.shown) {
        trace.write(base::now(), report);
    } else if (trace.on()) {
        reports.withNextFrame(report);
    }
}

void Shell::perform(const FilesChanged& files) {
    for (const std::string& file : files.files) {
        textures->changed(file);
        mailbox.post(outdated.changed(file));
    }
    typesetter.forgetUnused();
}

} // namespace schacht::stage
