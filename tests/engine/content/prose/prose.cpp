#include "engine/content/prose/prose.hpp"
#include "tests/catch.hpp"

#include <chrono>

using namespace schacht::content;
using Kind = Block::Kind;

namespace {

Span plain(std::string text) {
    return {std::move(text), false, false, ""};
}

/// "line:column code", a line each.
std::string places(const Prose& prose) {
    std::string all;
    for (const auto& problem : prose.problems) {
        all += std::to_string(problem.location.line) + ":" + std::to_string(problem.location.column) + " " +
               problem.code + "\n";
    }
    return all;
}

std::string onlyProblem(std::string_view markdown) {
    const Prose prose = parseProse(markdown);
    REQUIRE(prose.problems.size() == 1);
    return prose.problems[0].message;
}

} // namespace

TEST_CASE("prose is paragraphs with emphasis and strong words") {
    const Prose prose = parseProse("One *two* **three** ***four***\nfive.\n\nSix.\n");
    CHECK(prose.blocks == std::vector<Block>{{Kind::paragraph,
                                              0,
                                              0,
                                              {plain("One "),
                                               {"two", true, false, ""},
                                               plain(" "),
                                               {"three", false, true, ""},
                                               plain(" "),
                                               {"four", true, true, ""},
                                               plain(" five.")}},
                                             {Kind::paragraph, 0, 0, {plain("Six.")}}});
    CHECK(prose.problems.empty());
}

TEST_CASE("a hard line break is a span of its own") {
    const Prose prose = parseProse("One  \ntwo\\\nthree");
    CHECK(prose.blocks ==
          std::vector<Block>{
              {Kind::paragraph, 0, 0, {plain("One"), plain("\n"), plain("two"), plain("\n"), plain("three")}}});
}

TEST_CASE("headings, quotes and lists are blocks") {
    const Prose prose =
        parseProse("# One\n\nTwo\n---\n\n> three\n>\n> four\n\n- five\n- six\n  - seven\n\n3. eight\n4. nine\n");
    CHECK(prose.blocks == std::vector<Block>{{Kind::heading, 1, 0, {plain("One")}},
                                             {Kind::heading, 2, 0, {plain("Two")}},
                                             {Kind::quote, 0, 0, {plain("three")}},
                                             {Kind::quote, 0, 0, {plain("four")}},
                                             {Kind::bullet, 0, 0, {plain("five")}},
                                             {Kind::bullet, 0, 0, {plain("six")}},
                                             {Kind::bullet, 1, 0, {plain("seven")}},
                                             {Kind::numbered, 0, 3, {plain("eight")}, 1, "3."},
                                             {Kind::numbered, 0, 4, {plain("nine")}, 1, "4."}});
    CHECK(prose.problems.empty());
}

TEST_CASE("the second paragraph of a list's item is a paragraph") {
    const Prose prose = parseProse("- one\n\n  two\n\n- three");
    CHECK(prose.blocks == std::vector<Block>{{Kind::bullet, 0, 0, {plain("one")}},
                                             {Kind::paragraph, 0, 0, {plain("two")}},
                                             {Kind::bullet, 0, 0, {plain("three")}}});
}

TEST_CASE("a link to an item keeps its emphasis") {
    const Prose prose = parseProse("See [the *long* strike](item:zwartberg-1966).");
    CHECK(prose.blocks == std::vector<Block>{{Kind::paragraph,
                                              0,
                                              0,
                                              {plain("See "),
                                               {"the ", false, false, "zwartberg-1966"},
                                               {"long", true, false, "zwartberg-1966"},
                                               {" strike", false, false, "zwartberg-1966"},
                                               plain(".")}}});
    CHECK(prose.problems.empty());
}

TEST_CASE("a character reference is its character") {
    CHECK(plainText(parseProse("caf&eacute; &amp; &#233;&#xE9; &lt;3 &nosuch; &#0; &#9999999;")) ==
          "café & éé <3 &nosuch; \xEF\xBF\xBD \xEF\xBF\xBD");
}

