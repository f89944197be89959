#include "kiosk/staff/day_news.hpp"
#include "kiosk/staff/service.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"
#include "tests/wall_clock.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::kiosk;
using visitor::ScreenKind;

namespace {

/// A kiosk without a window, on 30 November: the last day of the-market and of the consent of a voice, which the-memory
/// plays on its first page and the-tape on its only one; on the next day the-fair begins.
struct OnTheDay {
    tests::WallClock clock;
    tests::TemporaryFolder folder;
    RunOptions options;
    std::optional<Material> material;
    std::unique_ptr<base::Log> log;
    std::optional<visitor::Session> session;
    std::optional<Service> service;
    text::Typesetter typesetter;

    explicit OnTheDay(visitor::Access access = {}) {
        clock.shows("2026-11-30 12:00:00");
        options.pack = folder / "pack";
        save("pack.json", R"({"format": 1, "id": "p", "title": "P", "languages": ["en"], "themes": [{"id": "t",
            "title": "T", "cover": )" +
                              picture() + R"(, "items": ["the-market", "the-fair", "the-voice", "the-memory"]}]})");
        save("stories/the-market.json", story(words() + "], \"until\": \"2026-11-30\""));
        save("stories/the-fair.json", story(words() + "], \"from\": \"2026-12-01\""));
        save("stories/the-memory.json", story(R"({"layout": "listen", "item": "the-voice"}, )" + words() + "]"));
        save("stories/the-tape.json", story(R"({"layout": "listen", "item": "the-voice"}])"));
        save("voices/the-voice.json",
             R"({"kind": "oral-history", "title": "V", "summary": "One.", "themes": ["t"], "cover": )" + picture() +
                 R"(, "speakers": [{"id": "a", "name": "A"}], "audio": "media/a.opus", "spoken": "en",
                 "chapters": [{"start": 0, "title": "One"}], "consent": {"given": "2026", "until": "2026-11-30"}})");
        std::filesystem::create_directories(options.pack / "media");
        for (const auto& [from, to] : {std::pair{"limburg/media/headframes.svg", "headframes.svg"},
                                       std::pair{"village/media/voices/who-speaks-here.opus", "a.opus"}}) {
            std::filesystem::copy_file(std::filesystem::path(SCHACHT_SOURCE_FOLDER "/content") / from,
                                       options.pack / "media" / to);
        }
        auto read = Material::read(options);
        REQUIRE(read);
        material = std::move(*read);
        auto opened = base::Log::open({.file = folder / "kiosk.log"});
        REQUIRE(opened);
        log = std::move(*opened);
        visitor::Session::Options how;
        how.access = access;
        session.emplace(material->catalogue(), material->words, material->theme, how);
        service.emplace(*session, *material, options, log.get());
        begins("2026-11-30");
    }
    static std::string picture() { return R"({"file": "media/headframes.svg", "alt": "Two headframes"})"; }
    static std::string words() {
        std::string text;
        for (int sentence = 0; sentence < 16; ++sentence) { // more than a screen of the largest letters
            text += "Nobody saw the lamp go out that night. ";
        }
        return R"({"layout": "text", "heading": "H", "body": ")" + text + "\"}";
    }
    static std::string story(const std::string& pages) {
        return R"({"kind": "story", "title": "S", "summary": "One.", "themes": ["t"], "cover": )" + picture() +
               R"(, "pages": [)" + pages + "}";
    }
    void save(const std::string& path, const std::string& text) const { tests::writeFile(options.pack / path, text); }

    std::vector<stage::Effect> begins(const std::string& day) {
        return service->happen(stage::DayBegan{day, session->now().device.now});
    }
    void passes(base::Seconds now) { (void)service->happen(stage::TimePassed{now}); }
    scene::Scene looks() {
        return tests::shown(*service, stage::screenFor(1280, 720, 32), typesetter, session->now().device.now);
    }
    /// The ids of what is shown.
    [[nodiscard]] std::string shown() const {
        std::string ids;
        for (const auto* item : material->catalogue().itemsOf("t")) {
            ids += item->id + " ";
        }
        return ids;
    }
    [[nodiscard]] std::string logged() const { return tests::readFile(folder / "kiosk.log"); }
};

constexpr const char* november = "the-market the-voice the-memory the-tape ";
constexpr const char* december = "the-fair the-memory ";

} // namespace

TEST_CASE("another day begins at once while nobody is there, and is told") {
    OnTheDay kiosk;
    CHECK(kiosk.shown() == november);
    CHECK(kiosk.logged().empty());
    const auto effects = kiosk.begins("2026-12-01");
    CHECK(kiosk.shown() == december);
    CHECK_THAT(
        kiosk.logged(),
        ContainsSubstring(" info day Today is 2026-12-01: the-fair is shown from now on; the-market is no longer "
                          "shown, its last day was 2026-11-30; the-tape is no longer shown, the recording that "
                          "it plays is not shown; the-voice is no longer shown, its consent ended on "
                          "2026-11-30.\n"));
    CHECK(std::get<stage::TraceLine>(effects.back()).event == "day");
}

