#pragma once
#include "kiosk/visitor/kit/sketch.hpp"
#include "kiosk/visitor/parts/playback/playhead.hpp"
#include "kiosk/visitor/parts/playback/playing.hpp"

#include <string>
#include <vector>

/// What the parts of a film's screen share. Millimetres from the stage's left upper corner.
namespace schacht::visitor {

struct FilmSketch {
    Sketch& sketch;
    base::Seconds now;
    const content::Item& item;
    const content::Film& film;
    const Playing* playing; ///< null: nothing was opened yet
    Said said;              ///< the captions

    [[nodiscard]] base::Seconds length() const { return playing == nullptr ? 0 : playing->report.length; }
    /// Where the film is, or where a finger holds its knob.
    [[nodiscard]] base::Seconds position() const;
    [[nodiscard]] bool sliding() const;
    [[nodiscard]] std::string title() const;
    /// Where the film is shown.
    [[nodiscard]] base::Rect glass() const;
};

/// Words that read from left to right in every language: times.
[[nodiscard]] scene::Node timeText(Sketch& sketch, const std::string& time, const Sketch::Set& set);

/// Captions, sign language, described: those that the film has, as lamps that burn while they are on.
struct FilmOption {
    std::string id;
    std::string icon;
    bool on = false;
    std::string word;  ///< on the poster
    std::string brief; ///< beside the film
    Intent meaning;
};
[[nodiscard]] std::vector<FilmOption> filmOptions(const FilmSketch& film);

/// The poster: what the film is about, and its lamp.
[[nodiscard]] scene::Node filmPoster(const FilmSketch& film);
/// What a lamp does while the visitor waits for the film.
[[nodiscard]] scene::Node filmWaits(const FilmSketch& film, base::Rect lamp);
/// Track, discs and words under the film.
[[nodiscard]] scene::Node filmControls(const FilmSketch& film);
/// After the film: again, or what is next.
[[nodiscard]] scene::Node filmEnd(const FilmSketch& film);
/// The film's parts, each a row that is heard from its start.
[[nodiscard]] scene::Node chaptersMenu(const FilmSketch& film);

} // namespace schacht::visitor
