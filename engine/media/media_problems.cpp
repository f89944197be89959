#include "engine/media/media_problems.hpp"

#include <cstdio>
#include <unistd.h>

namespace schacht::media {

namespace {

namespace fs = std::filesystem;

base::Problem problem(std::string code, std::string message, const fs::path& file) {
    return {std::move(code), base::Severity::error, std::move(message), {file.string(), 0, 0, {}}};
}

std::string tenths(base::Seconds seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", seconds);
    return text;
}

} // namespace

std::optional<base::Problem> whyNotOpened(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none) {
        return problem("missing-file", "This file is not there, or was there and is gone.", file);
    }
    if (status.type() != fs::file_type::regular) {
        return problem("not-a-file", "This is a folder or a device, not a file that can be played.", file);
    }
    if (access(file.c_str(), R_OK) != 0) {
        return problem("unreadable", "This file cannot be read: the rights to read it are missing.", file);
    }
    if (fs::file_size(file, error) == 0 && !error) {
        return problem("empty-file", "This file is empty. Copy it again.", file);
    }
    return std::nullopt;
}

base::Problem notAMedium(const fs::path& file) {
    return problem("not-a-medium",
                   "There is no sound or film in this file that can be played. It may be damaged, cut off before its "
                   "end, or something else than its name says.",
                   file);
}

base::Problem unsafeSound(const fs::path& file) {
    return problem(
        "unsafe-sound",
        "The sound in this file is packed with Speex, which the kiosk does not play. Save it as Opus, MP3 or "
        "FLAC.",
        file);
}

base::Problem cutShort(const fs::path& file, base::Seconds end, base::Seconds length) {
    return problem("cut-short",
                   "This file ends after " + tenths(end) + " and says that it lasts " + tenths(length) +
                       ". It was cut off, perhaps while it was copied. Copy it again.",
                   file);
}

base::Problem noAnswer(const fs::path& file, base::Seconds patience) {
    return problem("no-answer",
                   "Playing this file gave no sign of life for " + tenths(patience) +
                       " and was given up. The file or the disk it lies on may be damaged.",
                   file);
}

base::Problem noPlayer(const fs::path& file) {
    return problem("no-player",
                   "Nothing can be played, since libvlc does not start. Install the packages vlc-plugin-base and "
                   "libvlc-bin again.",
                   file);
}

} // namespace schacht::media
