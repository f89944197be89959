#include "engine/content/pack/pack_digest.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace schacht;

TEST_CASE("a pack's digest changes with what the pack is read from, and with nothing else") {
    const tests::TemporaryFolder folder;
    auto changes = [&, digest = content::packDigest(folder.path())](const char* file,
                                                                    const std::string& bytes) mutable {
        tests::writeFile(folder / file, bytes);
        return content::packDigest(folder.path()) != std::exchange(digest, content::packDigest(folder.path()));
    };
    CHECK(changes("pack.json", "{}"));
    CHECK(changes("pack.json", "{ }"));
    CHECK(changes("stories/lamp.json", ""));
    CHECK(changes("media/voices/lamp.nl.vtt", "WEBVTT\n\nOne"));
    CHECK(changes("media/voices/lamp.nl.vtt", "WEBVTT\n\nTwo"));
    CHECK(changes("media/lamp.jpg", "123"));
    CHECK(changes("media/lamp.jpg", "1234"));
    CHECK_FALSE(changes("media/lamp.jpg", "5678")); // its picture is another, but no word or place
    CHECK_FALSE(changes("README.md", "Read me."));
    CHECK_FALSE(changes("cache/1.png", "decoded"));
}

TEST_CASE("a pack that was copied has the digest of the first") {
    const tests::TemporaryFolder folder;
    tests::writeFile(folder / "one/stories/lamp.json", "{}");
    tests::writeFile(folder / "one/pack.json", "{ }");
    tests::writeFile(folder / "two/pack.json", "{ }");
    tests::writeFile(folder / "two/stories/lamp.json", "{}");
    CHECK(content::packDigest(folder / "one") == content::packDigest(folder / "two"));
}
