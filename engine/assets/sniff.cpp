#include "engine/assets/sniff.hpp"

#include "engine/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace schacht::assets {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view spaces = " \t\r\n"sv;

struct Signature {
    std::string_view bytes;
    PictureFormat format;
};

constexpr std::array signatures{
    Signature{"\xFF\xD8\xFF"sv, PictureFormat::jpeg}, Signature{"\x89PNG\r\n\x1A\n"sv, PictureFormat::png},
    Signature{"GIF87a"sv, PictureFormat::gif},        Signature{"GIF89a"sv, PictureFormat::gif},
    Signature{"II\x2A\0"sv, PictureFormat::tiff},     Signature{"MM\0\x2A"sv, PictureFormat::tiff},
    Signature{"II\x2B\0"sv, PictureFormat::tiff},     Signature{"MM\0\x2B"sv, PictureFormat::tiff},
};

/// ISO/IEC 14496-12's file type box: a major brand, a version, then the compatible brands.
std::optional<PictureFormat> sniffHeif(std::string_view text) {
    if (text.size() < 16 || text.substr(4, 4) != "ftyp") {
        return std::nullopt;
    }
    std::size_t length = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        length = length << 8 | static_cast<unsigned char>(text[i]);
    }
    length = std::min({length, text.size(), std::size_t{256}});
    bool heif = false;
    bool avif = false;
    for (std::size_t at = 8; at + 4 <= length; at += at == 8 ? 8 : 4) {
        constexpr std::array heifBrands{"heic"sv, "heix"sv, "heim"sv, "heis"sv, "hevc"sv, "hevx"sv, "mif1"sv, "msf1"sv};
        const auto brand = text.substr(at, 4);
        avif |= brand == "avif" || brand == "avis";
        heif |= std::ranges::find(heifBrands, brand) != heifBrands.end();
        const bool major = at == 8;
        if (major && heif && !brand.starts_with("mif") && !brand.starts_with("msf")) {
            return PictureFormat::heif;
        }
    }
    if (avif) {
        return PictureFormat::avif;
    }
    return heif ? std::optional(PictureFormat::heif) : std::nullopt;
}

/// Text as UTF-8 or near enough to read element names in it; XML may also come as UTF-16.
std::string_view narrowed(std::string_view text, std::string& storage) {
    if (const auto utf8 = base::withoutByteOrderMark(text); utf8.size() < text.size()) {
        return utf8;
    }
    const bool little = text.starts_with("\xFF\xFE") || text.starts_with("<\0"sv);
    const bool big = text.starts_with("\xFE\xFF") || text.starts_with("\0<"sv);
    if (!little && !big) {
        return text;
    }
    for (std::size_t i = 0; i + 1 < text.size(); i += 2) {
        const auto high = static_cast<unsigned char>(text[little ? i + 1 : i]);
        storage += high == 0 ? text[little ? i : i + 1] : '?';
    }
    if (storage.starts_with('?')) {
        storage.erase(0, 1);
    }
    return storage;
}

/// What follows a document type declaration, whose internal subset may hold quoted '>' and ']'.
std::string_view afterDoctype(std::string_view text) {
    char quote = 0;
    int brackets = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (text.substr(i).starts_with("<!--")) {
            i = std::min(text.find("-->", i), text.size() - 1);
        } else if (c == '[') {
            ++brackets;
        } else if (c == ']') {
            --brackets;
        } else if (c == '>' && brackets == 0) {
            return text.substr(i + 1);
        }
    }
    return {};
}

std::string_view after(std::string_view text, std::string_view end) {
    const auto at = text.find(end);
    return at == std::string_view::npos ? std::string_view() : text.substr(at + end.size());
}

/// The root element's name without its prefix; empty where the text is not XML.
std::string_view rootName(std::string_view text) {
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
        if (text.starts_with("<?")) {
            text = after(text, "?>");
        } else if (text.starts_with("<!--")) {
            text = after(text, "-->");
        } else if (text.starts_with("<!DOCTYPE")) {
            text = afterDoctype(text);
        } else {
            break;
        }
    }
    if (!text.starts_with('<')) {
        return {};
    }
    auto name = text.substr(1, text.find_first_of(" \t\r\n/>", 1) - 1);
    if (const auto colon = name.find(':'); colon != std::string_view::npos) {
        name.remove_prefix(colon + 1);
    }
    return name;
}

} // namespace

std::optional<PictureFormat> sniffPicture(std::span<const std::uint8_t> bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    for (const auto& signature : signatures) {
        if (text.starts_with(signature.bytes)) {
            return signature.format;
        }
    }
    if (text.starts_with("RIFF") && text.size() >= 12 && text.substr(8, 4) == "WEBP") {
        return PictureFormat::webp;
    }
    if (const auto heif = sniffHeif(text)) {
        return heif;
    }
    std::string storage;
    return rootName(narrowed(text, storage)) == "svg" ? std::optional(PictureFormat::svg) : std::nullopt;
}

} // namespace schacht::assets
