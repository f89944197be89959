#pragma once
#include "kiosk/visitor/core/written.hpp"

#include <bit>
#include <cstdint>
#include <map>
#include <memory>

namespace schacht::visitor {

/// What is large and never changes, and its digest.
using KnownDigests = std::map<std::weak_ptr<const void>, std::uint64_t, std::owner_less<>>;

/// Mixes values into a hash, by the same members as their text.
struct ValueHash {
    KnownDigests& known;
    const base::Seconds* left; ///< a member that is left out
    std::uint64_t hash = 0;

    void number(std::uint64_t value) { hash = base::mixIn(hash, value); }

    template <class T>
    void mix(const T& value) {
        if constexpr (std::is_same_v<T, float>) {
            number(std::bit_cast<std::uint32_t>(value));
        } else if constexpr (std::is_same_v<T, double>) {
            &value == left ? void() : number(std::bit_cast<std::uint64_t>(value));
        } else if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
            number(static_cast<std::uint64_t>(value));
        } else if constexpr (std::is_same_v<T, std::string>) {
            hash = base::mixBytes(hash, value);
        } else if constexpr (std::is_same_v<T, TypedText>) {
            mix(value.masked().words());
        } else if constexpr (std::is_same_v<T, written::KnownWords> || std::is_same_v<T, written::Levels>) {
            number(value == nullptr ? 0 : 1);
            value == nullptr ? void() : number(knownOf(value));
        } else if constexpr (written::isOptional<T>) {
            number(value.has_value() ? 1 : 0);
            value ? mix(*value) : void();
        } else if constexpr (written::isList<T> || written::isSet<T>) {
            number(value.size());
            for (const auto& one : value) {
                mix(one);
            }
        } else if constexpr (written::isVariant<T>) {
            number(value.index());
            std::visit([this](const auto& one) { mix(one); }, value);
        } else if constexpr (written::isMap<T>) {
            number(value.size());
            for (const auto& [key, one] : value) {
                mix(key);
                mix(one);
            }
        } else {
            members(value, [this](const char* /*name*/, const auto& member) { mix(member); });
        }
    }

    template <class T>
    std::uint64_t knownOf(const std::shared_ptr<const T>& large) {
        if (const auto found = known.find(large); found != known.end()) {
            return found->second;
        }
        std::erase_if(known, [](const auto& one) { return one.first.expired(); });
        return known[large] = written::digestOf(*large);
    }
};

} // namespace schacht::visitor
