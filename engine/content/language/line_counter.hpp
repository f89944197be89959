#pragma once
#include <cstddef>
#include <string_view>

namespace schacht::content {

/// Where bytes of a text stand: asked in rising order, it reads the text once.
class LineCounter {
public:
    explicit LineCounter(std::string_view of) : text(of) {}
    struct Position {
        int line = 1;   ///< 1…
        int column = 1; ///< 1…, in code points
    };
    /// offset: at least that of the call before; past the end counts as the end.
    [[nodiscard]] Position at(std::size_t offset);

private:
    std::string_view text;
    std::size_t reached = 0;
    Position position;
};

} // namespace schacht::content
