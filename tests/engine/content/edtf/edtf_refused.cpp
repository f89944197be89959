#include "engine/content/edtf/edtf.hpp"
#include "tests/catch.hpp"

#include <vector>

using namespace schacht::content;

namespace {

void checkRefused(const std::vector<std::string_view>& texts) {
    for (const std::string_view text : texts) {
        INFO(text);
        const auto edtf = parseEdtf(text);
        CHECK_FALSE(edtf);
        CHECK((edtf ? "" : edtf.error().code) == "date");
    }
}

} // namespace

TEST_CASE("an interval that ends before it starts is refused") {
    checkRefused({"2012/2011", "2012-24/2012-21", "2012-23/2012-22", "0800/-0999", "-1000/-2000", "1000/-2000",
                  "0001/0000", "0000/-0001", "0000-01-03/0000-01", "0000-02/0000", "2004-06-11%/2004-%06",
                  "2004-06-11%/2004-06~", "2004-06-11/2004-06-10", "199X/1985", "{1672..1670}"});
}

TEST_CASE("a day that is not in the calendar is refused") {
    checkRefused({"1960-06-31", "1985-02-30", "2001-02-29", "1900-02-29",  "-0003-02-29", "1985-13",
                  "1985-00",    "2004-20",    "2004-42",    "1985-04-00",  "1985-04-32",  "2016-13-08",
                  "2016-13-XX", "156X-09-31", "15XX-02-3X", "15XX-2X-25",  "2001-2X",     "X900-02-29",
                  "2001-21-05", "1985-02-3X", "-0000",      "-0000-01-01", "-0000-21",    "-0000S1"});
}

TEST_CASE("a time that no clock shows is refused") {
    checkRefused({"2012-10-10T10:10:1",        "2012-10-10T1:10:10",
                  "2012-10-10T10:1:10",        "2012-10-10t10:10:10",
                  "2012-10-10T10:10:10z",      "2012-10-10T10:10:10Z10",
                  "2012-10-10T24:00:00",       "2012-10-10T00:60:00",
                  "2012-10-10T00:00:60",       "2012-10-10T25:00:00",
                  "2012-10-10T10:10",          "2012-10-10T",
                  "2012-10T10:10:10",          "2012-10-10T10:10:10.5",
                  "2012-10-10T10:10:10-05:60", "2012-10-10T10:10:10+02:00:30",
                  "2012-10-10T10:10:10+24",    "2012-10-10T10:10:10+15:00",
                  "2012-10-10T10:10:10+14:01", "2012-10-10T10:10:10-00:00",
                  "2012-10-10T10:10:10-00",    "2012-10-10T10:10:10+0230",
                  "2012-10-10T10:10:10+2",     "2012-10-10T10:10:10?",
                  "2012-10-10?T10:10:10",      "2012-10-XXT10:10:10",
                  "2012-10-10T1X:10:10",       "2005-07-25T10:10:10Z/2006-01-01T10:10:10Z",
                  "[2012-10-10T10:10:10]"});
}

TEST_CASE("what is not in the grammar is refused") {
    checkRefused({"",
                  " ",
                  "/",
                  "-",
                  "Y",
                  "?",
                  "..",
                  "..1984",
                  "1984..",
                  "hello",
                  "unknown",
                  "open",
                  "unknown/2006",
                  "2004-01-01/open",
                  "1985wtf",
                  "19wtf85",
                  "1863- 03-29",
                  " 1863-03-29",
                  "1863-03-29 ",
                  "18 63-03-29",
                  "1985\n",
                  std::string_view("1985\0", 5),
                  "１９８５",
                  "12345",
                  "-12345",
                  "198",
                  "19",
                  "1",
                  "+2006",
                  "--2006",
                  "1985-4-12",
                  "1985-04-1",
                  "1985-1",
                  "1985-004",
                  "1985-04-012",
                  "1985-",
                  "1985-04-",
                  "1985/04/12",
                  "19850412",
                  "20050924T100000",
                  "1985-102",
                  "1985-W15",
                  "P1Y2M",
                  "R12/1985/1990",
                  "1985Y4M12D",
                  "2018-01-15/02-20",
                  "201x",
                  "199u",
                  "y170000002",
                  "Y17e7",
                  "Y1985",
                  "Y9999",
                  "Y-9999",
                  "Y00001",
                  "Y017000",
                  "-Y170000002",
                  "?Y170000002",
                  "Y12E2",
                  "Y17E",
                  "Y17E0",
                  "Y17E-7",
                  "YE7",
                  "Y17E7-12-26",
                  "Y20067890-14-10%",
                  "Y1700000X",
                  "1950S",
                  "1950S0",
                  "1950p2",
                  "195XS2",
                  "1950S2-04",
                  "Y170000000S",
                  "1984?~",
                  "1984??",
                  "??1984",
                  "-?1984",
                  "1984^",
                  "2001-21^southernHemisphere",
                  "2004-(06)?-11",
                  "(2011)-06-04~",
                  "2004-06-(01)~/2004-06-(20)~",
                  "2012/2013/1234/55BULBASAUR",
                  "2012//2013",
                  "2012\\2013",
                  "2000/12-12",
                  "NONE/",
                  "1985/...",
                  "1985/..1986",
                  "Y-61000/-2000",
                  "[]",
                  "{}",
                  "[..]",
                  "[",
                  "{1999",
                  "[1999}",
                  "{1999]",
                  "1999]",
                  "[1999]]",
                  "[[1999]]",
                  "[1960,]",
                  "[,1960]",
                  "{1960, 1961}",
                  "[1667,1668, 1670..1672]",
                  "[1 760-01,1760-02,1760-12..]",
                  "[1760..,1800]",
                  "[1700,..1760]",
                  "[..1760..]",
                  "[1964/2008]",
                  "[1670...1672]"});
}

