#include "engine/base/pack_path.hpp"

#include "tests/catch.hpp"

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace schacht::base {
namespace {

namespace fs = std::filesystem;

/// outside/secret and pack/ with files and links, gone when the test ends.
class Tree {
public:
    Tree() : root(fs::temp_directory_path() / ("schacht-base-" + std::to_string(getpid()))) {
        fs::remove_all(root);
        fs::create_directories(root / "outside");
        fs::create_directories(root / "pack/media/deep");
        write("outside/secret", "secret");
        write("pack/media/lamp", "lamp");
        write("pack/empty", "");
        fs::create_symlink("lamp", root / "pack/media/inside");
        fs::create_symlink("../../outside/secret", root / "pack/media/out");
        fs::create_symlink(root / "outside", root / "pack/folder-out");
        fs::create_symlink("deep/../../media", root / "pack/media/folder-inside");
        fs::create_symlink("loop", root / "pack/loop");
        fs::create_symlink("nothing", root / "pack/broken");
        mkfifo((root / "pack/pipe").c_str(), 0600);
    }
    ~Tree() { fs::remove_all(root); }
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    void write(const std::string& path, const std::string& text) const { std::ofstream(root / path) << text; }
    [[nodiscard]] PackFolder open(PackFolder::Guard guard) const {
        auto folder = PackFolder::open(root / "pack", guard);
        REQUIRE(folder);
        return *folder;
    }

    fs::path root;
};

std::string codeOf(const Result<std::string>& result) {
    return result ? "read " + *result : result.error().code;
}

} // namespace

TEST_CASE("a path that is written to leave the pack is told by its words") {
    for (const char* good : {"a", "a/b", "media/lamp.svg", "...", "a..b/c", ".hidden", "é/ü"}) {
        INFO(good);
        CHECK(staysInside(good));
    }
    for (const char* bad : {"", "/", "/a", "..", "../a", "a/..", "a/../b", "a//b", "a/", ".", "./a", "a\\b",
                            "C:", "C:/a", "https://example.org"}) {
        INFO(bad);
        CHECK(!staysInside(bad));
    }
    CHECK(!staysInside(std::string_view("a\0b", 3)));
}

TEST_CASE("files are read inside the pack and not outside it, whoever guards it") {
    const Tree tree;
    for (const auto guard : {PackFolder::Guard::kernel, PackFolder::Guard::realPath}) {
        INFO((guard == PackFolder::Guard::kernel ? "kernel" : "real path"));
        const PackFolder pack = tree.open(guard);
        CHECK(codeOf(pack.read("media/lamp", 100)) == "read lamp");
        CHECK(codeOf(pack.read("empty", 100)) == "read ");
        CHECK(codeOf(pack.read("media/inside", 100)) == "read lamp");
        CHECK(codeOf(pack.read("media/folder-inside/lamp", 100)) == "read lamp");
        CHECK(codeOf(pack.read("media/out", 100)) == "path-outside");
        CHECK(codeOf(pack.read("folder-out/secret", 100)) == "path-outside");
        CHECK(codeOf(pack.read("../outside/secret", 100)) == "path-outside");
        CHECK(codeOf(pack.read((tree.root / "outside/secret").string(), 100)) == "path-outside");
        CHECK(codeOf(pack.read("loop", 100)) == "path-outside");
        CHECK(codeOf(pack.read("broken", 100)) == "missing-file");
        CHECK(codeOf(pack.read("nothing", 100)) == "missing-file");
        CHECK(codeOf(pack.read("media", 100)) == "not-a-file");
        CHECK(codeOf(pack.read("pipe", 100)) == "not-a-file");
        CHECK(codeOf(pack.read(std::string(5000, 'a'), 100)) == "missing-file");
    }
}

TEST_CASE("a file that is larger than asked for is refused, and one of just that size is read") {
    const Tree tree;
    const PackFolder pack = tree.open(PackFolder::Guard::kernel);
    CHECK(codeOf(pack.read("media/lamp", 4)) == "read lamp");
    CHECK(codeOf(pack.read("media/lamp", 3)) == "too-large");
}

TEST_CASE("a folder is listed by name, links as links") {
    using Kind = PackFolder::Entry::Kind;
    const Tree tree;
    const auto entries = tree.open(PackFolder::Guard::kernel).list("media");
    REQUIRE(entries);
    REQUIRE(entries->size() == 5);
    CHECK((*entries)[0].name == "deep");
    CHECK((*entries)[0].kind == Kind::folder);
    CHECK((*entries)[2].kind == Kind::link);
    CHECK((*entries)[3].name == "lamp");
    CHECK((*entries)[3].kind == Kind::file);
    CHECK(tree.open(PackFolder::Guard::kernel).list(".")->size() == 6);
}

TEST_CASE("a file is located for a library that opens it by name, a folder or a way out is not") {
    const Tree tree;
    const PackFolder pack = tree.open(PackFolder::Guard::kernel);
    CHECK(pack.locate("media/lamp").value() == tree.root / "pack/media/lamp");
    CHECK(pack.locate("media").error().code == "not-a-file");
    CHECK(pack.locate("media/out").error().code == "path-outside");
}

TEST_CASE("what is no folder is not opened as a pack") {
    const Tree tree;
    CHECK(PackFolder::open(tree.root / "nothing").error().code == "no-such-folder");
    CHECK(PackFolder::open(tree.root / "outside/secret").error().code == "not-a-folder");
    CHECK(PackFolder::open(tree.root / "pack/pipe").error().code == "not-a-folder");
}

} // namespace schacht::base
