#pragma once
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

/// What one file is, kind by kind: the object that `inspect --json` prints. "format" and "valid" are always there,
/// "error" where it is not valid. Never refuses by other means; may take long or much memory (see inspect_child.hpp).
namespace schacht::kiosk {

using Inspection = nlohmann::ordered_json;

/// The largest text file that is looked at, bytes.
inline constexpr std::size_t largestText = std::size_t{32} << 20U;

[[nodiscard]] inline Inspection refused(std::string_view format, std::string_view sentence) {
    return {{"format", format}, {"valid", false}, {"error", sentence}};
}

/// recognised: called with the format as soon as it is known.
[[nodiscard]] Inspection inspectFile(const std::filesystem::path& file,
                                     const std::function<void(std::string_view)>& recognised);

[[nodiscard]] Inspection inspectPicture(const std::filesystem::path& file, std::string_view format);
[[nodiscard]] Inspection inspectDates(std::string_view text);
[[nodiscard]] Inspection inspectMarkdown(std::string_view text);
[[nodiscard]] Inspection inspectJson(std::string_view text);
[[nodiscard]] Inspection inspectWebVtt(std::string_view text);
[[nodiscard]] Inspection inspectSrt(std::string_view text);
/// A film or sound, by its content: asks the probe (places.hpp), a program of its own. "unknown" where it is none.
[[nodiscard]] Inspection inspectMedia(const std::filesystem::path& file);
[[nodiscard]] Inspection inspectPack(const std::filesystem::path& folder);

/// The same for people: a few lines, and what a curator might want to change.
[[nodiscard]] std::string inWords(const Inspection& inspection);

/// inWords(), of captions that were read.
[[nodiscard]] std::string timedTextInWords(const Inspection& captions);

/// inWords(), of a film or sound that can be played.
[[nodiscard]] std::string mediaInWords(const Inspection& media);

} // namespace schacht::kiosk
