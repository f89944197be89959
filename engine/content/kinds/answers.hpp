#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/kinds/chapter.hpp"
#include "engine/content/kinds/picture.hpp"
#include "engine/content/language/language_map.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the answers are made of that each kind gives to the questions of questions.hpp.
namespace schacht::content {

/// A picture of an item that can be looked at closely, and what is said of it.
struct Exhibit {
    const Picture* picture = nullptr;   ///< never null
    const LanguageMap* title = nullptr; ///< never null: its own, else the heading of the page it stands on
    std::size_t page = 0;               ///< of a story: the first one that it stands on
};

struct Speaker;

/// What of an item is played, and what is read with it. Pointers into its body, null where there is no such thing.
struct Played {
    const std::string* medium = nullptr;            ///< the sound or film, a path in the pack
    const LanguageFiles* texts = nullptr;           ///< the WebVTT or SRT files of what is said in it
    const std::vector<Chapter>* chapters = nullptr; ///< by start
    const std::string* spoken = nullptr;            ///< BCP 47: the language of what is said
    const std::vector<Speaker>* speakers = nullptr; ///< whom its texts name
    const LanguageMap* synthetic = nullptr;         ///< how the voice was made, where it is no one's
    bool film = false;                              ///< it has a moving picture, and its texts stand on that
    const std::string* described = nullptr;         ///< the same with a voice that says what is seen; may be ""
    const LanguageFiles* signs = nullptr;           ///< the same in sign languages
};

/// Words in which a visitor can find something, and where they stand. What is said in a recording is in
/// `Played::texts`.
struct Findable {
    const LanguageMap* words = nullptr;                 ///< null: there are keywords
    const std::vector<std::string>* keywords = nullptr; ///< the same in every language
    std::size_t part = 0;                               ///< the page, picture or chapter that they belong to, from 0
};

/// The words of chapters.
[[nodiscard]] std::vector<Findable> findableIn(const std::vector<Chapter>& chapters);

/// In which language an item is read, and which stand in for it.
struct LanguageChoice {
    std::string_view language;
    const std::vector<std::string>& fallbacks; ///< where there are no words in it
};

/// Whether words can be read in a language, or are not there at all.
[[nodiscard]] inline bool isWholeIn(const LanguageMap& words, std::string_view language) {
    return words.empty() || words.has(language);
}

/// The end of what an item plays of a recording.
struct Passage {
    std::string recording;   ///< its id
    double end = 0;          ///< seconds
    base::Location location; ///< where the end is written; without the file
};

} // namespace schacht::content
