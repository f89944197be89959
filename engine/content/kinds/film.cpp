#include "engine/content/kinds/film.hpp"

#include "engine/content/format/losses.hpp"
#include "engine/content/language/rules.hpp"

namespace schacht::content {

namespace {

void checkStandIns(Reading& reading, const Film& film) {
    if (!film.signedPlaceholder || film.signs.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "signed");
    reading.report.warning("signed-placeholder", reading.document.find(reading.document.root(), "signed")->offset,
                           "What is shown here is a stand-in, not signing. Have the film signed, then take "
                           "“signedPlaceholder” out.");
}

} // namespace

std::vector<Exhibit> exhibitsOf(const Film& /*body*/, const LanguageMap& /*title*/) {
    return {};
}

const Picture* coverOf(const Film& film) {
    return film.poster ? &*film.poster : nullptr;
}

Played playedOf(const Film& film) {
    return {.medium = &film.video,
            .texts = &film.captions,
            .chapters = &film.chapters,
            .spoken = &film.spoken,
            .film = true,
            .described = &film.described,
            .signs = &film.signs};
}

std::vector<Findable> findableIn(const Film& film) {
    return findableIn(film.chapters);
}

double minutesOf(const Film& film, const LanguageChoice& /*languages*/) {
    return film.heardFor / 60;
}

/// It is heard: what is said in it stands in its timed texts, which visitors choose by themselves.
bool isReadableIn(const Film& /*body*/, std::string_view /*language*/) {
    return true;
}

std::optional<Day> consentEnds(const Film& /*body*/) {
    return std::nullopt;
}

std::vector<Passage> checkRules(Reading& reading, Film& film) {
    orderChapters(reading, film.chapters);
    checkStandIns(reading, film);
    if (!film.spoken.empty()) {
        checkWords(reading, {"captions"},
                   "This film is spoken and has no “captions”: a visitor who does not hear it misses what is said. "
                   "Write them, by language.");
    }
    return {};
}

FileFindings checkFiles(Reading& reading, Film& film) {
    MediaCheck check(reading);
    check.checkMain("video", film.video, true);
    if (!check.checkMedium("described", {}, film.described, true)) {
        film.described.clear();
        loseKey(reading, {.key = "described"});
    }
    std::erase_if(film.signs, [&](const auto& each) {
        const bool good = check.checkMedium("signed", each.first, each.second, true);
        if (!good) {
            const std::string signing = "signing in " + inQuotes(each.first);
            loseKey(reading, {.key = "signed", .many = signing});
        }
        return !good;
    });
    check.checkTexts(film.captions, nullptr);
    check.checkChapters(film.chapters);
    film.heardFor = check.heardFor();
    return std::move(check.found);
}

} // namespace schacht::content
