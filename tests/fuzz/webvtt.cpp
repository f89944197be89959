#include "engine/content/timed_text/timed_text.hpp"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool promise) {
    if (!promise) {
        std::abort();
    }
}

bool isPercentage(double value) {
    return value >= 0 && value <= 100;
}

bool isIndex(std::int32_t index, std::size_t size) {
    return index >= -1 && (index < 0 || static_cast<std::size_t>(index) < size);
}

void checkCue(const schacht::content::Cue& cue, const schacht::content::TimedText& timed) {
    require(std::isfinite(cue.start) && std::isfinite(cue.end) && cue.start >= 0 && cue.end >= 0);
    require(!cue.settings.line || std::isfinite(*cue.settings.line));
    require(isPercentage(cue.settings.size) && isPercentage(cue.settings.position.value_or(0)));
    require(isPercentage(computedSize(cue.settings)) && isPercentage(computedSize(cue.settings, true)));
    require(!cue.region || *cue.region < timed.regions.size());
    require(cue.text.find('\r') == std::string::npos && cue.text.find('\0') == std::string::npos);
    for (const auto& span : cue.spans) {
        require(!span.text.empty());
        require(isIndex(span.voice, cue.voices.size()) && isIndex(span.language, cue.languages.size()));
        require(isIndex(span.classes, cue.classes.size()));
        (void)classesOf(cue, span);
    }
    (void)plainText(cue);
}

} // namespace

/// Bytes with the signature become cues whose numbers and places hold, the rest is refused; every problem has a line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht::content;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto timed = readWebVtt(bytes);
    require(timed.has_value() == hasWebVttSignature(bytes));
    if (!timed) {
        return 0;
    }
    for (const Cue& cue : timed->cues) {
        checkCue(cue, *timed);
    }
    for (const auto& problem : timed->problems) {
        require(!problem.message.empty() && (problem.location.line > 0 || problem.code == "more-problems"));
    }
    const CueTimes times(timed->cues);
    for (auto next = times.nextChangeAfter(-1); next; next = times.nextChangeAfter(*next)) {
        for (const std::size_t cue : times.activeAt(*next)) {
            require(timed->cues.at(cue).start <= *next && *next < timed->cues.at(cue).end);
        }
    }
    return 0;
}
