#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"
#include "tests/pages_of.hpp"

#include <algorithm>
#include <map>

namespace schacht {
namespace {

using tests::PackOnDisk;

/// The good pack's text with one thing changed.
void change(const PackOnDisk& pack, const std::string& path, const std::string& from, const std::string& to) {
    std::string text = tests::readFile(pack.root / path);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    pack.write(path, text);
}

const content::Item* find(const content::Pack& pack, std::string_view id) {
    const auto found =
        std::find_if(pack.items.begin(), pack.items.end(), [&](const auto& item) { return item.id == id; });
    return found == pack.items.end() ? nullptr : &*found;
}

std::string describeAll(const std::vector<base::Problem>& problems) {
    std::string all;
    for (const base::Problem& problem : problems) {
        all += tests::describe(problem);
    }
    return all;
}

/// What reading says when every film and sound is found to be `medium`.
content::PackReading lookedInto(const PackOnDisk& pack, const base::Result<content::Medium>& medium) {
    auto reading = content::readPack(
        pack.root, {.today = "2026-11-24", .lookAtMedia = true, .look = [&](const auto&) { return medium; }});
    REQUIRE(reading);
    return std::move(*reading);
}

} // namespace

TEST_CASE("an oral history is read with every key that it has") {
    const PackOnDisk pack;
    const auto reading = pack.read();
    REQUIRE(reading);
    const content::Item* const item = find(reading->pack, "the-lamp");
    REQUIRE(item != nullptr);
    const auto& voice = std::get<content::OralHistory>(item->body);
    REQUIRE(voice.speakers.size() == 2);
    CHECK(voice.speakers[1].id == "miner");
    CHECK(voice.speakers[1].name.find("nl", {}).words == "A. Peeters");
    CHECK(voice.speakers[1].portrait->file == "media/lamp.svg");
    CHECK(voice.speakers[1].role.find("en", {}).words == "hewer, Winterslag");
    CHECK(voice.medium() == "media/voices/the-lamp.nl.opus");
    CHECK(voice.spoken == "nl");
    CHECK(voice.transcripts.at("en") == "media/voices/the-lamp.en.vtt");
    REQUIRE(voice.chapters.size() == 2);
    CHECK(voice.chapters[1].start == 2.5);
    CHECK(voice.chapters[1].keywords == std::vector<std::string>{"lamp"});
    CHECK(voice.chapters[1].related == std::vector<std::string>{"lamp"});
    CHECK(voice.recorded->date == "2026-11");
    CHECK(!voice.synthetic);
    CHECK(voice.consent->until == "2090");
    CHECK(voice.consent->uses == std::vector<std::string>{"exhibition"});
    CHECK(voice.heardFor == Approx(5)); // its last words end there
    CHECK(content::mediumOf(*item) == voice.audio);
    CHECK(tests::pagesOf(*item).empty());
}

TEST_CASE("a film is read with every key that it has") {
    const PackOnDisk pack;
    const auto reading = pack.read();
    REQUIRE(reading);
    const content::Item* const item = find(reading->pack, "years");
    REQUIRE(item != nullptr);
    const auto& film = std::get<content::Film>(item->body);
    CHECK(film.video == "media/films/years.webm");
    CHECK(film.poster->file == "media/pictures/cage.svg");
    CHECK(film.captions.at("en") == "media/films/years.en.srt");
    CHECK(film.described == "media/films/years.webm");
    CHECK(film.signs.at("vgt") == "media/films/years.vgt.webm");
    CHECK(!film.signedPlaceholder);
    CHECK(film.chapters.size() == 2);
}

TEST_CASE("a recording whose consent is over is left out, and so is the page that plays it") {
    const PackOnDisk pack;
    change(pack, "voices/the-lamp.json", "\"2090\"", "\"2026-11-23\"");
    pack.write("stories/hears.json", R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/lamp.svg", "alt": "A lamp"}, "themes": ["mines"],
 "pages": [{"layout": "quote", "quote": "We were silent."}, {"layout": "listen", "item": "the-lamp", "from": 1}]})");
    CHECK(pack.problems() == "voices/the-lamp.json:20:47 warning consent-over /consent/until\n    The consent ended on "
                             "2026-11-23: the item is no longer shown. Ask the speaker again, or take the item out.\n");
    const auto reading = pack.read();
    REQUIRE(reading);
    CHECK(find(reading->pack, "the-lamp") == nullptr);
    CHECK(tests::pagesOf(*find(reading->pack, "hears")).size() == 1);
}

TEST_CASE("a consent that ends within a month is said, and the recording is shown to its last day") {
    const PackOnDisk pack;
    for (const char* last : {"2026-11-24", "2026-12-23"}) {
        change(pack, "voices/the-lamp.json", last == std::string("2026-11-24") ? "\"2090\"" : "\"2026-11-24\", \"for\"",
               last == std::string("2026-11-24") ? "\"2026-11-24\"" : "\"2026-12-23\", \"for\"");
        CHECK(pack.problems() == "voices/the-lamp.json:20:47 warning consent-ends /consent/until\n    The consent ends "
                                 "on " +
                                     std::string(last) +
                                     ": after that day the item is no longer shown. Ask the speaker again in time.\n");
        CHECK(find(pack.read()->pack, "the-lamp") != nullptr);
    }
    change(pack, "voices/the-lamp.json", "\"2026-12-23\"", "\"2026-12-24\"");
    CHECK(pack.problems().empty());
}

