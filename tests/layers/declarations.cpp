#include "tests/layers/declarations.hpp"

#include "tests/layers/code_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <regex>
#include <string_view>
#include <utility>

namespace schacht::layers {
namespace {

bool isOfWord(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// What stands behind "template <…>".
std::string withoutTemplate(const std::string& head) {
    if (!head.starts_with("template")) {
        return head;
    }
    int depth = 0;
    int parentheses = 0; // in which "less" and "more" may stand
    for (std::size_t at = 0; at < head.size(); ++at) {
        const char c = head[at];
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        depth += parentheses > 0 ? 0 : c == '<' ? 1 : c == '>' ? -1 : 0;
        if (c == '>' && depth == 0 && parentheses == 0) {
            return withoutTemplate(head.substr(std::min(head.size(), at + 2)));
        }
    }
    return head;
}

/// The last word of "const text::Words&".
std::string lastWordOf(std::string_view words) {
    const auto end = std::find_if(words.rbegin(), words.rend(), isOfWord);
    const auto begin = std::find_if_not(end, words.rend(), isOfWord);
    return {begin.base(), end.base()};
}

/// The name before the parameters: the first parenthesis that stands in no angle brackets.
std::string functionNamed(const std::string& head) {
    static constexpr std::array<std::string_view, 4> others{"alignas", "decltype", "explicit", "requires"};
    int angles = 0;
    int parentheses = 0;
    for (std::size_t at = 0; at < head.size(); ++at) {
        const char c = head[at];
        const std::string before = lastWordOf(std::string_view(head).substr(0, at));
        if (c == '(' && angles == 0 && parentheses == 0 && std::ranges::find(others, before) == others.end()) {
            return before;
        }
        if (before != "operator") {
            angles += c == '<' ? 1 : c == '>' && head[at - 1] != '-' ? -1 : 0;
        }
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return "";
}

/// What a brace opens.
enum class Scope { space, type, function, other, words };

/// "words": a brace within a declaration that goes on behind it, as in f({1, 2}) or in the members before a
/// constructor's body.
Scope scopeAfter(const std::string& head) {
    static const std::regex space(R"(^(inline )?namespace\b.*|^extern "")");
    static const std::regex type(R"(^(class|struct|union|enum)\b.*)");
    static const std::regex function(
        R"(.*\) ?((const|noexcept(\([^)]*\))?|override|final|mutable|&&?) ?)*(->[^;={}]*)?)");
    static const std::regex lambda(R"(.*= ?\[[^\]]*\])");
    static const std::regex members(R"(.*\) ?(noexcept ?)?:[^:].*)");
    const std::string plain = withoutTemplate(head);
    if (std::regex_match(plain, space)) {
        return Scope::space;
    }
    if (std::regex_match(plain, type)) {
        return Scope::type;
    }
    if (std::regex_match(plain, members)) {
        return isOfWord(plain.back()) || plain.back() == '>' ? Scope::words : Scope::function;
    }
    return std::regex_match(plain, function) || std::regex_match(plain, lambda) ? Scope::function : Scope::other;
}

/// Goes through the code of a file once. A head is what stands between the last end of something and a brace.
class DeclarationReader {
public:
    explicit DeclarationReader(std::string theCode) : code(std::move(theCode)) {}

    Declarations read() {
        for (const char c : code) {
            switch (c) {
            case '{':
                open();
                break;
            case '}':
                close();
                break;
            case ';':
                end();
                break;
            default:
                take(c);
            }
        }
        return std::move(found);
    }

private:
    struct Open {
        Scope scope;
        std::string name;
        int line = 0;        // on which its head begins
        int parentheses = 0; // that are open around it
    };

    [[nodiscard]] bool isIn(Scope scope) const {
        return std::ranges::find(scopes, scope, &Open::scope) != scopes.end();
    }
    [[nodiscard]] bool isInSpacesOnly() const {
        return std::ranges::all_of(scopes, [](const Open& one) { return one.scope == Scope::space; });
    }
    [[nodiscard]] std::string spaces() const {
        std::string all;
        for (const Open& one : scopes) {
            all += (all.empty() ? "" : "::") + one.name;
        }
        return all;
    }
    void take(char c) {
        line += c == '\n' ? 1 : 0;
        if (isIn(Scope::words)) {
            return;
        }
        parentheses += c == '(' ? 1 : c == ')' ? -1 : 0;
        const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (blank && (head.empty() || head.back() == ' ')) {
            return;
        }
        if (head.empty()) {
            headLine = line;
        }
        head += blank ? ' ' : c;
        if (head == "public:" || head == "private:" || head == "protected:") {
            head.clear();
        }
    }
    void open() {
        if (!head.empty() && head.back() == ' ') {
            head.pop_back();
        }
        const Scope scope = isIn(Scope::function)                   ? Scope::other
                            : isIn(Scope::words) || parentheses > 0 ? Scope::words
                                                                    : scopeAfter(head);
        if (scope == Scope::type && isInSpacesOnly()) {
            addType();
        }
        const std::string name = scope == Scope::function ? functionNamed(withoutTemplate(head))
                                 : scope == Scope::space  ? head.substr(head.rfind(' ') + 1)
                                                          : "";
        scopes.push_back({scope, name, head.empty() ? line : headLine, std::exchange(parentheses, 0)});
        if (scope != Scope::words) {
            head.clear();
        }
    }
    void close() {
        if (scopes.empty()) {
            return;
        }
        const Open closed = std::move(scopes.back());
        scopes.pop_back();
        parentheses = closed.parentheses;
        if (closed.scope == Scope::words) {
            head += "}";
            return;
        }
        if (closed.scope == Scope::function) {
            found.functions.push_back({closed.name, closed.line, line - closed.line + 1});
        }
        head.clear();
    }
    void end() {
        if (isIn(Scope::words) || parentheses > 0) {
            return;
        }
        static const std::regex alias(R"(^using (\w+) ?= ?(.+))");
        std::smatch match;
        const std::string plain = withoutTemplate(head);
        if (isInSpacesOnly() && std::regex_match(plain, match, alias) &&
            !match[2].str().ends_with("::" + match[1].str())) {
            found.types.push_back({match[1], spaces(), headLine});
        }
        head.clear();
    }
    void addType() {
        static const std::regex named(
            R"(^(class|struct|union|enum)( class| struct)?( \[\[[^\]]*\]\])? (\w+)( final)?( ?:(?!:).*)?)");
        std::smatch match;
        const std::string plain = withoutTemplate(head);
        if (std::regex_match(plain, match, named)) { // else it is one for a special case: struct hash<Key>
            found.types.push_back({match[4], spaces(), headLine});
        }
    }

    const std::string code;
    Declarations found;
    std::vector<Open> scopes;
    std::string head;
    int headLine = 1;
    int line = 1;
    int parentheses = 0;
};

} // namespace

Declarations declarationsIn(const std::string& text) {
    return DeclarationReader(codeOf(text)).read();
}

} // namespace schacht::layers
