#include "engine/content/language/language_advice.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>

namespace schacht::content {
namespace {

/// ISO 639-1, with what BCP 47 keeps of its earlier forms; closed since 2002.
constexpr std::string_view twoLetterTags =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw "
    "ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt "
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm "
    "sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// In plain letters: names of languages, codes of countries, codes of three letters where there is one of two.
struct Meaning {
    std::string_view tag;
    std::string_view written; ///< words with a space around each
};
constexpr std::array meanings = {
    Meaning{"nl", " be du vl ned nld dut dutch nederlands vlaams flemish belgisch neerlandais flamand niederlandisch "},
    Meaning{"en", " gb uk us eng english engels anglais englisch "},
    Meaning{"fr", " fra fre french frans francais franzosisch waals "},
    Meaning{"de", " ger deu german duits deutsch allemand "},
    Meaning{"it", " ita italian italiaans italiano italien italienisch "},
    Meaning{"tr", " tur turkish turks turkce turc turkisch "},
    Meaning{"pl", " pol polish pools polski polonais polnisch "},
    Meaning{"es", " sp spa spanish spaans espanol espagnol spanisch "},
    Meaning{"pt", " por portuguese portugees portugues portugais "},
    Meaning{"el", " gr gre ell greek grieks grec griechisch "},
    Meaning{"uk", " ukr ukrainian oekraiens ukrainien ukrainisch "},
    Meaning{"ar", " ara arabic arabisch arabe "},
    Meaning{"cs", " cz cze ces czech tsjechisch "},
    Meaning{"da", " dk dan danish deens dansk "},
    Meaning{"sv", " swe swedish zweeds svenska "},
    Meaning{"ja", " jp jpn japanese japans "},
    Meaning{"zh", " cn chi zho chinese chinees "},
};

struct Country {
    std::string_view tag;
    std::string_view language;
};
constexpr std::array countries = {Country{"be", "Belarusian"}, Country{"uk", "Ukrainian"}};

/// "NL_be" as "nl-BE": the usual case of a tag, joined by hyphens.
std::string inUsualCase(std::string_view text) {
    std::string tag;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != '-' && text[at] != '_') {
            tag += base::lower(text[at]);
            continue;
        }
        const std::size_t length = tag.size() - start;
        if (start > 0 && length == 2) {
            std::transform(tag.end() - 2, tag.end(), tag.end() - 2, base::upper);
        } else if (start > 0 && length == 4) {
            tag[start] = base::upper(tag[start]);
        }
        tag += at < text.size() ? "-" : "";
        start = tag.size();
    }
    return tag;
}

} // namespace

std::string meantLanguage(std::string_view text) {
    constexpr std::size_t longestName = 40; // bytes
    if (text.size() > longestName) {
        return {};
    }
    const std::string word = " " + plainLetters(text) + " ";
    for (const Meaning& each : meanings) {
        if (word.find(' ', 1) == word.size() - 1 && each.written.find(word) != std::string_view::npos) {
            return std::string(each.tag);
        }
    }
    std::string tag = inUsualCase(text);
    return tag != text && isLanguageTag(tag) && isKnownLanguage(tag) ? tag : "";
}

bool isKnownLanguage(std::string_view tag) {
    const std::string_view language = tag.substr(0, tag.find('-'));
    return language.size() != 2 || twoLetterTags.find(language) != std::string_view::npos;
}

std::string_view countryTakenFor(std::string_view tag, std::string_view words) {
    const auto isCyrillic = [](char c) { return (static_cast<unsigned char>(c) & 0xFCU) == 0xD0U; };
    const auto country = std::ranges::find(countries, tag, &Country::tag);
    const bool other = country == countries.end() || words.empty() || std::ranges::any_of(words, isCyrillic);
    return other ? std::string_view() : country->language;
}

std::string meantLanguage(std::string_view text, const std::vector<std::string_view>& languages) {
    std::string meant = meantLanguage(text);
    const std::string general = meant.substr(0, meant.find('-'));
    const bool isListed = std::ranges::find(languages, meant) != languages.end();
    return !isListed && std::ranges::find(languages, general) != languages.end() ? general : meant;
}

std::string adviseLanguage(std::string_view tag, const std::vector<std::string_view>& languages) {
    const std::string meant = meantLanguage(tag, languages);
    if (std::ranges::find(languages, meant) != languages.end()) {
        return " Did you mean " + inQuotes(meant) + "?";
    }
    const std::string near = meant.empty() ? didYouMean(tag, languages) : std::string();
    return near.empty() ? " Add it there, or take it out here." : near;
}

} // namespace schacht::content
