/// Captions on a film: where their settings put them, and never where they may not be.
#include "kiosk/visitor/parts/playback/captions.hpp"
#include "tests/kiosk/visitor/kinds/film/film_stand.hpp"

using namespace schacht;
using namespace schacht::visitor;
using media::Phase;
using tests::FilmStand;

namespace {

struct Caption {
    std::string words;
    base::Rect box;
};

/// The cues on the glass, in the order they are painted.
std::vector<Caption> captionsOf(FilmStand& stand) {
    const View view = stand.view();
    std::vector<Caption> out;
    if (const auto captions = nodeAt(view.scene.root, scene::nodeId("captions"))) {
        std::vector<std::pair<const scene::Node*, base::Rect>> nodes;
        const base::Rect& box = captions->node->box;
        tests::allOf(*captions->node, {captions->box.x - box.x, captions->box.y - box.y}, nodes);
        for (const auto& [node, where] : nodes) {
            if (node->role == scene::Role::text) {
                out.push_back({node->name, where});
            }
        }
    }
    return out;
}

FilmStand saying(const std::string& cues, bool controls = false) {
    auto stand = FilmStand::make();
    stand.say("nl", "WEBVTT\n\n" + cues);
    stand.play(Phase::playing);
    if (!controls) {
        stand.state.visit.lastGlass -= controlsStay + controlsFade;
    }
    return stand;
}

Caption only(FilmStand stand) {
    const auto all = captionsOf(stand);
    REQUIRE(all.size() == 1);
    return all.front();
}

const std::string always = "00:00.000 --> 03:00.000";

} // namespace

TEST_CASE("captions stand in the middle near the bottom, and above the controls while those are shown") {
    const base::Size screen = FilmStand::make().glass.size;
    const Caption alone = only(saying(always + "\nDe laatste auto.\n"));
    CHECK(alone.words == "De laatste auto.");
    CHECK(alone.box.centre().x == Approx(screen.width / 2).margin(.1));
    CHECK(alone.box.bottom() == Approx(screen.height - 20).margin(.1));
    const Caption above = only(saying(always + "\nDe laatste auto.\n", true));
    CHECK(above.box.bottom() == Approx(screen.height - 28 - 92).margin(.1));
}

TEST_CASE("captions go down only when the controls have faded") {
    auto stand = saying(always + "\nDe laatste auto.\n", true);
    const float above = only(stand).box.bottom();
    stand.state.device.now += controlsStay;
    CHECK(only(stand).box.bottom() == above);
    stand.state.device.now += controlsFade;
    CHECK(only(stand).box.bottom() > above);
}

TEST_CASE("captions make room for what a held knob says") {
    auto stand = saying(always + "\nDe laatste auto.\n", true);
    stand.state.visit.sliding = Sliding{visitor::SurfaceOwner::playback, .5F};
    const View view = stand.view();
    const auto preview = nodeAt(view.scene.root, scene::nodeId("film:preview"));
    REQUIRE(preview);
    CHECK(only(stand).box.bottom() <= preview->box.y);
}

TEST_CASE("a visitor who wants no captions has none") {
    auto stand = saying(always + "\nDe laatste auto.\n");
    stand.state.visit.wishes.captions = false;
    CHECK(captionsOf(stand).empty());
}

TEST_CASE("captions are shown from their start to their end") {
    auto stand = saying("01:14.000 --> 01:15.000\nNu.\n");
    stand.play(Phase::playing, 73.99);
    stand.state.visit.lastGlass -= controlsStay + controlsFade;
    CHECK(captionsOf(stand).empty());
    stand.state.visit.playing->report.position = 74;
    CHECK(captionsOf(stand).size() == 1);
    stand.state.visit.playing->report.position = 75;
    CHECK(captionsOf(stand).empty());
}

TEST_CASE("a cue's line counts rows from the top, or from the bottom where it is negative") {
    const float top = only(saying(always + " line:0\nBoven\n")).box.y;
    const Caption second = only(saying(always + " line:1\nBoven\n"));
    CHECK(top == Approx(16));
    CHECK(second.box.y == Approx(top + second.box.height).margin(.1));
    const Caption lowest = only(saying(always + " line:-1\nOnder\n"));
    const Caption higher = only(saying(always + " line:-2\nOnder\n"));
    CHECK(higher.box.bottom() == Approx(lowest.box.y).margin(.1));
}

TEST_CASE("a cue's line in per cent is of the picture's height") {
    const base::Size screen = FilmStand::make().glass.size;
    CHECK(only(saying(always + " line:50%\nHalf\n")).box.y == Approx(screen.height / 2).margin(.1));
    CHECK(only(saying(always + " line:50%,end\nHalf\n")).box.bottom() == Approx(screen.height / 2).margin(.1));
}

TEST_CASE("a cue's position, size and alignment place it across the picture") {
    const base::Size screen = FilmStand::make().glass.size;
    const Caption left = only(saying(always + " position:10% align:start\nLinks\n"));
    CHECK(left.box.x == Approx(screen.width * .1F).margin(.1));
    const Caption right = only(saying(always + " position:90% align:end\nRechts\n"));
    CHECK(right.box.right() == Approx(screen.width * .9F).margin(.1));
    const Caption narrow =
        only(saying(always + " size:30%\nOp 18 december 2014 rolt hier de laatste auto van de band.\n"));
    CHECK(narrow.box.width <= screen.width * .3F + .1F);
}

