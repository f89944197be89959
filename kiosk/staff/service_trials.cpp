/// The service menu's tests of the screen: its tab, every finger, colours and lines, a bank card; and cleaning.
#include "kiosk/staff/service_menu.hpp"
#include "kiosk/staff/service_parts.hpp"
#include "kiosk/staff/staff_looks.hpp"

#include <array>
#include <cmath>

namespace schacht::kiosk {

namespace {

constexpr base::Colour black{0, 0, 0};
constexpr base::Colour white{255, 255, 255};

/// The whole glass, for a test. End it with ImGui::End().
ImDrawList& wholeGlass(const ServiceView& view, const char* name, base::Colour ground) {
    const base::Size glass = view.desk.size();
    parts::bare(name, {0, 0, glass.width, glass.height}, ground, 0);
    return *ImGui::GetWindowDrawList();
}

/// Words in the middle of the glass, at a height in pixels.
void centred(const ServiceView& view, const std::string& what, float y, base::Colour colour) {
    const float wide = ImGui::CalcTextSize(what.c_str()).x;
    ImGui::SetCursorPos({std::max(view.mm(parts::pad), (view.desk.size().width - wide) / 2), y});
    parts::paragraph(what, colour);
}

void frames(const ServiceView& view) {
    constexpr float height = 34; // millimetres
    constexpr float most = 50;   // milliseconds
    constexpr float smooth = 1000.0F / 60;
    parts::heading(view, view.say("screen.frames"));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto& colour = view.desk.looks().colour;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    const float high = view.mm(height);
    list.AddRectFilled(at, {at.x + wide, at.y + high}, parts::ink(colour.coal));
    const std::size_t count = view.vitals.frames.size();
    const float step = wide / static_cast<float>(count);
    for (std::size_t i = 0; i < count; ++i) {
        const float ms = view.vitals.frames[(view.vitals.drawn + i) % count]; // the oldest is at the left
        const float top = at.y + high - high * std::min(ms, most) / most;
        const float left = at.x + step * static_cast<float>(i);
        list.AddRectFilled({left, top}, {left + std::max(1.0F, step - 1), at.y + high},
                           parts::ink(ms > 2 * smooth ? colour.lamp : looks::held));
    }
    ImGui::PushFont(view.desk.small());
    for (const float limit : {smooth, 2 * smooth}) {
        const float y = at.y + high - high * limit / most;
        const std::string words = view.say("screen.limit", {{"count", std::to_string(std::lround(limit))}});
        list.AddRectFilled({at.x, y}, {at.x + wide, y + 1}, parts::ink(colour.ash.withAlpha(.6F)));
        list.AddText({at.x + view.mm(2), y - ImGui::GetFontSize()}, parts::ink(colour.ash), words.c_str());
    }
    ImGui::PopFont();
    ImGui::Dummy({wide, high});
}

void memory(const ServiceView& view) {
    constexpr float height = 8;
    constexpr float wideLabel = 108;
    const stage::Vitals& vitals = view.vitals;
    const std::size_t owned = vitals.pictures + vitals.surfaces;
    const std::size_t rest = view.memory > owned ? view.memory - owned : 0;
    const auto& colour = view.desk.looks().colour;
    struct Owner {
        const char* key;
        std::size_t bytes;
        base::Colour colour;
    };
    const std::array owners{Owner{"memory.pictures", vitals.pictures, colour.lamp},
                            Owner{"memory.surfaces", vitals.surfaces, looks::good},
                            Owner{"memory.rest", rest, colour.ash}};
    parts::heading(view, view.say("screen.memory"));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    float left = at.x;
    for (const Owner& owner : owners) {
        const float share = static_cast<float>(owner.bytes) / static_cast<float>(std::max<std::size_t>(1, view.memory));
        const float right = left + wide * share;
        ImGui::GetWindowDrawList()->AddRectFilled({left, at.y}, {right, at.y + view.mm(height)},
                                                  parts::ink(owner.colour));
        left = right;
    }
    ImGui::Dummy({wide, view.mm(height + 2)});
    for (const Owner& owner : owners) {
        const std::string used = parts::megabytes(view, owner.bytes);
        const bool limited = &owner == owners.data();
        parts::row(view, view.say(owner.key),
                   limited
                       ? view.say("memory.value", {{"used", used}, {"budget", parts::megabytes(view, vitals.budget)}})
                       : view.say("megabytes", {{"amount", used}}),
                   owner.colour, wideLabel);
    }
    ImGui::Dummy({0, 0});
    parts::row(view, view.say("memory.all"), view.say("megabytes", {{"amount", parts::megabytes(view, view.memory)}}),
               {0, 0, 0, 0}, wideLabel);
}

void shades(const ServiceView& view, ImDrawList& list) {
    const base::Size glass = view.desk.size();
    constexpr int steps = 32;
    constexpr int last = 255;
    for (int i = 0; i < steps; ++i) {
        const auto level = static_cast<unsigned char>(i * last / (steps - 1));
        const float left = std::round(glass.width * static_cast<float>(i) / steps);
        const float right = std::round(glass.width * static_cast<float>(i + 1) / steps);
        list.AddRectFilled({left, 0}, {right, glass.height / 2}, parts::ink({level, level, level}));
    }
    list.AddRectFilledMultiColor({0, glass.height / 2}, {glass.width, glass.height}, parts::ink(black),
                                 parts::ink(white), parts::ink(white), parts::ink(black));
    centred(view, view.say("picture.shades"), glass.height / 2 - view.mm(20), white);
}

void lines(const ServiceView& view, ImDrawList& list) {
    const base::Size glass = view.desk.size();
    const auto half = static_cast<int>(glass.height / 2);
    const auto bottom = static_cast<int>(glass.height);
    const auto right = static_cast<int>(glass.width);
    const auto line = [&list](int left, int top, int width, int height) {
        const ImVec2 from{static_cast<float>(left), static_cast<float>(top)};
        list.AddRectFilled(from, {from.x + static_cast<float>(width), from.y + static_cast<float>(height)},
                           parts::ink(white));
    };
    for (int x = 0; x < right; x += 2) {
        line(x, 0, 1, half);
    }
    for (int y = half; y < bottom; y += 2) {
        line(0, y, right, 1);
    }
    const std::string words = view.say("picture.lines");
    const float wide = ImGui::CalcTextSize(words.c_str()).x + view.mm(12);
    const float y = glass.height / 2;
    list.AddRectFilled({(glass.width - wide) / 2, y - view.mm(9)}, {(glass.width + wide) / 2, y + view.mm(9)},
                       parts::ink(black));
    centred(view, words, y - ImGui::GetFontSize() / 2, white);
}

/// True millimetres, not those of the layout.
void card(const ServiceView& view, ImDrawList& list) {
    constexpr float cardWidth = 85.6F; // ISO/IEC 7810 ID-1
    constexpr float cardHeight = 53.98F;
    constexpr float cardCorner = 3.18F;
    constexpr float inch = 25.4F;
    const base::Size glass = view.desk.size();
    const float mm = std::hypot(glass.width, glass.height) / (view.vitals.diagonal * inch);
    const auto& colour = view.desk.looks().colour;
    const float left = std::round((glass.width - cardWidth * mm) / 2);
    const float top = std::round(glass.height * .3F);
    list.AddRect({left, top}, {left + cardWidth * mm, top + cardHeight * mm}, parts::ink(colour.lamp), cardCorner * mm,
                 0, std::max(1.0F, mm / 3));
    const float y = top + (cardHeight + 30) * mm;
    const float begin = std::round((glass.width - 100 * mm) / 2);
    for (int i = 0; i <= 100; ++i) {
        const float tick = i % 10 == 0 ? 8 : i % 5 == 0 ? 5 : 3;
        const float x = std::round(begin + static_cast<float>(i) * mm);
        list.AddRectFilled({x, y - tick * mm}, {x + 1, y}, parts::ink(colour.chalk));
    }
    list.AddRectFilled({begin, y}, {std::round(begin + 100 * mm) + 1, y + 1}, parts::ink(colour.chalk));
    centred(view, view.say("picture.ruler"), y + view.mm(3), colour.ash);
    centred(view, view.say("picture.card", {{"inches", std::to_string(std::lround(view.vitals.diagonal))}}),
            top - view.mm(24), colour.chalk);
}

constexpr float pinKey = 46; // millimetres
constexpr float pinKeyHeight = 24;
constexpr float pinGap = 4;
constexpr float pinInner = 12;
constexpr float pinAbove = 48; // title, dots and what is wrong

void pinHead(const ServiceView& view) {
    constexpr float dot = 2.5F;
    const auto& colour = view.desk.looks().colour;
    ImGui::PushFont(view.desk.strong());
    parts::words(view.say("pin.title"));
    ImGui::PopFont();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    for (std::size_t i = 0; i < std::max<std::size_t>(4, view.state.typed()); ++i) {
        const ImVec2 middle{at.x + view.mm(dot + static_cast<float>(i) * 4 * dot), at.y + view.mm(8)};
        ImDrawList& list = *ImGui::GetWindowDrawList();
        i < view.state.typed() ? list.AddCircleFilled(middle, view.mm(dot), parts::ink(colour.lamp))
                               : list.AddCircle(middle, view.mm(dot), parts::ink(colour.ash), 0, view.mm(.6F));
    }
    const auto wait = static_cast<long>(std::ceil(view.state.wait(view.now)));
    ImGui::SetCursorPosY(view.mm(pinInner + 28));
    if (wait > 0) {
        parts::paragraph(view.say("pin.wait", {{"seconds", std::to_string(wait)}}), looks::wrongText);
    } else if (view.state.wrong()) {
        parts::paragraph(view.say("pin.wrong"), looks::wrongText);
    }
}

void pinKeys(const ServiceView& view, std::vector<ServiceWish>& wishes) {
    const auto place = [&](int column, int line) {
        ImGui::SetCursorPos({view.mm(pinInner + static_cast<float>(column) * (pinKey + pinGap)),
                             view.mm(pinInner + pinAbove + static_cast<float>(line) * (pinKeyHeight + pinGap))});
    };
    const auto digitAt = [&](int digit, int column, int line) {
        place(column, line);
        const std::string figure = std::to_string(digit);
        if (parts::button(view, "digit:" + figure, figure, pinKey, false, pinKeyHeight)) {
            wishes.emplace_back(TypeDigit{digit});
        }
    };
    constexpr int columns = 3;
    for (int digit = 1; digit <= 9; ++digit) {
        digitAt(digit, (digit - 1) % columns, (digit - 1) / columns);
    }
    place(0, 3);
    if (parts::button(view, "pin.erase", view.say("pin.erase"), pinKey, false, pinKeyHeight)) {
        wishes.emplace_back(EraseDigit{});
    }
    digitAt(0, 1, 3);
    place(2, 3);
    if (parts::button(view, "pin.enter", view.say("pin.enter"), pinKey, true, pinKeyHeight)) {
        wishes.emplace_back(TryPin{});
    }
    place(0, 4);
    if (parts::button(view, "close", view.say("close"), 3 * pinKey + 2 * pinGap, false, pinKeyHeight)) {
        wishes.emplace_back(GoToPage{ServicePage::closed});
    }
}

} // namespace

void buildScreenTab(const ServiceView& view, std::vector<ServiceWish>& wishes) {
    parts::heading(view, view.say("screen.tests"));
    const auto to = [&](const char* key, ServicePage page) {
        if (parts::button(view, key, view.say(key))) {
            wishes.emplace_back(GoToPage{page});
        }
    };
    to("screen.fingers", ServicePage::fingers);
    parts::beside(view, parts::widthOf(view, view.say("screen.picture")));
    to("screen.picture", ServicePage::pictures);
    parts::beside(view, parts::widthOf(view, view.say("screen.clean")));
    to("screen.clean", ServicePage::cleaning);
    parts::paragraph(view.say("screen.picture.help"), view.desk.looks().colour.ash);
    frames(view);
    memory(view);
}

void buildPinPad(const ServiceView& view, std::vector<ServiceWish>& wishes) {
    const base::Size glass = view.desk.size();
    const float wide = view.mm(3 * pinKey + 2 * pinGap + 2 * pinInner);
    const float high = view.mm(pinAbove + 5 * pinKeyHeight + 4 * pinGap + 2 * pinInner);
    parts::bare("pin", {(glass.width - wide) / 2, (glass.height - high) / 2, wide, high}, looks::ground,
                view.mm(pinInner));
    pinHead(view);
    pinKeys(view, wishes);
    ImGui::End();
}

void buildFingerTest(const ServiceView& view, std::vector<ServiceWish>& wishes) {
    constexpr float ring = 14;
    ImDrawList& list = wholeGlass(view, "fingers", black);
    const base::Size glass = view.desk.size();
    const auto& colour = view.desk.looks().colour;
    ImGui::PushFont(view.desk.large());
    for (const auto& [contact, finger] : view.state.fingers()) {
        std::vector<ImVec2> path;
        path.reserve(finger.path.size());
        for (const base::Point point : finger.path) {
            path.emplace_back(view.mm(point.x), view.mm(point.y));
        }
        const ImVec2 at = path.back();
        list.AddPolyline(path.data(), static_cast<int>(path.size()), parts::ink(colour.lamp.withAlpha(.5F)), 0,
                         view.mm(1));
        list.AddRectFilled({0, at.y}, {glass.width, at.y + 1}, parts::ink(colour.ash.withAlpha(.5F)));
        list.AddRectFilled({at.x, 0}, {at.x + 1, glass.height}, parts::ink(colour.ash.withAlpha(.5F)));
        list.AddCircle(at, view.mm(ring), parts::ink(colour.lamp), 0, view.mm(1));
        const std::string number = std::to_string(finger.number);
        const ImVec2 size = ImGui::CalcTextSize(number.c_str());
        const float above = at.y - view.mm(ring + 3) - size.y;
        list.AddText({at.x - size.x / 2, above > 0 ? above : at.y + view.mm(ring + 3)}, parts::ink(colour.chalk),
                     number.c_str());
    }
    ImGui::PopFont();
    centred(view, view.say("fingers.help"), view.mm(20), colour.ash);
    centred(view,
            view.say("fingers.now", {{"now", std::to_string(view.state.fingers().size())},
                                     {"most", std::to_string(view.state.mostFingers())}}),
            view.mm(34), colour.chalk);
    constexpr float wide = 60;
    ImGui::SetCursorPos({(glass.width - view.mm(wide)) / 2, glass.height - view.mm(parts::rowHeight + 12)});
    if (parts::button(view, "done", view.say("done"), wide, true)) {
        wishes.emplace_back(GoToPage{ServicePage::menu});
    }
    ImGui::End();
}

void buildPictureTest(const ServiceView& view) {
    constexpr std::array flat{black, white, base::Colour{255, 0, 0}, base::Colour{0, 255, 0}, base::Colour{0, 0, 255}};
    const auto picture = static_cast<std::size_t>(view.state.picture());
    ImDrawList& list = wholeGlass(view, "picture", picture < flat.size() ? flat.at(picture) : black);
    if (picture == flat.size()) {
        shades(view, list);
    } else if (picture == flat.size() + 1) {
        lines(view, list);
    } else if (picture == flat.size() + 2) {
        card(view, list);
    }
    ImGui::End();
}

void buildCleaning(const ServiceView& view) {
    constexpr float radius = 46;
    constexpr float thick = 3;
    constexpr float turn = 6.2831853F;
    ImDrawList& list = wholeGlass(view, "cleaning", looks::ground);
    const base::Size glass = view.desk.size();
    const auto& colour = view.desk.looks().colour;
    const base::Seconds left = view.state.cleaningLeft(view.now);
    const ImVec2 middle{glass.width / 2, glass.height * .42F};
    list.AddCircle(middle, view.mm(radius), parts::ink(colour.edge), 0, view.mm(thick));
    const float from = -turn / 4;
    list.PathArcTo(middle, view.mm(radius), from, from + turn * static_cast<float>(left / cleaningTime), 128);
    list.PathStroke(parts::ink(colour.lamp), 0, view.mm(thick));
    ImGui::PushFont(view.desk.large());
    const std::string seconds = view.say("clean.seconds", {{"seconds", std::to_string(std::lround(std::ceil(left)))}});
    const ImVec2 size = ImGui::CalcTextSize(seconds.c_str());
    list.AddText({middle.x - size.x / 2, middle.y - size.y / 2}, parts::ink(colour.chalk), seconds.c_str());
    ImGui::PopFont();
    centred(view, view.say("clean.words"), middle.y + view.mm(radius + 16), colour.chalk);
    ImGui::End();
}

std::vector<ServiceWish> buildService(const ServiceView& view, ServiceNote& note) {
    std::vector<ServiceWish> wishes;
    const base::Size glass = view.desk.size();
    if (view.state.page() == ServicePage::menu || view.state.page() == ServicePage::pin) {
        constexpr float dimmed = .72F;
        ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, {glass.width, glass.height},
                                                      parts::ink(black.withAlpha(dimmed)));
    }
    switch (view.state.page()) {
    case ServicePage::closed:
        break;
    case ServicePage::pin:
        buildPinPad(view, wishes);
        break;
    case ServicePage::menu:
        buildMenu(view, note, wishes);
        break;
    case ServicePage::fingers:
        buildFingerTest(view, wishes);
        break;
    case ServicePage::pictures:
        buildPictureTest(view);
        break;
    case ServicePage::cleaning:
        buildCleaning(view);
        break;
    }
    return wishes;
}

} // namespace schacht::kiosk
