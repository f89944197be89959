#pragma once
#include "engine/base/units.hpp"

#include <filesystem>
#include <optional>
#include <string>

namespace schacht::media {

/// How a file's sound and film are packed, as far as playing it with libvlc depends on that.
struct Container {
    /// libvlc's demuxers to try, in their order, as its option "demux" takes them; empty: libvlc's own choice. Its own
    /// ones for Ogg, FLAC, MP3 and AAC seek a Vorbis voice to its end instead of near it, an MP3 and an AAC by a guess
    /// or not at all, and no longer know at the end of an Ogg where they are; FFmpeg's do all of it right. But FFmpeg's
    /// ends a chained Ogg after its first part.
    std::string demuxer;
    /// The file says how long it should be, so that a shorter one was cut off. An Ogg is as long as its last page says,
    /// and the length of many an MP3 and of each AAC is guessed.
    bool statesLength = true;
    /// What counts instead of the length that libvlc finds, which of a chained Ogg is that of its first part. 0: not
    /// known.
    std::optional<base::Seconds> length = {};
    /// An Ogg with a sound in Speex: begun anywhere but at its start, it ends the program (libvlc's decoder is emptied
    /// before it has begun).
    bool speex = false;
};

/// Looks at the file's own bytes, not at its name. One that cannot be read is like one of an unknown kind. Any thread.
[[nodiscard]] Container containerOf(const std::filesystem::path& file);

} // namespace schacht::media
