#include "tests/catch.hpp"
#include "tests/layers/rules.hpp"
#include "tests/temporary_folder.hpp"

using schacht::layers::listed;
using schacht::layers::scriptViolationsIn;
using schacht::layers::violationsIn;

namespace {

/// A source tree of its own, gone at the end of the test.
struct SmallTree {
    schacht::tests::TemporaryFolder folder;

    void write(const std::string& path, const std::string& text) const { (void)folder.write(path, text); }
    [[nodiscard]] std::string report() const { return listed(violationsIn(folder.path())); }
};

} // namespace

TEST_CASE("the source tree keeps to its floors, its lengths and its names") {
    const auto violations = listed(violationsIn(SCHACHT_SOURCE_FOLDER));
    INFO(violations);
    CHECK(violations.empty());
}

TEST_CASE("every script of the source tree parses and stops at the first step that fails") {
    const auto violations = listed(scriptViolationsIn(SCHACHT_SOURCE_FOLDER));
    INFO(violations);
    CHECK(violations.empty());
}

TEST_CASE("a small tree that keeps to the rules has nothing to report") {
    SmallTree tree;
    tree.write("engine/base/clock.hpp", "#pragma once\n#include <chrono>\n");
    tree.write("engine/base/clock.cpp", "#include \"engine/base/clock.hpp\"\n");
    tree.write("engine/content/kinds/film.cpp",
               "#include \"engine/content/format/field.hpp\"\n#include \"engine/base/clock.hpp\"\n");
    tree.write("kiosk/commands/run.cpp",
               "#include \"engine/stage/loop.hpp\"\n#include \"kiosk/visitor/core/state.hpp\"\n");
    CHECK(tree.report().empty());
}

TEST_CASE("a kind may use parts but no other kind") {
    SmallTree tree;
    tree.write("kiosk/visitor/kinds/map/map.hpp", "#pragma once\n#include \"kiosk/visitor/parts/shelf/shelf.hpp\"\n");
    tree.write("kiosk/visitor/kinds/map/pin.cpp", "#include \"kiosk/visitor/kinds/map/map.hpp\"\n");
    tree.write("kiosk/visitor/kinds/quiz/quiz.cpp", "#include \"kiosk/visitor/kinds/map/map.hpp\"\n");
    tree.write("engine/content/kinds/quiz.cpp",
               "#include \"engine/content/kinds/picture.hpp\"\n#include \"engine/content/kinds/map.hpp\"\n");
    const auto found = violationsIn(tree.folder.path());
    REQUIRE(found.size() == 2);
    CHECK(found[0].file == "engine/content/kinds/quiz.cpp");
    CHECK(found[0].line == 2);
    CHECK(found[1].file == "kiosk/visitor/kinds/quiz/quiz.cpp");
}

TEST_CASE("a part may not use a kind or another part") {
    SmallTree tree;
    tree.write("kiosk/visitor/parts/shelf/shelf.cpp", "#include \"kiosk/visitor/kinds/map/map.hpp\"\n"
                                                      "#include \"kiosk/visitor/parts/playback/playing.hpp\"\n"
                                                      "#include \"kiosk/visitor/kit/sketch.hpp\"\n");
    CHECK(violationsIn(tree.folder.path()).size() == 2);
}

TEST_CASE("an include of a higher floor is reported with its line") {
    SmallTree tree;
    tree.write("engine/content/pack/pack.cpp", "\n#include \"engine/stage/loop.hpp\"\n");
    CHECK(tree.report() ==
          "engine/content/pack/pack.cpp:2: includes engine/stage/loop.hpp, which is not on a lower floor than "
          "engine/content/pack; each floor must build and be tested without those above and beside it\n");
}

TEST_CASE("an include of another folder on the same floor is reported") {
    SmallTree tree;
    tree.write("engine/text/paragraph.cpp", "#include \"engine/graphics/canvas.hpp\"\n");
    CHECK_THAT(tree.report(), ContainsSubstring("which is not on a lower floor than engine/text"));
}

TEST_CASE("an include of the program by the engine is reported") {
    SmallTree tree;
    tree.write("engine/stage/loop.cpp", "#include \"kiosk/visitor/core/state.hpp\"\n");
    CHECK_THAT(tree.report(), ContainsSubstring("which is not on a lower floor than engine/stage"));
}

