#include "engine/content/format/references.hpp"
#include "tests/engine/content/kinds/toy_kind.hpp"

namespace schacht::toys {

std::size_t askEverything(content::Reading& reading, List::Body& body) {
    const content::LanguageMap title;
    std::size_t given = exhibitsOf(body, title).size() + findableIn(body).size();
    given += coverOf(body) == nullptr ? 0U : 1U;
    given += playedOf(body).medium == nullptr ? 0U : 1U;
    given += minutesOf(body, {"nl", {}}) > 0 ? 1U : 0U;
    given += isReadableIn(body, "nl") ? 1U : 0U;
    given += consentEnds(body).has_value() ? 1U : 0U;
    given += checkRules(reading, body).size() + checkFiles(reading, body).problems.size();
    std::visit(
        [&](const auto& each) { content::eachReference(each, [&](content::Meant, const std::string&) { ++given; }); },
        body);
    return given;
}

} // namespace schacht::toys
