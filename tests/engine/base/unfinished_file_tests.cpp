#include "engine/base/unfinished_file.hpp"

#include "tests/catch.hpp"

using namespace schacht;

TEST_CASE("what is not whole yet stands beside the file that it will be, under a name of its own") {
    const std::filesystem::path file = "/var/cache/museum/coal.pixels";
    const auto first = base::unfinishedBeside(file);
    CHECK(first.parent_path() == file.parent_path());
    CHECK(first.extension() == base::unfinishedEnding);
    CHECK(first != base::unfinishedBeside(file));
}
