#pragma once
#include "engine/base/problem.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// What prose holds that a pack may not, and where. md4c says where a text is, and nothing about what stands around it:
/// the places are found from the texts. Keeps the first hundred findings.
class ProseFindings {
public:
    /// source: the Markdown that md4c reads; must outlive this.
    explicit ProseFindings(std::string_view markdown) : source(markdown) {}

    /// md4c has come to this text.
    void reach(std::string_view text);

    /// At the text that was reached last.
    void report(base::Severity severity, std::string code, std::string message);

    /// At `opening` ("[", "`"), which stands before the next text; at the last text where none follows.
    void await(std::string opening, base::Severity severity, std::string code, std::string message);
    /// No text will follow what is awaited.
    void settle();

    /// HTML, whose text was reached last. The closing tag of one that was reported is no news.
    void reportHtml(std::string_view tag);
    /// A thematic break, which has no text: the first line after the last text that looks like one.
    void reportRule();
    /// At the end of the source.
    void reportLength();

    /// By place.
    [[nodiscard]] std::vector<base::Problem> problems();

private:
    struct Finding {
        std::size_t offset = 0; ///< bytes
        base::Problem problem;
    };
    struct Awaited {
        std::string opening;
        base::Problem problem;
    };

    void add(std::size_t offset, base::Severity severity, std::string code, std::string message);
    void settleAt(std::size_t offset);

    std::string_view source;
    std::vector<Finding> found;
    std::optional<Awaited> awaited;
    std::size_t reached = 0;  ///< where the last text began
    std::size_t ruleFrom = 0; ///< where to look for the next thematic break, if no text comes after it
    bool htmlReported = false;
};

} // namespace schacht::content
