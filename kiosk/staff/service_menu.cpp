/// The service menu itself: its head, tabs and foot, and the tabs Today, Content, Sound and Log.
#include "kiosk/staff/service_menu.hpp"

#include "engine/base/build.hpp"
#include "engine/content/pack/pack.hpp"
#include "kiosk/staff/service_parts.hpp"
#include "kiosk/staff/staff_looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace schacht::kiosk {

namespace {

using Wishes = std::vector<ServiceWish>;

constexpr float headHeight = 20; // millimetres of layout
constexpr float tabsHeight = 23;
constexpr float footHeight = 32;

std::string titleOf(const ServiceView& view) {
    const auto title = view.pack.title.find(view.language, view.pack.languages);
    return title.words.empty() ? view.pack.id : std::string(title.words);
}

std::string counted(const ServiceView& view, std::string_view key, std::size_t number) {
    return view.words.count(view.language, key, static_cast<long>(number));
}

std::size_t errorsIn(const std::vector<std::string>& log) {
    return static_cast<std::size_t>(std::count_if(
        log.begin(), log.end(), [](const std::string& line) { return logLevelOf(line) == base::LogLevel::error; }));
}

void volumeRow(const ServiceView& view, ServiceNote& note, Wishes& wishes) {
    int step = view.volume;
    parts::heading(view, view.say("volume", {{"step", std::to_string(step)}}));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2{view.mm(4), (view.mm(parts::rowHeight) - ImGui::GetFontSize()) / 2});
    ImGui::SetNextItemWidth(-1);
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    if (ImGui::SliderInt("##volume", &step, 0, 7, "", ImGuiSliderFlags_NoInput)) {
        wishes.emplace_back(BeginLoud{step});
    }
    note.sliding = ImGui::IsItemActive();
    parts::tell(view, "volume");
    ImGui::PopStyleVar(2);
}

void device(const ServiceView& view) {
    const auto broken = std::count_if(view.problems.begin(), view.problems.end(),
                                      [](const base::Problem& one) { return one.severity == base::Severity::error; });
    const std::size_t wrong = std::max(errorsIn(view.log), static_cast<std::size_t>(broken)); // the log has them, too
    const std::string fine = view.say(view.logged ? "today.good" : "today.unlogged");
    parts::heading(view, view.say("today.device"));
    parts::row(view, view.say("today.state"), wrong == 0 ? fine : counted(view, "today.errors", wrong),
               wrong > 0     ? looks::wrongLine
               : view.logged ? looks::good
                             : view.desk.looks().colour.ash);
    const auto minutes = static_cast<long>(view.now / 60);
    parts::row(
        view, view.say("today.since"),
        view.say("duration", {{"hours", std::to_string(minutes / 60)}, {"minutes", std::to_string(minutes % 60)}}));
    parts::row(view, view.say("today.version"), "Schacht " + std::string(base::version));
    std::vector<float> frames(view.vitals.frames.begin(), view.vitals.frames.end());
    frames.resize(std::min<std::size_t>(frames.size(), view.vitals.drawn));
    std::sort(frames.begin(), frames.end());
    const auto ms = [](float value) { return std::to_string(std::lround(value)); };
    parts::row(view, view.say("today.frames"),
               frames.empty() ? view.say("frames.none")
                              : view.say("frames.value",
                                         {{"usual", ms(frames[frames.size() / 2])}, {"longest", ms(frames.back())}}));
    parts::row(view, view.say("today.memory"),
               view.say("megabytes", {{"amount", parts::megabytes(view, view.memory)}}));
    const std::size_t fingers = view.state.mostFingers();
    parts::row(view, view.say("today.touch"),
               fingers < 2 ? view.say("touch.none") : view.say("touch.value", {{"fingers", std::to_string(fingers)}}),
               fingers < 2 ? base::Colour{0, 0, 0, 0} : looks::good);
    parts::row(view, view.say("today.glass"),
               view.say("glass.value", {{"inches", std::to_string(std::lround(view.vitals.diagonal))},
                                        {"width", std::to_string(std::lround(view.desk.size().width))},
                                        {"height", std::to_string(std::lround(view.desk.size().height))}}));
}

void today(const ServiceView& view, ServiceNote& note, Wishes& wishes) {
    device(view);
    parts::heading(view, view.say("today.pack", {{"title", titleOf(view)},
                                                 {"items", counted(view, "items", view.pack.items.size())}}));
    if (view.problems.empty()) {
        parts::words(view.say("problems.none"), looks::good);
    }
    constexpr std::size_t most = 2;
    for (std::size_t i = 0; i < std::min(most, view.problems.size()); ++i) {
        parts::problem(view, view.problems[i]);
    }
    if (view.problems.size() > most) {
        parts::words(counted(view, "problems", view.problems.size()), view.desk.looks().colour.lamp);
        parts::paragraph(view.say("problems.all", {{"tab", view.say("tab.content")}}), view.desk.looks().colour.ash);
    }
    volumeRow(view, note, wishes);
}

