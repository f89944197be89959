#include "engine/content/language/line_counter.hpp"

#include <algorithm>

namespace schacht::content {

LineCounter::Position LineCounter::at(std::size_t offset) {
    for (const std::size_t end = std::min(offset, text.size()); reached < end; ++reached) {
        const auto byte = static_cast<unsigned char>(text[reached]);
        if (byte == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((byte & 0xC0U) != 0x80U) { // a byte that goes on with a character is none of its own
            ++position.column;
        }
    }
    return position;
}

} // namespace schacht::content
