#pragma once
#include "engine/base/units.hpp"

/// The staff's colours beside those of the theme, as staff.css of the mockups has them.
namespace schacht::kiosk::looks {

inline constexpr base::Colour ground{0x1A, 0x18, 0x16};
inline constexpr base::Colour raised{0x25, 0x22, 0x1F}; ///< the head, the foot, a row
inline constexpr base::Colour button{0x37, 0x33, 0x2E};
inline constexpr base::Colour held{0x4A, 0x45, 0x3F}; ///< a button under a finger, the tab that is open
inline constexpr base::Colour wrongLine{0xE4, 0x69, 0x4A};
inline constexpr base::Colour wrongText{0xF0, 0x8A, 0x6E};
inline constexpr base::Colour good{0x9C, 0xC2, 0x5A};

} // namespace schacht::kiosk::looks
