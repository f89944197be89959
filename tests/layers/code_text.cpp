#include "tests/layers/code_text.hpp"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace schacht::layers {
namespace {

/// Goes through a text once and copies what is code.
class CodeReader {
public:
    explicit CodeReader(std::string_view theText) : text(theText) {}

    std::string read() {
        while (at < text.size()) {
            if (starts("//")) {
                skipTo(endOfLine());
            } else if (starts("/*")) {
                skipTo(behind("*/", at + 2));
            } else if (text[at] == '#' && lineIsEmptySoFar()) {
                skipTo(endOfDirective());
            } else if (starts("R\"")) {
                skipTo(endOfRawWords());
                code += "\"\"";
            } else if (text[at] == '"') {
                skipTo(endOfQuote('"'));
                code += "\"\"";
            } else if (text[at] == '\'' && !isWithinNumber()) {
                skipTo(endOfQuote('\''));
                code += "0";
            } else {
                code += text[at++];
            }
        }
        return std::move(code);
    }

private:
    [[nodiscard]] bool starts(std::string_view what) const { return text.substr(at).starts_with(what); }
    [[nodiscard]] std::size_t endOfLine() const { return std::min(text.size(), text.find('\n', at)); }
    [[nodiscard]] std::size_t behind(std::string_view what, std::size_t from) const {
        const auto found = text.find(what, from);
        return found == std::string_view::npos ? text.size() : found + what.size();
    }
    [[nodiscard]] bool lineIsEmptySoFar() const {
        const auto before = text.substr(0, at);
        const auto line = before.substr(before.rfind('\n') + 1); // npos + 1: the first line
        return line.find_first_not_of(" \t") == std::string_view::npos;
    }
    [[nodiscard]] std::size_t endOfDirective() const {
        std::size_t end = endOfLine();
        while (end < text.size() && text[end - 1] == '\\') {
            end = std::min(text.size(), text.find('\n', end + 1));
        }
        return end;
    }
    [[nodiscard]] std::size_t endOfRawWords() const {
        const auto open = text.find('(', at);
        return open == std::string_view::npos
                   ? text.size()
                   : behind(")" + std::string(text.substr(at + 2, open - at - 2)) + "\"", open);
    }
    [[nodiscard]] std::size_t endOfQuote(char quote) const {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] != quote) {
            end += text[end] == '\\' ? 2 : 1;
        }
        return std::min(text.size(), end + 1);
    }
    /// As in 1'000.
    [[nodiscard]] bool isWithinNumber() const {
        return at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
    }
    void skipTo(std::size_t end) {
        code.append(static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                        text.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                    '\n');
        at = end;
    }

    std::string_view text;
    std::size_t at = 0;
    std::string code;
};

} // namespace

std::string codeOf(const std::string& text) {
    return CodeReader(text).read();
}

} // namespace schacht::layers
