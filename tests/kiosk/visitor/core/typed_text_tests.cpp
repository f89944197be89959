#include "kiosk/visitor/core/typed_text.hpp"

#include "kiosk/visitor/core/value_hash.hpp"
#include "tests/catch.hpp"

namespace schacht::visitor {

namespace {

/// As a search's State will be.
struct Search {
    TypedText typed;
    std::optional<TypedText> corrected;
    std::vector<TypedText> before;
    std::map<int, TypedText> byPage;
    std::set<std::string> found;
};

template <One<Search> T, class F>
void members(T& of, F&& each) {
    each("typed", of.typed);
    each("corrected", of.corrected);
    each("before", of.before);
    each("byPage", of.byPage);
    each("found", of.found);
}

Search searchFor(const std::string& words) {
    const TypedText typed(words);
    return {typed, typed, {typed}, {{7, typed}}, {"the-lamp"}};
}

std::uint64_t hashOf(const Search& search) {
    KnownDigests known;
    ValueHash mixed{known, nullptr};
    mixed.mix(search);
    return mixed.hash;
}

} // namespace

TEST_CASE("what a visitor typed has a mask of as many dots as it has characters") {
    CHECK(TypedText("Zoë 9").masked().words() == "•••••");
    CHECK(TypedText("Zoë 9").masked().masked().words() == "•••••");
    CHECK(TypedText("").masked().words().empty());
}

TEST_CASE("what a visitor typed is written as its mask, and comes back as that") {
    const written::Written json = written::of(searchFor("Zoë"));
    CHECK(written::text(json) ==
          R"({"typed":"•••","corrected":"•••","before":["•••"],"byPage":[[7,"•••"]],"found":["the-lamp"]})");
    Search back;
    written::read(json, back);
    CHECK(back.typed.words() == "•••");
    CHECK(written::of(back) == json);
}

TEST_CASE("a State in which a visitor typed something has the hash of its masked twin, by the length alone") {
    Search masked = searchFor("Zoë");
    written::mask(masked);
    CHECK(masked.typed.words() == "•••");
    CHECK(masked.byPage.at(7).words() == "•••");
    CHECK(masked.found.contains("the-lamp"));
    CHECK(hashOf(masked) == hashOf(searchFor("Zoë")));
    CHECK(hashOf(masked) == hashOf(searchFor("Bob")));
    CHECK(hashOf(masked) != hashOf(searchFor("Bo")));
}

} // namespace schacht::visitor
