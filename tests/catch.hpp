#pragma once

/// Under AddressSanitizer no library is unloaded (libraries_stay.cpp), and freed memory is kept back for a while.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool addressSanitizer = true;
#else
inline constexpr bool addressSanitizer = false;
#endif

/// Catch2 under one name: Debian 12 has 2.13, Debian 13 has 3.7.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
inline auto ContainsSubstring(const std::string& part) {
    return Catch::Contains(part);
}
#endif
