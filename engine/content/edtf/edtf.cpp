#include "engine/content/edtf/edtf.hpp"
#include "engine/content/edtf/edtf_advice.hpp"
#include "engine/content/edtf/edtf_grammar.hpp"
#include "engine/content/edtf/edtf_words.hpp"

#include <array>
#include <cinttypes>
#include <cstdio>

namespace schacht::content {

std::string toString(const Day& day) {
    std::array<char, 48> text{};
    const char* format = day.year < 0 ? "%05" PRId64 "-%02d-%02d" : "%04" PRId64 "-%02d-%02d"; // the sign counts
    std::snprintf(text.data(), text.size(), format, day.year, day.month, day.day);
    return text.data();
}

base::Result<Edtf> parseEdtf(std::string_view text) {
    const auto parsed = edtf::parse(text);
    if (parsed) {
        return *parsed;
    }
    if (edtf::saysUnknown(text)) {
        return base::refuse("date", parsed.error() + " Leave the date out where it is not known.");
    }
    std::string advice = edtf::correct(text);
    if (advice.empty()) {
        advice = "a date such as 1966-01-31, 1966-01, 1966, 196X, 1966~ or 1966/1988";
    } else if (advice.ends_with('.')) {
        advice = "“" + advice + "”";
    }
    return base::refuse("date", parsed.error() + " Write " + advice + ".");
}

} // namespace schacht::content