void content(const ServiceView& view, const ServiceNote& note, Wishes& wishes) {
    parts::heading(view, view.say("today.pack", {{"title", titleOf(view)},
                                                 {"items", counted(view, "items", view.pack.items.size())}}));
    parts::row(view, view.say("content.folder"), view.folder.string());
    if (!note.refused.empty()) {
        parts::paragraph(view.say("content.refused", {{"reason", note.refused}}), looks::wrongText);
    }
    if (parts::button(view, "reload", view.say("content.reload"))) {
        wishes.emplace_back(ShowPack{view.folder});
    }
    parts::heading(view, view.say("content.language"));
    for (std::size_t i = 0; i < view.languages.size(); ++i) {
        const std::string& tag = view.languages[i];
        if (i > 0) {
            parts::beside(view, parts::widthOf(view, tag));
        }
        if (parts::choice(view, "language:" + tag, tag, tag == view.begins)) {
            wishes.emplace_back(BeginIn{tag});
        }
    }
    parts::heading(view, view.say("content.packs"));
    for (const std::filesystem::path& pack : view.packs) {
        const bool here = pack == view.folder;
        const std::string name = pack.filename().string();
        if (parts::choice(view, "pack:" + name, name, here) && !here) {
            wishes.emplace_back(ShowPack{pack});
        }
        if (here) {
            ImGui::SameLine();
            parts::label(view, view.say("content.here"), view.desk.looks().colour.ash);
        }
    }
    parts::heading(view, view.say("until"));
    parts::heading(view,
                   view.problems.empty() ? view.say("problems.none") : counted(view, "problems", view.problems.size()));
    for (const base::Problem& problem : view.problems) {
        parts::problem(view, problem);
    }
}

void meter(const ServiceView& view, const std::string& label, float peak) {
    constexpr float height = 12;
    parts::words(label, view.desk.looks().colour.ash);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 end{at.x + wide, at.y + view.mm(height)};
    list.AddRectFilled(at, end, parts::ink(view.desk.looks().colour.coal));
    list.AddRectFilled(at, {at.x + wide * std::sqrt(peak), end.y}, parts::ink(view.desk.looks().colour.lamp));
    list.AddRect(at, end, parts::ink(view.desk.looks().colour.edge));
    ImGui::Dummy({wide, view.mm(height)});
}

void sound(const ServiceView& view, ServiceNote& note, Wishes& wishes) {
    volumeRow(view, note, wishes);
    parts::heading(view, view.say("sound.test"));
    if (view.silent) {
        parts::paragraph(view.say("sound.silent"), looks::wrongText);
    }
    if (view.volume == 0) {
        parts::paragraph(view.say("sound.muted"), looks::wrongText);
    }
    if (!note.unheard.empty()) {
        parts::paragraph(view.say("sound.failed", {{"reason", note.unheard}}), looks::wrongText);
    }
    constexpr float side = 80;
    if (parts::button(view, "sound.left", view.say("sound.left"), side)) {
        wishes.emplace_back(PlaySide{SoundSide::left});
    }
    ImGui::SameLine();
    if (parts::button(view, "sound.right", view.say("sound.right"), side)) {
        wishes.emplace_back(PlaySide{SoundSide::right});
    }
    parts::heading(view, view.say("sound.meter"));
    meter(view, view.say("sound.left"), view.peaks[0]);
    meter(view, view.say("sound.right"), view.peaks[1]);
    parts::heading(view, view.say("until"));
}

void log(const ServiceView& view, ServiceNote& note) {
    if (!view.logged) {
        parts::paragraph(view.say("log.off"), view.desk.looks().colour.ash);
        return;
    }
    constexpr std::array<std::pair<const char*, int>, 3> choices{
        {{"log.all", static_cast<int>(base::LogLevel::info)},
         {"log.warnings", static_cast<int>(base::LogLevel::warning)},
         {"log.errors", static_cast<int>(base::LogLevel::error)}}};
    for (const auto& [key, level] : choices) {
        if (key != choices.front().first) {
            parts::beside(view, parts::widthOf(view, view.say(key)));
        }
        if (parts::choice(view, key, view.say(key), note.least == level)) {
            note.least = level;
        }
    }
    ImGui::Dummy({0, view.mm(2)});
    ImGui::PushFont(view.desk.small());
    bool some = false;
    for (auto line = view.log.rbegin(); line != view.log.rend(); ++line) { // the newest is read first
        const base::LogLevel level = logLevelOf(*line);
        if (static_cast<int>(level) <= note.least) {
            some = true;
            const auto& colour = view.desk.looks().colour;
            parts::paragraph(*line, level == base::LogLevel::error     ? looks::wrongText
                                    : level == base::LogLevel::warning ? colour.lamp
                                                                       : colour.chalk);
        }
    }
    if (!some) {
        parts::words(view.say("log.none"), view.desk.looks().colour.ash);
    }
    ImGui::PopFont();
}

