#pragma once
#include "engine/base/problem.hpp"

#include <string>
#include <string_view>

/// The PIN of the service menu. It is kept as what libsodium makes of it (argon2id, RFC 9106), so that nobody reads it
/// in the configuration.
namespace schacht::kiosk {

constexpr std::size_t shortestPin = 4; ///< digits
constexpr std::size_t longestPin = 12;

/// What the configuration keeps of a PIN. Refused ("pin-digits") where it is not 4 to 12 digits, and ("no-memory")
/// where the 64 MB that it takes for a moment are not there. Takes about 0.1 s. Any thread.
[[nodiscard]] base::Result<std::string> keptPin(std::string_view digits);
/// Whether `kept` was made by keptPin().
[[nodiscard]] bool isKeptPin(std::string_view kept);
/// Whether these are the digits that `kept` was made of. As slow as keptPin(). Any thread.
[[nodiscard]] bool isPin(const std::string& kept, std::string_view digits);

} // namespace schacht::kiosk
