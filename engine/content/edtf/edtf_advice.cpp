#include "engine/content/edtf/edtf_advice.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/edtf/edtf_grammar.hpp"
#include "engine/content/edtf/edtf_words.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <vector>

namespace schacht::content::edtf {
namespace {

using base::isDigit;

constexpr std::size_t longestAdvised = 64; // bytes: people write longer dates only by mistake

std::string upper(std::string_view text) {
    std::string all;
    for (const char c : text) {
        all += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return all;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
        text.replace(at, what.size(), with);
    }
    return text;
}

/// Spaces, small letters and what the draft of EDTF of 2012 wrote differently.
std::string tidied(std::string_view text) {
    std::string tidy = upper(text);
    for (const char* space : {" ", "\t", "\r", "\n", "\xC2\xA0"}) {
        tidy = replaced(std::move(tidy), space, "");
    }
    for (const char* dash : {"–", "—", "−"}) {
        tidy = replaced(std::move(tidy), dash, "-");
    }
    for (const auto& [old, now] : {std::pair{"UNKNOWN/", "/"}, std::pair{"/UNKNOWN", "/"}, std::pair{"OPEN/", "../"},
                                   std::pair{"/OPEN", "/.."}, std::pair{"?~", "%"}, std::pair{"~?", "%"}}) {
        tidy = replaced(std::move(tidy), old, now);
    }
    return tidy;
}

struct Numbers {
    std::vector<std::string> digits;
    std::string separators;
};

/// "31/1/1966" as its numbers and what stands between them; nothing where there is anything else.
Numbers numbersOf(std::string_view text) {
    Numbers found;
    bool inside = false;
    for (const char c : text) {
        if (isDigit(c)) {
            if (!inside) {
                found.digits.emplace_back();
            }
            found.digits.back() += c;
        } else if (inside && (c == '-' || c == '/' || c == '.' || c == ',')) {
            found.separators += c;
        } else {
            return {};
        }
        inside = isDigit(c);
    }
    return found;
}

std::string joined(const std::string& year, const std::string& month, const std::string& day = "") {
    const auto padded = [](const std::string& part) { return (part.size() == 1 ? "0" : "") + part; };
    return year + "-" + padded(month) + (day.empty() ? "" : "-" + padded(day));
}

void addOrders(std::vector<std::string>& candidates, std::string_view text) {
    const Numbers numbers = numbersOf(text);
    const auto& parts = numbers.digits;
    if (parts.size() == 3) {
        candidates.push_back(joined(parts[2], parts[1], parts[0]));
        candidates.push_back(joined(parts[2], parts[0], parts[1]));
        candidates.push_back(joined(parts[0], parts[1], parts[2]));
    } else if (parts.size() == 2 && parts[1].size() == 4) {
        candidates.push_back(parts[0] + "/" + parts[1]);
        candidates.push_back(joined(parts[1], parts[0]));
    } else if (parts.size() == 2 && parts[0].size() == 4) {
        candidates.push_back(joined(parts[0], parts[1]));
        candidates.push_back(parts[0] + "/" + parts[0].substr(0, 2) + parts[1]);
    } else if (parts.size() == 1 && parts[0].size() == 8) {
        candidates.push_back(joined(parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6)));
    } else if (parts.size() == 1 && parts[0].size() == 3) {
        candidates.push_back(parts[0] + "X");
    }
}

void addWords(std::vector<std::string>& candidates, const std::string& tidy) {
    for (const char* about : {"CIRCA", "CA.", "CA", "C.", "ABOUT", "±", "~"}) {
        if (tidy.rfind(about, 0) == 0) {
            candidates.push_back(tidy.substr(std::string_view(about).size()) + "~");
        }
    }
    const std::string decade = replaced(tidy, "'", "");
    if (decade.size() == 5 && decade.substr(3) == "0S") {
        candidates.push_back(decade[2] == '0' ? decade.substr(0, 2) + "XX" : decade.substr(0, 3) + "X");
    }
    const auto era = tidy.find("BC");
    if (era != std::string::npos && era > 0 && era <= 4 && numbersOf(tidy.substr(0, era)).digits.size() == 1) {
        std::array<char, 8> year{};
        const int before = std::atoi(tidy.c_str()) - 1;
        std::snprintf(year.data(), year.size(), before == 0 ? "%04d" : "-%04d", before);
        candidates.emplace_back(year.data());
    }
    candidates.push_back("Y" + tidy);
    candidates.push_back(replaced(tidy, "Y", ""));
    candidates.push_back(replaced(tidy, "-Y", "Y-"));
}

/// An interval that ends before it starts: its end was meant as some day in that year or month, or the two are swapped.
void addIntervals(std::vector<std::string>& candidates, const std::string& tidy) {
    const auto slash = tidy.find('/');
    if (slash != std::string::npos && tidy.find('/', slash + 1) == std::string::npos) {
        candidates.push_back(tidy + "-XX-XX");
        candidates.push_back(tidy + "-XX");
        candidates.push_back(tidy.substr(slash + 1) + "/" + tidy.substr(0, slash));
        candidates.push_back("{" + tidy.substr(0, slash) + ".." + tidy.substr(slash + 1) + "}");
    }
}

} // namespace

std::string correct(std::string_view text) {
    if (text.size() > longestAdvised) {
        return {};
    }
    const std::string tidy = tidied(text);
    std::vector<std::string> candidates{tidy, replaced(tidy, "U", "X")};
    addIntervals(candidates, tidy);
    addOrders(candidates, tidy);
    std::ranges::move(datesInWords(text), std::back_inserter(candidates));
    addWords(candidates, tidy);
    for (const std::string& candidate : candidates) {
        if (parse(candidate)) {
            return candidate;
        }
    }
    return {};
}

} // namespace schacht::content::edtf
