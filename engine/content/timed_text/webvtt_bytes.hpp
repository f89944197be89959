#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Bytes of caption files as text.
namespace schacht::content {

/// UTF-8 throughout: what is none becomes U+FFFD, one for each part that could have begun a character (Encoding
/// Standard, UTF-8 decode; Unicode 3.9, maximal subparts). A byte order mark at the start is left out.
[[nodiscard]] std::string decodedUtf8(std::string_view bytes);
/// Windows-1252, as the Encoding Standard has it: the five bytes without a letter stay control characters.
[[nodiscard]] char32_t windows1252(std::uint8_t byte);
[[nodiscard]] std::string decodedWindows1252(std::string_view bytes);
/// UTF-16 with a byte order mark, which is left out; half characters become U+FFFD.
[[nodiscard]] std::string decodedUtf16(std::string_view bytes);
[[nodiscard]] bool hasUtf16Mark(std::string_view bytes);

/// NUL becomes U+FFFD; CR LF and CR become LF.
[[nodiscard]] std::string withPlainLines(std::string_view text);

/// The line, from 1, on which this byte stands; CR LF, CR and LF end lines.
[[nodiscard]] int lineOf(std::string_view bytes, std::size_t offset);

/// Walks through the lines of a text, and back where it is told to.
class LineReader {
public:
    explicit LineReader(std::string_view of) : text(of) {}

    struct Mark {
        std::size_t offset = 0;
        int line = 1; ///< of the line that next() gives
    };
    [[nodiscard]] bool atEnd() const { return mark.offset >= text.size(); }
    [[nodiscard]] Mark at() const { return mark; }
    void goTo(Mark to) { mark = to; }
    /// The next line, without its LF; "" at the end.
    std::string_view next() {
        const auto end = std::min(text.find('\n', mark.offset), text.size());
        const std::string_view line = text.substr(mark.offset, end - mark.offset);
        endedWithLine = end < text.size();
        mark = {std::min(end + 1, text.size()), mark.line + 1};
        return line;
    }
    /// The line that next() gave last was the last, and no LF stood behind it.
    [[nodiscard]] bool sawEnd() const { return !endedWithLine; }
    void skipBlankLines() {
        while (mark.offset < text.size() && text[mark.offset] == '\n') {
            mark = {mark.offset + 1, mark.line + 1};
        }
    }

private:
    std::string_view text;
    Mark mark;
    bool endedWithLine = true;
};

} // namespace schacht::content
