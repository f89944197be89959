#pragma once
#include "engine/base/hash.hpp"
#include "kiosk/visitor/core/members.hpp"
#include "kiosk/visitor/core/typed_text.hpp"

#include <algorithm>
#include <bit>
#include <nlohmann/json.hpp>

/// Values as JSON and back, by their members. The same value gives the same text, and a text that this wrote gives the
/// value back, bit for bit.
namespace schacht::visitor::written {

using Written = nlohmann::ordered_json;

[[nodiscard]] inline std::string text(const Written& json) {
    return json.dump(-1, ' ', false, Written::error_handler_t::replace);
}

// --- names of what others enumerate

[[nodiscard]] constexpr std::string_view nameOf(scene::AnimatedValue::Kind value) {
    switch (value) {
    case scene::AnimatedValue::Kind::rest:
        return "rest";
    case scene::AnimatedValue::Kind::held:
        return "held";
    case scene::AnimatedValue::Kind::glide:
        return "glide";
    case scene::AnimatedValue::Kind::spring:
        return "spring";
    }
    return "";
}

[[nodiscard]] constexpr std::string_view nameOf(scene::Curve value) {
    switch (value) {
    case scene::Curve::settle:
        return "settle";
    case scene::Curve::leave:
        return "leave";
    case scene::Curve::swap:
        return "swap";
    case scene::Curve::fade:
        return "fade";
    case scene::Curve::even:
        return "even";
    }
    return "";
}

[[nodiscard]] constexpr std::string_view nameOf(media::Track::Kind value) {
    switch (value) {
    case media::Track::Kind::sound:
        return "sound";
    case media::Track::Kind::film:
        return "film";
    case media::Track::Kind::text:
        return "text";
    }
    return "";
}

[[nodiscard]] constexpr std::string_view nameOf(catalogue::Subject::Kind value) {
    switch (value) {
    case catalogue::Subject::Kind::person:
        return "person";
    case catalogue::Subject::Kind::place:
        return "place";
    }
    return "";
}

[[nodiscard]] constexpr std::string_view nameOf(base::Severity value) {
    switch (value) {
    case base::Severity::error:
        return "error";
    case base::Severity::warning:
        return "warning";
    }
    return "";
}

/// The value of that name; none where there is no such name.
template <class E>
[[nodiscard]] std::optional<E> named(std::string_view name) {
    for (int i = 0; !nameOf(static_cast<E>(i)).empty(); ++i) {
        if (nameOf(static_cast<E>(i)) == name) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

// --- what is written otherwise than by its members

/// What is large and never changes, by what it is known by.
[[nodiscard]] inline std::uint64_t digestOf(const stage::Transcript& words) {
    std::uint64_t digest = 0;
    for (const content::Cue& cue : words.text.cues) {
        digest = base::mixIn(digest, std::bit_cast<std::uint64_t>(cue.start));
        digest = base::mixIn(digest, std::bit_cast<std::uint64_t>(cue.end));
        digest = base::mixBytes(digest, cue.text);
    }
    return digest;
}
[[nodiscard]] inline std::uint64_t digestOf(const std::vector<std::uint8_t>& levels) {
    return base::mixBytes(0, {reinterpret_cast<const char*>(levels.data()), levels.size()});
}

/// Two digits for each byte.
[[nodiscard]] inline std::string hexOf(const std::vector<std::uint8_t>& bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += {digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return text;
}
/// And back; what is no digit counts as 0.
[[nodiscard]] inline std::vector<std::uint8_t> bytesOf(std::string_view hex) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto digit = [&](char c) { return digits.find(c) == std::string_view::npos ? 0U : digits.find(c); };
    std::vector<std::uint8_t> bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::uint8_t>(digit(hex[i]) << 4U | digit(hex[i + 1])));
    }
    return bytes;
}

template <class T>
constexpr bool isOptional = false;
template <class T>
constexpr bool isOptional<std::optional<T>> = true;
template <class T>
constexpr bool isList = false;
template <class T>
constexpr bool isList<std::vector<T>> = true;
template <class T>
constexpr bool isSet = false;
template <class T>
constexpr bool isSet<std::set<T>> = true;
template <class T>
constexpr bool isVariant = false;
template <class... T>
constexpr bool isVariant<std::variant<T...>> = true;
template <class T>
constexpr bool isMap = false;
template <class K, class V, class C>
constexpr bool isMap<std::map<K, V, C>> = true;

using KnownWords = std::shared_ptr<const stage::Transcript>;
using Levels = std::shared_ptr<const std::vector<std::uint8_t>>;

template <class T>
[[nodiscard]] Written of(const T& value);

/// One of several kinds of values, with its kind: {"story": …}; null for none.
template <class T>
[[nodiscard]] Written named(const T& one) {
    if constexpr (std::is_same_v<T, std::monostate>) {
        return Written();
    } else {
        return Written{{std::string(T::kind), of(one)}};
    }
}

template <class T>
[[nodiscard]] Written of(const T& value) {
    if constexpr (std::is_enum_v<T>) {
        return std::string(nameOf(value));
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
        return value;
    } else if constexpr (std::is_same_v<T, TypedText>) {
        return value.masked().words();
    } else if constexpr (std::is_same_v<T, KnownWords>) {
        return value == nullptr ? Written() : Written(digestOf(*value)); // they are in the pack, and do not come back
    } else if constexpr (std::is_same_v<T, Levels>) {
        return value == nullptr ? Written() : Written(hexOf(*value));
    } else if constexpr (isOptional<T>) {
        return value ? of(*value) : Written();
    } else if constexpr (isList<T> || isSet<T>) {
        Written list = Written::array();
        for (const auto& one : value) {
            list.push_back(of(one));
        }
        return list;
    } else if constexpr (isMap<T>) {
        Written pairs = Written::array(); // [key, value], since a key may be a number
        for (const auto& [key, one] : value) {
            pairs.push_back(Written::array({of(key), of(one)}));
        }
        return pairs;
    } else if constexpr (isVariant<T>) {
        return std::visit([](const auto& one) { return named(one); }, value);
    } else {
        Written object = Written::object();
        members(value, [&object](const char* name, const auto& member) { object[name] = of(member); });
        return object;
    }
}

/// What is not of the member's kind leaves it as it is.
template <class T>
void read(const Written& from, T& into);

template <std::size_t at, class T>
void readKind(const Written& from, T& into) {
    if constexpr (at < std::variant_size_v<T>) {
        using One = std::variant_alternative_t<at, T>;
        if constexpr (!std::is_same_v<One, std::monostate>) {
            if (const std::string kind(One::kind); from.contains(kind)) {
                read(from[kind], into.template emplace<at>());
                return;
            }
        }
        readKind<at + 1>(from, into);
    }
}

template <class T>
void readPairs(const Written& from, T& into) {
    into.clear();
    for (const Written& pair : from) {
        if (pair.is_array() && pair.size() == 2) {
            typename T::key_type key{};
            read(pair[0], key);
            read(pair[1], into[key]);
        }
    }
}

template <class T>
void readList(const Written& from, T& into) {
    into.clear();
    for (const Written& one : from) {
        typename T::value_type value{};
        read(one, value);
        into.insert(into.end(), std::move(value));
    }
}

template <class T>
void read(const Written& from, T& into) {
    if constexpr (std::is_enum_v<T>) {
        into = from.is_string() ? named<T>(from.get<std::string>()).value_or(into) : into;
    } else if constexpr (std::is_same_v<T, bool>) {
        into = from.is_boolean() ? from.get<bool>() : into;
    } else if constexpr (std::is_arithmetic_v<T>) {
        into = from.is_number() ? from.get<T>() : into;
    } else if constexpr (std::is_same_v<T, std::string>) {
        into = from.is_string() ? from.get<std::string>() : into;
    } else if constexpr (std::is_same_v<T, TypedText>) {
        into = from.is_string() ? TypedText(from.get<std::string>()) : into;
    } else if constexpr (std::is_same_v<T, KnownWords>) {
        into = nullptr;
    } else if constexpr (std::is_same_v<T, Levels>) {
        into = from.is_string() ? std::make_shared<const std::vector<std::uint8_t>>(bytesOf(from.get<std::string>()))
                                : nullptr;
    } else if constexpr (isOptional<T>) {
        if (from.is_null()) {
            into.reset();
        } else {
            read(from, into.emplace());
        }
    } else if constexpr (isVariant<T>) {
        into = {};
        from.is_object() ? readKind<0>(from, into) : void();
    } else if constexpr (isMap<T>) {
        from.is_array() ? readPairs(from, into) : void();
    } else if constexpr (isList<T> || isSet<T>) {
        from.is_array() ? readList(from, into) : void();
    } else {
        members(into, [&from](const char* name, auto& member) {
            if (from.is_object() && from.contains(name)) {
                read(from[name], member);
            }
        });
    }
}

// --- what nobody else is to read

/// Puts its mask in the place of each text that a visitor typed, as writing a value and reading it again does.
template <class T>
void mask([[maybe_unused]] T& value) {
    if constexpr (std::is_same_v<T, TypedText>) {
        value = value.masked();
    } else if constexpr (isOptional<T>) {
        value ? mask(*value) : void();
    } else if constexpr (isList<T>) {
        std::for_each(value.begin(), value.end(), [](auto& one) { mask(one); });
    } else if constexpr (isVariant<T>) {
        std::visit([](auto& one) { mask(one); }, value);
    } else if constexpr (isMap<T>) {
        std::for_each(value.begin(), value.end(), [](auto& pair) { mask(pair.second); });
    } else if constexpr (std::is_class_v<T> && !isSet<T> && !std::is_same_v<T, std::string> &&
                         !std::is_same_v<T, KnownWords> && !std::is_same_v<T, Levels>) {
        members(value, [](const char* /*name*/, auto& member) { mask(member); });
    }
}

} // namespace schacht::visitor::written
