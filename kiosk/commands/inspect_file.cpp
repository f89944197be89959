#include "kiosk/commands/inspect_file.hpp"
#include "engine/assets/sniff.hpp"
#include "engine/base/utf8.hpp"
#include "engine/content/timed_text/timed_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <optional>
#include <span>

namespace schacht::kiosk {
namespace {

constexpr std::size_t sniffedBytes = std::size_t{64} << 10U;

std::string bytesOf(const std::filesystem::path& file, std::size_t most) {
    std::error_code failure;
    const std::uintmax_t size = std::filesystem::file_size(file, failure);
    std::string bytes(failure ? most : static_cast<std::size_t>(std::min<std::uintmax_t>(size, most)), '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(stream.gcount()));
    return bytes;
}

std::string extensionOf(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return extension;
}

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view format;
};

/// What a film or sound begins with. Others are known only by looking deeper, which the probe does.
constexpr auto mediaKinds = std::to_array<Signature>({{4, "ftyp", "mp4"},
                                                      {0, "\x1A\x45\xDF\xA3", "matroska"},
                                                      {0, "OggS", "ogg"},
                                                      {0, "ID3", "mp3"},
                                                      {8, "WAVE", "wav"},
                                                      {0, "fLaC", "flac"}});

/// What is recognised and not looked into yet.
constexpr auto laterKinds = std::to_array<Signature>({{0, "PK\x03\x04", "archive"}, {0, "PK\x05\x06", "archive"}});

const Signature* signatureOf(std::string_view head, std::span<const Signature> kinds) {
    const auto found = std::ranges::find_if(kinds, [&](const Signature& each) {
        return head.size() >= each.offset && head.substr(each.offset).starts_with(each.bytes);
    });
    return found == kinds.end() ? nullptr : &*found;
}

/// No text has a NUL or a byte that is never in UTF-8.
bool isBinary(std::string_view head) {
    return head.find('\0') != std::string_view::npos || head.find('\xFF') != std::string_view::npos;
}

/// A text of one format, or why it is none.
Inspection inspectText(const std::filesystem::path& file, std::string_view format,
                       Inspection (*look)(std::string_view)) {
    const std::string text = bytesOf(file, largestText + 1);
    return text.size() > largestText ? refused(format, "This file is larger than 32 MiB, more than any text of a pack.")
                                     : look(text);
}

bool looksLikeJson(std::string_view head) {
    head = base::withoutByteOrderMark(head);
    const auto first = head.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (head[first] == '{' || head[first] == '[');
}

Inspection inspectUnknown(std::string_view head) {
    return refused("unknown", head.empty() ? "This file is empty. Copy it again from where it came from."
                                           : "This is no picture, no text of a pack and no other file that is known "
                                             "here. Save it in one of the formats that content/FORMAT.md names.");
}

/// A text by its content or its name; none where it is no kind of text that is known.
std::optional<Inspection> inspectTextOfAPack(const std::filesystem::path& file, std::string_view head,
                                             const std::function<void(std::string_view)>& recognised) {
    const std::string extension = extensionOf(file);
    if (content::hasWebVttSignature(head) || extension == ".vtt") {
        recognised("webvtt");
        return inspectText(file, "webvtt", inspectWebVtt);
    }
    if (extension == ".edtf") {
        recognised("edtf");
        return inspectText(file, "edtf", inspectDates);
    }
    if (extension == ".md" || extension == ".markdown") {
        recognised("markdown");
        return inspectText(file, "markdown", inspectMarkdown);
    }
    if (extension == ".srt" || content::looksLikeSrt(head)) {
        recognised("srt");
        return inspectText(file, "srt", inspectSrt);
    }
    if (extension == ".csv") {
        return refused("csv", "This version of schacht does not look into tables yet.");
    }
    if (extension == ".json" || looksLikeJson(head)) {
        recognised("json");
        return inspectText(file, "json", inspectJson);
    }
    return std::nullopt;
}

} // namespace

Inspection inspectFile(const std::filesystem::path& file, const std::function<void(std::string_view)>& recognised) {
    std::error_code failure;
    if (std::filesystem::is_directory(file, failure)) {
        if (!std::filesystem::exists(file / "pack.json", failure)) {
            return refused("unknown", "This folder has no pack.json, so it is no pack.");
        }
        recognised("pack");
        return inspectPack(file);
    }
    if (!std::filesystem::is_regular_file(file, failure)) {
        return refused("unknown", "This is a device or a pipe, not a file.");
    }
    const std::string head = bytesOf(file, sniffedBytes);
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(head.data()), head.size());
    if (const auto picture = assets::sniffPicture(bytes)) {
        recognised(assets::toString(*picture));
        return inspectPicture(file, assets::toString(*picture));
    }
    if (const Signature* media = signatureOf(head, mediaKinds)) {
        recognised(media->format);
        return inspectMedia(file);
    }
    if (const Signature* later = signatureOf(head, laterKinds)) {
        recognised(later->format);
        return refused(later->format, "This version of schacht does not look into archives yet.");
    }
    if (auto text = inspectTextOfAPack(file, head, recognised)) {
        return std::move(*text);
    }
    if (isBinary(head)) {
        if (Inspection media = inspectMedia(file); media["format"] != "unknown") {
            return media;
        }
    }
    return inspectUnknown(head);
}

} // namespace schacht::kiosk