TEST_CASE("a transcript that cannot be read is taken out, and the recording stays") {
    const PackOnDisk pack;
    pack.write("media/voices/the-lamp.en.vtt", "Every lamp had a number.\n");
    const auto reading = pack.read();
    REQUIRE(reading);
    CHECK(reading->problems.size() == 1);
    const auto& voice = std::get<content::OralHistory>(find(reading->pack, "the-lamp")->body);
    CHECK(voice.transcripts.size() == 1);
    CHECK(voice.transcripts.contains("nl"));
}

TEST_CASE("media that are what they say give no problem when they are looked into") {
    const PackOnDisk pack;
    const auto look = [](const std::filesystem::path& file) -> base::Result<content::Medium> {
        return file.extension() == ".opus" ? content::Medium{"ogg", 6, true, false}
                                           : content::Medium{"webm", 4, true, true};
    };
    const auto reading = content::readPack(pack.root, {.today = "2026-11-24", .lookAtMedia = true, .look = look});
    REQUIRE(reading);
    CHECK(describeAll(reading->problems).empty());
}

TEST_CASE("a sound or film that cannot be played is reported where it is named, and its item left out") {
    const PackOnDisk pack;
    pack.remove("films");
    const auto reading = lookedInto(pack, base::refuse("medium", "This file is empty."));
    CHECK(describeAll(reading.problems) ==
          "voices/the-lamp.json:12:12 error medium-unplayable /audio\n    “media/voices/the-lamp.nl.opus” cannot be "
          "played. This file is empty. Visitors do not see this item.\n");
    CHECK(find(reading.pack, "the-lamp") == nullptr);
}

TEST_CASE("a film without sound in the place of a sound is reported, with its name") {
    const PackOnDisk pack;
    pack.remove("films");
    CHECK(describeAll(lookedInto(pack, content::Medium{"mp4", 60, false, true}).problems) ==
          "voices/the-lamp.json:12:12 error medium-silent /audio\n    “media/voices/the-lamp.nl.opus” has no sound. "
          "Look whether it is the right file. Visitors do not see this item.\n"
          "voices/the-lamp.json:12:12 warning medium-name /audio\n    “media/voices/the-lamp.nl.opus” is not what its "
          "name says. Let its name end in .mp4, here too.\n");
}

TEST_CASE("a sound in the place of a film is reported") {
    const PackOnDisk pack;
    pack.remove("voices");
    change(pack, "films/years.json", "  \"described\": \"media/films/years.webm\",\n", "");
    change(pack, "films/years.json", "  \"signed\": {\"vgt\": \"media/films/years.vgt.webm\"},\n", "");
    CHECK(describeAll(lookedInto(pack, content::Medium{"webm", 60, true, false}).problems) ==
          "films/years.json:7:12 error medium-no-film /video\n    “media/films/years.webm” has no picture that moves. "
          "Look whether it is the right file. Visitors do not see this item.\n");
}

TEST_CASE("cues, chapters and passages after the end of a recording are reported") {
    const PackOnDisk pack;
    pack.remove("films");
    pack.write("stories/hears.json", R"({"kind": "story", "title": "Coal", "summary": "How coal was found.",
 "cover": {"file": "media/lamp.svg", "alt": "A lamp"}, "themes": ["mines"],
 "pages": [{"layout": "quote", "quote": "We were silent."}, {"layout": "listen", "item": "the-lamp", "to": 9}]})");
    CHECK(
        describeAll(lookedInto(pack, content::Medium{"ogg", 2.5, true, false}).problems) ==
        "media/voices/the-lamp.en.vtt:6:1 warning cue-beyond\n    This cue begins after the end: "
        "“media/voices/the-lamp.nl.opus” is 2.5 s long. Look whether the words belong to it.\n"
        "media/voices/the-lamp.nl.vtt:6:1 warning cue-beyond\n    This cue begins after the end: "
        "“media/voices/the-lamp.nl.opus” is 2.5 s long. Look whether the words belong to it.\n"
        "stories/hears.json:3:108 warning passage-beyond /pages/1/to\n    This is after the end of “the-lamp”. Write "
        "how many seconds after its start the passage ends.\n"
        "voices/the-lamp.json:17:15 error chapter-beyond /chapters/1/start\n    This chapter starts after the end: "
        "“media/voices/the-lamp.nl.opus” is 2.5 s long. Write at how many seconds it starts, or take it out. Visitors "
        "do not see this chapter.\n");
    change(pack, "voices/the-lamp.json", "\"start\": 2.5", "\"start\": 2");
    CHECK(describeAll(lookedInto(pack, content::Medium{"ogg", 6, true, false}).problems) ==
          "stories/hears.json:3:108 warning passage-beyond /pages/1/to\n    This is after the end of “the-lamp”. Write "
          "how "
          "many seconds after its start the passage ends.\n");
}

TEST_CASE("a picture that cannot be shown is reported where it is named, and looked at once") {
    const PackOnDisk pack;
    std::map<std::string, int> looks;
    const auto look = [&](const std::filesystem::path& file) -> base::Result<void> {
        if (++looks[file.filename().string()] == 1 && file.filename() == "cage.svg") {
            return base::refuse("picture", "This file is empty.");
        }
        return {};
    };
    const auto reading = content::readPack(pack.root, {.today = "2026-11-24", .picture = look});
    REQUIRE(reading);
    CHECK(looks == std::map<std::string, int>{{"cage.svg", 1}, {"lamp.svg", 1}});
    REQUIRE(reading->problems.size() == 3);
    CHECK(tests::describe(reading->problems[0]) ==
          "explore/close-by.json:10:14 error picture-unreadable "
          "/pictures/1/file\n    “media/pictures/cage.svg” cannot be "
          "shown. This file is empty. The item “Lampen” shows 1 of 2 pictures.\n");
    CHECK(content::exhibitsOf(*find(reading->pack, "close-by")).size() == 1);
}

} // namespace schacht
