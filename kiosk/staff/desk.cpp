#include "kiosk/staff/desk.hpp"

#include "engine/text/font_file.hpp"
#include "kiosk/staff/staff_looks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <imgui.h>
#include <iterator>

namespace schacht::kiosk {

namespace {

// Millimetres of layout, as ImGui counts them: from the top of what rises to the bottom of what hangs. The letters are
// those of 19 and 16 pixels in the mockup.
constexpr float bodySize = 8.5F;
constexpr float smallSize = 7.1F;
constexpr float largeSize = 18;
constexpr float dragSlop = 4;

ImVec4 imgui(base::Colour c) {
    constexpr float full = 255;
    return {static_cast<float>(c.r) / full, static_cast<float>(c.g) / full, static_cast<float>(c.b) / full,
            static_cast<float>(c.a) / full};
}

/// Names and sentences of packs: Latin, Greek and Cyrillic letters, and typographers' signs.
const ImWchar* lettersWanted() {
    static constexpr std::array<ImWchar, 17> ranges{0x0020, 0x024F, 0x0370, 0x03FF, 0x0400, 0x04FF,
                                                    0x1E00, 0x1EFF, 0x2010, 0x2027, 0x2030, 0x203A,
                                                    0x20AC, 0x20AC, 0x2190, 0x2193, 0};
    return ranges.data();
}

std::vector<char> bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

} // namespace

void Desk::Destroy::operator()(ImGuiContext* gone) const {
    ImGui::DestroyContext(gone);
}

Desk::Desk(graphics::Canvas& canvas, const stage::Screen& screen, const scene::Design& looks)
    : theme(looks), scale(screen.pixelsPerMillimetre),
      glass{screen.size.width * screen.pixelsPerMillimetre, screen.size.height * screen.pixelsPerMillimetre},
      context(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context.get());
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr; // nothing is kept
    io.LogFilename = nullptr;
    io.DisplaySize = {glass.width, glass.height};
    io.ConfigFlags |= ImGuiConfigFlags_IsTouchScreen;
    io.MouseDragThreshold = pixels(dragSlop);
    dress();
    loadFonts(canvas);
}

Desk::~Desk() = default;

bool Desk::fits(const stage::Screen& screen) const {
    const base::Size now{screen.size.width * screen.pixelsPerMillimetre,
                         screen.size.height * screen.pixelsPerMillimetre};
    return now == glass && screen.pixelsPerMillimetre == scale;
}

void Desk::dress() {
    ImGuiStyle& style = ImGui::GetStyle();
    ImGui::StyleColorsDark(&style);
    style.WindowRounding = style.ChildRounding = style.ScrollbarRounding = 0;
    style.FrameRounding = style.GrabRounding = pixels(1.2F);
    style.WindowBorderSize = 0;
    style.WindowPadding = {pixels(7.5F), pixels(6)};
    style.FramePadding = {pixels(6), pixels(4)};
    style.ItemSpacing = {pixels(4), pixels(3)};
    style.ScrollbarSize = pixels(5);
    style.GrabMinSize = pixels(13);
    const auto& colour = theme.colour;
    const auto set = [&style](ImGuiCol which, base::Colour to) { style.Colors[which] = imgui(to); };
    set(ImGuiCol_Text, colour.chalk);
    set(ImGuiCol_TextDisabled, colour.ash);
    set(ImGuiCol_WindowBg, looks::ground);
    set(ImGuiCol_ChildBg, looks::ground.withAlpha(0));
    set(ImGuiCol_Border, colour.edge);
    set(ImGuiCol_Separator, colour.edge);
    set(ImGuiCol_FrameBg, colour.coal);
    set(ImGuiCol_FrameBgHovered, colour.coal);
    set(ImGuiCol_FrameBgActive, colour.coal);
    set(ImGuiCol_Button, looks::button);
    set(ImGuiCol_ButtonHovered, looks::button);
    set(ImGuiCol_ButtonActive, looks::held);
    set(ImGuiCol_SliderGrab, colour.lamp);
    set(ImGuiCol_SliderGrabActive, colour.lampHot);
    set(ImGuiCol_ScrollbarBg, looks::ground);
    set(ImGuiCol_ScrollbarGrab, looks::button);
    set(ImGuiCol_ScrollbarGrabHovered, looks::button);
    set(ImGuiCol_ScrollbarGrabActive, looks::held);
    set(ImGuiCol_PlotHistogram, looks::held);
}