TEST_CASE("cues set in columns stand at the picture's side") {
    const base::Size screen = FilmStand::make().glass.size;
    CHECK(only(saying(always + " vertical:rl\nOpzij\n")).box.right() == Approx(screen.width - 16).margin(.1));
    CHECK(only(saying(always + " vertical:lr\nOpzij\n")).box.x == Approx(16).margin(.1));
}

TEST_CASE("captions keep to the picture's sides when the screen is mirrored") {
    auto stand = saying(always + " position:10% align:start\nLinks\n");
    const base::Rect before = only(stand).box;
    stand.library.words["car.ar.vtt"] = stand.library.words["car.nl.vtt"];
    stand.state.visit.language = "ar";
    const auto all = captionsOf(stand);
    REQUIRE(all.size() == 1);
    // "start" is the right in Arabic, the position is not
    CHECK(all.front().box.right() == Approx(before.x).margin(20));
}

TEST_CASE("captions are never over each other, over the controls or off the screen") {
    std::string cues;
    for (const char* settings : {"", "", " line:0", " line:0", " line:100%", " line:50% position:100% align:start",
                                 " line:50% position:0% align:end", " line:-1 size:20%", " vertical:rl", " line:99",
                                 " line:-99", " position:3% align:end size:40%"}) {
        cues += always + settings + "\nWat iemand zegt, en nog een paar woorden die daarbij horen\n\n";
    }
    for (const bool controls : {false, true}) {
        auto stand = saying(cues, controls);
        const auto all = captionsOf(stand);
        CHECK(all.size() >= 8);
        const base::Size screen = stand.glass.size;
        const float lowest = controls ? screen.height - 28 - 92 : screen.height - 20;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const base::Rect& box = all[i].box;
            INFO(i << ": " << box.x << " " << box.y << " " << box.width << " " << box.height);
            CHECK(box.x >= 15.9F);
            CHECK(box.right() <= screen.width - 15.9F);
            CHECK(box.y >= 15.9F);
            CHECK(box.bottom() <= lowest + .1F);
            for (std::size_t j = i + 1; j < all.size(); ++j) {
                CHECK(box.grown(-.05F).intersected(all[j].box).empty());
            }
        }
    }
}

TEST_CASE("a caption that is far too long is set smaller, not off the screen") {
    std::string words;
    for (int i = 0; i < 90; ++i) {
        words += "steenkool ";
    }
    const Caption caption = only(saying(always + "\n" + words + "\n", true));
    CHECK(caption.box.y >= 15.9F);
    CHECK(caption.box.bottom() <= FilmStand::make().glass.size.height - 28 - 92 + .1F);
}

TEST_CASE("the lines of a caption are of nearly the same length") {
    auto stand =
        saying(always + " size:60%\nOp 18 december 2014 rolt hier in Genk de laatste auto van de lange band.\n");
    const View view = stand.view();
    std::vector<std::pair<const scene::Node*, base::Rect>> nodes;
    tests::allOf(view.scene.root, {}, nodes);
    std::vector<float> widths;
    for (const auto& [node, box] : nodes) {
        const auto* text = std::get_if<scene::TextPaint>(&node->paint);
        if (text != nullptr) {
            widths.push_back(box.width);
        }
    }
    REQUIRE(widths.size() == 2);
    CHECK(std::min(widths[0], widths[1]) > .7F * std::max(widths[0], widths[1]));
}

TEST_CASE("who speaks is named when that changes, where there is more than one") {
    const std::string two = "00:00.000 --> 00:01.000\n<v Jan>Een.\n\n00:01.000 --> 00:02.000\n<v Jan>Twee.\n\n"
                            "00:02.000 --> 00:03.000\n<v Anna>Drie.\n\n";
    auto stand = saying(two);
    const auto& words = *stand.library.words["car.nl.vtt"];
    CHECK(speakerNamed(words, 0) == "Jan");
    CHECK(speakerNamed(words, 1).empty());
    CHECK(speakerNamed(words, 2) == "Anna");
    auto alone = saying("00:00.000 --> 00:01.000\n<v Jan>Een.\n");
    CHECK(speakerNamed(*alone.library.words["car.nl.vtt"], 0).empty());
}

TEST_CASE("two who speak in one cue stand on lines of their own") {
    const Caption caption = only(saying(always + "\n<v Jan>Waar ga je heen?</v> <v Anna>Naar de mijn.</v>\n"));
    CHECK(caption.words == "Jan: Waar ga je heen? Anna: Naar de mijn.");
    const float one = only(saying(always + "\nNaar de mijn.\n")).box.height;
    CHECK(caption.box.height == Approx(2 * one).margin(.1));
}

TEST_CASE("upright, captions stand below the film and above the track") {
    auto stand = saying(always + "\nOp 18 december 2014 rolt hier de laatste auto van de band.\n\n" + always +
                        "\nEn nog iemand zegt iets.\n");
    stand.glass = stage::screenFor(1080, 1920, 32);
    const View view = stand.view();
    const auto film = nodeAt(view.scene.root, scene::nodeId("film:picture"));
    const auto track = nodeAt(view.scene.root, scene::nodeId("track"));
    REQUIRE(film);
    REQUIRE(track);
    const auto all = captionsOf(stand);
    REQUIRE(all.size() == 2);
    CHECK(all[0].box.y >= film->box.bottom());
    CHECK(all[0].box.bottom() <= all[1].box.y);
    CHECK(all[1].box.bottom() <= track->box.y);
}
