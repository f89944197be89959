#include "engine/text/compose.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_map>

namespace schacht::text {
namespace {

/// Dutch and German compounds: shorter words look better whole, and a ragged edge bears it …
constexpr std::size_t longWord = 12;
/// … unless a word would not fit on a line at all.
constexpr std::size_t shortestHyphenated = 8;
constexpr float smallest = 1;
constexpr float largest = 4096;           // pixels an em
constexpr float longestLine = 600'000;    // pixels, about; Pango counts 1/1024 of them in an int
constexpr std::size_t longestText = 8192; // bytes between two hard breaks; Pango's time grows with its square

float finite(float value, float low, float high, float otherwise) {
    return std::isfinite(value) ? std::clamp(value, low, high) : otherwise;
}

Style sane(Style style) {
    style.size = finite(style.size, smallest, largest, smallest);
    style.weight = std::clamp(style.weight, 100, 900);
    style.line = finite(style.line, 0, 10, 1);
    style.tracking = finite(style.tracking, -0.5F, 5, 0);
    return style;
}

/// Mixes as the finaliser of MurmurHash3 does.
std::size_t mixed(std::size_t hash, std::size_t value) {
    auto bits = static_cast<std::uint64_t>(hash * 31 + value);
    bits ^= bits >> 33U;
    bits *= 0xFF51AFD7ED558CCDULL;
    bits ^= bits >> 33U;
    bits *= 0xC4CEB9FE1A85EC53ULL;
    bits ^= bits >> 33U;
    return static_cast<std::size_t>(bits);
}

std::size_t keyOf(const Phrase& words, const Style& style, const Frame& frame) {
    const std::hash<std::string_view> ofText;
    const std::hash<float> ofNumber;
    const auto flags = static_cast<std::size_t>(style.family) | static_cast<std::size_t>(style.align) << 4U |
                       static_cast<std::size_t>(style.hyphenate) << 8U | static_cast<std::size_t>(style.weight) << 12U |
                       static_cast<std::size_t>(frame.maxLines) << 24U;
    auto key = mixed(ofText(words.language), flags);
    for (const float number : {style.size, style.line, style.tracking, frame.width}) {
        key = mixed(key, ofNumber(number));
    }
    for (const auto& run : words.runs) {
        key = mixed(key, ofText(run.words));
        key = mixed(key, (run.emphasis ? 1U : 0U) + (run.strong ? 2U : 0U) + (run.link.empty() ? 0U : 4U));
        key = run.link.empty() ? key : mixed(key, ofText(run.link));
    }
    return key;
}

} // namespace

struct Typesetter::Shared {
    struct Remembered {
        Phrase words;
        Style style;
        float width = 0;
        int maxLines = 0;
        std::shared_ptr<const Paragraph::Layout> layout;
        bool used = true;
    };
    Fonts fonts;
    Hyphenation hyphenation;
    std::unordered_map<std::size_t, Remembered> paragraphs;

    std::shared_ptr<Paragraph::Layout> lay(const Phrase& words, const Style& style, const Frame& frame) {
        const auto look = lookOf(style, scriptOf(words.language));
        const float letter = std::max(look.size, shapedSize * (1 + std::max(0.0F, style.tracking)));
        const auto longest = std::min(longestText, static_cast<std::size_t>(longestLine / letter));
        const bool hyphenate = style.hyphenate && frame.width > 0;
        auto prepared = prepare(words, longest, hyphenation, hyphenate ? longWord : 0);
        if (prepared.text.empty()) {
            return std::make_shared<Paragraph::Layout>();
        }
        bool brokeWord = false;
        auto layout = compose(fonts, words, prepared, look, frame, brokeWord);
        if (brokeWord && hyphenate) {
            prepared = prepare(words, longest, hyphenation, shortestHyphenated);
            layout = compose(fonts, words, prepared, look, frame, brokeWord);
        }
        return layout;
    }
};

Typesetter::Typesetter() : shared(std::make_unique<Shared>()) {}
Typesetter::~Typesetter() = default;

Paragraph Typesetter::set(const Phrase& words, const Style& wanted, float width, int maxLines) {
    const auto style = sane(wanted);
    const Frame frame{style.align, finite(width, 0, largest * largest, 0), std::max(maxLines, 0)};
    auto key = keyOf(words, style, frame);
    auto& paragraphs = shared->paragraphs;
    for (auto place = paragraphs.find(key); place != paragraphs.end(); place = paragraphs.find(key)) {
        auto& known = place->second;
        if (known.width == frame.width && known.maxLines == frame.maxLines && known.style == style &&
            known.words == words) {
            known.used = true;
            return Paragraph{known.layout};
        }
        key = mixed(key, 1); // another paragraph has this key: a key is given only once
    }
    auto layout = shared->lay(words, style, frame);
    layout->key = key;
    paragraphs.emplace(key, Shared::Remembered{words, style, frame.width, frame.maxLines, layout});
    return Paragraph{std::move(layout)};
}

void Typesetter::forgetUnused() {
    std::erase_if(shared->paragraphs, [](const auto& entry) { return !entry.second.used; });
    for (auto& [key, paragraph] : shared->paragraphs) {
        paragraph.used = false;
    }
}

Typesetter::Metrics Typesetter::metrics(const Style& style) {
    const auto& face = shared->fonts.metrics(lookOf(sane(style), Script::latin));
    return {face.capHeight, face.xHeight};
}

} // namespace schacht::text
