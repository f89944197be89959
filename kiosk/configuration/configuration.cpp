#include "kiosk/configuration/configuration.hpp"

#include "engine/content/object_reader.hpp"
#include "engine/content/rules.hpp"
#include "engine/graphics/orientation.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace schacht::visitor {

using content::As;

/// The one description of the file, as describe.hpp is of packs.
template <class Visitor>
void describe(Visitor& visit, As<Access>) {
    visit({.key = "textSize",
           .meaning = "The size of the words, 1 to 4; 2 is the usual one.",
           .least = 1,
           .most = textSizes},
          &Access::textSize);
    visit({.key = "lowReach", .meaning = "True: all that is touched lies in the lowest 40 % of the screen."},
          &Access::lowReach);
    visit({.key = "leftHand", .meaning = "True: buttons stand at the left."}, &Access::leftHand);
    visit({.key = "contrast", .meaning = "True: black, white and yellow."}, &Access::contrast);
    visit({.key = "reducedMotion", .meaning = "True: screens fade instead of moving."}, &Access::reducedMotion);
    visit({.key = "moreTime", .meaning = "True: three times as long to read and to answer."}, &Access::moreTime);
}

} // namespace schacht::visitor

namespace schacht::kiosk {

using content::As;

template <class Visitor>
void describe(Visitor& visit, As<Configuration>) {
    visit({.key = "pack", .meaning = "The folder of the pack, from this file's own folder."}, &Configuration::pack);
    visit({.key = "languages",
           .meaning = "The languages that are offered, such as [\"nl\", \"en\"]; a visit begins in the first.",
           .meant = content::Meant::language,
           .some = true},
          &Configuration::languages);
    visit({.key = "idle",
           .meaning = "Seconds without a touch before a visitor is asked whether they are still there.",
           .least = 1,
           .most = 86400},
          &Configuration::idle);
    visit({.key = "answer", .meaning = "Seconds to answer that.", .least = 1, .most = 3600}, &Configuration::answer);
    visit({.key = "diagonal", .meaning = "The diagonal of the glass in inches.", .least = 5, .most = 300},
          &Configuration::diagonal);
    visit({.key = "orientation",
           .meaning = "How the screen hangs, where its own settings do not say it.",
           .choices = graphics::orientationNames},
          &Configuration::orientation);
    visit({.key = "mount",
           .meaning = "Millimetres from the floor to the lower edge of the glass.",
           .least = 0,
           .most = 3000},
          &Configuration::mount);
    visit({.key = "volume", .meaning = "How loud a visit begins, 0 to 7; 2 is a quiet hall.", .least = 0, .most = 7},
          &Configuration::volume);
    visit({.key = "volumeCeiling", .meaning = "As loud as it can become, 0 to 1 of the device.", .least = 0, .most = 1},
          &Configuration::volumeCeiling);
    visit({.key = "budget", .meaning = "Megabytes for pictures and words.", .least = 16, .most = 4096},
          &Configuration::budget);
    visit({.key = "headphones",
           .meaning = "The input device of the headphones' jack, such as \"/dev/input/by-path/…-event\": who plugs in "
                      "has everything read aloud."},
          &Configuration::headphones);
    visit({.key = "access", .meaning = "What every visitor begins with."}, &Configuration::access);
}

base::Result<ConfigurationReading> readConfiguration(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (!in || std::filesystem::is_directory(file)) {
        return base::refuse("unreadable",
                            "This configuration cannot be read. Look whether the file is there and may "
                            "be read.",
                            {file.string(), 0, 0, {}});
    }
    return parseConfiguration(std::move(text), file.string());
}

base::Result<ConfigurationReading> parseConfiguration(std::string text, const std::string& file) {
    auto document = content::JsonDocument::parse(std::move(text), file);
    if (!document) {
        return tl::unexpected(std::move(document.error()));
    }
    ConfigurationReading result;
    content::FileReport report(file);
    const content::Names names; // what a pack's files refer to: nothing here does
    content::Reading reading{*document, report, names};
    reportDuplicates(reading);
    if (isObjectFile(reading)) {
        readObject(reading, document->root(), {.key = "configuration"}, result.configuration);
    }
    result.problems = report.finish(document->text());
    if (!graphics::orientationNamed(result.configuration.orientation)) {
        result.configuration.orientation.clear();
    }
    std::erase_if(result.configuration.languages, [](const auto& tag) { return !content::isLanguageTag(tag); });
    return result;
}

} // namespace schacht::kiosk
