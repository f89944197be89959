#include "kiosk/visitor/core/intent_text.hpp"

#include "kiosk/visitor/core/intent_members.hpp"
#include "kiosk/visitor/core/written.hpp"

#include <utility>

namespace schacht::visitor {

namespace {

using Written = written::Written;

template <std::size_t At = 0>
Intent meaningAt(std::size_t index, const Written& with) {
    if constexpr (At == std::variant_size_v<Intent>) {
        return Tick{};
    } else {
        if (index != At) {
            return meaningAt<At + 1>(index, with);
        }
        std::variant_alternative_t<At, Intent> meaning;
        std::size_t place = 0;
        members(meaning, [&](const char* /*name*/, auto& member) {
            if (place < with.size()) {
                written::read(with[place], member);
            }
            ++place;
        });
        return meaning;
    }
}

/// An Intent of each kind, so that nameOf() can be asked for all.
template <std::size_t... At>
std::size_t indexOf(std::string_view name, std::index_sequence<At...>) {
    std::size_t found = std::variant_size_v<Intent>;
    ((found = nameOf(Intent(std::in_place_index<At>)) == name ? At : found), ...);
    return found;
}

} // namespace

std::string textOf(const TimedIntent& intent) {
    Written with = Written::array();
    std::visit(
        [&with](const auto& meaning) {
            members(meaning,
                    [&with](const char* /*name*/, const auto& member) { with.push_back(written::of(member)); });
        },
        intent.what);
    Written line{{"t", intent.now}, {"intent", std::string(nameOf(intent.what))}};
    if (!with.empty()) {
        line["with"] = std::move(with);
    }
    return written::text(line);
}

base::Result<TimedIntent> intentOf(std::string_view text) {
    const Written line = Written::parse(text, nullptr, false);
    const bool object = line.is_object() && line.contains("intent") && line["intent"].is_string();
    constexpr auto all = std::make_index_sequence<std::variant_size_v<Intent>>{};
    const std::size_t index = object ? indexOf(line["intent"].get<std::string>(), all) : std::variant_size_v<Intent>;
    if (index == std::variant_size_v<Intent>) {
        return base::refuse("intent", "This line is no event that this version of the kiosk knows.");
    }
    const Written with = line.value("with", Written::array());
    return TimedIntent{meaningAt(index, with.is_array() ? with : Written::array()),
                       line.contains("t") && line["t"].is_number() ? line["t"].get<double>() : 0};
}

} // namespace schacht::visitor
