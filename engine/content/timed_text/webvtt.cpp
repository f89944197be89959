#include "engine/base/utf8.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/timed_text/timed_text.hpp"
#include "engine/content/timed_text/webvtt_bytes.hpp"
#include "engine/content/timed_text/webvtt_problems.hpp"
#include "engine/content/timed_text/webvtt_settings.hpp"
#include "engine/content/timed_text/webvtt_text.hpp"
#include "engine/content/timed_text/webvtt_timings.hpp"

#include <algorithm>
#include <utility>

namespace schacht::content {
namespace {

constexpr std::string_view signature = "WEBVTT";
constexpr std::string_view arrow = "-->";

/// What "collect a WebVTT block" gathers.
struct CueBlock {
    std::string buffer;
    std::optional<Cue> cue;
    int firstLine = 0;   ///< of the file
    int timesLine = 0;   ///< of the line with an arrow; 0 for none
    int lines = 0;       ///< that were read
    bool style = false;  ///< a style sheet
    bool region = false; ///< a region
    bool unused = false; ///< a style sheet or a region after the first cue, which is neither
};

/// The keyword, and nothing but space behind it.
bool isOnly(std::string_view line, std::string_view keyword) {
    return line.starts_with(keyword) && std::ranges::all_of(line.substr(keyword.size()), isAsciiSpace);
}

/// "WebVTT parser algorithm", after the signature.
class WebVttReader {
public:
    WebVttReader(std::string_view text, TimedText& into, CueProblems& told) : lines(text), out(into), problems(told) {}

    void read() {
        (void)lines.next(); // that of the signature
        if (lines.atEnd()) {
            return;
        }
        (void)collectBlock(true);
        lines.skipBlankLines();
        while (!lines.atEnd()) {
            CueBlock block = collectBlock(false);
            take(block);
            lines.skipBlankLines();
        }
    }

private:
    [[nodiscard]] CueBlock collectBlock(bool inHeader);
    /// A line with an arrow that may give a cue its times.
    void createCue(CueBlock& block, std::string_view line, int number);
    void addLine(CueBlock& block, std::string_view line, bool inHeader);

    void take(CueBlock& block);
    void takeCue(CueBlock& block);
    void tellOfCue(const Cue& cue, int line);
    void tellOfWords(const CueBlock& block);

    [[nodiscard]] SettingIgnored tellsOfSettings(int line) {
        return [this, line](std::string_view word, std::string_view why) {
            if (problems.full()) {
                problems.countOne();
            } else {
                problems.warning("cue-setting", line, inQuotes(word) + " " + std::string(why));
            }
        };
    }

