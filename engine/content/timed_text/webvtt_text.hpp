#pragma once
#include "engine/content/timed_text/timed_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The words of a cue (WebVTT 6.4).
namespace schacht::content {

/// What the standard's cue text tokenizer gives.
struct CueToken {
    enum class Kind { text, startTag, endTag, timestamp };
    Kind kind = Kind::text;
    std::string value;                ///< the words, or the tag's name, or the time
    std::vector<std::string> classes; ///< startTag: none of them empty
    std::string annotation;           ///< startTag: "" for none
};

/// "WebVTT cue text tokenizer".
class CueTokenizer {
public:
    explicit CueTokenizer(std::string_view text) : input(text) {}

    [[nodiscard]] bool atEnd() const { return position >= input.size(); }
    [[nodiscard]] std::size_t at() const { return position; }
    /// Not at the end.
    [[nodiscard]] CueToken next();

private:
    [[nodiscard]] CueToken text();
    [[nodiscard]] CueToken startTag();
    [[nodiscard]] CueToken upToClose(CueToken::Kind kind, std::size_t from);
    [[nodiscard]] std::string_view upToAny(std::string_view ends);
    [[nodiscard]] std::string annotation();
    void appendReference(std::string& to);

    std::string_view input;
    std::size_t position = 0;
};

/// A tag that is left out, as the file has it, and where it begins in the cue's text.
struct IgnoredTag {
    std::string_view tag;
    std::size_t offset = 0; ///< bytes
};

/// "WebVTT cue text parsing rules": fills the spans, voices, languages and classes of the cue from its text, and gives
/// the first tag that means nothing.
std::optional<IgnoredTag> parseCueText(Cue& cue);

/// Adds words to the cue's spans, to the last one where it looks the same. look: its text counts for nothing.
void appendWords(Cue& cue, std::string_view words, const CueSpan& look);

} // namespace schacht::content
