#include "kiosk/visitor/parts/playback/caption_places.hpp"

#include <algorithm>

namespace schacht::visitor {

namespace {

using content::CueSettings;

/// Words that the file sets in columns are set in lines here, in so much of the picture's width at its side.
constexpr float besideShare = 0.36F;

float share(double perCent) {
    return static_cast<float>(perCent) / 100;
}

bool vertical(const CueSettings& settings) {
    return settings.vertical != CueSettings::Vertical::horizontal;
}

Side sideOf(CueSettings::Align align, bool rightToLeft) {
    switch (align) {
    case CueSettings::Align::start:
        return rightToLeft ? Side::right : Side::left;
    case CueSettings::Align::end:
        return rightToLeft ? Side::left : Side::right;
    case CueSettings::Align::left:
        return Side::left;
    case CueSettings::Align::right:
        return Side::right;
    case CueSettings::Align::centre:
        break;
    }
    return Side::middle;
}

float from(Side side, float start, float room, float width) {
    return side == Side::left ? start : side == Side::right ? start + room - width : start + (room - width) / 2;
}

/// A region's part of the picture, as wide as it says; its height follows from the words.
base::Rect regionIn(const content::Region& region, float line, base::Rect picture) {
    const float width = share(region.width) * picture.width;
    const float height = std::min(static_cast<float>(region.lines) * line, picture.height);
    return {picture.x + share(region.viewportAnchorX) * picture.width - share(region.anchorX) * width,
            picture.y + share(region.viewportAnchorY) * picture.height - share(region.anchorY) * height, width, height};
}

/// What the settings say, before anything else is looked at.
CuePlace wanted(const SetCue& cue, const CaptionRoom& room) {
    const CueSettings& settings = *cue.settings;
    const base::Rect& picture = room.picture;
    CuePlace place;
    place.side = sideOf(settings.align, cue.rightToLeft);
    place.box = {0, 0, cue.size.width, cue.size.height};
    if (vertical(settings)) {
        const bool right = settings.vertical == CueSettings::Vertical::growingLeft;
        place.side = right ? Side::right : Side::left;
        place.box.x = from(place.side, picture.x, picture.width, cue.size.width);
        place.box.y = picture.y + share(content::computedPosition(settings)) * picture.height - cue.size.height / 2;
        place.fromBottom = false;
        return place;
    }
    const base::Rect within = cue.region == nullptr ? picture : regionIn(*cue.region, cue.line, picture);
    const float width = share(content::computedSize(settings, cue.rightToLeft)) * within.width;
    const float at = within.x + share(content::computedPosition(settings)) * within.width;
    using Anchor = CueSettings::PositionAlign;
    const Anchor anchor = content::computedPositionAlign(settings, cue.rightToLeft);
    const float left = anchor == Anchor::lineLeft ? at : anchor == Anchor::lineRight ? at - width : at - width / 2;
    place.box.x = from(place.side, left, width, cue.size.width);
    if (cue.region != nullptr) {
        place.box.y = within.bottom() - cue.size.height;
        return place;
    }
    const auto line = static_cast<float>(content::computedLine(settings));
    place.fromBottom = settings.snapToLines && line < 0;
    const float y = !settings.snapToLines ? picture.y + line / 100 * picture.height
                    : line < 0            ? room.free.bottom() + line * cue.line
                                          : room.free.y + line * cue.line;
    using LineAlign = CueSettings::LineAlign;
    const float above = settings.lineAlign == LineAlign::centre ? .5F : settings.lineAlign == LineAlign::end ? 1 : 0;
    place.box.y = y - above * cue.size.height;
    return place;
}

bool inside(base::Rect box, base::Rect free) {
    constexpr float rounding = 0.01F;
    return box.y >= free.y - rounding && box.bottom() <= free.bottom() + rounding;
}

const base::Rect* hindering(base::Rect box, const std::vector<base::Rect>& taken) {
    constexpr float touching = 0.01F; // beside each other is not over each other
    const auto found = std::find_if(taken.begin(), taken.end(), [&](const base::Rect& other) {
        return !box.grown(-touching).intersected(other).empty();
    });
    return found == taken.end() ? nullptr : &*found;
}

/// Away from what is there already, upwards or downwards.
std::optional<base::Rect> clear(base::Rect box, const std::vector<base::Rect>& taken, base::Rect free, bool upwards) {
    while (inside(box, free)) {
        const base::Rect* other = hindering(box, taken);
        if (other == nullptr) {
            return box;
        }
        box.y = upwards ? other->y - box.height : other->bottom();
    }
    return std::nullopt;
}

} // namespace

float widthFor(const CueSettings& settings, const content::Region* region, bool rightToLeft, const CaptionRoom& room) {
    constexpr float least = 60; // millimetres: narrower, a line holds no two words
    const float picture = room.picture.width;
    const float within = region == nullptr ? picture : share(region->width) * picture;
    const float wished =
        vertical(settings) ? besideShare * picture : share(content::computedSize(settings, rightToLeft)) * within;
    return std::clamp(wished, std::min(least, room.free.width), room.free.width);
}

std::vector<std::optional<CuePlace>> placeCues(const std::vector<SetCue>& cues, const CaptionRoom& room) {
    std::vector<std::optional<CuePlace>> places;
    std::vector<base::Rect> taken;
    for (const SetCue& cue : cues) {
        CuePlace place = wanted(cue, room);
        const auto within = [](float value, float low, float high) {
            return std::clamp(value, low, std::max(low, high));
        };
        place.box.x = within(place.box.x, room.free.x, room.free.right() - place.box.width);
        place.box.y = within(place.box.y, room.free.y, room.free.bottom() - place.box.height);
        auto found = clear(place.box, taken, room.free, place.fromBottom);
        if (!found) {
            found = clear(place.box, taken, room.free, !place.fromBottom);
        }
        if (found) {
            place.box = *found;
            taken.push_back(*found);
            places.emplace_back(place);
        } else {
            places.emplace_back(std::nullopt);
        }
    }
    return places;
}

} // namespace schacht::visitor
