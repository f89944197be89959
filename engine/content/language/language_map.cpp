#include "engine/content/language/language_map.hpp"

namespace schacht::content {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

// RFC 4647, section 3.4: "nl-BE" is served by "nl" where there is no "nl-BE".
Words::const_iterator lookUp(const Words& words, std::string_view language) {
    while (!language.empty()) {
        if (const auto found = words.find(language); found != words.end()) {
            return found;
        }
        const std::size_t dash = language.rfind('-');
        language = language.substr(0, dash == std::string_view::npos ? 0 : dash);
        if (language.size() >= 2 && language[language.size() - 2] == '-') { // a singleton never ends a tag
            language.remove_suffix(2);
        }
    }
    return words.end();
}

} // namespace

LanguageMap::Found LanguageMap::find(std::string_view language, const std::vector<std::string>& fallbacks) const {
    if (words.empty()) {
        return {};
    }
    auto found = lookUp(words, language);
    if (found == words.end()) {
        found = words.find("");
    }
    for (auto fallback = fallbacks.begin(); found == words.end() && fallback != fallbacks.end(); ++fallback) {
        found = lookUp(words, *fallback);
    }
    if (found == words.end()) {
        found = words.begin();
    }
    return {found->second, found->first};
}

bool LanguageMap::has(std::string_view language) const {
    return words.find(language) != words.end() || words.find("") != words.end();
}

} // namespace schacht::content
