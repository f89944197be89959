#include "engine/content/kinds/number_rules.hpp"
#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"
#include "tests/pages_of.hpp"

namespace schacht {
namespace {

content::Number numberOf(const std::string& figures, std::optional<content::Panes> panes = std::nullopt) {
    content::Number number;
    number.value = {std::stod(figures), figures};
    number.panes = std::move(panes);
    return number;
}

/// "whole+rest", or "none".
std::string drawn(const std::string& figures, double each, int columns = 6) {
    const auto panes = content::panesOf(numberOf(figures, content::Panes{each, columns, {}}));
    return panes ? std::to_string(panes->whole) + "+" + std::to_string(panes->rest).substr(0, 5) : "none";
}

/// The one number of a story as the reader of packs makes it, in figures.
std::string readAs(const std::string& json) {
    const tests::PackOnDisk pack;
    pack.write("stories/lamp.json",
               R"({"kind": "story", "title": "T", "summary": "S", "cover": {"file": "media/lamp.svg",
        "alt": "A lamp"}, "themes": ["mines"], "pages": [{"layout": "number", "number": {"unit": "jobs", "value": )" +
                   json + "}}]}");
    const auto reading = pack.read();
    REQUIRE(reading);
    for (const content::Item& item : reading->pack.items) {
        if (item.id == "lamp") {
            return tests::pagesOf(item).front().number.value.figures;
        }
    }
    return "left out";
}

} // namespace

TEST_CASE("a number keeps the figures that were written") {
    for (const char* figures : {"4.5", "0.75", "1917", "1.7270", "-3.50", "0", "0.0", "4500.75"}) {
        CHECK(content::plainFigures(figures) == std::string(figures));
        CHECK(readAs(figures) == figures);
    }
}

TEST_CASE("a number with an exponent is written out") {
    const std::pair<const char*, const char*> numbers[] = {{"4.5e3", "4500"},    {"45E+2", "4500"}, {"4.50e1", "45.0"},
                                                           {"1727e-3", "1.727"}, {"5e-3", "0.005"}, {"0e99", "0"},
                                                           {"-1.20e1", "-12.0"}, {"-0", "0"},       {"0.5e1", "5"}};
    for (const auto& [json, figures] : numbers) {
        INFO(json);
        CHECK(content::plainFigures(json) == std::string(figures));
    }
}

TEST_CASE("a number of more figures than anyone reads is none") {
    CHECK(content::plainFigures("999999999999999") == std::string("999999999999999"));
    for (const char* json : {"1e300", "1e-300", "1234567890123456", "1e999999999999999999999",
                             "1e-999999999999999999999", "0.0000000000000000", "0e-99"}) {
        INFO(json);
        CHECK_FALSE(content::plainFigures(json));
    }
}

TEST_CASE("a whole number from 1000 to 2100 without panes is taken for a year, where the pack does not say") {
    CHECK(content::isYear(numberOf("1917")));
    CHECK(content::isYear(numberOf("1000")));
    CHECK(content::isYear(numberOf("2100")));
    for (const char* count : {"999", "2101", "4500", "1917.0", "1.917", "-1917"}) {
        INFO(count);
        CHECK_FALSE(content::isYear(numberOf(count)));
    }
    CHECK_FALSE(content::isYear(numberOf("1700", content::Panes{100, 6, {}})));
    content::Number said = numberOf("1917");
    said.year = false;
    CHECK_FALSE(content::isYear(said));
    said = numberOf("987");
    said.year = true;
    CHECK(content::isYear(said));
}

TEST_CASE("panes are as many as the number comes to, with what is left over") {
    CHECK(drawn("4500", 500) == "9+0.000");
    CHECK(drawn("4500", 400) == "11+0.250");
    CHECK(drawn("0.75", 1) == "0+0.750");
    CHECK(drawn("0.3", .1) == "3+0.000"); // 2.9999999999999996 to the processor
    CHECK(drawn("144", 1) == "144+0.000");
}

TEST_CASE("there are no panes where they would not be read as the number") {
    CHECK(drawn("4500", 1) == "none");
    CHECK(drawn("144.5", 1) == "none");
    CHECK(drawn("24", 1, 1) == "24+0.000");
    CHECK(drawn("25", 1, 1) == "none");
    CHECK(drawn("0", 1) == "none");
    CHECK(drawn("-5", 1) == "none");
    CHECK(drawn("1", 5e-324) == "none");
    CHECK_FALSE(content::panesOf(numberOf("5")));
}

} // namespace schacht
