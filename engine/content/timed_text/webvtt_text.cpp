#include "engine/content/timed_text/webvtt_text.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/timed_text/webvtt_references.hpp"
#include "engine/content/timed_text/webvtt_timings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schacht::content {

CueToken CueTokenizer::next() {
    if (input[position] != '<') {
        return text();
    }
    ++position;
    if (!atEnd() && input[position] == '/') {
        return upToClose(CueToken::Kind::endTag, position + 1);
    }
    if (!atEnd() && base::isDigit(input[position])) {
        return upToClose(CueToken::Kind::timestamp, position);
    }
    return startTag();
}

CueToken CueTokenizer::text() {
    CueToken token;
    while (!atEnd() && input[position] != '<') {
        if (input[position] == '&') {
            appendReference(token.value);
        } else {
            token.value += upToAny("<&");
        }
    }
    return token;
}

CueToken CueTokenizer::startTag() {
    CueToken token{CueToken::Kind::startTag, std::string(upToAny("\t\n\f .>")), {}, ""};
    while (!atEnd() && input[position] == '.') {
        ++position;
        if (const std::string_view name = upToAny("\t\n\f .>"); !name.empty()) {
            token.classes.emplace_back(name);
        }
    }
    token.annotation = annotation();
    position += atEnd() ? 0 : 1; // the ">"
    return token;
}

CueToken CueTokenizer::upToClose(CueToken::Kind kind, std::size_t from) {
    const auto close = std::min(input.find('>', from), input.size());
    position = std::min(close + 1, input.size());
    return {kind, std::string(input.substr(from, close - from)), {}, ""};
}

std::string_view CueTokenizer::upToAny(std::string_view ends) {
    const std::size_t first = position;
    position = std::min(input.find_first_of(ends, first), input.size());
    return input.substr(first, position - first);
}

std::string CueTokenizer::annotation() {
    std::string raw;
    while (!atEnd() && input[position] != '>') {
        if (input[position] == '&') {
            appendReference(raw);
        } else {
            raw += upToAny(">&");
        }
    }
    std::string words;
    for (const char each : raw) {
        if (!isAsciiSpace(each)) {
            words += each;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    if (words.ends_with(' ')) {
        words.pop_back();
    }
    return words;
}

void CueTokenizer::appendReference(std::string& to) {
    const auto reference = referenceAt(input.substr(position));
    to += reference ? reference->characters : "&";
    position += reference ? reference->length : 1;
}

void appendWords(Cue& cue, std::string_view words, const CueSpan& look) {
    if (words.empty()) {
        return;
    }
    if (!cue.spans.empty()) {
        CueSpan& last = cue.spans.back();
        const bool same = last.bold == look.bold && last.italic == look.italic && last.underline == look.underline &&
                          last.ruby == look.ruby && last.voice == look.voice && last.language == look.language &&
                          last.classes == look.classes && last.from == look.from;
        if (same) {
            last.text += words;
            return;
        }
    }
    cue.spans.push_back(look);
    cue.spans.back().text = words;
}

namespace {

constexpr std::array<std::string_view, 8> tags = {"c", "i", "b", "u", "ruby", "rt", "v", "lang"};

/// The tree that the standard builds, of which only the path to the current node is kept.
class CueTree {
public:
    explicit CueTree(Cue& of) : cue(of) {}

    void text(std::string_view words) { appendWords(cue, words, look); }
    void timestamp(std::string_view value) {
        std::size_t position = 0;
        const auto seconds = webVttTimestamp(value, position);
        if (seconds && position == value.size()) {
            look.from = seconds;
        }
    }
    /// Whether the tag means something here.
    bool open(const CueToken& tag);
    bool close(std::string_view name);

private:
    struct Node {
        std::string_view name; ///< of `tags`
        CueSpan outside;       ///< the look around it
    };
    [[nodiscard]] bool isIn(std::string_view name) const { return !path.empty() && path.back().name == name; }
    void leave() {
        const auto from = look.from; // holds for all that follows, whatever it stands in
        look = std::move(path.back().outside);
        look.from = from;
        path.pop_back();
    }

    Cue& cue;
    CueSpan look;
    std::vector<Node> path;
};

template <class Names>
std::int32_t added(Names& names, typename Names::value_type name) {
    names.push_back(std::move(name));
    return static_cast<std::int32_t>(names.size()) - 1;
}

bool CueTree::open(const CueToken& tag) {
    const auto known = std::ranges::find(tags, tag.value);
    if (known == tags.end() || (*known == "rt" && !isIn("ruby"))) {
        return false;
    }
    path.push_back({*known, look});
    if (*known == "i") {
        look.italic = true;
    } else if (*known == "b") {
        look.bold = true;
    } else if (*known == "u") {
        look.underline = true;
    } else if (*known == "ruby") {
        look.ruby = CueSpan::Ruby::base;
    } else if (*known == "rt") {
        look.ruby = CueSpan::Ruby::text;
    } else if (*known == "v") {
        look.voice = added(cue.voices, tag.annotation);
    } else if (*known == "lang") {
        look.language = added(cue.languages, tag.annotation);
    }
    for (const std::string& name : tag.classes) {
        look.classes = added(cue.classes, {name, look.classes});
    }
    return true;
}

bool CueTree::close(std::string_view name) {
    if (isIn(name)) {
        leave();
        return true;
    }
    if (name == "ruby" && isIn("rt")) {
        leave();
        leave();
        return true;
    }
    return std::ranges::find(tags, name) != tags.end();
}

} // namespace

std::optional<IgnoredTag> parseCueText(Cue& cue) {
    const std::string text = cue.text; // the cue changes below
    CueTree tree(cue);
    CueTokenizer tokenizer(text);
    std::optional<std::pair<std::size_t, std::size_t>> ignored;
    while (!tokenizer.atEnd()) {
        const std::size_t from = tokenizer.at();
        const CueToken token = tokenizer.next();
        bool known = true;
        switch (token.kind) {
        case CueToken::Kind::text:
            tree.text(token.value);
            break;
        case CueToken::Kind::startTag:
            known = tree.open(token);
            break;
        case CueToken::Kind::endTag:
            known = tree.close(token.value);
            break;
        case CueToken::Kind::timestamp:
            tree.timestamp(token.value);
            break;
        }
        if (!known && !ignored) {
            ignored = {from, tokenizer.at() - from};
        }
    }
    if (!ignored) {
        return std::nullopt;
    }
    return IgnoredTag{std::string_view(cue.text).substr(ignored->first, ignored->second), ignored->first};
}

} // namespace schacht::content