TEST_CASE("a refusal says what is wrong with a date and what to write instead") {
    struct Row {
        const char* text;
        const char* message;
    };
    const std::vector<Row> rows{
        {"31/01/1966", "A date begins with a year of four digits. Write 1966-01-31."},
        {"1966-1-31", "A month is written with two digits. Write 1966-01-31."},
        {"19660131", "A date begins with a year of four digits. Write 1966-01-31."},
        {"31.1.1966", "A date begins with a year of four digits. Write 1966-01-31."},
        {"1/1966", "A date begins with a year of four digits. Write 1966-01."},
        {"1917-1988", "A month is written with two digits. Write 1917/1988."},
        {"c. 1917", "A date begins with a year of four digits. Write 1917~."},
        {"31 januari 1966", "A date begins with a year of four digits. Write 1966-01-31."},
        {"January 31st, 1966", "A date begins with a year of four digits. Write 1966-01-31."},
        {"1. März 1950", "A date begins with a year of four digits. Write 1950-03-01."},
        {"août 1914", "A date begins with a year of four digits. Write 1914-08."},
        {"juin 1940", "A date begins with a year of four digits. Write 1940-06."},
        {"jaren '50", "A date begins with a year of four digits. Write 195X."},
        {"19e eeuw", "A date begins with a year of four digits. Write 18XX."},
        {"voor 1950", "A date begins with a year of four digits. Write ../1950."},
        {"after 1950", "A date begins with a year of four digits. Write “1950/..”."},
        {"omstreeks 1950", "A date begins with a year of four digits. Write 1950~."},
        {"onbekend", "A date begins with a year of four digits. Leave the date out where it is not known."},
        {"in 1950 or 1960", "A date begins with a year of four digits. Write a date such as 1966-01-31, 1966-01, 1966, "
                            "196X, 1966~ or 1966/1988."},
        {"31 februari 1966", "A date begins with a year of four digits. Write a date such as 1966-01-31, 1966-01, "
                             "1966, 196X, 1966~ or 1966/1988."},
        {"1950s", "Something follows the end of this date. Write 195X."},
        {"195x", "A date begins with a year of four digits. Write 195X."},
        {"1917?~", "Something follows the end of this date. Write 1917%."},
        {" 1917", "A date begins with a year of four digits. Write 1917."},
        {"unknown/1917", "A date begins with a year of four digits. Write /1917."},
        {"1917/open", "A date begins with a year of four digits. Write “1917/..”."},
        {"44 BC", "A date begins with a year of four digits. Write -0043."},
        {"1 BC", "A date begins with a year of four digits. Write 0000."},
        {"12000", "A date begins with a year of four digits. Write Y12000."},
        {"Y1966", "“Y” is only for years of five digits or more. Write 1966."},
        {"1966-01-31/1966", "This interval ends before it starts. Write 1966-01-31/1966-XX-XX."},
        {"1988/1917", "This interval ends before it starts. Write 1917/1988."},
        {"Y-310000000/Y-300000000",
         "A year with “Y” cannot begin or end an interval. Write {Y-310000000..Y-300000000}."},
        {"1965-02-29", "29 February is only in a leap year. Write a date such as 1966-01-31, 1966-01, 1966, 196X, "
                       "1966~ or 1966/1988."},
        {"1966-04-31",
         "April has no day 31. Write a date such as 1966-01-31, 1966-01, 1966, 196X, 1966~ or 1966/1988."},
        {"1966-13", "There is no month 13. Write a date such as 1966-01-31, 1966-01, 1966, 196X, 1966~ or 1966/1988."},
        {"", "This date is empty. Write a date such as 1966-01-31, 1966-01, 1966, 196X, 1966~ or 1966/1988."},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto edtf = parseEdtf(row.text);
        REQUIRE_FALSE(edtf);
        CHECK(edtf.error().message == row.message);
    }
}

TEST_CASE("what a refusal says to write is a date") {
    for (const char* text : {"31/01/1966", "12/31/1966", "1966.1.31", "199u", "1917–1988", "about 1917", "1900s"}) {
        INFO(text);
        const auto edtf = parseEdtf(text);
        REQUIRE_FALSE(edtf);
        const std::string& message = edtf.error().message;
        const auto at = message.rfind("Write ") + 6;
        CHECK(parseEdtf(message.substr(at, message.size() - at - 1)));
    }
}

TEST_CASE("a date of many thousand characters is refused at once") {
    checkRefused({std::string(1'000'000, '1'), std::string(20'000, '['), "Y" + std::string(100'000, '9')});
}
