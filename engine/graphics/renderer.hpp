#pragma once
#include <array>
#include <optional>
#include <string_view>

/// What draws. Pure.
namespace schacht::graphics {

/// fitting: OpenGL where there is a graphics card, else the processor.
enum class Renderer { fitting, opengl, processor };

/// What a configuration may name, in the order of the enumeration.
inline constexpr std::array<std::string_view, 3> rendererNames = {"auto", "opengl", "processor"};

/// None where no renderer has that name.
[[nodiscard]] std::optional<Renderer> rendererNamed(std::string_view name);

} // namespace schacht::graphics