TEST_CASE("a clock that is set back brings what was over, and takes what has not begun") {
    OnTheDay kiosk;
    (void)kiosk.begins("2026-12-01");
    (void)kiosk.begins("2026-11-30");
    CHECK(kiosk.shown() == november);
    CHECK_THAT(kiosk.logged(), ContainsSubstring("the-fair is no longer shown, its first day is 2026-12-01."));
}

TEST_CASE("another day waits until the visitor who is there has gone") {
    OnTheDay kiosk;
    kiosk.session->intend(visitor::JumpTo{tests::voiceAt("the-voice")}, 1);
    (void)kiosk.begins("2026-12-01");
    kiosk.passes(2);
    CHECK(kiosk.shown() == november);
    kiosk.passes(62);
    CHECK(kiosk.session->now().visit.asking);
    CHECK(kiosk.shown() == november); // who is asked whether they are there may be
    kiosk.passes(83);
    CHECK(kiosk.session->nobody());
    CHECK(kiosk.shown() == december);
    kiosk.session->intend(visitor::Begin{}, 84);
    kiosk.session->intend(visitor::OpenItem{"the-voice"}, 85);
    CHECK(kiosk.session->now().visit.here.kind == ScreenKind::home);
    kiosk.session->intend(visitor::OpenItem{"the-fair"}, 86);
    CHECK(visitor::nameOf(kiosk.session->now().visit.here) == "story");
}

TEST_CASE("of days that begin while a visitor is there the last one counts") {
    OnTheDay kiosk;
    kiosk.session->intend(visitor::JumpTo{tests::screenAt(visitor::ScreenKind::home)}, 1);
    (void)kiosk.begins("2026-12-01");
    (void)kiosk.begins("2026-11-30"); // the clock was set wrong, and set right again
    kiosk.passes(62);
    kiosk.passes(83);
    CHECK(kiosk.session->nobody());
    CHECK(kiosk.shown() == november);
    CHECK(kiosk.logged().empty());
}

TEST_CASE("a day on which nothing comes or goes changes nothing and is not told") {
    OnTheDay kiosk;
    const auto* const before = kiosk.material->items.get();
    (void)kiosk.begins("2026-11-29");
    CHECK(kiosk.material->items.get() == before);
    CHECK(kiosk.material->day == "2026-11-29");
    CHECK(kiosk.logged().empty());
}

TEST_CASE("that a consent ends is told a month before, also where the kiosk has run for longer") {
    OnTheDay kiosk;
    const auto wrong = [&] {
        const auto& all = kiosk.material->problems;
        return std::count_if(all.begin(), all.end(), [](const auto& one) { return one.code.starts_with("consent"); });
    };
    CHECK(wrong() == 1);
    (void)kiosk.begins("2026-10-01");
    CHECK(wrong() == 0);
    (void)kiosk.begins("2026-10-31");
    CHECK(wrong() == 1);
    CHECK(kiosk.logged().ends_with(" warning problem voices/the-voice.json: The consent ends on 2026-11-30: "
                                   "after that day the item is no longer shown. Ask the speaker again in "
                                   "time."
                                   "\n"));
    (void)kiosk.begins("2026-12-01");
    CHECK(wrong() == 1);
    CHECK(kiosk.logged().ends_with(" warning problem voices/the-voice.json: The consent ended on 2026-11-30: "
                                   "the item is no longer shown. Ask the speaker again, or take the item "
                                   "out."
                                   "\n"));
}

TEST_CASE("a day begins without a look at the disk") {
    OnTheDay kiosk;
    std::filesystem::remove_all(kiosk.options.pack);
    (void)kiosk.begins("2026-12-01");
    CHECK(kiosk.shown() == december);
}

TEST_CASE("a story that has lost a page by the day breaks its others as they are") {
    visitor::Access large;
    large.textSize = visitor::textSizes; // so that its pages are broken anew
    OnTheDay kiosk(large);
    kiosk.session->intend(visitor::JumpTo{tests::storyAt("the-memory")}, 1);
    (void)kiosk.looks();
    (void)kiosk.begins("2026-12-01");
    kiosk.passes(62);
    kiosk.passes(83);
    kiosk.session->intend(visitor::Begin{}, 84);
    kiosk.session->intend(visitor::OpenItem{"the-memory"}, 85);
    (void)kiosk.looks();
    kiosk.session->intend(visitor::TurnPage{1}, 86);
    CHECK(visitor::nameOf(kiosk.session->now().visit.here) == "story");
    CHECK(visitor::leafAt(kiosk.session->now().visit.here.own).part == 1); // of the page that was the second
}

TEST_CASE("a pack without dates is held once, whatever the day") {
    OnTheDay kiosk;
    CHECK(kiosk.material->everyDay != nullptr);
    RunOptions options;
    options.pack = SCHACHT_SOURCE_FOLDER "/content/limburg";
    const auto limburg = Material::read(options);
    REQUIRE(limburg);
    CHECK(limburg->everyDay == nullptr);
    CHECK(limburg->on("9999-01-01") == nullptr);
    CHECK(&limburg->whole() == &limburg->catalogue().pack());
}
