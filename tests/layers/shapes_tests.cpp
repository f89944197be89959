#include "tests/catch.hpp"
#include "tests/layers/allowed.hpp"
#include "tests/layers/shapes.hpp"
#include "tests/temporary_folder.hpp"

#include <vector>

using namespace schacht;
using layers::LongFunction;
using layers::SharedName;

namespace {

/// A source tree that is read for the shapes of its functions and types.
struct ShapedTree {
    tests::TemporaryFolder folder;

    void write(const std::string& path, const std::string& text) const { (void)folder.write(path, text); }
    [[nodiscard]] std::string report(const std::vector<LongFunction>& functions = {},
                                     const std::vector<SharedName>& names = {}) const {
        return listed(layers::shapeViolationsIn(folder.path(), {functions, names}));
    }
};

/// Of so many lines, the first and the last with it.
std::string function(const std::string& head, int lines) {
    return head + " {\n" + std::string(static_cast<std::size_t>(lines - 2), '\n') + "}\n";
}

} // namespace

TEST_CASE("a function of 51 lines is reported with its first line, and one of 50 is not") {
    ShapedTree tree;
    tree.write("engine/base/clock.cpp",
               "namespace schacht {\n\n" + function("int now()", 51) + function("int later()", 50) + "}\n");
    CHECK(tree.report() == "engine/base/clock.cpp:3: now has 51 lines; a function of more than 50 has two jobs\n");
}

TEST_CASE("a function's lines are counted from its first word, whatever it is") {
    const auto [head, name] = GENERATE(table<std::string, std::string>({
        {"[[nodiscard]] static base::Result<int>\n\nTrack::Inner::at(int a,\n         int b) const noexcept", "at"},
        {"template <class T, std::enable_if_t<(T::size > 2), int> = 0>\n[[nodiscard]] constexpr "
         "std::function<void(int)>\nmade(\nT x)",
         "made"},
        {"Clock::Clock(int a)\n    : first(a), second{a}, third{{a, 1}}\n,\n      fourth(a)", "Clock"},
        {"auto Clock::parts()\n\n\n    -> std::vector<int>", "parts"},
        {"bool operator<(const Clock& a,\n\n\n const Clock& b)", "operator"},
    }));
    ShapedTree tree;
    tree.write("engine/base/clock.cpp", function(head, 48)); // with the four lines of its head, 51
    CHECK(tree.report() ==
          "engine/base/clock.cpp:1: " + name + " has 51 lines; a function of more than 50 has two jobs\n");
}

TEST_CASE("a function in a type is one, and what stands in a function belongs to it") {
    ShapedTree tree;
    tree.write("engine/base/clock.hpp",
               "struct Clock {\npublic:\n" + function("int now()", 20) + function("int later()", 45) + "};\n");
    CHECK(tree.report().empty());
    tree.write("engine/base/clock.cpp", "int now() {\n" + function("const auto a = [](int b)", 25) +
                                            function("for (int i = 0; i < 1; ++i)", 25) + "}\n");
    CHECK(tree.report() == "engine/base/clock.cpp:1: now has 52 lines; a function of more than 50 has two jobs\n");
}

TEST_CASE("a long table is no function, and braces in words, comments and macros open nothing") {
    ShapedTree tree;
    tree.write("engine/base/clock.cpp",
               function("constexpr std::array<int, size(3)> table", 80) + ";\n" +
                   function("const Table other = made(1, ", 80) + ");\n" +
                   "#define OPEN(x) {\n// {\n/* { */\nconst char* a = \"{\\\"{\"; char b = '{'; int c = 1'000;\n"
                   "const char* d = R\"x({)\"{)x\";\n" +
                   function("int now()", 50));
    CHECK(tree.report().empty());
}

TEST_CASE("a long function that is allowed is not reported, in whichever folder its file stands") {
    ShapedTree tree;
    tree.write("kiosk/visitor/frame/clock.cpp", function("int now()", 60) + function("int later()", 60));
    CHECK(tree.report({{"clock.cpp", "now"}}) ==
          "kiosk/visitor/frame/clock.cpp:61: later has 60 lines; a function of more than 50 has two jobs\n");
}

