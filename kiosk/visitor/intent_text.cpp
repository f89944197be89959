#include "kiosk/visitor/intent_text.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <tuple>
#include <type_traits>
#include <utility>

namespace schacht::visitor {

namespace {

using Json = nlohmann::ordered_json;

template <class T, class... Others>
constexpr bool isOneOf = (std::is_same_v<std::remove_const_t<T>, Others> || ...);

/// The members that are written, in their order. `T` may be const.
template <class T>
auto members(T& of) {
    if constexpr (isOneOf<T, Begin>) {
        return std::tie(of.language);
    } else if constexpr (isOneOf<T, OpenTheme, OpenItem>) {
        return std::tie(of.id);
    } else if constexpr (isOneOf<T, OpenSubject>) {
        return std::tie(of.subject.kind, of.subject.id);
    } else if constexpr (isOneOf<T, TurnPage, StepShelf>) {
        return std::tie(of.by);
    } else if constexpr (isOneOf<T, AnswerNotice>) {
        return std::tie(of.wordsOnly);
    } else if constexpr (isOneOf<T, OpenPicture>) {
        return std::tie(of.item, of.number);
    } else if constexpr (isOneOf<T, Magnify>) {
        return std::tie(of.steps);
    } else if constexpr (isOneOf<T, PictureHeld>) {
        return std::tie(of.at.x, of.at.y);
    } else if constexpr (isOneOf<T, PictureMoved>) {
        return std::tie(of.at.x, of.at.y, of.scale);
    } else if constexpr (isOneOf<T, PictureLeft>) {
        return std::tie(of.velocity.x, of.velocity.y);
    } else if constexpr (isOneOf<T, ChooseLanguage>) {
        return std::tie(of.tag);
    } else if constexpr (isOneOf<T, ChooseAccess>) {
        return std::tie(of.access.textSize, of.access.lowReach, of.access.leftHand, of.access.contrast,
                        of.access.reducedMotion, of.access.moreTime);
    } else if constexpr (isOneOf<T, PressedOn>) {
        return std::tie(of.contact, of.target);
    } else if constexpr (isOneOf<T, LetGo>) {
        return std::tie(of.contact);
    } else if constexpr (isOneOf<T, Caught, DragBegan>) {
        return std::tie(of.surface);
    } else if constexpr (isOneOf<T, DragMoved>) {
        return std::tie(of.surface, of.by);
    } else if constexpr (isOneOf<T, DragDone>) {
        return std::tie(of.surface, of.by, of.speed, of.cancelled);
    } else if constexpr (isOneOf<T, FocusOn>) {
        return std::tie(of.node);
    } else if constexpr (isOneOf<T, PlayPassage>) {
        return std::tie(of.item, of.from, of.until);
    } else if constexpr (isOneOf<T, HearFrom>) {
        return std::tie(of.at);
    } else if constexpr (isOneOf<T, Slid>) {
        return std::tie(of.slider, of.share, of.done, of.down);
    } else if constexpr (isOneOf<T, PlayerReport>) {
        return std::tie(of.state.open, of.state.phase, of.state.position, of.state.at, of.state.length, of.state.rate);
    } else if constexpr (isOneOf<T, HeadphonesMoved>) {
        return std::tie(of.in);
    } else if constexpr (isOneOf<T, ScreenSeen>) {
        return std::tie(of.screen);
    } else if constexpr (isOneOf<T, NarratorTold>) {
        return std::tie(of.report.kind, of.report.sentence, of.report.at);
    } else {
        static_assert(std::is_empty_v<T>, "which members of this Intent are written?");
        return std::tie();
    }
}

template <class T>
Json written(const T& value) {
    if constexpr (std::is_enum_v<T>) {
        return static_cast<int>(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        return std::isfinite(value) ? Json(value) : Json(0); // JSON has no other
    } else {
        return value;
    }
}

/// The last value of an enumeration.
template <class T>
constexpr T lastOf{};
template <>
constexpr auto lastOf<catalogue::Subject::Kind> = catalogue::Subject::Kind::place;
template <>
constexpr auto lastOf<media::Phase> = media::Phase::failed;
template <>
constexpr auto lastOf<media::NarratorReport::Kind> = media::NarratorReport::Kind::failed;

/// What is not of the member's kind leaves it as it is.
template <class T>
void take(const Json& from, T& into) {
    if constexpr (std::is_same_v<T, bool>) {
        into = from.is_boolean() ? from.get<bool>() : into;
    } else if constexpr (std::is_same_v<T, std::string>) {
        into = from.is_string() ? from.get<std::string>() : into;
    } else if constexpr (std::is_enum_v<T>) {
        const int number = from.is_number_integer() ? from.get<int>() : -1;
        into = number >= 0 && number <= static_cast<int>(lastOf<T>) ? static_cast<T>(number) : into;
    } else {
        into = from.is_number() ? from.get<T>() : into;
    }
}

template <std::size_t At = 0>
Meaning meaningAt(std::size_t index, const Json& with) {
    if constexpr (At == std::variant_size_v<Meaning>) {
        return Tick{};
    } else {
        if (index != At) {
            return meaningAt<At + 1>(index, with);
        }
        std::variant_alternative_t<At, Meaning> meaning;
        std::size_t place = 0;
        std::apply([&](auto&... member) { ((place < with.size() ? take(with[place], member) : void(), ++place), ...); },
                   members(meaning));
        return meaning;
    }
}

/// An Intent of each kind, so that nameOf() can be asked for all.
template <std::size_t... At>
std::size_t indexOf(std::string_view name, std::index_sequence<At...>) {
    std::size_t found = std::variant_size_v<Meaning>;
    ((found = nameOf(Meaning(std::in_place_index<At>)) == name ? At : found), ...);
    return found;
}

} // namespace

std::string textOf(const Intent& intent) {
    Json with = Json::array();
    std::visit(
        [&with](const auto& meaning) {
            std::apply([&with](const auto&... member) { (with.push_back(written(member)), ...); }, members(meaning));
        },
        intent.meaning);
    Json line{{"t", intent.now}, {"intent", std::string(nameOf(intent.meaning))}};
    if (!with.empty()) {
        line["with"] = std::move(with);
    }
    return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Result<Intent> intentOf(std::string_view text) {
    const Json line = Json::parse(text, nullptr, false);
    const bool object = line.is_object() && line.contains("intent") && line["intent"].is_string();
    constexpr auto all = std::make_index_sequence<std::variant_size_v<Meaning>>{};
    const std::size_t index = object ? indexOf(line["intent"].get<std::string>(), all) : std::variant_size_v<Meaning>;
    if (index == std::variant_size_v<Meaning>) {
        return base::refuse("intent", "This line is no event that this version of the kiosk knows.");
    }
    const Json with = line.value("with", Json::array());
    return Intent{meaningAt(index, with.is_array() ? with : Json::array()),
                  line.contains("t") && line["t"].is_number() ? line["t"].get<double>() : 0};
}

} // namespace schacht::visitor
