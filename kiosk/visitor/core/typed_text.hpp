#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace schacht::visitor {

/// What a visitor types. Nobody else is to read it: recordings and crash reports have a mask of the same length in its
/// place, and are run again with the mask. So what comes of its letters, as what a search found, has to come back as an
/// Intent; update() may only keep them, count them and hand them on in an Effect.
class TypedText {
public:
    TypedText() = default;
    explicit TypedText(std::string words) : typed(std::move(words)) {}

    [[nodiscard]] const std::string& words() const { return typed; } ///< UTF-8
    /// In Unicode's characters.
    [[nodiscard]] std::size_t length() const {
        return static_cast<std::size_t>(std::count_if(typed.begin(), typed.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; // not in the middle of one
        }));
    }
    /// A dot for each character; a mask's mask is the same.
    [[nodiscard]] TypedText masked() const {
        std::string dots;
        for (std::size_t i = length(); i > 0; --i) {
            dots += "\xE2\x80\xA2"; // U+2022
        }
        return TypedText(std::move(dots));
    }

private:
    std::string typed;
};

} // namespace schacht::visitor
