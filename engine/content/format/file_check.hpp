#pragma once
#include "engine/content/format/reading.hpp"

#include <atomic>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// The files under media/, and which of them was meant where a path leads to none. Looking for that costs time for each
/// file: a pack that is wrong throughout gets it for its first paths only.
class MediaNames {
public:
    static constexpr int mostAdvice = 50; ///< from one renew() to the next

    /// sorted: paths, alive as long as this is. Not while others read.
    void assign(std::vector<std::string_view> sorted);
    /// Not while others read.
    void renew() { left = mostAdvice; }

    [[nodiscard]] const std::vector<std::string_view>& sorted() const { return files; }
    [[nodiscard]] bool has(std::string_view path) const;
    /// The one that is meant, such as " Did you mean “media/lamp.svg”?"; "" where it cannot be told, or where enough
    /// was told. Any thread.
    [[nodiscard]] std::string advise(std::string_view path) const;

private:
    [[nodiscard]] std::string_view fileNamed(std::string_view name) const;

    std::vector<std::string_view> files;
    mutable std::once_flag onFirst; ///< most packs need no advice
    mutable std::vector<std::string> plain;
    mutable std::atomic<int> left = mostAdvice;
};

/// Reports a path that leads out of the pack or at which there is no file. False then.
bool checkFile(Reading& reading, std::size_t offset, std::string_view path);

/// As checkFile(); reports a picture that cannot be shown too, and then is false.
bool checkPicture(Reading& reading, std::size_t offset, std::string_view path);

} // namespace schacht::content
