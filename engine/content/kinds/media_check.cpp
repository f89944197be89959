#include "engine/content/kinds/media_check.hpp"

#include "engine/content/format/losses.hpp"
#include "engine/content/format/text_check.hpp"
#include "engine/content/language/foreign_file.hpp"
#include "engine/content/language/line_counter.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace schacht::content {

namespace {

constexpr std::size_t timedTextLimit = std::size_t{8} << 20U; // bytes

/// "12.5 s"
std::string inSeconds(double seconds) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f s", seconds);
    return text.data();
}

struct Ending {
    std::string_view format;
    std::string_view ending; ///< the first of a format is the one to write
};
constexpr std::array endings = {
    Ending{"mp4", ".mp4"},   Ending{"mp4", ".m4a"},      Ending{"mp4", ".m4v"},      Ending{"mp4", ".mov"},
    Ending{"webm", ".webm"}, Ending{"matroska", ".mkv"}, Ending{"matroska", ".mka"}, Ending{"ogg", ".ogg"},
    Ending{"ogg", ".oga"},   Ending{"ogg", ".ogv"},      Ending{"ogg", ".opus"},     Ending{"mp3", ".mp3"},
    Ending{"wav", ".wav"},   Ending{"flac", ".flac"},    Ending{"aac", ".aac"},
};

std::string_view endingOf(std::string_view path) {
    const auto dot = path.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : path.substr(dot);
}

bool isNamedOtherwise(std::string_view path, std::string_view format) {
    const auto named =
        std::find_if(endings.begin(), endings.end(), [&](const Ending& each) { return each.ending == endingOf(path); });
    return named != endings.end() && named->format != format;
}

/// Why a file is no captions before any of it is read; "" where it may be some.
std::string whyNoTimedText(std::string_view bytes) {
    if (isBlank(bytes)) {
        return "This file is empty. Write the words in it, as WebVTT or SRT, or take it out of the pack.";
    }
    const std::string_view foreign = foreignFormat(bytes);
    return foreign.empty() ? ""
                           : "This file is " + std::string(foreign) +
                                 ", whatever its name says. Save its words as plain text, as WebVTT or SRT.";
}

int lineOfVoice(std::string_view bytes, std::string_view voice) {
    for (std::size_t at = bytes.find("<v"); at != std::string_view::npos; at = bytes.find("<v", at + 2)) {
        const std::size_t end = bytes.find('>', at);
        if (end != std::string_view::npos && bytes.substr(at, end - at).find(voice) != std::string_view::npos) {
            return LineCounter(bytes).at(at).line;
        }
    }
    return 0;
}

} // namespace

void checkWords(Reading& reading, std::initializer_list<std::string_view> keys, std::string_view sentence) {
    const auto isThere = [&](std::string_view key) {
        return reading.document.find(reading.document.root(), key) != nullptr;
    };
    if (std::ranges::none_of(keys, isThere)) {
        reading.report.warning("no-words", reading.document.root().offset, std::string(sentence));
    }
}

bool MediaCheck::checkMedium(std::string_view key, std::string_view language, const std::string& path, bool isFilm) {
    if (path.empty() || !reading.names.look || !*reading.names.look) {
        return true;
    }
    const auto file = reading.names.folder->locate(path);
    if (!file) {
        return true; // reported as a path already
    }
    const JsonValue* value = reading.document.find(reading.document.root(), key);
    value = language.empty() ? value : reading.document.find(*value, language);
    const FileReport::Step step(reading.report, key);
    const auto medium = (*reading.names.look)(*file);
    if (!medium) {
        reading.report.error("medium-unplayable", value->offset,
                             inQuotes(path) + " cannot be played. " + medium.error().message);
        return refused(reading);
    }
    bool good = true;
    if (isFilm && !medium->film) {
        reading.report.error("medium-no-film", value->offset,
                             inQuotes(path) + " has no picture that moves. Look whether it is the right file.");
        good = refused(reading);
    } else if (!isFilm && !medium->sound) {
        reading.report.error("medium-silent", value->offset,
                             inQuotes(path) + " has no sound. Look whether it is the right file.");
        good = refused(reading);
    }
    if (isNamedOtherwise(path, medium->format)) {
        const auto right = std::find_if(endings.begin(), endings.end(),
                                        [&](const Ending& each) { return each.format == medium->format; });
        reading.report.warning("medium-name", value->offset,
                               inQuotes(path) + " is not what its name says. Let its name end in " +
                                   std::string(right->ending) + ", here too.");
    }
    if (language.empty() && key != "described") {
        found.seconds = medium->seconds;
        mediumPath = path;
    }
    return good;
}

void MediaCheck::checkMain(std::string_view key, const std::string& path, bool isFilm) {
    if (!checkMedium(key, {}, path, isFilm)) {
        found.fatal = reading.cause;
    }
}

