#pragma once
#include "engine/content/timed_text/timed_text.hpp"
#include "tests/catch.hpp"

#include <string>
#include <string_view>

/// What tests of captions share.
namespace schacht::content {

inline const std::string times = "00:01.000 --> 00:02.000\n";

inline TimedText captionsOf(std::string_view bytes) {
    const auto timed = readWebVtt(bytes);
    REQUIRE(timed.has_value());
    return *timed;
}

inline TimedText subtitlesOf(std::string_view bytes) {
    const auto timed = readSrt(bytes);
    REQUIRE(timed.has_value());
    return *timed;
}

/// The cue of a file that has this line of times and these words, and nothing else.
inline Cue cueWith(const std::string& timing, const std::string& words = "Words") {
    const TimedText timed = captionsOf("WEBVTT\n\n" + timing + "\n" + words);
    REQUIRE(timed.cues.size() == 1);
    return timed.cues[0];
}

/// The cue with these settings, in a file with a region "r" of three lines and one "s" of four.
inline Cue cueSet(const std::string& settings) {
    const TimedText timed = captionsOf("WEBVTT\n\nREGION\nid:r\n\nREGION\nid:s\nlines:4\n\n00:01.000 --> 00:02.000 " +
                                       settings + "\nWords");
    REQUIRE(timed.cues.size() == 1);
    return timed.cues[0];
}

inline Cue cueSaying(const std::string& words) {
    return cueWith("00:01.000 --> 00:02.000", words);
}

/// The text of each cue, between bars.
inline std::string textsOf(const TimedText& timed) {
    std::string all = "|";
    for (const Cue& cue : timed.cues) {
        all += cue.text + "|";
    }
    return all;
}

/// Each span with a letter for each part of its look, between bars: "b:bold|i:italic|-:plain".
inline std::string spansOf(const Cue& cue) {
    std::string all;
    for (const CueSpan& span : cue.spans) {
        std::string look;
        look += span.bold ? "b" : "";
        look += span.italic ? "i" : "";
        look += span.underline ? "u" : "";
        look += span.ruby == CueSpan::Ruby::base ? "R" : span.ruby == CueSpan::Ruby::text ? "T" : "";
        for (const auto name : classesOf(cue, span)) {
            look += "." + std::string(name);
        }
        all += (all.empty() ? "" : "|") + (look.empty() ? "-" : look) + ":" + span.text;
    }
    return all;
}

/// "line code sentence", a line each.
inline std::string problemsOf(const TimedText& timed) {
    std::string all;
    for (const auto& problem : timed.problems) {
        all += std::to_string(problem.location.line) + " " + problem.code + " " + problem.message + "\n";
    }
    return all;
}

} // namespace schacht::content
