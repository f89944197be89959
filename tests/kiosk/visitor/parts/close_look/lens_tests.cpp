#include "kiosk/visitor/parts/close_look/lens.hpp"

#include "tests/catch.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

const base::Rect frame{0, 0, 700, 370};
constexpr float clear = 220;

bool near(float a, float b, float most = .05F) {
    return std::abs(a - b) < most;
}

} // namespace

TEST_CASE("a whole picture is as large as fits, and a wide one stands above the words") {
    const Lens lens = Lens::of(base::Size{3000, 500}, frame, clear);
    const base::Rect place = lens.place(lens.within({}));
    CHECK(near(place.width, 700));
    CHECK(near(place.x, 0));
    CHECK(near(place.centre().y, clear / 2));
    const Lens tall = Lens::of(base::Size{500, 3000}, frame, clear);
    const base::Rect upright = tall.place(tall.within({}));
    CHECK(near(upright.height, 370));
    CHECK(near(upright.centre().x, 350));
}

TEST_CASE("a picture whose size is not known yet has the shape of most") {
    CHECK(Lens::of(std::nullopt, frame, clear).whole == Lens::of(base::Size{1600, 900}, frame, clear).whole);
    CHECK(Lens::of(base::Size{0, 9}, frame, clear).whole == Lens::of(std::nullopt, frame, clear).whole);
}

TEST_CASE("no gap opens beside a picture, and all of it can be drawn out from under the words") {
    const Lens lens = Lens::of(base::Size{1600, 900}, frame, clear);
    for (const float scale : {1.0F, 1.3F, 2.0F, 8.0F}) {
        for (const base::Point at : {base::Point{-3, -3}, base::Point{.5F, .5F}, base::Point{4, 4}}) {
            const base::Rect place = lens.place(lens.within({scale, at}));
            INFO(scale << " at " << at.x);
            CHECK((place.width < frame.width || (place.x < .05F && place.right() > frame.width - .05F)));
            CHECK(place.y < .05F);
            CHECK(place.bottom() > clear - .05F);
        }
        const base::Rect lowest = lens.place(lens.within({scale, {.5F, 9}}));
        CHECK(near(lowest.bottom(), clear));
    }
}

TEST_CASE("what is under a finger stays under it while the picture is drawn and pinched") {
    const Lens lens = Lens::of(base::Size{1600, 900}, frame, clear);
    const Sight start{3, {.4F, .5F}};
    const base::Point part = lens.under({200, 100}, start);
    for (const float scale : {2.5F, 3.0F, 5.0F}) {
        const Sight held = lens.holding(part, {260, 130}, scale);
        CHECK(near(held.scale, scale));
        const base::Point now = lens.under({260, 130}, held);
        CHECK(near(now.x, part.x, .001F));
        CHECK(near(now.y, part.y, .001F));
    }
}

TEST_CASE("past its edges and below the whole a picture gives like a band") {
    const Lens lens = Lens::of(base::Size{1600, 900}, frame, clear);
    const Sight pulled = lens.holding({0, .5F}, {100, 185}, 2); // the left edge, a hundred millimetres into the frame
    const float gap = lens.place(pulled).x;
    CHECK(gap > 20);
    CHECK(gap < 60);
    CHECK(lens.holding({.5F, .5F}, {350, 185}, .2F).scale > Lens::farthest);
    CHECK(lens.holding({.5F, .5F}, {350, 185}, .2F).scale < 1);
    CHECK(lens.holding({.5F, .5F}, {350, 185}, 50).scale == Lens::nearest);
}

TEST_CASE("the part that is seen is what the frame shows") {
    const Lens lens = Lens::of(base::Size{1600, 900}, frame, clear);
    const base::Rect all = lens.seen({1, {.5F, .5F}});
    CHECK(near(all.width, 1));
    CHECK(near(all.height, 1));
    const base::Rect part = lens.seen({4, {.5F, .5F}});
    CHECK(near(part.height, .25F, .001F));
    CHECK(near(part.y, .375F, .001F));
}