TEST_CASE("a function that is allowed to be long and is not, or is gone, is reported") {
    ShapedTree tree;
    tree.write("engine/base/clock.cpp", function("int now()", 50));
    CHECK(tree.report({{"clock.cpp", "now"}, {"gone.cpp", "past"}}) ==
          "clock.cpp: now need not be allowed any more\ngone.cpp: past need not be allowed any more\n");
}

TEST_CASE("two types of one name are reported, whatever they are and in whichever namespaces") {
    const std::string other =
        GENERATE("struct Words : Base {};", "class [[nodiscard]] Words final {};", "enum class Words { one };",
                 "using Words = std::string;", "template <class T>\nstruct Words {};");
    ShapedTree tree;
    tree.write("engine/text/words.hpp", "namespace schacht::text {\n\nstruct Words {\n    int a = 0;\n};\n}\n");
    tree.write("kiosk/visitor/core/words.hpp", "namespace schacht::visitor {\n" + other + "\n}\n");
    CHECK(tree.report() ==
          "kiosk/visitor/core/words.hpp:2: Words is also a type of engine/text/words.hpp; one name for two "
          "things misleads readers\n");
}

TEST_CASE("two types of one name in one header are reported where their namespaces differ") {
    ShapedTree tree;
    tree.write("engine/text/words.hpp", "#if A\nstruct Words {};\n#else\nstruct Words {};\n#endif\n");
    CHECK(tree.report().empty());
    tree.write("engine/text/words.hpp", "namespace a {\nstruct Words {};\n}\nnamespace b {\nstruct Words {};\n}\n");
    CHECK(tree.report() == "engine/text/words.hpp:5: Words is also a type of engine/text/words.hpp; one name for two "
                           "things misleads readers\n");
}

TEST_CASE("what is no other type of a namespace is not reported") {
    const std::string other =
        GENERATE("struct Words;", "enum class Words : int;", "struct Page { struct Words {}; };",
                 "using Words = text::Words;", "using text::Words;", "inline void say() {\n    struct Words {};\n}",
                 "template <>\nstruct hash<Words> {};", "Words said(struct Words* a);");
    ShapedTree tree;
    tree.write("engine/text/words.hpp", "namespace schacht::text {\nstruct Words {};\n}\n");
    tree.write("kiosk/visitor/core/words.hpp", "namespace schacht::visitor {\n" + other + "\n}\n");
    CHECK(tree.report().empty());
}

TEST_CASE("names of a source file are its own, and those of the probe are of another program") {
    ShapedTree tree;
    tree.write("engine/text/words.hpp", "struct Words {};\n");
    tree.write("engine/text/words.cpp", "struct Words {};\n");
    tree.write("kiosk/probe/words.hpp", "struct Words {};\n");
    CHECK(tree.report().empty());
    tree.write("kiosk/probe/sound.hpp", "struct Words {};\n");
    CHECK(tree.report() == "kiosk/probe/words.hpp:1: Words is also a type of kiosk/probe/sound.hpp; one name for two "
                           "things misleads readers\n");
}

TEST_CASE("a name that may be shared is not reported, and is when a further type takes it or one has gone") {
    ShapedTree tree;
    tree.write("engine/text/words.hpp", "struct Words {};\n");
    tree.write("engine/scene/words.hpp", "struct Words {};\n");
    CHECK(tree.report({}, {{"Words", 2}}).empty());
    const std::string tooMany = "Words: need not be allowed any more as the name of 2 types\n";
    tree.write("engine/stage/words.hpp", "struct Words {};\n");
    CHECK_THAT(tree.report({}, {{"Words", 2}}), ContainsSubstring("engine/stage/words.hpp:1: Words is also a type"));
    CHECK_THAT(tree.report({}, {{"Words", 2}}), ContainsSubstring(tooMany));
    tree.write("engine/stage/words.hpp", "");
    tree.write("engine/scene/words.hpp", "");
    CHECK(tree.report({}, {{"Words", 2}}) == tooMany);
}

TEST_CASE("the source tree's functions do one job each, and each of its types has a name of its own") {
    const auto violations =
        listed(layers::shapeViolationsIn(SCHACHT_SOURCE_FOLDER, {layers::allowed::functions, layers::allowed::names}));
    INFO(violations);
    CHECK(violations.empty());
}
