#include "engine/content/pack/read_named.hpp"
#include "kiosk/visitor/core/words.hpp"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool promise) {
    if (!promise) {
        std::abort();
    }
}

void useAll(const schacht::visitor::Words::Entries& entries) {
    using schacht::visitor::Words;
    const Words words = Words::of({{"en", entries}, {"ar", entries}});
    for (const auto& [key, pattern] : entries) {
        require(words.get("nl", key) == pattern);
        const std::string filled = words.get("en", key, {{"count", "seven"}});
        require(filled == pattern || filled.find("seven") != std::string::npos);
        for (const long number : {0L, 1L, 2L, 11L, 24000L}) {
            (void)words.count("ar", key, number);
        }
    }
    (void)words.number("en", -24000);
}

} // namespace

/// The interface's words of any bytes, its own and a pack's, are read or refused, and what was read can be said.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht;
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (const auto own = visitor::Words::parse(text, "nl.json")) {
        useAll(*own);
    }
    content::Names names;
    names.languages = {"nl", "en"};
    const auto pack = content::readStrings(text, "strings/nl.json", names);
    for (const base::Problem& problem : pack.problems) {
        require(!problem.message.empty() && (problem.location.line > 0 || problem.code == "more-problems"));
    }
    return 0;
}
