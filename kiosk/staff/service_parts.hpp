#pragma once
#include "kiosk/staff/service_view.hpp"

#include <imgui.h>

/// What the pages of the service menu are made of, in ImGui.
namespace schacht::kiosk::parts {

constexpr float rowHeight = 18; ///< millimetres of layout: look_and_feel.md
constexpr float pad = 7.5F;

[[nodiscard]] ImU32 ink(base::Colour colour);
/// Words as they are, not as a format.
void words(const std::string& what);
void words(const std::string& what, base::Colour colour);
/// Beside buttons: in the middle of their height.
void label(const ServiceView& view, const std::string& what, base::Colour colour);
/// Broken into lines where the window ends.
void paragraph(const std::string& what, base::Colour colour);
/// The small words over a group.
void heading(const ServiceView& view, const std::string& what);
/// A label, and what it says, in a row; the dot's colour has an alpha of 0 where there is none.
void row(const ServiceView& view, const std::string& label, const std::string& value, base::Colour dot = {0, 0, 0, 0},
         float labelWidth = 76);
/// Tells where the control is that was made last, as far as it is seen, by a name that is the same in every language.
void tell(const ServiceView& view, const std::string& name);
/// A button of a row's height; 0: as wide as its words. lit: the one that leads back to the visitor.
[[nodiscard]] bool button(const ServiceView& view, const std::string& name, const std::string& what,
                          float millimetres = 0, bool lit = false, float height = rowHeight);
/// One of a group of which one is chosen.
[[nodiscard]] bool choice(const ServiceView& view, const std::string& name, const std::string& what, bool chosen);
/// The name of one of several pages of which one is open.
[[nodiscard]] bool tab(const ServiceView& view, const std::string& name, const std::string& what, bool open);
/// The next thing goes beside the last one, where there is room for so many millimetres.
void beside(const ServiceView& view, float millimetres);
/// How wide a button with these words is, in millimetres.
[[nodiscard]] float widthOf(const ServiceView& view, const std::string& what);
/// A problem in two lines, with a line in its colour at the left.
void problem(const ServiceView& view, const base::Problem& problem);
/// 24'300'000 as "24".
[[nodiscard]] std::string megabytes(const ServiceView& view, std::size_t bytes);
/// A window without anything of its own, at a place in pixels. End it with ImGui::End().
void bare(const char* name, base::Rect where, base::Colour ground, float padding);

} // namespace schacht::kiosk::parts
