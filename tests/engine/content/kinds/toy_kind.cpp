#include "tests/engine/content/kinds/toy_kind.hpp"

#include "engine/content/format/object_reader.hpp"
#include "engine/content/format/reference_writer.hpp"
#include "engine/content/format/schema_writer.hpp"
#include "tests/catch.hpp"

namespace schacht {
namespace {

/// An item as far as a toy needs one.
struct ToyBox {
    std::string kind;
    toys::List::Body body;
};

template <class Describer>
void describe(Describer& visit, content::As<ToyBox>) {
    visit.kind({.key = "kind", .meaning = "What it is.", .required = true, .choices = toys::List::names},
               &ToyBox::kind);
    visit.body(&ToyBox::body);
}

} // namespace

TEST_CASE("a kind that is added to the list answers every question") {
    const content::Names names;
    const auto document = content::JsonDocument::parse("{}", "toy.json");
    content::FileReport report("toy.json");
    content::Reading reading{*document, report, names};
    toys::List::Body body = toys::Toy{content::LanguageMap("Hello"), "lamp"};
    CHECK(toys::askEverything(reading, body) == 4); // its words, its minutes, that it can be read, its friend
    const auto minutes = content::minutesOf(body, {"nl", {}});
    CHECK(minutes == 7);
    CHECK(content::findableIn(body).front().words->find("nl", {}).words == "Hello");
}

TEST_CASE("a kind that is added to the list is read, and has its branch in the schema and its page in the reference") {
    const content::Names names;
    const auto document =
        content::JsonDocument::parse(R"({"kind": "toy", "words": "Hello", "friend": "lamp"})", "toy.json");
    content::FileReport report("toy.json");
    content::Reading reading{*document, report, names};
    ToyBox box{{}, toys::Toy{}};
    REQUIRE(content::readObject(reading, document->root(), {.key = "item"}, box));
    CHECK(std::get<toys::Toy>(box.body).friendly == "lamp");
    CHECK_THAT(content::objectSchema<ToyBox>().dump(), ContainsSubstring(R"("kind":{"const":"toy"})"));
    content::FormatReference reference;
    toys::List::each([&]<class Kind>(const Kind&) { reference.object<Kind>(std::string(Kind::kind), 3); });
    CHECK_THAT(reference.markdown(), ContainsSubstring("### toy\n"));
}

} // namespace schacht