void Desk::loadFonts(graphics::Canvas& canvas) {
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    ImFontConfig sharp; // letters stand on whole pixels: nothing finer is needed
    sharp.OversampleH = sharp.OversampleV = 1;
    sharp.PixelSnapH = true;
    const auto add = [&](int weight, float size, const ImWchar* wanted) {
        sharp.SizePixels = pixels(size);
        const auto font = text::fontFile("Inter", weight);
        std::vector<char> bytes = font ? bytesOf(font->file) : std::vector<char>();
        if (bytes.empty()) {
            return atlas.AddFontDefault(&sharp); // ImGui's own letters, which are legible
        }
        sharp.FontNo = font->index;
        sharp.FontDataOwnedByAtlas = false;
        files.push_back(std::move(bytes));
        return atlas.AddFontFromMemoryTTF(files.back().data(), static_cast<int>(files.back().size()), pixels(size),
                                          &sharp, wanted);
    };
    constexpr int regular = 400;
    constexpr int semibold = 600;
    add(regular, bodySize, lettersWanted()); // the first one is what everything stands in
    strongFont = add(semibold, bodySize, lettersWanted());
    smallFont = add(regular, smallSize, lettersWanted());
    largeFont = add(semibold, largeSize, atlas.GetGlyphRangesDefault());
    if (!atlas.Build()) { // a font file that ImGui cannot read
        atlas.Clear();
        sharp = {};
        sharp.SizePixels = pixels(bodySize);
        strongFont = smallFont = largeFont = atlas.AddFontDefault(&sharp);
    }
    unsigned char* bytes = nullptr;
    base::Bitmap bitmap;
    atlas.GetTexDataAsRGBA32(&bytes, &bitmap.width, &bitmap.height);
    bitmap.rgba.assign(bytes, bytes + std::ptrdiff_t{4} * bitmap.width * bitmap.height);
    letters = canvas.texture(bitmap);
    atlas.ClearTexData();
}

void Desk::feel(const input::Contact& contact) {
    using Phase = input::Contact::Phase;
    const base::Point at{contact.at.x * scale, contact.at.y * scale};
    dragged = dragged || (pointer == contact.id && std::hypot(at.x - began.x, at.y - began.y) > pixels(dragSlop));
    if (contact.phase == Phase::began && !pointer) {
        pointer = contact.id;
        began = at;
        dragged = false;
        steps.push_back({at, true, false});
    } else if (pointer != contact.id) {
        return;
    } else if (contact.phase == Phase::moved) {
        if (!steps.empty() && steps.back().moves) {
            steps.pop_back(); // of many moves in a frame the last one counts
        }
        steps.push_back({at, true, true});
    } else {
        pointer.reset();
        if (contact.phase == Phase::ended && !dragged) { // who drags a list by one of its buttons does not press it
            steps.push_back({at, false, false});
        }
        steps.push_back({std::nullopt, false, false});
    }
}

void Desk::draw(graphics::Canvas& canvas, base::Seconds now, const std::function<void()>& build) {
    ImGui::SetCurrentContext(context.get());
    ImGuiIO& io = ImGui::GetIO();
    constexpr float least = 0.001F;
    io.DeltaTime = std::clamp(static_cast<float>(now - last), least, 0.25F);
    last = now;
    do {
        if (!steps.empty()) {
            const Step step = steps.front();
            steps.pop_front();
            constexpr float nowhere = -1e6F;
            io.MousePos = step.at ? ImVec2(step.at->x, step.at->y) : ImVec2(nowhere, nowhere);
            io.MouseDown[0] = step.down;
        }
        ImGui::NewFrame();
        build();
        ImGui::Render();
        io.DeltaTime = least;
    } while (!steps.empty());
    render(canvas, *ImGui::GetDrawData());
}

void Desk::render(graphics::Canvas& canvas, const ImDrawData& data) {
    if (letters == nullptr) {
        return;
    }
    const auto width = static_cast<float>(letters->width());
    const auto height = static_cast<float>(letters->height());
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            corners.clear();
            for (unsigned k = 0; k < command.ElemCount; ++k) {
                const ImDrawIdx index = list.IdxBuffer[static_cast<int>(command.IdxOffset + k)];
                const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                const auto channel = [&](int shift) { return static_cast<unsigned char>(vertex.col >> shift & 0xFF); };
                corners.push_back({{vertex.pos.x, vertex.pos.y},
                                   {vertex.uv.x * width, vertex.uv.y * height},
                                   {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT),
                                    channel(IM_COL32_A_SHIFT)}});
            }
            const base::Rect within = base::Rect{0, 0, glass.width, glass.height}.intersected(
                {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z - command.ClipRect.x,
                 command.ClipRect.w - command.ClipRect.y});
            if (!within.empty() && !corners.empty()) {
                canvas.clip(within);
                canvas.triangles(corners, *letters);
            }
        }
    }
    canvas.clip({});
}

void Desk::scrollByFinger() {
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) && ImGui::IsMouseDragging(0)) {
        ImGui::SetScrollY(ImGui::GetScrollY() - ImGui::GetIO().MouseDelta.y);
    }
}

} // namespace schacht::kiosk
