#pragma once
#include <cstdint>
#include <string_view>

namespace schacht::base {

/// FNV-1a, 64 bits: tells apart what differs by accident, not what somebody made to look alike.
[[nodiscard]] constexpr std::uint64_t fnv1a(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : bytes) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash;
}

} // namespace schacht::base
