#include "kiosk/visitor/core/words.hpp"

#include <cmath>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace schacht::visitor {

base::Result<Words::Entries> Words::parse(std::string_view text, const std::filesystem::path& file) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        return base::refuse("strings-broken", "The words of the interface in " + file.string() +
                                                  " cannot be read: the file is no JSON object.");
    }
    Entries entries;
    for (const auto& [key, value] : json.items()) {
        if (value.is_string()) {
            entries[key] = value.get<std::string>();
        }
    }
    return entries;
}

Words Words::of(Table table) {
    Words words;
    words.table = std::move(table);
    return words;
}

base::Result<Words> Words::read(const std::filesystem::path& folder, const Table& over) {
    Words words;
    std::error_code gone;
    for (const auto& entry : std::filesystem::directory_iterator(folder, gone)) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        auto entries = parse(text, entry.path());
        if (!entries) {
            return tl::unexpected(std::move(entries.error()));
        }
        words.table[entry.path().stem().string()] = std::move(*entries);
    }
    if (words.table.empty()) {
        return base::refuse("strings-missing", "The words of the interface are missing: there is no file in " +
                                                   folder.string() + ". Install the kiosk again.");
    }
    for (const auto& [language, entries] : over) {
        for (const auto& [key, value] : entries) {
            words.table[language][key] = value;
        }
    }
    return words;
}

const std::string* Words::find(std::string_view language, std::string_view key) const {
    for (const std::string_view tried : {language, std::string_view("en"), std::string_view("nl")}) {
        if (const auto entries = table.find(tried); entries != table.end()) {
            if (const auto found = entries->second.find(key); found != entries->second.end()) {
                return &found->second;
            }
        }
    }
    return nullptr;
}

std::string Words::get(std::string_view language, std::string_view key, Values values) const {
    const std::string* pattern = find(language, key);
    std::string out = pattern != nullptr ? *pattern : std::string(key);
    for (const auto& [name, value] : values) {
        const std::string hole = "{" + std::string(name) + "}";
        if (const auto at = out.find(hole); at != std::string::npos) {
            out.replace(at, hole.size(), value);
        }
    }
    return out;
}

std::string Words::count(std::string_view language, std::string_view key, long number) const {
    const std::string special = std::string(key) + "." + std::string(pluralCategory(language, number));
    const auto entries = table.find(language);
    const bool has = entries != table.end() && entries->second.contains(special);
    return get(language, has ? std::string_view(special) : key,
               {{"count", this->number(language, static_cast<double>(number))}});
}

/// What the language itself says, or the one that it is a kind of: "nl" for "nl-BE".
std::string Words::ownOf(std::string_view language, std::string_view key, std::string_view otherwise) const {
    for (const std::string_view tried : {language, language.substr(0, language.find('-'))}) {
        if (const auto entries = table.find(tried); entries != table.end()) {
            if (const auto found = entries->second.find(key); found != entries->second.end()) {
                return found->second;
            }
        }
    }
    return std::string(otherwise);
}

std::string Words::number(std::string_view language, double value) const {
    return number(language, std::to_string(std::llround(value)), true);
}

std::string Words::number(std::string_view language, std::string_view figures, bool grouped) const {
    const bool negative = figures.starts_with('-');
    figures.remove_prefix(negative ? 1 : 0);
    const std::string_view whole = figures.substr(0, figures.find('.'));
    const std::string group = grouped ? ownOf(language, "number.group", "") : "";
    std::string out = negative ? "−" : "";
    for (std::size_t i = 0; i < whole.size(); ++i) {
        out += i > 0 && (whole.size() - i) % 3 == 0 ? group : "";
        out += whole[i];
    }
    if (whole.size() < figures.size()) {
        out += ownOf(language, "number.decimal", ".");
        out += figures.substr(whole.size() + 1);
    }
    return out;
}

std::vector<std::string> Words::languages() const {
    std::vector<std::string> out;
    for (const auto& [language, entries] : table) {
        out.push_back(language);
    }
    return out;
}

std::string_view pluralCategory(std::string_view language, long n) {
    if (language == "fr") {
        return n == 0 || n == 1 ? "one" : "other";
    }
    if (language == "ar") {
        const long rest = n % 100;
        return n == 0                    ? "zero"
               : n == 1                  ? "one"
               : n == 2                  ? "two"
               : rest >= 3 && rest <= 10 ? "few"
               : rest >= 11              ? "many"
                                         : "other";
    }
    if (language == "pl") {
        const bool few = n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
        return n == 1 ? "one" : few ? "few" : "many";
    }
    return n == 1 ? "one" : "other";
}

} // namespace schacht::visitor
