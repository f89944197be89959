#include "engine/content/json/json.hpp"

#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"

#include <nlohmann/json.hpp>

namespace schacht {
namespace {

using content::JsonDocument;
using content::JsonValue;

/// "line:column sentence" of what is refused.
std::string mistakeIn(std::string text) {
    const auto document = JsonDocument::parse(std::move(text), "x.json");
    if (document) {
        return "accepted";
    }
    const base::Problem& problem = document.error();
    CHECK(problem.location.file == "x.json");
    return std::to_string(problem.location.line) + ":" + std::to_string(problem.location.column) + " " +
           problem.message;
}

struct Mistake {
    const char* text;
    const char* sentence;
};

const Mistake mistakes[] = {
    // commas
    {"{\"a\": 1\n \"b\": 2}", "1:8 A comma is missing here. Write , after this value, before the next one begins."},
    {"[1 2]", "1:3 A comma is missing here. Write , after this value, before the next one begins."},
    {"{\"a\": {} \"b\": 2}", "1:9 A comma is missing here. Write , after this value, before the next one begins."},
    {"{\"a\": 1,\n}", "1:8 This comma is one too many: nothing follows it before the closing bracket. Take it out."},
    {"[1, 2, ]", "1:6 This comma is one too many: nothing follows it before the closing bracket. Take it out."},
    {"[1,, 2]", "1:4 This comma is one too many: nothing stands before it. Take it out."},
    {"[, 1]", "1:2 This comma is one too many: nothing stands before it. Take it out."},
    // colons
    {"{\"a\" 1}", "1:5 A colon is missing here, between the key and its value. Write :"},
    {"{\"a\" = 1}", "1:5 A colon is missing here, between the key and its value. Write :"},
    {"[\"a\": 1]", "1:5 A colon stands here where a comma belongs. Pairs of a key and a value stand in { }."},
    {"{\"a\": }", "1:5 The value of this key is missing. Write it after the colon, or take the key out."},
    {"{: 1}", "1:2 A key in quotation marks is missing before this colon."},
    // quotation marks
    {"{“a”: 1}", "1:2 A curly quotation mark “ stands here. Write the straight \" around keys and texts; word "
                 "processors change it, a plain text editor does not."},
    {"{\"a\": „b“}", "1:7 A curly quotation mark „ stands here. Write the straight \" around keys and texts; word "
                     "processors change it, a plain text editor does not."},
    {"{'a': 1}", "1:2 JSON knows no single quotation marks here. Write \" instead of '."},
    {"{title: 1}", "1:2 The key “title” needs straight quotation marks: \"title\"."},
    {"{\"a\": coal}", "1:7 A text needs quotation marks around it. Write \" before “coal” and at its end."},
    {"{\"a\": \"He said \"yes\"\"}", "1:16 The text ends at this quotation mark, but more follows it. Write \\\" for a "
                                     "quotation mark inside a text, or use “ and ”."},
    {"{\"a\": \"coal,\n \"b\": 1}", "1:7 The text that begins here does not end on its line. Write \" at its end; a "
                                    "new line inside a text is written \\n."},
    {"{\"a\": \"coal", "1:7 The text that begins here does not end. Write \" at its end."},
    {"[\"a\tb\"]", "1:4 A tab or control character stands inside a text. Write \\t for a tab, or a space."},
    {"[\"media\\lamp\"]", "1:8 A backslash stands here before a character that needs none. Write / in paths, and \\\\ "
                          "for a backslash."},
    {"[\"\\ud800\"]", "1:3 This \\u does not name a character. Write the character itself; the file is UTF-8."},
    {"[\"\\u12g4\"]", "1:3 This \\u does not name a character. Write the character itself; the file is UTF-8."},
    // brackets
    {"{\"a\": [1, 2\n}", "2:1 A } stands here, but the [ opened on line 1 is closed by ]. Write ]."},
    {"{\n\"a\": [1, 2]\n", "2:12 The file ends, but the { opened on line 1 is not closed. Write } where it ends."},
    {"[", "1:2 The file ends, but the [ opened on line 1 is not closed. Write ] where it ends."},
    {"{}}", "1:3 Something stands here after the last bracket of the file. Take it out, or move the bracket to the "
            "end."},
    {"]", "1:1 This bracket closes nothing. Take it out."},
    // words and numbers
    {"[True]", "1:2 “True” is not a value that JSON knows. Write true, in small letters."},
    {"[NaN]", "1:2 “NaN” is not a value that JSON knows. JSON has no such number. Write a number, or take this line "
              "out."},
    {"[-Infinity]", "1:3 “Infinity” is not a value that JSON knows. JSON has no such number. Write a number, or take "
                    "this line out."},
    {"[treu]", "1:2 “treu” is not a value that JSON knows. Did you mean true?"},
    {"[01]", "1:2 “01” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
             "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"[1966-01-31]",
     "1:2 “1966-01-31” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
     "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"[.5]", "1:2 “.5” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
             "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"[1e999]",
     "1:2 “1e999” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
     "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"{\"a\": 4,500}",
     "1:7 “4,500” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
     "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"{\"a\": 4 500, \"b\": 1}",
     "1:7 “4 500” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
     "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"{\"a\": 4500 jobs}",
     "1:7 “4500 jobs” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
     "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"{\"a\": 4 500}",
     "1:7 “4 500” is not a number as JSON writes it. Write it like 4500, -3 or 12.5, with nothing between its "
     "thousands and no unit behind it; a date, or a number with leading zeros, is a text in quotation marks."},
    {"[0.5 0.4]", "1:5 A comma is missing here. Write , after this value, before the next one begins."},
    // comments
    {"{ // coal\n}", "1:3 JSON knows no comments. Take this one out; README.md is a place for notes."},
    {"{\"a\": 1, /* coal */ \"b\": 2}", "1:10 JSON knows no comments. Take this one out; README.md is a place for "
                                        "notes."},
    {"{\"a\": 1} # coal", "1:10 JSON knows no comments. Take this one out; README.md is a place for notes."},
    // what word processors make of them
    {"{\"a\": \"coal”,\n\"b\": 1}", "1:7 The text that begins here has no straight \" at its end, but a curly ”. Write "
                                    "the straight one; word processors change it, a plain text editor does not."},
    {"{\"a\": \"“coal”,\n\"b\": 1}", "1:7 The text that begins here does not end on its line. Write \" at its end; a "
                                     "new line inside a text is written \\n."},
    {"{\"a\": 1}", "1:6 A space stands here that is not the one of the keyboard, as copied from a web page or a word "
                   "processor. Delete it and type a space."},
    {"{\\rtf1 \\{\"a\": 1\\}}", "1:1 This file is a rich text document, whatever its name says. Write it in a plain "
                                "text editor, and save it as plain text, UTF-8."},
    {"<!DOCTYPE HTML>", "1:1 This file is a web page, whatever its name says. Write it in a plain text editor, and "
                        "save it as plain text, UTF-8."},
    // bytes
    {"", "1:1 This file is empty. Write what belongs in it, or delete it."},
    {" \n", "1:1 This file is empty. Write what belongs in it, or delete it."},
    {"{\"a\": \"Andr\xE9\"}", "1:12 A character here is not saved as UTF-8. Save the file again with the encoding "
                              "UTF-8."},
    {"\xFF\xFE{", "1:1 This file is not saved as UTF-8. Save it again with the encoding UTF-8."},
};

} // namespace

TEST_CASE("what a person did wrong in JSON is said with its place and what to do") {
    for (const Mistake& mistake : mistakes) {
        INFO(mistake.text);
        CHECK(mistakeIn(mistake.text) == mistake.sentence);
    }
}

TEST_CASE("JSON with NUL behind its end is refused") {
    CHECK(mistakeIn(std::string("{}\0x", 4)) ==
          "1:3 A character here is not saved as UTF-8. Save the file again with the encoding UTF-8.");
}

TEST_CASE("a byte order mark is accepted and is no column") {
    CHECK(mistakeIn("\xEF\xBB\xBF{}") == "accepted");
    CHECK(mistakeIn("\xEF\xBB\xBF{,}") == "1:2 This comma is one too many: nothing stands before it. Take it out.");
}

TEST_CASE("columns count characters, not bytes") {
    CHECK(mistakeIn("[\"é😀\" 1]").substr(0, 4) == "1:6 ");
}

TEST_CASE("a document keeps what the text says, in its order") {
    const auto document = JsonDocument::parse(R"({"b": [1, -2.5e1, "x\ny"], "a": true, "n": null})", "x.json");
    REQUIRE(document);
    const JsonValue* const b = document->firstChild(document->root());
    REQUIRE(b != nullptr);
    CHECK(b->key == "b");
    CHECK(b->keyOffset == 1);
    CHECK(b->offset == 6);
    CHECK(b->children == 3);
    const JsonValue* const number = document->nextSibling(*document->firstChild(*b));
    CHECK(number->number == -25);
    CHECK(number->text == "-2.5e1");
    CHECK(document->nextSibling(*number)->text == "x\ny");
    CHECK(document->nextSibling(*b)->truth);
    CHECK(document->find(document->root(), "n")->kind == JsonValue::Kind::null);
    CHECK(document->find(document->root(), "z") == nullptr);
}

TEST_CASE("keys that stand twice are noted with their pointer") {
    const auto document = JsonDocument::parse(R"([{"a/b": {"c": 1, "d": 2, "c": 3}}])", "x.json");
    REQUIRE(document);
    REQUIRE(document->duplicates().size() == 1);
    CHECK(document->duplicates()[0].pointer == "/0/a~1b/c");
    CHECK(document->duplicates()[0].offset == 26);
}

TEST_CASE("a key that stands twice among thousands is noted") {
    std::string text = "{";
    for (int i = 0; i < 100'000; ++i) {
        text += "\"" + std::to_string(i) + "\": 1, ";
    }
    const auto document = JsonDocument::parse(text + "\"77\": 1}", "x.json");
    REQUIRE(document);
    REQUIRE(document->duplicates().size() == 1);
    CHECK(document->duplicates()[0].key == "77");
}

TEST_CASE("a place inside a text is found behind its escapes") {
    const std::string text = R"(["a\nb\u00e9c\ud83d\ude00d"])";
    const auto document = JsonDocument::parse(text, "x.json");
    REQUIRE(document);
    const JsonValue& value = *document->firstChild(document->root());
    CHECK(text[document->offsetInside(value, value.text.find('b'))] == 'b');
    CHECK(text[document->offsetInside(value, value.text.find('c'))] == 'c');
    CHECK(text[document->offsetInside(value, value.text.find('d'))] == 'd');
}

TEST_CASE("a text of more values than a pack could hold is refused") {
    std::string text = "[0";
    for (int i = 0; i < 1'000'000; ++i) {
        text += ",0";
    }
    CHECK(mistakeIn(text + "]") == "1:2000000 This file holds more than 1000000 values, too many for what it should "
                                   "hold. Look whether it is the right file.");
}

TEST_CASE("any JSON document becomes a value") {
    const auto value = content::parseJsonValue(R"( {"a": [1, 18446744073709551615, -3, 0.5, "é", null], "a": false} )");
    REQUIRE(value);
    CHECK(value->dump() == R"({"a":false})");
    const auto numbers = content::parseJsonValue("[1, 18446744073709551615, -3, 0.5, 1E2]");
    REQUIRE(numbers);
    CHECK(numbers->dump() == "[1,18446744073709551615,-3,0.5,100.0]");
    CHECK(content::parseJsonValue("7")->dump() == "7");
}

TEST_CASE("a value may be nested five hundred and twelve deep and no deeper") {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    CHECK(content::parseJsonValue(nested(512)));
    const auto refused = content::parseJsonValue(nested(513));
    REQUIRE(!refused);
    CHECK(refused.error().code == "nested");
}

} // namespace schacht
