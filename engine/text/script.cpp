#include "engine/text/script.hpp"
#include "engine/text/paragraph.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <glib.h>
#include <string>

namespace schacht::text {
namespace {

struct Known {
    std::string_view tag;
    Script script;
};

constexpr std::array languages{
    Known{"ar", Script::arabic},   Known{"fa", Script::arabic},   Known{"ur", Script::arabic},
    Known{"ps", Script::arabic},   Known{"sd", Script::arabic},   Known{"ug", Script::arabic},
    Known{"ckb", Script::arabic},  Known{"ary", Script::arabic},  Known{"arz", Script::arabic},
    Known{"he", Script::hebrew},   Known{"iw", Script::hebrew},   Known{"yi", Script::hebrew},
    Known{"el", Script::greek},    Known{"grc", Script::greek},   Known{"ru", Script::cyrillic},
    Known{"uk", Script::cyrillic}, Known{"be", Script::cyrillic}, Known{"bg", Script::cyrillic},
    Known{"sr", Script::cyrillic}, Known{"mk", Script::cyrillic}, Known{"kk", Script::cyrillic},
    Known{"ky", Script::cyrillic}, Known{"mn", Script::cyrillic}, Known{"tg", Script::cyrillic},
};

constexpr std::array scripts{
    Known{"arab", Script::arabic}, Known{"aran", Script::arabic},   Known{"hebr", Script::hebrew},
    Known{"grek", Script::greek},  Known{"cyrl", Script::cyrillic}, Known{"latn", Script::latin},
};

const Known* find(const auto& known, std::string_view tag) {
    const auto found = std::ranges::find(known, tag, &Known::tag);
    return found == known.end() ? nullptr : &*found;
}

/// The subtag that starts at `from`, in lower case; `from` moves behind it.
std::string nextSubtag(std::string_view language, std::size_t& from) {
    const auto end = std::min(language.find_first_of("-_", from), language.size());
    std::string subtag{language.substr(from, end - from)};
    std::ranges::transform(subtag, subtag.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    from = std::min(end + 1, language.size());
    return subtag;
}

} // namespace

Script scriptOf(std::string_view language) {
    std::size_t from = 0;
    const auto primary = nextSubtag(language, from);
    while (from < language.size()) {
        const auto subtag = nextSubtag(language, from);
        if (subtag.size() != 4) {
            continue;
        }
        const auto* script = find(scripts, subtag);
        return script ? script->script : Script::latin;
    }
    const auto* known = find(languages, primary);
    return known ? known->script : Script::latin;
}

bool isJoined(char32_t letter) {
    if (letter < 0x600) {
        return false;
    }
    switch (g_unichar_get_script(static_cast<gunichar>(letter))) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_MONGOLIAN:
    case G_UNICODE_SCRIPT_DEVANAGARI:
    case G_UNICODE_SCRIPT_BENGALI:
        return true;
    default:
        return false;
    }
}

Direction directionOf(std::string_view language) {
    const auto script = scriptOf(language);
    return script == Script::arabic || script == Script::hebrew ? Direction::rightToLeft : Direction::leftToRight;
}

} // namespace schacht::text
