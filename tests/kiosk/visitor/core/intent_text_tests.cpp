#include "kiosk/visitor/core/intent_text.hpp"

#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

/// One of each kind, as new.
template <std::size_t... At>
std::vector<Intent> everyMeaning(std::index_sequence<At...>) {
    return {Intent(std::in_place_index<At>)...};
}

template <class T>
T again(const T& meaning) {
    const auto back = intentOf(textOf({meaning, 1}));
    REQUIRE(back);
    REQUIRE(std::holds_alternative<T>(back->what));
    return std::get<T>(back->what);
}

} // namespace

TEST_CASE("an Intent is a line of JSON with its time, its name and what belongs to it") {
    CHECK(textOf({OpenItem{"the-lamp"}, 12.5}) == R"({"t":12.5,"intent":"OpenItem","with":["the-lamp"]})");
    CHECK(textOf({GoHome{}, 3}) == R"({"t":3.0,"intent":"GoHome"})");
}

TEST_CASE("every Intent comes back from its line as what it was") {
    for (const Intent& meaning : everyMeaning(std::make_index_sequence<std::variant_size_v<Intent>>{})) {
        INFO(nameOf(meaning));
        const auto back = intentOf(textOf({meaning, 2.25}));
        REQUIRE(back);
        CHECK(back->what.index() == meaning.index());
        CHECK(back->now == 2.25);
        CHECK(textOf(*back) == textOf({meaning, 2.25}));
    }
}

TEST_CASE("what belongs to an Intent comes back with it") {
    CHECK(again(PressedOn{3, 18446744073709551615U, true}).target == 18446744073709551615U);
    const DragDone done = again(DragDone{SurfaceOwner::shelf, {-3.5F, 2}, {120.25F, 0}, true});
    CHECK(done.owner == SurfaceOwner::shelf);
    CHECK(done.by.x == -3.5F);
    CHECK(done.velocity.x == 120.25F);
    CHECK(done.cancelled);
    CHECK(again(ChooseAccess{{.textSize = 4, .moreTime = true}}).access == Access{.textSize = 4, .moreTime = true});
    CHECK(again(OpenSubject{{catalogue::Subject::Kind::person, "dumont"}}).subject.id == "dumont");
    media::PlayerState state;
    state.open = 3;
    state.phase = media::Phase::paused;
    state.length = 41.5;
    CHECK(again(PlayerReport{state}).state == state);
}

TEST_CASE("a line that is no Intent is refused, and a damaged one is as a new one") {
    CHECK_FALSE(intentOf("{"));
    CHECK_FALSE(intentOf(R"({"intent":"Explode"})"));
    CHECK_FALSE(intentOf("[]"));
    const auto damaged = intentOf(R"({"t":"soon","intent":"TurnPage","with":["two"]})");
    REQUIRE(damaged);
    CHECK(std::get<TurnPage>(damaged->what).by == 1);
    const auto beyond = intentOf(R"({"intent":"OpenSubject","with":[{"kind":"street","id":"x"}]})");
    REQUIRE(beyond);
    CHECK(std::get<OpenSubject>(beyond->what).subject.kind == catalogue::Subject::Kind::place);
}
