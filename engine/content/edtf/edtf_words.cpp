#include "engine/content/edtf/edtf_words.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/language/plain_letters.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace schacht::content::edtf {
namespace {

using base::isDigit;

/// Words and numbers, each its own, in plain letters; what stands between them is gone.
std::vector<std::string> partsOf(std::string_view text) {
    std::vector<std::string> parts;
    char before = ' ';
    for (const char c : plainLetters(text)) {
        const bool counts = isDigit(c) || base::isLower(c);
        if (counts && (before == ' ' || isDigit(c) != isDigit(before))) {
            parts.emplace_back();
        }
        if (counts) {
            parts.back() += c;
        }
        before = counts ? c : ' ';
    }
    return parts;
}

/// By their first letters in the four languages; the longer ones of a pair first.
struct MonthName {
    std::string_view start;
    int month = 0;
};
constexpr std::array monthNames = {
    MonthName{"jan", 1},  MonthName{"feb", 2},  MonthName{"fev", 2},  MonthName{"maart", 3}, MonthName{"mar", 3},
    MonthName{"mrt", 3},  MonthName{"apr", 4},  MonthName{"avr", 4},  MonthName{"may", 5},   MonthName{"mai", 5},
    MonthName{"mei", 5},  MonthName{"juil", 7}, MonthName{"jul", 7},  MonthName{"jun", 6},   MonthName{"juin", 6},
    MonthName{"aug", 8},  MonthName{"aou", 8},  MonthName{"sep", 9},  MonthName{"okt", 10},  MonthName{"oct", 10},
    MonthName{"nov", 11}, MonthName{"dec", 12}, MonthName{"dez", 12},
};

int monthOf(std::string_view word) {
    const auto named = std::ranges::find_if(
        monthNames, [word](const MonthName& each) { return !isDigit(word[0]) && word.starts_with(each.start); });
    return named == monthNames.end() ? 0 : named->month;
}

std::string twoDigits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

template <class Words>
bool isOneOf(std::string_view word, const Words& words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 5> decadeWords = {"jaren", "annees", "er", "s", "jahre"};
constexpr std::array<std::string_view, 4> centuryWords = {"century", "eeuw", "siecle", "jahrhundert"};
constexpr std::array<std::string_view, 6> beforeWords = {"before", "voor", "tot", "until", "avant", "vor"};
constexpr std::array<std::string_view, 8> afterWords = {"after", "since", "na",     "sinds",
                                                        "vanaf", "apres", "depuis", "seit"};
constexpr std::array<std::string_view, 9> aboutWords = {"about", "around",    "circa", "ca", "c",
                                                        "rond",  "omstreeks", "vers",  "um"};
constexpr std::array<std::string_view, 13> unknownWords = {"unknown", "onbekend", "inconnu", "inconnue", "unbekannt",
                                                           "nd",      "sd",       "zj",      "zd",       "geen",
                                                           "none",    "ongekend", "undated"};

} // namespace

std::vector<std::string> datesInWords(std::string_view text) {
    const std::vector<std::string> parts = partsOf(text);
    std::string year; // the one number of four digits
    std::string day;  // the one shorter number
    int month = 0;
    std::size_t words = 0;
    const auto says = [&parts](const auto& list) {
        return std::ranges::any_of(parts, [&list](const std::string& part) { return isOneOf(part, list); });
    };
    for (const std::string& part : parts) {
        if (isDigit(part[0])) {
            std::string& number = part.size() == 4 ? year : day;
            if (!number.empty() || part.size() == 3 || part.size() > 4) {
                return {};
            }
            number = part;
        } else {
            ++words;
            month = month == 0 ? monthOf(part) : month;
        }
    }
    std::vector<std::string> dates;
    if (words == 0) {
        return dates;
    }
    if (says(centuryWords) && !day.empty() && std::atoi(day.c_str()) > 0) {
        dates.push_back(twoDigits(std::atoi(day.c_str()) - 1) + "XX");
    } else if (says(decadeWords) && day.size() == 2 && year.empty()) {
        dates.push_back("19" + day.substr(0, 1) + "X");
    } else if (says(decadeWords) && year.ends_with('0')) {
        dates.push_back(year.substr(0, 3) + "X");
    } else if (!year.empty() && month != 0) {
        const std::string ofMonth = year + "-" + twoDigits(month);
        dates.push_back(day.empty() ? ofMonth : ofMonth + "-" + twoDigits(std::atoi(day.c_str())));
    } else if (!year.empty() && day.empty()) {
        dates.push_back(says(beforeWords)  ? "../" + year
                        : says(afterWords) ? year + "/.."
                        : says(aboutWords) ? year + "~"
                                           : "");
    }
    return dates;
}

bool saysUnknown(std::string_view text) {
    std::string letters;
    for (const std::string& part : partsOf(text)) {
        letters += part;
    }
    return text == "?" || text == "-" || isOneOf(letters, unknownWords);
}

} // namespace schacht::content::edtf