TEST_CASE("an include of a later room of the same floor is reported") {
    SmallTree tree;
    tree.write("engine/content/format/reader.cpp", "#include \"engine/content/kinds/film.hpp\"\n");
    CHECK(tree.report() ==
          "engine/content/format/reader.cpp:1: includes engine/content/kinds/film.hpp, which is not on a lower floor "
          "than engine/content/format; each floor must build and be tested without those above and beside it\n");
}

TEST_CASE("an include of the room beside is reported") {
    SmallTree tree;
    tree.write("engine/content/prose/prose.cpp", "#include \"engine/content/edtf/edtf.hpp\"\n");
    CHECK_THAT(tree.report(), ContainsSubstring("which is not on a lower floor than engine/content/prose"));
}

TEST_CASE("a file that stands beside the rooms of its folder has no floor") {
    SmallTree tree;
    tree.write("engine/content/stray.cpp", "");
    CHECK(tree.report() == "engine/content/stray.cpp: stands in a folder that has no floor in the architecture\n");
}

TEST_CASE("an include that is not written from the top is reported") {
    SmallTree tree;
    tree.write("engine/base/clock.cpp", "#include \"clock.hpp\"\n");
    CHECK(tree.report() ==
          "engine/base/clock.cpp:1: includes \"clock.hpp\"; write the path from the top, so that its floor shows\n");
}

TEST_CASE("a folder without a floor is reported, also where it is included") {
    SmallTree tree;
    tree.write("engine/misc/thing.cpp", "");
    tree.write("engine/stage/loop.cpp", "#include \"engine/misc/thing.hpp\"\n");
    CHECK(tree.report() == "engine/misc/thing.cpp: stands in a folder that has no floor in the architecture\n"
                           "engine/stage/loop.cpp:1: includes engine/misc/thing.hpp, but engine/misc has no floor in "
                           "the architecture\n");
}

TEST_CASE("a header without pragma once is reported") {
    SmallTree tree;
    tree.write("engine/base/clock.hpp", "// #pragma once\n");
    CHECK(tree.report() ==
          "engine/base/clock.hpp: has no #pragma once; a header that is read twice does not compile\n");
}

TEST_CASE("using namespace is reported in a header and allowed in a source file") {
    SmallTree tree;
    tree.write("engine/base/clock.hpp", "#pragma once\nusing namespace std;\n");
    tree.write("engine/base/clock.cpp", "using namespace std;\n");
    CHECK(tree.report() == "engine/base/clock.hpp:2: using namespace in a header changes what names mean in every file "
                           "that has it\n");
}

TEST_CASE("a file of 401 lines is reported and one of 400 is not") {
    SmallTree tree;
    tree.write("engine/base/long.cpp", std::string(401, '\n'));
    tree.write("engine/base/fits.cpp", std::string(400, '\n'));
    CHECK(tree.report() == "engine/base/long.cpp: 401 lines; a file of more than 400 has two jobs\n");
}

TEST_CASE("a file that is not named in snake_case is reported") {
    SmallTree tree;
    tree.write("engine/base/TaskPool.cpp", "");
    CHECK(tree.report() == "engine/base/TaskPool.cpp: is not named in snake_case after its main type\n");
}

TEST_CASE("a type whose name says nothing is reported") {
    SmallTree tree;
    tree.write("kiosk/main.cpp", "class PackManager {};\n");
    CHECK(tree.report() == "kiosk/main.cpp:1: a type named Manager does not say what it is for\n");
}

TEST_CASE("two files of one name in the engine are reported") {
    SmallTree tree;
    tree.write("engine/base/clock.cpp", "");
    tree.write("engine/stage/clock.cpp", "");
    CHECK(tree.report() == "engine/stage/clock.cpp: has the name of engine/base/clock.cpp; one name for two things "
                           "misleads readers\n");
}

TEST_CASE("a script that does not parse or goes on after a failure is reported") {
    SmallTree tree;
    tree.write("kiosk/run", "#!/usr/bin/env bash\nset -euo pipefail\nif true; then\n");
    tree.write("tests/run", "#!/usr/bin/env bash\ntrue\n");
    tree.write("build/other", "#!/usr/bin/env bash\n");
    CHECK(listed(scriptViolationsIn(tree.folder.path())) ==
          "kiosk/run: bash cannot parse it\n"
          "tests/run: has no set -euo pipefail, so it goes on after a step that failed\n");
}