void MediaCheck::checkTexts(LanguageFiles& files, const std::vector<std::string_view>* voices) {
    std::erase_if(files, [&](const auto& each) { return !checkText(each.second, voices); });
}

void MediaCheck::checkChapters(std::vector<Chapter>& chapters) {
    if (!found.seconds || chapters.empty()) {
        return;
    }
    const FileReport::Step step(reading.report, "chapters");
    for (const auto& [value, number] :
         entriesOf(reading, *reading.document.find(reading.document.root(), "chapters"))) {
        const JsonValue& start = *reading.document.find(*value, "start");
        if (start.number >= *found.seconds) {
            const FileReport::Step inner(reading.report, number);
            const FileReport::Step last(reading.report, "start");
            reading.report.error("chapter-beyond", start.offset,
                                 "This chapter starts after the end: " + inQuotes(mediumPath) + " is " +
                                     inSeconds(*found.seconds) +
                                     " long. Write at how many seconds it starts, or take it out. Visitors do not "
                                     "see this chapter.");
        }
    }
    std::erase_if(chapters, [this](const Chapter& each) { return each.start >= *found.seconds; });
}

void MediaCheck::note(base::Severity severity, std::string code, std::string message, const std::string& path,
                      int line) {
    found.problems.push_back({std::move(code), severity, std::move(message), {path, line, line > 0 ? 1 : 0, {}}});
}

/// False where it is no transcript or captions at all.
bool MediaCheck::checkText(const std::string& path, const std::vector<std::string_view>* voices) {
    auto bytes = reading.names.folder->read(path, timedTextLimit);
    if (!bytes) {
        if (bytes.error().code == "too-large") {
            bytes.error().message = "This file is larger than 8 MB, too large for captions or a transcript. Look "
                                    "whether it is the right file.";
        }
        found.problems.push_back(std::move(bytes.error()));
        return false;
    }
    if (const std::string why = whyNoTimedText(*bytes); !why.empty()) {
        note(base::Severity::error, endingOf(path) == ".srt" ? "not-srt" : "not-webvtt", why, path, 1);
        return false;
    }
    auto text = readTimedText(*bytes);
    if (!text) {
        auto meant = endingOf(path) == ".vtt" ? readWebVtt(*bytes) : tl::unexpected(text.error());
        base::Problem problem = meant ? std::move(text.error()) : std::move(meant.error());
        problem.location = {path, problem.location.line, problem.location.line > 0 ? 1 : 0, {}};
        found.problems.push_back(std::move(problem));
        return false;
    }
    for (base::Problem& problem : text->problems) {
        problem.location.file = path;
        problem.location.column = problem.location.line > 0 ? std::max(problem.location.column, 1) : 0;
        found.problems.push_back(std::move(problem));
    }
    for (const Cue& cue : text->cues) {
        lastWords = std::max(lastWords, cue.end);
    }
    checkEnd(*text, *bytes, path);
    if (voices != nullptr) {
        checkVoices(*text, *bytes, path, *voices);
    }
    return true;
}

void MediaCheck::checkEnd(const TimedText& text, std::string_view bytes, const std::string& path) {
    constexpr double linger = 1; // seconds that a last cue may stay on the screen
    const auto late = std::find_if(text.cues.begin(), text.cues.end(), [&](const Cue& cue) {
        return found.seconds && (cue.start >= *found.seconds || cue.end > *found.seconds + linger);
    });
    if (late != text.cues.end()) {
        const std::size_t at = late->text.empty() ? std::string_view::npos : bytes.find(late->text);
        const int line = at == std::string_view::npos ? 0 : LineCounter(bytes).at(at).line - 1;
        note(base::Severity::warning, "cue-beyond",
             "This cue " + std::string(late->start >= *found.seconds ? "begins after" : "goes on after") +
                 " the end: " + inQuotes(mediumPath) + " is " + inSeconds(*found.seconds) +
                 " long. Look whether the words belong to it.",
             path, line);
    }
}

void MediaCheck::checkVoices(const TimedText& text, std::string_view bytes, const std::string& path,
                             const std::vector<std::string_view>& voices) {
    std::set<std::string_view> unknown;
    for (const Cue& cue : text.cues) {
        for (const std::string& voice : cue.voices) {
            const bool known = voice.empty() || std::find(voices.begin(), voices.end(), voice) != voices.end();
            if (known || unknown.size() >= FileReport::most || !unknown.insert(voice).second) {
                continue;
            }
            note(base::Severity::warning, "unknown-speaker",
                 inQuotes(voice) + " is not the id of a speaker of this recording: no name is shown." +
                     adviseId(voice, voices),
                 path, lineOfVoice(bytes, voice));
        }
    }
}

} // namespace schacht::content
