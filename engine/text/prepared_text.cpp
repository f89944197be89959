#include "engine/text/prepared_text.hpp"

#include <glib.h>

namespace schacht::text {
namespace {

constexpr std::string_view replacement = "\uFFFD";

/// Valid UTF-8 in which "\n" is the only control character.
std::string cleaned(std::string_view words) {
    std::string out;
    out.reserve(words.size());
    for (std::size_t at = 0; at < words.size();) {
        const auto byte = static_cast<unsigned char>(words[at]);
        if (byte >= 0x20 && byte < 0x7F) {
            out += words[at++];
            continue;
        }
        if (byte < 0x80) {
            const bool repeated = byte == '\n' && at > 0 && words[at - 1] == '\r';
            if (byte == 0) {
                out += replacement;
            } else if (!repeated) {
                out += byte == '\n' || byte == '\r' ? '\n' : ' ';
            }
            ++at;
            continue;
        }
        const auto left = std::min<std::size_t>(words.size() - at, 6);
        const auto letter = g_utf8_get_char_validated(words.data() + at, static_cast<gssize>(left));
        if (letter >= 0x80000000U) { // its two ways to say that the bytes are not a character
            out += replacement;
            ++at;
            continue;
        }
        const auto length = static_cast<std::size_t>(g_unichar_to_utf8(letter, nullptr));
        if (letter == 0x2028 || letter == 0x2029 || letter == 0x85) {
            out += '\n';
        } else {
            out += words.substr(at, length);
        }
        at += length;
    }
    return out;
}

/// The longest prefix of at most `most` bytes that does not end within a character.
std::string_view upTo(std::string_view text, std::size_t most) {
    if (text.size() <= most) {
        return text;
    }
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) {
        --most;
    }
    return text.substr(0, most);
}

void dropSpacesAtEnd(std::string& text) {
    while (!text.empty() && text.back() == ' ') {
        text.pop_back();
    }
}

} // namespace

PreparedText prepare(const Phrase& words, std::size_t longestLine, Hyphenation& hyphenation, std::size_t leastLetters) {
    PreparedText out;
    std::size_t lineBegin = 0;
    for (std::size_t run = 0; run < words.runs.size(); ++run) {
        auto text = cleaned(words.runs[run].words);
        if (leastLetters > 0) {
            text = hyphenation.softened(text, words.language, leastLetters);
        }
        const auto begin = out.text.size();
        for (std::size_t at = 0; at <= text.size();) {
            const auto end = std::min(text.find('\n', at), text.size());
            const auto line = std::string_view{text}.substr(at, end - at);
            const auto used = out.text.size() - lineBegin;
            const auto part = upTo(line, longestLine - std::min(used, longestLine));
            out.cut = out.cut || part.size() < line.size();
            out.text += part;
            if (end < text.size()) {
                dropSpacesAtEnd(out.text);
                out.text += lineBreak;
                lineBegin = out.text.size();
            }
            at = end + 1;
        }
        out.spans.push_back({std::min(begin, out.text.size()), out.text.size(), run});
    }
    dropSpacesAtEnd(out.text);
    for (auto& span : out.spans) {
        span.begin = std::min(span.begin, out.text.size());
        span.end = std::min(span.end, out.text.size());
    }
    return out;
}

} // namespace schacht::text
