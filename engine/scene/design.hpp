#pragma once
#include "engine/base/problem.hpp"
#include "engine/base/units.hpp"
#include "engine/scene/paint.hpp"
#include "engine/text/paragraph.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace schacht::scene {

/// How words of one rank look; the size in millimetres on the glass.
struct TypeStyle {
    text::Family family = text::Family::ui;
    float size = 9.2F;
    float line = 1.25F;
    float tracking = 0;
    int weight = 400;
};

/// The colours and the type that everything is drawn with, from content/theme.json (the tokens of the design).
struct Design {
    struct {
        base::Colour coal, slag, slag2, edge, track;
        base::Colour chalk, ash, off, ink, ink2;
        base::Colour lamp, lampHot, lampCore;
        base::Colour plainGround, plainText, plainLamp; ///< those of high contrast
    } colour;
    std::map<std::string, TypeStyle, std::less<>> type;
    std::vector<graphics::GradientStop> scrimLandscape; ///< from the bottom up, over a picture on which words lie
    std::vector<graphics::GradientStop> scrimPortrait;
    float hairline = 0.6F; ///< millimetres
    bool plain = false;    ///< high contrast: no light, no colours of themes, nothing half transparent under words

    /// The same in black, white and one yellow (look_and_feel.md, "Colour"), for who sees little.
    [[nodiscard]] Design highContrast() const;
    /// A dim as it is in this theme: in a plain one it is there or it is not.
    [[nodiscard]] std::vector<graphics::GradientStop> dimmed(std::vector<graphics::GradientStop> stops) const;

    /// The style of a rank ("label", "body", "lead", "card", "poster-6" …). A name that is not in the file is a mistake
    /// of this program, not of a pack.
    [[nodiscard]] const TypeStyle& style(std::string_view rank) const;
    [[nodiscard]] std::vector<graphics::GradientStop> bigLamp() const; ///< a lamp's light from its heart to its edge
    [[nodiscard]] std::vector<graphics::GradientStop> glow() const;    ///< what a lamp gives to what is around it
    [[nodiscard]] std::vector<graphics::GradientStop> paneLit(base::Colour theme) const;
    [[nodiscard]] std::vector<graphics::GradientStop> paneHere() const;
    [[nodiscard]] std::vector<graphics::GradientStop> paneUnlit(base::Colour theme) const;
    [[nodiscard]] std::vector<graphics::GradientStop> paneDark() const; ///< of no theme
    /// A pane in a plain theme: flat, of one colour, or dark and outlined where it has the ground's.
    [[nodiscard]] Fill plainPane(base::Colour of) const;
};

/// Reads a theme file. Refused where the file is missing, is no JSON, or lacks a value ("theme-…").
[[nodiscard]] base::Result<Design> readDesign(const std::filesystem::path& file);

/// "#RRGGBB"; black where it is none.
[[nodiscard]] base::Colour parseColour(std::string_view hex);

} // namespace schacht::scene
