#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/kinds/chapter.hpp"
#include "engine/content/language/language_map.hpp"
#include "engine/content/timed_text/timed_text.hpp"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::content {

/// What was found in the files that an item plays or reads.
struct FileFindings {
    std::vector<base::Problem> problems;    ///< in the files themselves
    std::optional<double> seconds;          ///< how long the medium is, where media are looked into
    std::optional<FileReport::Entry> fatal; ///< why the item itself cannot be played
};

/// Warns, with this sentence, where none of the keys stands in the item: what is said can be read nowhere. A value that
/// could not be read was reported already.
void checkWords(Reading& reading, std::initializer_list<std::string_view> keys, std::string_view sentence);

/// Looks into the sounds, films, transcripts and captions that one item names. The pack's folder is known to `reading`.
class MediaCheck {
public:
    explicit MediaCheck(Reading& in) : reading(in) {}

    /// key: that names the medium, also with a language inside. False where it cannot be played as what it should be.
    [[nodiscard]] bool checkMedium(std::string_view key, std::string_view language, const std::string& path,
                                   bool isFilm);
    /// The recording or film itself.
    void checkMain(std::string_view key, const std::string& path, bool isFilm);
    /// Takes out what cannot be read. voices: the ids of all who speak; null: nobody is named.
    void checkTexts(LanguageFiles& files, const std::vector<std::string_view>* voices);
    /// Takes out what starts after the end.
    void checkChapters(std::vector<Chapter>& chapters);

    /// Seconds at least that the medium lasts: up to its last words; 0: nobody knows.
    [[nodiscard]] double heardFor() const { return found.seconds.value_or(lastWords); }

    FileFindings found;

private:
    void note(base::Severity severity, std::string code, std::string message, const std::string& path, int line);
    [[nodiscard]] bool checkText(const std::string& path, const std::vector<std::string_view>* voices);
    void checkEnd(const TimedText& text, std::string_view bytes, const std::string& path);
    void checkVoices(const TimedText& text, std::string_view bytes, const std::string& path,
                     const std::vector<std::string_view>& voices);

    Reading& reading;
    std::string mediumPath;
    double lastWords = 0; ///< seconds
};

} // namespace schacht::content
