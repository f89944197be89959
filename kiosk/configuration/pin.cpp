#include "kiosk/configuration/pin.hpp"

#include <algorithm>
#include <array>
#include <sodium.h>

namespace schacht::kiosk {

namespace {

constexpr auto effort = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE; // bytes

bool sodiumReady() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

base::Result<std::string> keptPin(std::string_view digits) {
    const bool all = std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!all || digits.size() < shortestPin || digits.size() > longestPin) {
        return base::refuse("pin-digits", "A PIN is " + std::to_string(shortestPin) + " to " +
                                              std::to_string(longestPin) + " digits, such as 2718.");
    }
    std::array<char, crypto_pwhash_STRBYTES> kept{};
    if (!sodiumReady() || crypto_pwhash_str(kept.data(), digits.data(), digits.size(), effort, memory) != 0) {
        return base::refuse("no-memory", "The PIN cannot be kept: this machine has no 64 MB of memory free for it.");
    }
    return std::string(kept.data());
}

bool isKeptPin(std::string_view kept) {
    return kept.starts_with(crypto_pwhash_argon2id_STRPREFIX) && kept.size() < crypto_pwhash_STRBYTES &&
           sodiumReady() && crypto_pwhash_str_needs_rehash(std::string(kept).c_str(), effort, memory) >= 0;
}

bool isPin(const std::string& kept, std::string_view digits) {
    return sodiumReady() && crypto_pwhash_str_verify(kept.c_str(), digits.data(), digits.size()) == 0;
}

} // namespace schacht::kiosk
