#include "engine/content/prose/prose_lists.hpp"

#include "engine/content/prose/prose.hpp"
#include "tests/catch.hpp"

namespace schacht {
namespace {

/// A line for each block: "1559.|words" in a numbered list, "-|words" in another, ">|" in a quotation, "#|" a heading.
std::string blocksIn(std::string_view markdown) {
    using Kind = content::Block::Kind;
    std::string all;
    for (const content::Block& block : content::parseProse(markdown).blocks) {
        const bool listed = block.kind == Kind::numbered || block.kind == Kind::bullet;
        all += listed ? std::string(static_cast<std::size_t>(block.level) * 2, ' ') : "";
        all += block.kind == Kind::numbered  ? block.mark + "|"
               : block.kind == Kind::bullet  ? "-|"
               : block.kind == Kind::quote   ? ">|"
               : block.kind == Kind::heading ? "#|"
                                             : "";
        for (const content::Span& span : block.spans) {
            all += span.text;
        }
        all += "\n";
    }
    return all;
}

} // namespace

TEST_CASE("a list keeps the numbers that were written") {
    CHECK(blocksIn("1559. Away.\n1566. Images.\n1585. Antwerp.") == "1559.|Away.\n1566.|Images.\n1585.|Antwerp.\n");
    CHECK(blocksIn("24. August 1914\n3. September 1914") == "24.|August 1914\n3.|September 1914\n");
    CHECK(blocksIn("2) two\n5) five\n\n03. three\n4. four") == "2)|two\n5)|five\n03.|three\n4.|four\n");
    CHECK(blocksIn("7. *soft* start\n9.\n   on the next line\n11. &amp; [a](item:b)\n12. `c`\n") ==
          "7.|soft start\n9.|on the next line\n11.|& a\n12.|c\n");
    CHECK(blocksIn("> 3. a\n> 8. b\n>    > 1. c\n>    > 5. d") == "3.|a\n8.|b\n  1.|c\n  5.|d\n");
}

TEST_CASE("an item without words takes no other's number") {
    CHECK(blocksIn("3.\n7. seven\n9.\n11.\n14. fourteen") == "7.|seven\n14.|fourteen\n");
}

TEST_CASE("a list in another keeps its numbers, and so does the one around it") {
    CHECK(blocksIn("2. a\n   1. b\n   4. c\n6. d\n   - e\n     1. f\n     3. g\n9. h") ==
          "2.|a\n  1.|b\n  4.|c\n6.|d\n  -|e\n    1.|f\n    3.|g\n9.|h\n");
    CHECK(blocksIn("5. 1. a\n   3. b\n8. c") == "  1.|a\n  3.|b\n8.|c\n");
}

TEST_CASE("a list whose numbers are all 1, or all 0, is counted; one whose numbers are all another is as written") {
    CHECK(blocksIn("1. a\n1. b\n1. c") == "1.|a\n2.|b\n3.|c\n");
    CHECK(blocksIn("0) a\n0) b") == "0)|a\n1)|b\n");
    CHECK(blocksIn("1914. a\n1914. b") == "1914.|a\n1914.|b\n");
}

TEST_CASE("a paragraph that begins with a year or an ordinal is no list") {
    CHECK(blocksIn("1559. In that year.") == "1559. In that year.\n");
    CHECK(blocksIn("24. August 1914 begann der Krieg.") == "24. August 1914 begann der Krieg.\n");
    CHECK(blocksIn("1. Mai") == "1. Mai\n");
    CHECK(blocksIn("12) twelve") == "12) twelve\n");
    CHECK(blocksIn("1917.") == "1917.\n");
    CHECK(blocksIn("Before.\n\n1559.   In *that* year.\n\nAfter.") == "Before.\n1559. In that year.\nAfter.\n");
    CHECK(blocksIn("> 1559. In that year.") == ">|1559. In that year.\n");
}

TEST_CASE("paragraphs with empty lines between them that begin with years or dates are no list") {
    CHECK(blocksIn("1559. Away.\n\n1566. Images.\n\n1585. Antwerp.") == "1559. Away.\n1566. Images.\n1585. Antwerp.\n");
    CHECK(blocksIn("24. August: a\r\n\r\n25. August: b") == "24. August: a\n25. August: b\n");
    CHECK(blocksIn("> 1559. a\n>\n> 1566. b") == ">|1559. a\n>|1566. b\n");
}

TEST_CASE("items with empty lines between them are a list where they count from 0 or 1") {
    CHECK(blocksIn("1. a\n\n2. b\n\n3. c") == "1.|a\n2.|b\n3.|c\n");
    CHECK(blocksIn("1. a\n\n1. b") == "1.|a\n2.|b\n");
    CHECK(blocksIn("1559. a\n1566. b\n\n1585. c") == "1559.|a\n1566.|b\n1585.|c\n"); // two stand together
}

TEST_CASE("a sentence that goes on with a date in its next line stays one paragraph") {
    CHECK(blocksIn("The strike began on\n1. May 1890 and went on.") ==
          "The strike began on 1. May 1890 and went on.\n");
    CHECK(blocksIn("It ended on\n24. August.") == "It ended on 24. August.\n");
}

TEST_CASE("a bullet whose words begin with a year has them all") {
    CHECK(blocksIn("- 1914. War\n- 1918. Peace") == "-|1914. War\n-|1918. Peace\n");
}

TEST_CASE("an only item that holds more than words is a list") {
    CHECK(blocksIn("1. a\n   - b") == "1.|a\n  -|b\n");
    CHECK(blocksIn("7. a\n\n   b") == "7.|a\nb\n");
}

TEST_CASE("what is wrong in prose whose years are no list stands where it was written") {
    const content::Prose prose = content::parseProse("1559. In <b>that</b> year.\n\n24) [x](http://a.b\n1)c)");
    REQUIRE(prose.problems.size() == 1);
    CHECK(prose.problems[0].location.line == 1);
    CHECK(prose.problems[0].location.column == 10);
    const content::Prose link = content::parseProse("See [that](\n1. )");
    REQUIRE(link.problems.size() == 1);
    CHECK(link.problems[0].message.find("“1.”") != std::string::npos);
}

} // namespace schacht
