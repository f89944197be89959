#include "engine/content/timed_text/webvtt_settings.hpp"
#include "engine/base/ascii.hpp"
#include "engine/content/timed_text/webvtt_timings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

namespace schacht::content {
namespace {

struct Setting {
    std::string_view name;
    std::string_view value;
};

/// Gives each word of the input to `use`, with its name and value where it has both.
template <class Use>
void forEachWord(std::string_view input, Use use) {
    for (std::size_t at = 0; at < input.size();) {
        if (isAsciiSpace(input[at])) {
            ++at;
            continue;
        }
        const auto end = std::min(input.find_first_of(" \t\n\f\r", at), input.size());
        const std::string_view word = input.substr(at, end - at);
        const auto colon = word.find(':');
        const bool whole = colon != std::string_view::npos && colon > 0 && colon + 1 < word.size();
        use(word, whole ? std::optional(Setting{word.substr(0, colon), word.substr(colon + 1)}) : std::nullopt);
        at = end;
    }
}

/// The part before the first comma, and that behind it, if there is one.
std::pair<std::string_view, std::optional<std::string_view>> atComma(std::string_view value) {
    const auto comma = value.find(',');
    return comma == std::string_view::npos ? std::pair{value, std::optional<std::string_view>()}
                                           : std::pair{value.substr(0, comma), std::optional(value.substr(comma + 1))};
}

bool onlyDigits(std::string_view text) {
    return std::ranges::all_of(text, base::isDigit);
}

/// "rules for parsing floating-point number values", of what is written as digits, with a dot between digits, with a
/// minus or without: none where it is larger than numbers are. Too small is 0, and there is no -0.
std::optional<double> floatOf(std::string_view text) {
    double number = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc::result_out_of_range) {
        const bool large = text.substr(0, text.find('.')).find_first_of("123456789") != std::string_view::npos;
        return large ? std::nullopt : std::optional(0.0);
    }
    return number == 0 ? 0.0 : number;
}

template <class Value, std::size_t size>
std::optional<Value> oneOf(const std::array<std::pair<std::string_view, Value>, size>& words, std::string_view word) {
    const auto found = std::ranges::find(words, word, &std::pair<std::string_view, Value>::first);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

using Align = CueSettings::Align;
using LineAlign = CueSettings::LineAlign;
using PositionAlign = CueSettings::PositionAlign;

constexpr std::array<std::pair<std::string_view, Align>, 5> aligns = {{{"start", Align::start},
                                                                       {"center", Align::centre},
                                                                       {"end", Align::end},
                                                                       {"left", Align::left},
                                                                       {"right", Align::right}}};
constexpr std::array<std::pair<std::string_view, LineAlign>, 3> lineAligns = {
    {{"start", LineAlign::start}, {"center", LineAlign::centre}, {"end", LineAlign::end}}};
constexpr std::array<std::pair<std::string_view, PositionAlign>, 3> positionAligns = {
    {{"line-left", PositionAlign::lineLeft},
     {"center", PositionAlign::centre},
     {"line-right", PositionAlign::lineRight}}};

/// A line's number: a minus only at the start, a dot only between digits.
std::optional<double> lineNumberOf(std::string_view text) {
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const auto dot = digits.find('.');
    const std::string_view whole = digits.substr(0, dot);
    if (whole.empty() || !onlyDigits(whole)) {
        return std::nullopt;
    }
    if (dot != std::string_view::npos && (dot + 1 == digits.size() || !onlyDigits(digits.substr(dot + 1)))) {
        return std::nullopt;
    }
    return floatOf(text);
}

bool setLine(std::string_view value, Cue& cue) {
    const auto [line, align] = atComma(value);
    const bool percent = line.ends_with('%');
    const auto number = percent ? percentageOf(line) : lineNumberOf(line);
    if (!number) {
        return false;
    }
    if (align) {
        const auto known = oneOf(lineAligns, *align);
        if (!known) {
            return false;
        }
        cue.settings.lineAlign = *known;
    }
    cue.settings.line = number;
    cue.settings.snapToLines = !percent;
    cue.region.reset();
    return true;
}

bool setPosition(std::string_view value, Cue& cue) {
    const auto [position, align] = atComma(value);
    const auto number = percentageOf(position);
    if (!number) {
        return false;
    }
    if (align) {
        const auto known = oneOf(positionAligns, *align);
        if (!known) {
            return false;
        }
        cue.settings.positionAlign = *known;
    }
    cue.settings.position = number;
    return true;
}

bool setSize(std::string_view value, Cue& cue) {
    const auto number = percentageOf(value);
    if (!number) {
        return false;
    }
    cue.settings.size = *number;
    if (*number != 100) {
        cue.region.reset();
    }
    return true;
}

bool setVertical(std::string_view value, Cue& cue) {
    using Vertical = CueSettings::Vertical;
    const bool known = value == "rl" || value == "lr";
    if (known) {
        cue.settings.vertical = value == "rl" ? Vertical::growingLeft : Vertical::growingRight;
    }
    if (cue.settings.vertical != Vertical::horizontal) {
        cue.region.reset();
    }
    return known;
}

bool setAlign(std::string_view value, Cue& cue) {
    const auto known = oneOf(aligns, value);
    cue.settings.align = known.value_or(cue.settings.align);
    return known.has_value();
}

/// The settings that a cue has but for its region, and what staff are told of a value that is none.
struct CueSetting {
    std::string_view name;
    bool (*set)(std::string_view value, Cue& cue);
    std::string_view advice;
};
constexpr std::array<CueSetting, 5> cueSettings = {
    {{"vertical", setVertical, "is ignored. Write vertical:rl or vertical:lr."},
     {"line", setLine,
      "is ignored. Write a number of lines or per cent, such as line:-1, line:10% or line:10%,center."},
     {"position", setPosition, "is ignored. Write per cent, such as position:50% or position:50%,line-left."},
     {"size", setSize, "is ignored. Write per cent, such as size:80%."},
     {"align", setAlign, "is ignored. Write align:start, align:center, align:end, align:left or align:right."}}};

bool setAnchor(std::string_view value, double& x, double& y) {
    const auto [left, right] = atComma(value);
    const auto horizontal = percentageOf(left);
    const auto vertical = right ? percentageOf(*right) : std::nullopt;
    if (!horizontal || !vertical) {
        return false;
    }
    x = *horizontal;
    y = *vertical;
    return true;
}

bool setLines(std::string_view value, double& lines) {
    if (!onlyDigits(value)) {
        return false;
    }
    lines = floatOf(value).value_or(std::numeric_limits<double>::max());
    return true;
}

bool setRegion(const Setting& setting, Region& region) {
    if (setting.name == "id") {
        region.id = setting.value;
        return true;
    }
    if (setting.name == "width") {
        const auto width = percentageOf(setting.value);
        region.width = width.value_or(region.width);
        return width.has_value();
    }
    if (setting.name == "lines") {
        return setLines(setting.value, region.lines);
    }
    if (setting.name == "regionanchor") {
        return setAnchor(setting.value, region.anchorX, region.anchorY);
    }
    if (setting.name == "viewportanchor") {
        return setAnchor(setting.value, region.viewportAnchorX, region.viewportAnchorY);
    }
    region.scrollUp = region.scrollUp || (setting.name == "scroll" && setting.value == "up");
    return setting.name == "scroll" && setting.value == "up";
}

} // namespace

std::optional<double> percentageOf(std::string_view input) {
    if (!input.ends_with('%') || input.starts_with('-')) {
        return std::nullopt;
    }
    const auto number = lineNumberOf(input.substr(0, input.size() - 1));
    return number && *number <= 100 ? number : std::nullopt;
}

void parseCueSettings(std::string_view input, const RegionsById& regions, Cue& cue, const SettingIgnored& ignored) {
    forEachWord(input, [&](std::string_view word, const std::optional<Setting>& setting) {
        if (setting && setting->name == "region") {
            const auto found = regions.find(setting->value);
            cue.region = found == regions.end() ? std::nullopt : std::optional(found->second);
            if (!cue.region) {
                ignored(word, "names no region above this line, so the cue stands in none.");
            }
            return;
        }
        const auto known = std::ranges::find(cueSettings, setting ? setting->name : "", &CueSetting::name);
        if (known == cueSettings.end()) {
            ignored(word, "is no setting of a cue and is ignored. There are vertical, line, position, size, align and "
                          "region.");
        } else if (!known->set(setting->value, cue)) {
            ignored(word, known->advice);
        }
    });
}

Region parseRegion(std::string_view input, const SettingIgnored& ignored) {
    Region region;
    forEachWord(input, [&](std::string_view word, const std::optional<Setting>& setting) {
        if (!setting || !setRegion(*setting, region)) {
            ignored(word, "is ignored. A region has id:name, width:40%, lines:3, regionanchor:0%,100%, "
                          "viewportanchor:0%,100% and scroll:up.");
        }
    });
    return region;
}

} // namespace schacht::content
