#include "engine/text/sentences.hpp"

#include <pango/pango.h>
#include <string>

namespace schacht::text {
namespace {

constexpr gunichar hyphenSign = 0xAD;

bool isSeen(gunichar letter) {
    return letter != hyphenSign && !g_unichar_isspace(letter) && !g_unichar_iscntrl(letter) &&
           g_unichar_type(letter) != G_UNICODE_LINE_SEPARATOR;
}

bool isVowel(gunichar letter) {
    return letter < 128 && std::string_view("aeiouyAEIOUY").find(static_cast<char>(letter)) != std::string_view::npos;
}

/// "St.", "Dr.", "J.": one to three letters, the first large, none a vowel but where it stands alone.
bool endsInTitle(std::string_view sentence) {
    if (!sentence.ends_with('.')) {
        return false;
    }
    const auto space = sentence.rfind(' ');
    const std::string_view word = sentence.substr(space == std::string_view::npos ? 0 : space + 1);
    constexpr std::size_t longest = 3;
    const std::string_view letters = word.substr(0, word.size() - 1);
    std::size_t count = 0;
    for (const char* at = letters.data(); at < letters.data() + letters.size(); at = g_utf8_next_char(at)) {
        const gunichar letter = g_utf8_get_char(at);
        ++count;
        if (count > longest || !g_unichar_isalpha(letter) || (count == 1 && !g_unichar_isupper(letter)) ||
            (isVowel(letter) && letters.size() > 1)) {
            return false;
        }
    }
    return count > 0;
}

} // namespace

std::size_t countLetters(std::string_view words) {
    std::size_t count = 0;
    for (const char* at = words.data(); at < words.data() + words.size(); at = g_utf8_next_char(at)) {
        count += isSeen(g_utf8_get_char(at)) ? 1 : 0;
    }
    return count;
}

std::vector<SentencePlace> sentencesOf(std::string_view words, std::string_view language) {
    const std::string text(words); // Pango reads one sign past the end
    if (g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr) == FALSE) {
        return {{0, text.size(), 0, text.size()}};
    }
    const auto signs = static_cast<std::size_t>(g_utf8_strlen(text.data(), static_cast<gssize>(text.size())));
    std::vector<PangoLogAttr> places(signs + 1);
    pango_get_log_attrs(text.data(), static_cast<int>(text.size()), -1,
                        pango_language_from_string(std::string(language).c_str()), places.data(),
                        static_cast<int>(places.size()));
    std::vector<SentencePlace> out;
    SentencePlace open;
    bool begun = false;
    std::size_t letter = 0;
    bool inLine = false; // the last sign that is seen is a letter or figure, and its line goes on
    const char* at = text.data();
    const auto close = [&] {
        if (begun) {
            out.push_back(open);
        }
        begun = false;
    };
    for (std::size_t i = 0; i < signs; ++i, at = g_utf8_next_char(at)) {
        // Pango 1.50 sees an end in "8.750 Italian"
        if (places[i].is_sentence_boundary && begun && !inLine &&
            !endsInTitle(std::string_view(text).substr(open.begin, open.end - open.begin))) {
            close();
        }
        const gunichar sign = g_utf8_get_char(at);
        if (!isSeen(sign)) {
            inLine = inLine && !g_unichar_iscntrl(sign) && g_unichar_type(sign) != G_UNICODE_LINE_SEPARATOR &&
                     g_unichar_type(sign) != G_UNICODE_PARAGRAPH_SEPARATOR;
            continue;
        }
        inLine = g_unichar_isalnum(sign) != FALSE;
        const auto byte = static_cast<std::size_t>(at - text.data());
        if (!begun) {
            open = {byte, byte, letter, letter};
            begun = true;
        }
        open.end = static_cast<std::size_t>(g_utf8_next_char(at) - text.data());
        open.lastLetter = ++letter;
    }
    close();
    return out;
}

} // namespace schacht::text