void head(const ServiceView& view, base::Rect where) {
    parts::bare("head", where, looks::raised, view.mm(parts::pad));
    ImGui::SetCursorPosY((where.height - ImGui::GetFontSize()) / 2);
    ImGui::PushFont(view.desk.strong());
    parts::words(view.say("title"));
    ImGui::PopFont();
    const float width = ImGui::CalcTextSize(view.clock.c_str()).x;
    ImGui::SameLine(where.width - width - view.mm(parts::pad));
    parts::words(view.clock, view.desk.looks().colour.ash);
    ImGui::End();
}

void tabs(const ServiceView& view, ServiceNote& note, base::Rect where) {
    static constexpr std::array keys{"tab.today", "tab.content", "tab.screen", "tab.sound", "tab.log"};
    parts::bare("tabs", where, looks::ground, view.mm(2.5F));
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (i > 0) {
            ImGui::SameLine(0, view.mm(1));
        }
        if (parts::tab(view, keys[i], view.say(keys[i]), static_cast<std::size_t>(note.tab) == i)) {
            note.tab = static_cast<ServiceTab>(i);
            note.refused.clear();
            note.sure = ServiceNote::Sure::none;
        }
    }
    ImGui::End();
}

void foot(const ServiceView& view, ServiceNote& note, base::Rect where, Wishes& wishes) {
    using Sure = ServiceNote::Sure;
    parts::bare("foot", where, looks::raised, view.mm((footHeight - parts::rowHeight) / 2));
    if (note.sure != Sure::none) {
        parts::label(view, view.say(note.sure == Sure::quit ? "quit.sure" : "restart.sure"),
                     view.desk.looks().colour.chalk);
        ImGui::SameLine();
        if (parts::button(view, "yes", view.say("yes"))) {
            note.sure == Sure::quit ? void(wishes.emplace_back(QuitKiosk{}))
                                    : void(wishes.emplace_back(RestartKiosk{}));
        }
        ImGui::SameLine();
        if (parts::button(view, "no", view.say("no"))) {
            note.sure = Sure::none;
        }
        ImGui::End();
        return;
    }
    if (parts::button(view, "restart", view.say("restart"))) {
        note.sure = Sure::restart;
    }
    ImGui::SameLine();
    if (parts::button(view, "quit", view.say("quit"))) {
        note.sure = Sure::quit;
    }
    const std::string back = view.say("back");
    ImGui::SameLine(where.width - view.mm(parts::widthOf(view, back) + (footHeight - parts::rowHeight) / 2));
    if (parts::button(view, "back", back, 0, true)) {
        wishes.emplace_back(GoToPage{ServicePage::closed});
    }
    ImGui::End();
}

} // namespace

base::LogLevel logLevelOf(const std::string& line) {
    const auto begin = line.find(' ');
    const auto end = begin == std::string::npos ? begin : line.find(' ', begin + 1);
    const auto word = end == std::string::npos ? std::string() : line.substr(begin + 1, end - begin - 1);
    return base::logLevelNamed(word).value_or(base::LogLevel::info);
}

base::Rect menuPlace(base::Size glass) {
    constexpr float share = 0.58F; // upright, of the height
    const bool upright = glass.height > glass.width;
    const float top = upright ? std::round(glass.height * (1 - share)) : 0;
    const float left = upright ? 0 : std::round(glass.width / 2);
    return {left, top, glass.width - left, glass.height - top};
}

void buildMenu(const ServiceView& view, ServiceNote& note, Wishes& wishes) {
    const base::Rect all = menuPlace(view.desk.size());
    const float top = view.mm(headHeight);
    const float below = top + view.mm(tabsHeight);
    const float bottom = all.height - view.mm(footHeight);
    head(view, {all.x, all.y, all.width, top});
    tabs(view, note, {all.x, all.y + top, all.width, below - top});
    parts::bare("body", {all.x, all.y + below, all.width, bottom - below}, looks::ground, view.mm(parts::pad));
    note.sliding = false;
    ImGui::BeginChild(std::to_string(static_cast<int>(note.tab)).c_str());
    switch (note.tab) {
    case ServiceTab::today:
        today(view, note, wishes);
        break;
    case ServiceTab::content:
        content(view, note, wishes);
        break;
    case ServiceTab::screen:
        buildScreenTab(view, wishes);
        break;
    case ServiceTab::sound:
        sound(view, note, wishes);
        break;
    case ServiceTab::log:
        log(view, note);
        break;
    }
    if (!note.sliding) {
        Desk::scrollByFinger();
    }
    ImGui::EndChild();
    ImGui::End();
    foot(view, note, {all.x, all.y + bottom, all.width, all.height - bottom}, wishes);
}

} // namespace schacht::kiosk
