#include "engine/content/format/value_advice.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <regex>

namespace schacht::content {
namespace {

using Kind = JsonValue::Kind;
using Match = std::match_results<std::string_view::const_iterator>;

constexpr std::size_t longestMeant = 200; // bytes: what is longer was not meant as a number, a list or an address

bool matches(std::string_view text, Match& found, const std::regex& pattern) {
    return text.size() <= longestMeant && std::regex_match(text.begin(), text.end(), found, pattern);
}

/// "2.500" as "2.5": without zeros that say nothing. number: with a point, or whole.
std::string withoutZeros(std::string number) {
    if (number.find('.') != std::string::npos) {
        number.erase(number.find_last_not_of('0') + 1);
        number.erase(number.find_last_not_of('.') + 1);
    }
    return number;
}

/// Where a number is no amount, one dot or comma before three digits is before decimals: 2.500 seconds.
std::string meantNumber(std::string_view text, bool isAmount) {
    static const std::regex asItIs(R"(-?(0|[1-9]\d*)(\.\d+)?)");
    static const std::regex thousands(R"([1-9]\d{0,2}([., ]\d{3})+)");
    static const std::regex decimalComma(R"((0|[1-9]\d*),(\d+))");
    static const std::regex time(R"((?:(\d{1,2}):)?(\d{1,2}):([0-5]\d)([.,]\d+)?)");
    Match found;
    const bool oneMark = std::ranges::count_if(text, [](char c) { return !base::isDigit(c); }) == 1;
    const bool decimals = !isAmount && oneMark && text.find(' ') == std::string_view::npos;
    if (matches(text, found, asItIs) && (decimals || meantThousands(text).empty())) {
        return withoutZeros(std::string(text));
    }
    if (!decimals && matches(text, found, thousands)) {
        std::string digits(text);
        std::erase_if(digits, [](char c) { return !base::isDigit(c); });
        return digits;
    }
    if (matches(text, found, decimalComma)) {
        return withoutZeros(found.str(1) + "." + found.str(2));
    }
    if (matches(text, found, time)) {
        const auto number = [&found](int part) { return std::atoi(found.str(static_cast<std::size_t>(part)).c_str()); };
        std::string fraction = found.str(4);
        std::ranges::replace(fraction, ',', '.');
        return std::to_string(number(1) * 3600 + number(2) * 60 + number(3)) + fraction;
    }
    return {};
}

std::string meantTruth(std::string_view text) {
    const std::string plain = plainLetters(text);
    constexpr std::array<std::string_view, 5> yes = {"true", "yes", "ja", "oui", "si"};
    constexpr std::array<std::string_view, 5> no = {"false", "no", "nee", "non", "nein"};
    return std::ranges::find(yes, plain) != yes.end() ? "true"
           : std::ranges::find(no, plain) != no.end() ? "false"
                                                      : "";
}

std::string meantList(std::string_view text) {
    std::string list = "[";
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        std::string_view part = text.substr(start, end - start);
        part.remove_prefix(std::min(part.find_first_not_of(' '), part.size()));
        part = part.substr(0, part.find_last_not_of(' ') + 1);
        if (part.empty() || part.find_first_of("\"\\\n") != std::string_view::npos) {
            return {};
        }
        list += (list.size() > 1 ? ", \"" : "\"") + std::string(part) + "\"";
        start = end + 1;
    }
    return text.size() <= longestMeant ? list + "]" : "";
}

/// In plain letters, without hyphens and with one space between words.
std::string plainWords(std::string_view text) {
    std::string words;
    for (const char c : plainLetters(text)) {
        const bool space = c == '-' || c == '_' || c == ' ';
        if (!space) {
            words += c;
        } else if (!words.empty() && words.back() != ' ') {
            words += ' ';
        }
    }
    return words.substr(0, words.find_last_not_of(' ') + 1);
}

/// "by nc sa", in any order, as "by-nc-sa"; "" where Creative Commons has no licence of these.
std::string licenceOf(std::string_view words) {
    int by = 0;
    int nc = 0;
    int nd = 0;
    int sa = 0;
    for (std::size_t at = 0; at + 2 <= words.size(); at += 3) { // all of two letters
        const std::string_view word = words.substr(at, 2);
        (word == "by" ? by : word == "nc" ? nc : word == "nd" ? nd : sa)++;
    }
    if (by != 1 || nc > 1 || nd + sa > 1) {
        return {};
    }
    return std::string("by") + (nc > 0 ? "-nc" : "") + (nd > 0 ? "-nd" : sa > 0 ? "-sa" : "");
}

/// Whether words claim copyright, and nothing in them takes it back: "copyrightvrij" and "Copyright free" do.
bool claimsCopyright(std::string_view plain) {
    static const std::regex claim(R"((?:©|\(c\)|copyright(?![a-z])|all rights reserved|alle rechten voorbehouden).*)");
    static const std::regex doubt(R"(free|vrij|frei|libre|\b(?:no|non|not|none|nee|geen|niet|zonder|without|expired|)"
                                  R"(verlopen|vervallen|unknown|onbekend|undetermined|unclear|onduidelijk|public|)"
                                  R"(publiek|cc|cc0|creative)\b|\?)");
    Match found;
    return matches(plain, found, claim) && !std::regex_search(plain.begin(), plain.end(), doubt);
}

std::string writeThis(const std::string& whole) {
    return "Write “" + whole + "”";
}

/// An address of rights that stands somewhere in a text, whole; "" where there is none.
std::string rightsAddressIn(std::string_view text) {
    if (std::string address = meantAddress(text); isRightsAddress(address)) {
        return address;
    }
    std::string bare = "https://" + std::string(text.substr(std::min(text.find("creativecommons.org"), text.size())));
    return isRightsAddress(bare) ? bare : "";
}

} // namespace

