#pragma once
#include "engine/base/problem.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The room of captions and transcripts: words with the times at which they are said. Read by W3C WebVTT
/// (https://www.w3.org/TR/webvtt1/), section 6; SubRip (SRT) files are read into the same cues. Nothing here opens a
/// file, nor knows what is heard.
namespace schacht::content {

/// A part of the picture in which cues scroll (WebVTT 3.3). All numbers but lines are per cent.
struct Region {
    std::string id;
    double width = 100;
    double lines = 3; ///< a whole number, as large as the file says
    double anchorX = 0;
    double anchorY = 100;
    double viewportAnchorX = 0;
    double viewportAnchorY = 100;
    bool scrollUp = false;
    bool operator==(const Region&) const = default;
};

/// Where a cue stands, as its file says (WebVTT 3.1); see computedLine() and the others for what that comes to.
struct CueSettings {
    enum class Vertical { horizontal, growingLeft, growingRight };
    enum class LineAlign { start, centre, end };
    enum class PositionAlign { automatic, lineLeft, centre, lineRight };
    enum class Align { start, centre, end, left, right };

    Vertical vertical = Vertical::horizontal;
    std::optional<double> line; ///< none: auto; a line's number (negative: from the end), or per cent
    bool snapToLines = true;    ///< line is a number of lines, not per cent
    LineAlign lineAlign = LineAlign::start;
    std::optional<double> position; ///< none: auto; 0..100 per cent
    PositionAlign positionAlign = PositionAlign::automatic;
    double size = 100; ///< 0..100 per cent
    Align align = Align::centre;
    bool operator==(const CueSettings&) const = default;
};

/// Words of a cue with one look and one voice.
struct CueSpan {
    enum class Ruby : std::uint8_t { none, base, text };
    static constexpr std::int32_t none = -1;

    std::string text; ///< never empty; "\n" is a line break
    bool bold = false;
    bool italic = false;
    bool underline = false;
    Ruby ruby = Ruby::none;
    std::int32_t voice = none;    ///< index in Cue::voices
    std::int32_t language = none; ///< index in Cue::languages
    std::int32_t classes = none;  ///< index in Cue::classes: the innermost
    std::optional<double> from;   ///< seconds: not yet said before this
    bool operator==(const CueSpan&) const = default;
};

/// A class of words (`<c.yellow>`), and that around it.
struct CueClass {
    std::string name;
    std::int32_t outer = CueSpan::none; ///< index in Cue::classes, lower than this one's
    bool operator==(const CueClass&) const = default;
};

/// Words and when they are shown.
struct Cue {
    std::string id;   ///< "" for none
    double start = 0; ///< seconds
    double end = 0;   ///< seconds; may be before start, which is never shown
    std::string text; ///< as the file has it, in UTF-8, lines joined by "\n"
    CueSettings settings;
    std::optional<std::size_t> region;  ///< index in TimedText::regions
    std::vector<CueSpan> spans;         ///< the words, tags off and references decoded
    std::vector<std::string> voices;    ///< who speaks, in order of their tags; a tag without a name is ""
    std::vector<std::string> languages; ///< BCP 47 tags as the file says
    std::vector<CueClass> classes;
    bool operator==(const Cue&) const = default;
};

/// The words alone.
[[nodiscard]] std::string plainText(const Cue& cue);
/// Who speaks first; none where nobody is named.
[[nodiscard]] std::optional<std::string_view> firstVoice(const Cue& cue);
/// The classes of a span of this cue, innermost first.
[[nodiscard]] std::vector<std::string_view> classesOf(const Cue& cue, const CueSpan& span);

/// Captions in one language, as one file holds them.
struct TimedText {
    std::vector<Cue> cues; ///< as in the file, which may not be the order of time
    std::vector<Region> regions;
    /// What staff might want to change, by line; place.line is that of the file, place.file is empty. At most 200, the
    /// last of which then says how many more there are.
    std::vector<base::Problem> problems;
};

/// Any bytes without the signature are refused; all else is read, and what is wrong in it is a Problem of the text:
/// a warning where only a setting is ignored, an error where words are never shown. Any thread; time and memory are
/// bounded by the length of `bytes`.
[[nodiscard]] base::Result<TimedText> readWebVtt(std::string_view bytes);
/// Refused where there is no cue in it. UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. Any thread;
/// bounded as above.
[[nodiscard]] base::Result<TimedText> readSrt(std::string_view bytes);
/// The one or the other: WebVTT where it has the signature.
[[nodiscard]] base::Result<TimedText> readTimedText(std::string_view bytes);

/// Starts with WebVTT's signature, with or without a byte order mark.
[[nodiscard]] bool hasWebVttSignature(std::string_view bytes);
/// Starts as SRT does: a counter, and a line of two times on the next; or that line alone.
[[nodiscard]] bool looksLikeSrt(std::string_view bytes);

/// The line at which a cue is set: of lines where settings.snapToLines, else per cent (WebVTT 3.1, computed line).
/// tracksBefore: how many tracks are shown at the same time and come before this one; >= 0.
[[nodiscard]] double computedLine(const CueSettings& settings, int tracksBefore = 0);
/// 0..100 per cent (WebVTT 3.1, computed position).
[[nodiscard]] double computedPosition(const CueSettings& settings);
/// Never automatic (WebVTT 3.1, computed position alignment). rightToLeft: the base direction of the cue's words.
[[nodiscard]] CueSettings::PositionAlign computedPositionAlign(const CueSettings& settings, bool rightToLeft = false);
/// 0..100 per cent: the size, or less where the position leaves less room (WebVTT 7.2, steps on size).
[[nodiscard]] double computedSize(const CueSettings& settings, bool rightToLeft = false);

/// Answers which cues are due. A value of its own: it keeps no reference to the cues.
class CueTimes {
public:
    CueTimes() = default;
    explicit CueTimes(const std::vector<Cue>& cues);

    /// Indices of the cues with start <= seconds < end, by start, then the longer first, then as in the file (WebVTT's
    /// cue order). Binary search, then a step for each cue that began after the one that holds on longest.
    [[nodiscard]] std::vector<std::size_t> activeAt(double seconds) const;
    /// The next time, seconds, at which activeAt() may answer otherwise; none after the last cue.
    [[nodiscard]] std::optional<double> nextChangeAfter(double seconds) const;

private:
    struct Entry {
        double start = 0;
        double end = 0;
        double latestEnd = 0; ///< of this and all before it
        std::size_t cue = 0;
    };
    std::vector<Entry> entries;  ///< in cue order
    std::vector<double> changes; ///< sorted, each once
};

} // namespace schacht::content
