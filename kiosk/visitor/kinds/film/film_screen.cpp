#include "kiosk/visitor/kinds/film/film_screen.hpp"
#include "kiosk/visitor/kinds/film/film_parts.hpp"
#include "kiosk/visitor/parts/playback/captions.hpp"

#include <algorithm>

namespace schacht::visitor {

using media::Phase;
using scene::Node;

namespace {

constexpr float besideTop = 356;    // of the words below the film
constexpr float besideBottom = 186; // above the stage's bottom: the track's preview stands there

/// Where captions may stand while the controls lie over the film, and while they do not.
float captionsBottom(const FilmSketch& film, bool controls) {
    const float stage = film.sketch.aboveBar().height;
    constexpr float overControls = 92;
    constexpr float overPreview = 114;
    constexpr float alone = 20;
    if (!controls) {
        return film.sketch.screen.size.height - alone;
    }
    return stage - (film.sliding() ? overPreview : overControls);
}

/// The film's own rectangle on the glass: as large as fits.
base::Rect pictureOf(const FilmSketch& film) {
    const base::Rect glass = film.glass();
    const base::Size size = film.playing->report.picture;
    if (size.width <= 0 || size.height <= 0) {
        return glass;
    }
    return base::fitting(size, glass);
}

Node captionsOf(const FilmSketch& film, bool controls) {
    Sketch& sketch = film.sketch;
    const base::Seconds at = positionOf(sketch.state, film.item, film.now);
    if (sketch.portrait()) {
        const float width = sketch.screen.size.width - 2 * layout::margin;
        return captionsBeside(sketch, film.said, at,
                              {layout::margin, besideTop, width, sketch.aboveBar().height - besideBottom - besideTop});
    }
    constexpr float narrow = 400; // millimetres: a film higher than wide leaves its captions the whole glass
    const base::Rect picture = pictureOf(film);
    const base::Rect glass = film.glass();
    const base::Rect used = picture.width < narrow ? glass : picture;
    CaptionRoom room;
    room.picture = {used.x, picture.y, used.width, picture.height};
    room.free = {glass.x + layout::margin, layout::margin, glass.width - 2 * layout::margin, 0};
    room.free.height = captionsBottom(film, controls) - room.free.y;
    return captionsOver(sketch, film.said, at, room);
}

/// A touch anywhere on the film: its controls come, or stay.
Node touchedGlass(const FilmSketch& film, bool controls) {
    Sketch& sketch = film.sketch;
    constexpr float apart = 3; // from the bar
    Node node = group("film:glass", film.glass());
    if (controls && !sketch.portrait()) {
        node.box.height = sketch.aboveBar().height - apart;
    }
    const bool menu = sketch.state.visit.menu != Menu::none;
    sketch.touchable(node, sketch.say(menu ? "menu.close" : "film.controls"),
                     menu ? Intent(GoBack{}) : Intent(GlassTouched{}));
    node.touch->enabled = !sketch.low() || layout::reached(sketch.screen.size, node.box); // upright all is shown
    return node;
}

Node filmPicture(const FilmSketch& film) {
    Node node = group("film:picture", film.glass());
    node.role = scene::Role::picture;
    node.name = film.title();
    node.paint = scene::FilmPaint{};
    node.motion.enter.alpha = 1;
    return node;
}

void addPlaying(const FilmSketch& film, Node& node) {
    Sketch& sketch = film.sketch;
    const bool controls = !filmAlone(sketch);
    const bool chapters = sketch.state.visit.menu == Menu::chapters;
    node.children.push_back(filmPicture(film));
    if (film.playing->report.phase == Phase::ended) {
        node.children.push_back(filmEnd(film));
        return;
    }
    node.children.push_back(touchedGlass(film, controls));
    if (chapters) {
        node.children.push_back(chaptersMenu(film));
        return;
    }
    if (sketch.portrait()) {
        Node head =
            group("film:head", {layout::margin, 0, sketch.aboveBar().width - 2 * layout::margin, film.glass().y});
        Node title = sketch.poster(
            sketch.packWords(film.item.title),
            {.rank = "poster-7", .colour = sketch.theme.colour.chalk, .width = head.box.width, .lines = 2});
        const float room = 40 + 2.4F + 8 + title.box.height + 10;
        std::vector<Node> column;
        column.push_back(sketch.seam(sketch.colourOf(sketch.catalogue.themeOf(film.item))));
        column.push_back(std::move(title));
        stackDown(head, std::move(column), 0, 40 - std::max(0.0F, room - film.glass().y), 8);
        node.children.push_back(std::move(head));
    }
    if (controls) {
        node.children.push_back(filmControls(film));
    }
    if (sketch.state.visit.wishes.captions) {
        // words go down once nothing of the controls is left there
        const State& state = sketch.state;
        const bool fading = state.device.now < state.visit.lastGlass + controlsStay + controlsFade;
        node.children.push_back(captionsOf(film, controls || fading));
    }
    if (const auto since = waitingSince(sketch.state); since && film.now >= *since + patience) {
        constexpr float lamp = 66;
        const base::Rect glass = film.glass();
        node.children.push_back(filmWaits(film, base::Rect{glass.centre().x, glass.centre().y, 0, 0}.grown(lamp / 2)));
    }
}

} // namespace

base::Seconds FilmSketch::position() const {
    return sliding() ? static_cast<double>(sketch.state.visit.sliding->share) * length()
                     : positionOf(sketch.state, item, now);
}

bool FilmSketch::sliding() const {
    return sketch.state.visit.sliding && sketch.state.visit.sliding->owner == SurfaceOwner::playback && length() > 0;
}

std::string FilmSketch::title() const {
    return sketch.inWords(item.title);
}

base::Rect FilmSketch::glass() const {
    const base::Size screen = sketch.screen.size;
    constexpr float top = 108;
    return sketch.portrait() ? base::Rect{0, top, screen.width, screen.width * 9 / 16}
                             : base::Rect{0, 0, screen.width, screen.height};
}

Node timeText(Sketch& sketch, const std::string& time, const Sketch::Set& set) {
    Node node = sketch.text({{{time}}, ""}, set);
    node.language.clear();
    return node;
}

std::vector<FilmOption> filmOptions(const FilmSketch& film) {
    const Sketch& sketch = film.sketch;
    const Wishes& wishes = sketch.state.visit.wishes;
    const auto plays = [&](Version version, bool wished) {
        return film.playing == nullptr ? wished : film.playing->version == version;
    };
    std::vector<FilmOption> options;
    if (!film.film.captions.empty()) {
        const auto own = sketch.words.languages();
        const bool named = std::find(own.begin(), own.end(), film.said.language) != own.end();
        const std::string plain = sketch.say("film.captions");
        const std::string in = named ? sketch.words.get(film.said.language, "language.name") : plain;
        options.push_back({"film:captions", "captions", wishes.captions,
                           named ? sketch.say("film.captionsIn", {{"language", in}}) : plain, in, ToggleCaptions{}});
    }
    if (!film.film.signs.empty()) {
        options.push_back({"film:signs", "sign-language", plays(Version::interpreted, wishes.interpreted),
                           sketch.say("film.signs"), sketch.say("film.signsShort"), ToggleInterpreted{}});
    }
    if (!film.film.described.empty()) {
        options.push_back({"film:described", "audio-description", plays(Version::described, wishes.described),
                           sketch.say("film.described"), sketch.say("film.describedShort"), ToggleDescribed{}});
    }
    return options;
}

bool filmAlone(const Sketch& sketch) {
    const State& state = sketch.state;
    return !sketch.portrait() && state.visit.playing && state.visit.playing->started && !state.visit.asking &&
           !controlsShown(state);
}

Node filmScreen(Sketch& sketch, const content::Item& item, const content::Film& body) {
    const base::Size stage = sketch.aboveBar();
    const State& state = sketch.state;
    Node node = group("screen:item:" + item.id, {0, 0, stage.width, stage.height});
    const FilmSketch film{sketch,
                          sketch.now,
                          item,
                          body,
                          playingOf(state, item),
                          wordsShown(item, state, sketch.catalogue, sketch.state.device.library)};
    node.name = film.title();
    // a film that has shown nothing yet leaves its poster where it is
    const auto blank = [](const Playing& playing) {
        const auto& report = playing.report;
        return report.phase == Phase::opening && report.newFrames == 0 && report.position <= playing.from;
    };
    const bool shown = film.playing != nullptr && film.playing->started &&
                       film.playing->report.phase != Phase::failed && !blank(*film.playing);
    if (shown) {
        addPlaying(film, node);
    } else {
        node.children.push_back(filmPoster(film));
    }
    return node;
}

} // namespace schacht::visitor
