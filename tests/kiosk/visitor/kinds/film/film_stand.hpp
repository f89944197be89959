#pragma once
#include "kiosk/production/production.hpp"
#include "kiosk/visitor/frame/view.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/stops.hpp"

#include <memory>
#include <string>

/// A film in the Limburg pack with everything that a film can have, and a visitor before it.
namespace schacht::tests {

inline content::LanguageMap dutch(const std::string& words) {
    return content::LanguageMap(std::map<std::string, std::string, std::less<>>{{"nl", words}});
}

struct FilmStand {
    std::shared_ptr<kiosk::Material> material;
    stage::Screen glass = stage::screenFor(1920, 1080, 32);
    visitor::State state{};
    visitor::Library library{};
    visitor::Movement movement = visitor::Movement::none;
    base::Seconds now = 100;
    std::shared_ptr<text::Typesetter> typesetter = std::make_shared<text::Typesetter>();

    static content::Item film() {
        content::Item item;
        item.id = "the-last-car";
        item.kind = "film";
        item.title = dutch("De laatste auto van de band in Genk");
        item.summary = dutch("Genk, 18 december 2014. Na vijftig jaar en ongeveer 14 miljoen auto’s stopt de band.");
        item.themes = {"ford"};
        item.cover.file = "media/ford-line.svg";
        content::Film body;
        body.video = "media/films/car.mp4";
        body.described = "media/films/car.described.mp4";
        body.signs = {{"vgt", "media/films/car.vgt.mp4"}};
        body.captions = {{"nl", "car.nl.vtt"}, {"ar", "car.ar.vtt"}};
        for (const auto& [start, title] : {std::pair{0.0, "De band"}, std::pair{40.0, "Vijftig jaar in drie ploegen"},
                                           std::pair{130.0, "De laatste auto"}}) {
            content::Chapter chapter;
            chapter.start = start;
            chapter.title = dutch(title);
            body.chapters.push_back(std::move(chapter));
        }
        item.body = std::move(body);
        return item;
    }

    static FilmStand make() {
        FilmStand stand;
        stand.material = std::make_shared<kiosk::Material>(tests::readLimburg());
        content::Pack pack = stand.material->catalogue().pack();
        pack.items.push_back(film());
        stand.material->items = std::make_unique<catalogue::Catalogue>(std::move(pack));
        stand.state.visit.here = tests::filmAt(film().id);
        stand.state.visit.history.push_back(tests::screenAt(visitor::ScreenKind::home));
        stand.state.visit.language = "nl";
        stand.state.device.now = stand.state.visit.lastGlass = stand.now;
        stand.say("nl",
                  "WEBVTT\n\n00:00.000 --> 03:00.000\nOp 18 december 2014 rolt hier de laatste auto van de band.\n");
        return stand;
    }

    void say(const std::string& language, const std::string& vtt) {
        const auto text = content::readWebVtt(vtt);
        REQUIRE(text);
        auto words = std::make_shared<stage::Transcript>();
        words->text = *text;
        words->times = content::CueTimes(words->text.cues);
        library.words["car." + language + ".vtt"] = std::move(words);
    }

    visitor::Playing& play(media::Phase phase, base::Seconds position = 74) {
        visitor::Playing playing;
        playing.item = film().id;
        playing.wanted = phase == media::Phase::playing || phase == media::Phase::opening;
        playing.started = true;
        playing.report.open = 1;
        playing.report.phase = phase;
        playing.report.position = position;
        playing.report.at = now;
        playing.report.length = 182;
        playing.report.newFrames = phase == media::Phase::opening ? 0 : 9;
        playing.report.picture = {1920, 1080};
        state.visit.playing = playing;
        return *state.visit.playing;
    }

    visitor::View view() {
        state.device.screen = glass.size;
        state.device.library = library;
        const visitor::World world{material->catalogue(), 60, 20, movement};
        visitor::Sketch sketch(state, material->catalogue(), material->words, material->theme, glass, *typesetter,
                               movement);
        return visitor::view(sketch, world, now);
    }
};

} // namespace schacht::tests
