#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// How far a JSON text was understood.
struct JsonProgress {
    enum class Last { nothing, opened, key, value };
    struct Bracket {
        char opened = '{'; ///< '{' or '['
        std::size_t offset = 0;
    };
    Last last = Last::nothing;
    bool lastWasString = false;
    bool lastWasNumber = false;
    std::size_t end = 0; ///< just behind the last token that was understood
    std::vector<Bracket> open;
};

struct JsonMistake {
    std::size_t offset = 0;
    std::string message; ///< what is wrong and what to do
};

/// What a person did wrong where a JSON parser gave up. text: valid UTF-8 without NUL.
[[nodiscard]] JsonMistake findJsonMistake(std::string_view text, const JsonProgress& progress);

} // namespace schacht::content
