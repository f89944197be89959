/// An item's address for a visitor's telephone. That a telephone reads it is in tests/journeys.
#include "kiosk/visitor/frame/update.hpp"
#include "kiosk/visitor/kit/qr_code.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/stops.hpp"

using namespace schacht;
using namespace schacht::visitor;

namespace {

content::Pack addressedPack() {
    content::Pack pack;
    pack.languages = {"nl"};
    for (const char* id : {"ice", "lamp"}) {
        content::Item item;
        item.id = id;
        item.kind = "story";
        item.body = content::Story{std::vector<content::Page>(1)};
        pack.items.push_back(item);
    }
    pack.items.front().readMore = "https://example.org/ice";
    return pack;
}

} // namespace

TEST_CASE("an item with an address is taken home from its end, and Back leads there again") {
    const catalogue::Catalogue catalogue(addressedPack());
    const World world{catalogue};
    State state;
    const auto happens = [&](Intent meaning) { state = update(state, {std::move(meaning), 1}, world).state; };
    happens(Begin{""});
    happens(OpenItem{"ice"});
    happens(TurnPage{1});
    happens(TakeHome{});
    CHECK(tests::whereIs(state.visit.here) == tests::whereIs(tests::screenAt(visitor::ScreenKind::takeHome, "ice")));
    happens(GoBack{});
    CHECK(state.visit.here.kind == ScreenKind::end);
    happens(OpenItem{"lamp"});
    happens(TurnPage{1});
    happens(TakeHome{});
    CHECK(tests::whereIs(state.visit.here) == tests::whereIs(tests::screenAt(visitor::ScreenKind::end, "lamp")));
}

TEST_CASE("a QR code is square, has its three marks, and grows with the address") {
    const auto small = qrCode("https://example.org/ice");
    const auto large = qrCode("https://example.org/" + std::string(200, 'a'));
    REQUIRE(small);
    REQUIRE(large);
    CHECK(small->side < large->side);
    for (const auto& code : {*small, *large}) {
        CHECK(code.side % 4 == 1); // 17 + 4 x version
        REQUIRE(code.dark.size() == static_cast<std::size_t>(code.side) * static_cast<std::size_t>(code.side));
        const auto dark = [&](int x, int y) { return code.dark[static_cast<std::size_t>(y * code.side + x)]; };
        for (const auto& [left, top] : {std::pair{0, 0}, std::pair{code.side - 7, 0}, std::pair{0, code.side - 7}}) {
            for (int i = 0; i < 7; ++i) {
                CHECK(dark(left + i, top)); // a ring, a gap and a block of three by three
                CHECK(dark(left, top + i));
            }
            CHECK_FALSE(dark(left + 1, top + 1));
            CHECK(dark(left + 3, top + 3));
        }
    }
}

TEST_CASE("an address that no QR code holds, or none, has no code") {
    CHECK(qrCode("https://example.org/" + std::string(2311, 'a')));
    CHECK_FALSE(qrCode("https://example.org/" + std::string(2312, 'a')));
    CHECK_FALSE(qrCode(""));
}
