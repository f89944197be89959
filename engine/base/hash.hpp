#pragma once
#include <cstdint>
#include <cstring>
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

/// A hash with one more value in it (mixing after MurmurHash3's finaliser): quicker than fnv1a, for what is not kept
/// from one version to another.
[[nodiscard]] constexpr std::uint64_t mixIn(std::uint64_t hash, std::uint64_t value) {
    hash ^= value + 0x9e3779b97f4a7c15U + (hash << 6U) + (hash >> 2U);
    return hash * 0xff51afd7ed558ccdU;
}
/// The same with all of these bytes, eight at a time, and how many they are.
[[nodiscard]] inline std::uint64_t mixBytes(std::uint64_t hash, std::string_view bytes) {
    hash = mixIn(hash, bytes.size());
    std::uint64_t eight = 0;
    for (; bytes.size() >= sizeof eight; bytes.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, bytes.data(), sizeof eight);
        hash = mixIn(hash, eight);
    }
    eight = 0;
    std::memcpy(&eight, bytes.data(), bytes.size());
    return mixIn(hash, eight);
}

} // namespace schacht::base
