#include "engine/content/language/language_map.hpp"

#include "tests/catch.hpp"

namespace schacht::content {
namespace {

const std::vector<std::string> languages = {"nl", "en", "fr"};

LanguageMap inDutchAndEnglish() {
    return LanguageMap(std::map<std::string, std::string, std::less<>>{{"nl", "kool"}, {"en", "coal"}});
}

} // namespace

TEST_CASE("words are found in the visitor's language, and where they are missing along the pack's languages") {
    CHECK(inDutchAndEnglish().find("en", languages).words == "coal");
    CHECK(inDutchAndEnglish().find("fr", languages).words == "kool");
    CHECK(inDutchAndEnglish().find("fr", languages).language == "nl");
    CHECK(inDutchAndEnglish().find("fr", {"en", "nl"}).language == "en");
}

TEST_CASE("words in a language that the pack does not name are better than none") {
    const LanguageMap turkish(std::map<std::string, std::string, std::less<>>{{"tr", "kömür"}});
    CHECK(turkish.find("nl", languages).words == "kömür");
    CHECK(turkish.find("nl", languages).language == "tr");
}

TEST_CASE("a region is served by its language") {
    CHECK(inDutchAndEnglish().find("en-GB", languages).language == "en");
    CHECK(!inDutchAndEnglish().has("en-GB"));
}

TEST_CASE("words that are the same everywhere are found in every language") {
    const LanguageMap name("Winterslag");
    CHECK(name.find("fr", languages).words == "Winterslag");
    CHECK(name.find("fr", languages).language.empty());
    CHECK(name.has("fr"));
}

TEST_CASE("where there are no words nothing is found") {
    CHECK(LanguageMap().find("nl", languages).words.empty());
    CHECK(!LanguageMap().has("nl"));
    CHECK(LanguageMap().empty());
}

} // namespace schacht::content
