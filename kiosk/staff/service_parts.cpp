#include "kiosk/staff/service_parts.hpp"

#include "kiosk/production/problem_line.hpp"
#include "kiosk/staff/staff_looks.hpp"

#include <cmath>

namespace schacht::kiosk::parts {

ImU32 ink(base::Colour colour) {
    return IM_COL32(colour.r, colour.g, colour.b, colour.a);
}

void words(const std::string& what) {
    ImGui::TextUnformatted(what.data(), what.data() + what.size());
}

void words(const std::string& what, base::Colour colour) {
    ImGui::PushStyleColor(ImGuiCol_Text, ink(colour));
    words(what);
    ImGui::PopStyleColor();
}

void label(const ServiceView& view, const std::string& what, base::Colour colour) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = view.mm(rowHeight);
    ImGui::GetWindowDrawList()->AddText({at.x, at.y + (height - ImGui::GetFontSize()) / 2}, ink(colour), what.c_str());
    ImGui::Dummy({ImGui::CalcTextSize(what.c_str()).x, height});
}

void paragraph(const std::string& what, base::Colour colour) {
    ImGui::PushTextWrapPos(0);
    words(what, colour);
    ImGui::PopTextWrapPos();
}

void heading(const ServiceView& view, const std::string& what) {
    ImGui::Dummy({0, view.mm(2)});
    ImGui::PushFont(view.desk.small());
    paragraph(what, view.desk.looks().colour.ash);
    ImGui::PopFont();
}

void row(const ServiceView& view, const std::string& label, const std::string& value, base::Colour dot,
         float labelWidth) {
    constexpr float height = 15;
    constexpr float radius = 1.5F;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float indent = ImGui::GetCursorPosX();
    words(label, view.desk.looks().colour.ash);
    float x = view.mm(labelWidth);
    if (dot.a > 0) {
        const ImVec2 middle{at.x + x + view.mm(radius), at.y + ImGui::GetFontSize() / 2};
        ImGui::GetWindowDrawList()->AddCircleFilled(middle, view.mm(radius), ink(dot));
        x += view.mm(2 * radius + 3);
    }
    ImGui::SameLine(indent + x);
    paragraph(value, view.desk.looks().colour.chalk);
    const float used = ImGui::GetCursorScreenPos().y - at.y;
    if (used < view.mm(height)) {
        ImGui::SetCursorScreenPos({at.x, at.y + view.mm(height)});
    }
}

float widthOf(const ServiceView& view, const std::string& what) {
    return ImGui::CalcTextSize(what.data(), what.data() + what.size()).x / view.mm(1) + 2 * 6.5F;
}

void tell(const ServiceView& view, const std::string& name) {
    if (view.controls == nullptr) {
        return;
    }
    const auto rect = [](ImVec2 least, ImVec2 most) {
        return base::Rect{least.x, least.y, most.x - least.x, most.y - least.y};
    };
    const ImDrawList& list = *ImGui::GetWindowDrawList();
    const base::Rect seen = rect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax())
                                .intersected(rect(list.GetClipRectMin(), list.GetClipRectMax()));
    if (!seen.empty()) {
        view.controls->push_back({name, seen.centre()});
    }
}

bool button(const ServiceView& view, const std::string& name, const std::string& what, float millimetres, bool lit,
            float height) {
    const auto& colour = view.desk.looks().colour;
    if (lit) {
        ImGui::PushStyleColor(ImGuiCol_Button, ink(colour.lamp));
        ImGui::PushStyleColor(ImGuiCol_ButtonHovered, ink(colour.lamp));
        ImGui::PushStyleColor(ImGuiCol_ButtonActive, ink(colour.lampHot));
        ImGui::PushStyleColor(ImGuiCol_Text, ink(colour.coal));
    }
    const float width = millimetres > 0 ? millimetres : widthOf(view, what);
    const bool pressed = ImGui::Button(what.c_str(), {view.mm(width), view.mm(height)});
    tell(view, name);
    if (lit) {
        ImGui::PopStyleColor(4);
    }
    return pressed;
}

bool choice(const ServiceView& view, const std::string& name, const std::string& what, bool chosen) {
    if (chosen) {
        ImGui::PushStyleColor(ImGuiCol_Button, ink(looks::held));
        ImGui::PushStyleColor(ImGuiCol_Text, ink(view.desk.looks().colour.lamp));
    }
    const bool pressed = button(view, name, what);
    if (chosen) {
        const ImVec2 least = ImGui::GetItemRectMin();
        const ImVec2 most = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddRectFilled({least.x, most.y - view.mm(1)}, most,
                                                  ink(view.desk.looks().colour.lamp));
        ImGui::PopStyleColor(2);
    }
    return pressed;
}

bool tab(const ServiceView& view, const std::string& name, const std::string& what, bool open) {
    const auto& colour = view.desk.looks().colour;
    for (const ImGuiCol part : {ImGuiCol_Button, ImGuiCol_ButtonHovered}) {
        ImGui::PushStyleColor(part, ink(open ? looks::held : looks::raised));
    }
    ImGui::PushStyleColor(ImGuiCol_Text, ink(open ? colour.chalk : colour.ash));
    if (open) {
        ImGui::PushFont(view.desk.strong());
    }
    const bool pressed = button(view, name, what);
    if (open) {
        ImGui::PopFont();
    }
    ImGui::PopStyleColor(3);
    return pressed;
}

void beside(const ServiceView& view, float millimetres) {
    ImGui::SameLine();
    if (ImGui::GetContentRegionAvail().x < view.mm(millimetres)) {
        ImGui::NewLine();
    }
}

void problem(const ServiceView& view, const base::Problem& told) {
    constexpr float line = 1;
    constexpr float inner = 5;
    const bool error = told.severity == base::Severity::error;
    const base::Colour colour = error ? looks::wrongLine : view.desk.looks().colour.lamp;
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->ChannelsSplit(2);
    list->ChannelsSetCurrent(1);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float wide = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({0, view.mm(0.5F)});
    ImGui::Indent(view.mm(inner));
    paragraph(told.message, view.desk.looks().colour.chalk);
    ImGui::PushFont(view.desk.small());
    paragraph(whereOf(told, view.folder), view.desk.looks().colour.ash);
    ImGui::PopFont();
    ImGui::Unindent(view.mm(inner));
    const float bottom = ImGui::GetCursorScreenPos().y;
    list->ChannelsSetCurrent(0);
    list->AddRectFilled(at, {at.x + wide, bottom}, ink(looks::raised));
    list->AddRectFilled(at, {at.x + view.mm(line), bottom}, ink(colour));
    list->ChannelsMerge();
    ImGui::Dummy({0, view.mm(1)});
}

std::string megabytes(const ServiceView& view, std::size_t bytes) {
    constexpr double million = 1e6;
    return view.words.number(view.language, std::round(static_cast<double>(bytes) / million));
}

void bare(const char* name, base::Rect where, base::Colour ground, float padding) {
    ImGui::SetNextWindowPos({where.x, where.y});
    ImGui::SetNextWindowSize({where.width, where.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ink(ground));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{padding, padding});
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

} // namespace schacht::kiosk::parts
