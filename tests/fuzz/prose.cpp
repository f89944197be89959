#include "engine/content/prose.hpp"

#include <cstdint>
#include <cstdlib>

/// Markdown of any bytes becomes blocks that are not empty, and problems that have a place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht::content;
    const Prose prose = parseProse({reinterpret_cast<const char*>(data), size});
    for (const Block& block : prose.blocks) {
        if (block.spans.empty()) {
            std::abort();
        }
        for (const Span& span : block.spans) {
            if (span.text.empty()) {
                std::abort();
            }
        }
    }
    for (const auto& problem : prose.problems) {
        if (problem.place.line < 1 || problem.place.column < 1) {
            std::abort();
        }
    }
    (void)plainText(prose);
    return 0;
}
