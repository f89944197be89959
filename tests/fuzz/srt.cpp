#include "engine/content/timed_text/timed_text.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

/// Any bytes become cues that have a time and spans that have words, or are refused; what looks like SRT is read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht::content;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const bool looksLike = looksLikeSrt(bytes);
    const auto timed = readSrt(bytes);
    if (!timed) {
        if (looksLike) {
            std::abort();
        }
        return 0;
    }
    for (const Cue& cue : timed->cues) {
        if (!std::isfinite(cue.start) || !std::isfinite(cue.end) || cue.start < 0 || cue.end < 0) {
            std::abort();
        }
        for (const CueSpan& span : cue.spans) {
            if (span.text.empty()) {
                std::abort();
            }
            (void)classesOf(cue, span);
        }
    }
    for (const auto& problem : timed->problems) {
        if (problem.message.empty() || (problem.location.line < 1 && problem.code != "more-problems")) {
            std::abort();
        }
    }
    (void)CueTimes(timed->cues).activeAt(1);
    return 0;
}