std::string meantAs(Kind wanted, const JsonValue& value, Meant meant) {
    if (wanted == Kind::string && value.kind == Kind::number) {
        return "\"" + std::string(value.text) + "\"";
    }
    if (value.kind != Kind::string) {
        return {};
    }
    switch (wanted) {
    case Kind::number:
        return meantNumber(value.text, meant == Meant::amount);
    case Kind::boolean:
        return meantTruth(value.text);
    case Kind::array:
        return meantList(value.text);
    case Kind::null:
    case Kind::string:
    case Kind::object:
        break;
    }
    return {};
}

std::string meantColour(std::string_view text) {
    const std::string whole = (text.starts_with('#') ? "" : "#") + std::string(text.substr(0, longestMeant));
    if (whole.size() == 4) {
        const std::string doubled{'#', whole[1], whole[1], whole[2], whole[2], whole[3], whole[3]};
        return isColour(doubled) ? doubled : "";
    }
    return isColour(whole) ? whole : "";
}

std::string meantAddress(std::string_view text) {
    static const std::regex host(R"((?:https?:?/*)?([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/[^\s]*)?))");
    Match found;
    const bool isHost = matches(text, found, host);
    return isHost && text.find('@') == std::string_view::npos ? "https://" + found.str(1) : "";
}

bool isMailAddress(std::string_view text) {
    static const std::regex mail(R"((?:mailto:)?[^\s@/]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)");
    Match found;
    return matches(text, found, mail);
}

std::string adviseRights(std::string_view text) {
    static const std::regex zero(R"(cc ?(?:0|zero)(?: 1\.0)?)");
    static const std::regex publicDomain(R"(public domain(?: mark)?(?: 1\.0)?|publiek(?:e)? domein|domaine public)");
    static const std::regex licence(R"(cc ?((?:by|nc|nd|sa)(?: (?:by|nc|nd|sa))*)(?: (2\.0|2\.5|3\.0|4\.0))?)");
    if (text.size() > longestMeant) {
        return {};
    }
    if (const std::string address = rightsAddressIn(text); !address.empty()) {
        return writeThis(address) + ".";
    }
    const std::string words = plainWords(text);
    const std::string_view plain = words;
    Match found;
    if (matches(plain, found, zero)) {
        return writeThis("https://creativecommons.org/publicdomain/zero/1.0/") + ".";
    }
    if (matches(plain, found, publicDomain)) { // CC0 gives up a right; this says that there is none
        return "If it is in the public domain, write “https://creativecommons.org/publicdomain/mark/1.0/”.";
    }
    if (matches(plain, found, licence)) {
        const std::string kind = licenceOf(found.str(1));
        const bool hasVersion = found[2].matched;
        const std::string version = hasVersion ? found.str(2) : "4.0";
        return kind.empty() ? ""
                            : writeThis("https://creativecommons.org/licenses/" + kind + "/" + version + "/") +
                                  (hasVersion ? "." : ", if it is version 4.0.");
    }
    return claimsCopyright(plain) ? writeThis("https://rightsstatements.org/vocab/InC/1.0/") + "." : "";
}

std::string meantThousands(std::string_view number) {
    const std::size_t dot = number.find('.');
    const auto isDigits = [](std::string_view digits) { return std::ranges::all_of(digits, base::isDigit); };
    if (dot == std::string_view::npos || dot == 0 || dot > 3 || number.size() != dot + 4 || number[0] == '0' ||
        !isDigits(number.substr(0, dot)) || !isDigits(number.substr(dot + 1))) {
        return {};
    }
    return std::string(number.substr(0, dot)) + std::string(number.substr(dot + 1));
}

std::string withoutThousands(std::string_view number) {
    return number.ends_with('0') ? withoutZeros(std::string(number)) : std::string(number) + "0";
}

} // namespace schacht::content