TEST_CASE("bytes that are no UTF-8, and NUL, become replacement characters") {
    using namespace std::string_literals;
    CHECK(plainText(parseProse("a\xFF"
                               "b\xC3("
                               "c\0d\xED\xA0\x80"s)) == "a\xEF\xBF\xBD"
                                                        "b\xEF\xBF\xBD("
                                                        "c\xEF\xBF\xBD"
                                                        "d\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(plainText(parseProse("\xEF\xBB\xBF# Title")) == "Title");
}

TEST_CASE("what prose may not hold is reported where it stands, and its words stay") {
    const Prose prose = parseProse("Één <b>vet</b> woord\n"
                                   "en ![een lamp](lamp.jpg) en\n"
                                   "*nog* [een krant](https://example.org/krant) en `code`.\n"
                                   "\n"
                                   "---\n"
                                   "\n"
                                   "<div>\n"
                                   "Blok\n"
                                   "</div>\n"
                                   "\n"
                                   "```\n"
                                   "een\n"
                                   "twee\n"
                                   "```\n"
                                   "\n"
                                   "| a | b |\n"
                                   "|---|---|\n");
    CHECK(places(prose) == "1:5 prose-html\n2:4 prose-image\n3:7 prose-link\n3:49 prose-code\n5:1 prose-line\n"
                           "7:1 prose-html\n12:1 prose-code\n17:1 prose-table\n");
    CHECK(plainText(prose) ==
          "Één vet woord en een lamp en nog een krant en code.\nBlok\neen twee\n| a | b | |---|---|");
}

TEST_CASE("each problem of prose says what to do instead") {
    CHECK(onlyProblem("<b>vet</b>") == "Prose holds no HTML such as “<b>”. Write **words** for strong, *words* for "
                                       "emphasis, and leave out other tags.");
    CHECK(onlyProblem("![](lamp.jpg)") ==
          "Prose holds no pictures. Name the file as the page's “picture”, and describe it in its “alt”.");
    CHECK(onlyProblem("[krant](https://example.org/)") ==
          "Prose does not link to “https://example.org/”: a kiosk has no web. Give the item this address as its "
          "“readMore”, or link to an item: [words](item:its-id).");
    CHECK(onlyProblem("<https://example.org/>") ==
          "Prose does not link to “https://example.org/”: a kiosk has no web. Give the item this address as its "
          "“readMore”, or link to an item: [words](item:its-id).");
    CHECK(onlyProblem("[staking](zwartberg-1966)") ==
          "Prose links to items only, by their ids. Write item:zwartberg-1966 if that is the item meant.");
    CHECK(onlyProblem("[staking](item:Zwartberg)") ==
          "“item:Zwartberg” is no item. Write its id, the name of its file without .json: small letters, digits and "
          "hyphens.");
    CHECK(onlyProblem("[](item:zwartberg-1966)") ==
          "The link to item:zwartberg-1966 has no words to touch. Write them between [ and ].");
    CHECK(onlyProblem("`code`") == "Prose holds no code. Leave out the ` signs.");
    CHECK(onlyProblem("```\ncode\n```") == "Prose holds no code. Leave out the lines of ``` around it.");
    CHECK(onlyProblem("    code") ==
          "Words behind four spaces are code, which prose does not hold. Remove the spaces.");
    CHECK(onlyProblem("***") == "Prose holds no line across the page. Leave it out, or begin a new page.");
    CHECK(onlyProblem("a|b\n-|--") == "Prose holds no tables. Write a list, or a sentence for each row.");
    CHECK(onlyProblem(std::string(300'000, 'a')) ==
          "This text is longer than 256 KiB; what follows is left out. Make several items of it.");
}

TEST_CASE("HTML, pictures and web links are errors; code, lines and tables are warnings") {
    using schacht::base::Severity;
    for (const char* markdown : {"<b>", "<!-- a -->", "![a](b)", "[a](http://b)", "<a@example.org>"}) {
        INFO(markdown);
        const Prose prose = parseProse(markdown);
        REQUIRE(prose.problems.size() == 1);
        CHECK(prose.problems[0].severity == Severity::error);
    }
    for (const char* markdown : {"`a`", "    a", "***", "a|b\n-|--"}) {
        INFO(markdown);
        const Prose prose = parseProse(markdown);
        REQUIRE(prose.problems.size() == 1);
        CHECK(prose.problems[0].severity == Severity::warning);
    }
}

TEST_CASE("an address that is no link stays as it is written") {
    const Prose prose = parseProse("https://example.org and www.example.org ~~here~~");
    CHECK(prose.problems.empty());
    CHECK(plainText(prose) == "https://example.org and www.example.org ~~here~~");
}

TEST_CASE("no span is empty and no block is without spans") {
    for (const char* markdown :
         {"", "\n\n", "-", "> ", "#", "- \n-\n1.", "![](a)", "<b></b>", "<!-- -->", "\\\n", "```\n```"}) {
        INFO(markdown);
        CHECK(parseProse(markdown).blocks.size() <= 1);
        for (const Block& block : parseProse(markdown).blocks) {
            CHECK_FALSE(block.spans.empty());
        }
    }
}

TEST_CASE("prose that is made to take long takes seconds at most") {
    const auto repeated = [](std::string_view part, std::size_t bytes) {
        std::string all;
        while (all.size() < bytes) {
            all += part;
        }
        return all;
    };
    for (const char* part :
         {"> ",         "- ",         "[",       "![",     "*a ",          "**a_ ",       "<",    "`",
          "``\n",       "[a](",       "&",       "\\",     "[a]: b\n",     "* * ",        "1. ",  "> - ",
          "<!--",       "](",         "a**b",    "[a](<b", "<?",           "<![CDATA[",   "|",    "\t- a\n",
          "> a\n- b\n", "_a__b_",     "*a_ b*_", "![[]()", "1. a\n2) b\n", "1559. a\n\n", "1.\n", "- 1. ",
          "1. 1. a\n",  "- - -\n1.\n"}) {
        INFO(part);
        const auto start = std::chrono::steady_clock::now();
        (void)parseProse(repeated(part, 256 << 10));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        CHECK(took.count() < 5);
    }
}