    LineReader lines;
    TimedText& out;
    CueProblems& problems;
    RegionsById regionsById;
    bool seenCue = false;
};

CueBlock WebVttReader::collectBlock(bool inHeader) {
    CueBlock block;
    block.firstLine = lines.at().line;
    LineReader::Mark previous = lines.at();
    do {
        const int number = lines.at().line;
        const std::string_view line = lines.next();
        ++block.lines;
        if (line.find(arrow) != std::string_view::npos) {
            const bool mayStart = block.lines == 1 || (block.lines == 2 && block.timesLine == 0);
            if (inHeader || !mayStart) {
                lines.goTo(previous);
                break;
            }
            previous = lines.at();
            createCue(block, line, number);
        } else if (line.empty()) {
            break;
        } else {
            addLine(block, line, inHeader);
            previous = lines.at();
        }
    } while (!lines.sawEnd());
    return block;
}

void WebVttReader::createCue(CueBlock& block, std::string_view line, int number) {
    block.timesLine = number;
    const auto timing = webVttTiming(line);
    if (!timing) {
        problems.error("cue-times", number, problems.full() ? "" : whyNoTiming(line));
        return;
    }
    block.cue.emplace();
    block.cue->id = std::exchange(block.buffer, {});
    block.cue->start = timing->start;
    block.cue->end = timing->end;
    parseCueSettings(timing->settings, regionsById, *block.cue, tellsOfSettings(number));
    seenCue = true;
}

void WebVttReader::addLine(CueBlock& block, std::string_view line, bool inHeader) {
    if (!inHeader && block.lines == 2) {
        const bool style = isOnly(block.buffer, "STYLE");
        const bool region = isOnly(block.buffer, "REGION");
        block.style = style && !seenCue;
        block.region = region && !seenCue;
        block.unused = (style || region) && seenCue;
        if (block.style || block.region) {
            block.buffer.clear();
        }
    }
    if (!block.buffer.empty()) {
        block.buffer += '\n';
    }
    block.buffer += line;
}

void WebVttReader::take(CueBlock& block) {
    if (block.cue) {
        takeCue(block);
    } else if (block.style) {
        problems.warning("styles-unused", block.firstLine,
                         "The styles of captions are not used here: the kiosk sets all captions in its own type.");
    } else if (block.region) {
        out.regions.push_back(parseRegion(block.buffer, tellsOfSettings(block.firstLine)));
        regionsById[out.regions.back().id] = out.regions.size() - 1;
    } else if (block.unused) {
        problems.warning("late-block", block.firstLine,
                         "Styles and regions are ignored after the first cue. Move this block above it.");
    } else {
        tellOfWords(block);
    }
}

void WebVttReader::takeCue(CueBlock& block) {
    Cue& cue = *block.cue;
    cue.text = std::move(block.buffer);
    const auto ignored = parseCueText(cue);
    if (ignored && !problems.full()) {
        const auto before = std::string_view(cue.text).substr(0, ignored->offset);
        const bool closed = ignored->tag.ends_with('>');
        problems.warning("cue-tag", block.timesLine + 1 + static_cast<int>(std::ranges::count(before, '\n')),
                         inQuotes(ignored->tag) +
                             (closed ? " is no tag of captions and is left out."
                                     : " is never closed, so these words are not shown.") +
                             " For a < sign, write &lt;.");
    }
    tellOfCue(cue, block.timesLine);
    out.cues.push_back(std::move(cue));
}

void WebVttReader::tellOfCue(const Cue& cue, int line) {
    if (cue.end <= cue.start) {
        problems.error("cue-end", line,
                       "This cue ends before it has begun, so it is never shown. Look at its two times.");
    }
    if (!out.cues.empty() && cue.start < out.cues.back().start) {
        problems.warning("cue-order", line, "This cue begins before the one above it. Put the cues in order of time.");
    }
    if (cue.spans.empty()) {
        problems.warning("cue-empty", line, "This cue has no words. Write them, or take it out.");
    }
}

void WebVttReader::tellOfWords(const CueBlock& block) {
    const std::string_view first = std::string_view(block.buffer).substr(0, block.buffer.find('\n'));
    const bool note = first == "NOTE" || first.starts_with("NOTE ") || first.starts_with("NOTE\t");
    if (block.timesLine != 0 || note || block.buffer.empty()) { // told of already, or meant so
        return;
    }
    const bool empty = isOnly(first, "STYLE") || isOnly(first, "REGION");
    problems.error("no-times", block.firstLine,
                   problems.full() ? ""
                   : empty         ? inQuotes(first) + " stands here with nothing below it, and is ignored."
                           : inQuotes(first) + " has no times, so it is never shown. Put a line such as 00:01.000 --> "
                                               "00:04.000 above it.");
}

} // namespace

bool hasWebVttSignature(std::string_view bytes) {
    bytes = base::withoutByteOrderMark(bytes);
    constexpr std::string_view mayFollow = " \t\n\r";
    return bytes.starts_with(signature) &&
           (bytes.size() == signature.size() || mayFollow.find(bytes[signature.size()]) != std::string_view::npos);
}

base::Result<TimedText> readWebVtt(std::string_view bytes) {
    if (!hasWebVttSignature(bytes)) {
        return base::refuse("not-webvtt",
                            "This file does not begin with WEBVTT, so it holds no WebVTT captions. Write "
                            "WEBVTT on its first line.",
                            {"", 1, 0, ""});
    }
    TimedText timed;
    CueProblems problems;
    if (const std::size_t bad = firstInvalidUtf8(bytes); bad < bytes.size()) {
        problems.error("utf-8", lineOf(bytes, bad),
                       "This line is not UTF-8, so letters in it are lost. Save the file as UTF-8.");
    }
    const std::string text = withPlainLines(decodedUtf8(bytes));
    WebVttReader(text, timed, problems).read();
    if (timed.cues.empty() && !problems.any()) {
        problems.warning("no-cues", 1, "There are no cues in this file. Look whether it is the right one.");
    }
    timed.problems = problems.finish();
    return timed;
}

} // namespace schacht::content
