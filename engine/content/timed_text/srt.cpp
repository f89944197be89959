#include "engine/base/ascii.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/timed_text/srt_text.hpp"
#include "engine/content/timed_text/srt_times.hpp"
#include "engine/content/timed_text/timed_text.hpp"
#include "engine/content/timed_text/webvtt_bytes.hpp"
#include "engine/content/timed_text/webvtt_problems.hpp"
#include "engine/content/timed_text/webvtt_timings.hpp"

#include <algorithm>
#include <utility>

namespace schacht::content {
namespace {

std::string_view trimmed(std::string_view line) {
    while (!line.empty() && isAsciiSpace(line.front())) {
        line.remove_prefix(1);
    }
    while (!line.empty() && isAsciiSpace(line.back())) {
        line.remove_suffix(1);
    }
    return line;
}

bool isCounter(std::string_view line) {
    return !line.empty() && std::ranges::all_of(line, base::isDigit);
}

/// Meant as a line of times, whether or not it is one.
bool meansTimes(std::string_view line) {
    return line.find("-->") != std::string_view::npos && base::isDigit(trimmed(line).front());
}

/// CR CR LF, which some programs make of CR LF, ends one line.
std::string withoutDoubleReturns(std::string text) {
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (!(text[index] == '\r' && std::string_view(text).substr(index + 1).starts_with("\r\n"))) {
            plain += text[index];
        }
    }
    return plain;
}

std::string decodedSrt(std::string_view bytes) {
    const bool utf16 = hasUtf16Mark(bytes);
    const bool utf8 = !utf16 && firstInvalidUtf8(bytes) == bytes.size();
    return withPlainLines(withoutDoubleReturns(utf16  ? decodedUtf16(bytes)
                                               : utf8 ? decodedUtf8(bytes)
                                                      : decodedWindows1252(bytes)));
}

/// The lines below a line of times, until the next: they end where a counter and times stand, not at a blank line.
struct SrtLines {
    bool hasTimes = false; ///< they stand below times, so a number may be words
    std::string text;
    int firstLine = 0; ///< of the file; 0 while there is none
    std::size_t lastStart = 0;
    int lastLine = 0;
    bool lastHasBlankAbove = false;
    int afterBlank = 0; ///< the first line that stands below a blank one
    std::size_t blank = 0;

    void add(std::string_view line, int number) {
        if (trimmed(line).empty()) {
            ++blank;
            return;
        }
        firstLine = firstLine == 0 ? number : firstLine;
        lastHasBlankAbove = blank > 0 && !text.empty();
        afterBlank = afterBlank == 0 && lastHasBlankAbove ? number : afterBlank;
        text.append(text.empty() ? 0 : blank + 1, '\n');
        lastStart = text.size();
        lastLine = number;
        text += line;
        blank = 0;
    }

    /// The counter of the cue whose times come next, taken from these lines; "" where there is none.
    std::string takeCounter() {
        std::string counter(trimmed(std::string_view(text).substr(lastStart)));
        if (!isCounter(counter) || (blank > 0 && !lastHasBlankAbove && firstLine == lastLine && hasTimes)) {
            return "";
        }
        text.resize(lastStart);
        while (text.ends_with('\n')) {
            text.pop_back();
        }
        afterBlank = afterBlank == lastLine ? 0 : afterBlank;
        return counter;
    }
};

class SrtReader {
public:
    SrtReader(std::string_view text, TimedText& into, CueProblems& told) : lines(text), out(into), problems(told) {}

    void read() {
        while (!lines.atEnd()) {
            const int number = lines.at().line;
            const std::string_view line = lines.next();
            const auto timing = srtTiming(line);
            if (timing || (!trimmed(line).empty() && meansTimes(line))) {
                start(line, timing, number);
            } else {
                words.add(line, number);
            }
        }
        finish();
    }

private:
    void start(std::string_view line, const std::optional<SrtTiming>& timing, int number);
    void finish();

    LineReader lines;
    TimedText& out;
    CueProblems& problems;
    std::optional<Cue> cue; ///< none before the first, and below times that are wrong
    int timesLine = 0;
    SrtLines words;
};

void SrtReader::start(std::string_view line, const std::optional<SrtTiming>& timing, int number) {
    std::string counter = words.takeCounter();
    finish();
    timesLine = number;
    words.hasTimes = true;
    if (!timing) {
        problems.error("cue-times", number,
                       problems.full() ? ""
                                       : inQuotes(line) + " has an arrow, but not two times such as 00:00:01,000 --> "
                                                          "00:00:04,000. What stands below it is never shown.");
        return;
    }
    cue.emplace();
    cue->id = std::move(counter);
    cue->start = timing->start;
    cue->end = timing->end;
    if (timing->oddFraction) {
        problems.warning(
            "cue-fraction", number,
            "Times have three digits behind the comma, such as 00:00:01,500. These are read as thousandths, "
            "which may not be what was meant.");
    }
}

void SrtReader::finish() {
    SrtLines block = std::exchange(words, {});
    if (!cue) {
        if (timesLine == 0 && !block.text.empty()) {
            const std::string_view first = std::string_view(block.text).substr(0, block.text.find('\n'));
            problems.error("no-times", block.firstLine,
                           inQuotes(first) + " has no times, so it is never shown. Put a line such as 00:00:01,000 --> "
                                             "00:00:04,000 above it.");
        }
        return;
    }
    cue->text = std::move(block.text);
    parseSrtText(*cue);
    if (block.afterBlank != 0) {
        problems.warning("cue-blank", block.afterBlank,
                         "There is a blank line within this cue. Other programs stop there: take it out.");
    }
    if (cue->end <= cue->start) {
        problems.error("cue-end", timesLine,
                       "This cue ends before it has begun, so it is never shown. Look at its two times.");
    }
    if (!out.cues.empty() && cue->start < out.cues.back().start) {
        problems.warning("cue-order", timesLine,
                         "This cue begins before the one above it. Put the cues in order of time.");
    }
    if (cue->spans.empty()) {
        problems.warning("cue-empty", timesLine, "This cue has no words. Write them, or take it out.");
    }
    out.cues.push_back(std::move(*cue));
    cue.reset();
}

} // namespace

base::Result<TimedText> readSrt(std::string_view bytes) {
    TimedText timed;
    CueProblems problems;
    const std::string text = decodedSrt(bytes);
    SrtReader(text, timed, problems).read();
    if (timed.cues.empty()) {
        return base::refuse("not-srt",
                            "There are no captions in this file. SRT has a number, a line such as 00:00:01,000 "
                            "--> 00:00:04,000, words, and a blank line.");
    }
    if (const std::size_t bad = firstInvalidUtf8(bytes); bad < bytes.size() && !hasUtf16Mark(bytes)) {
        problems.warning("utf-8", lineOf(bytes, bad),
                         "This file is not UTF-8 and is read as Windows-1252, which may be wrong. Save it as UTF-8.");
    }
    timed.problems = problems.finish();
    return timed;
}

bool looksLikeSrt(std::string_view bytes) {
    constexpr std::size_t looked = 4096;
    const std::string text = decodedSrt(bytes.substr(0, looked));
    LineReader lines(text);
    lines.skipBlankLines();
    const std::string_view first = lines.next();
    lines.skipBlankLines();
    return srtTiming(isCounter(trimmed(first)) ? lines.next() : first).has_value();
}

} // namespace schacht::content
