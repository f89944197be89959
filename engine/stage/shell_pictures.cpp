#include "engine/base/clock.hpp"
#include "engine/stage/shell.hpp"

/// Pictures of what a shell shows, for the tour; and files that change while it shows them.
namespace schacht::stage {

bool Shell::settle(Performance& performance, const std::filesystem::path& file, base::Seconds patience) {
    const base::Seconds end = base::now() + patience;
    changed = true; // whoever lets a screen settle has just gone to it
    settled = false;
    const auto still = [&] {
        const base::Seconds now = base::now();
        // animated: where frames are slow, a movement ends in the one that drew its begin, and its end is not drawn yet
        return !changed && !stale && !animated && textures->complete() && !animator.moving(now) &&
               !performance.moving(now);
    };
    turn(performance);
    while (!quit && base::now() < end && !still()) {
        sleep(performance);
        turn(performance);
    }
    painter->rest();
    if (!file.empty() && !draw(base::now(), file)) {
        restless = file.string() + " cannot be written";
        return false;
    }
    restless.clear();
    for (const std::string& missing : textures->missing()) {
        restless += (restless.empty() ? "" : ", ") + missing + " is missing";
    }
    if (restless.empty() && !still()) {
        restless = "it still moves";
    }
    return restless.empty();
}

bool Shell::draw(base::Seconds now, const std::filesystem::path& file) {
    painter->lost();
    (void)painter->paint(shown = animator.placed(now), glass.pixelsPerMillimetre, options.ground);
    const bool kept = canvas->save(file.string());
    canvas->display();
    return kept;
}

bool Shell::filmstrip(Performance& performance, const std::function<void(base::Seconds)>& act, base::Seconds length,
                      const std::vector<std::filesystem::path>& files) {
    const base::Seconds began = base::now();
    bool kept = true;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const base::Seconds now =
            began + length * static_cast<double>(i) / static_cast<double>(std::max<std::size_t>(files.size() - 1, 1));
        if (i == 0) {
            act(now);
        }
        perform(performance.happen(Tick{now}));
        perform(performance.measure(glass, typesetter, now));
        animator.show(performance.show(glass, typesetter, now), now);
        kept = draw(now, files[i]) && kept;
    }
    return kept;
}

void Shell::perform(const FilesChanged& files) {
    for (const std::string& file : files.files) {
        textures->changed(file);
        ++outdated[file];
        mailbox.post(Anew{file});
    }
    typesetter.forgetUnused();
}

bool Shell::isOutdated(const Letter& letter) const {
    if (outdated.empty()) {
        return false;
    }
    if (const auto* picture = std::get_if<PictureLetter>(&letter)) {
        return !picture->icon && outdated.contains(picture->arrival.request.file);
    }
    const auto* played = std::get_if<Playback::Letter>(&letter);
    if (played == nullptr || !played->happening) {
        return false;
    }
    const auto* words = std::get_if<WordsArrived>(&*played->happening);
    const auto* sound = std::get_if<SoundMeasured>(&*played->happening);
    return (words != nullptr && outdated.contains(words->file)) || (sound != nullptr && outdated.contains(sound->file));
}

} // namespace schacht::stage
