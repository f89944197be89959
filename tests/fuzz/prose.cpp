#include "engine/content/prose/prose.hpp"
#include "engine/base/utf8.hpp"
#include "engine/content/language/rules.hpp"

#include <cstdint>
#include <cstdlib>

/// Markdown of any bytes becomes blocks that are not empty and hold UTF-8, those of numbered lists with their numbers,
/// and problems that have a place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht::content;
    const Prose prose = parseProse({reinterpret_cast<const char*>(data), size});
    for (const Block& block : prose.blocks) {
        if (block.spans.empty()) {
            std::abort();
        }
        if ((block.kind == Block::Kind::numbered) == block.mark.empty()) {
            std::abort();
        }
        for (const Span& span : block.spans) {
            if (span.text.empty() || firstInvalidUtf8(span.text) < span.text.size()) {
                std::abort();
            }
        }
    }
    for (const auto& problem : prose.problems) {
        if (problem.location.line < 1 || problem.location.column < 1 ||
            firstInvalidUtf8(problem.message) < problem.message.size()) {
            std::abort();
        }
    }
    (void)plainText(prose);
    return 0;
}
