#pragma once
#include "engine/base/log.hpp"
#include "engine/content/format/field.hpp"
#include "engine/graphics/orientation.hpp"
#include "engine/graphics/renderer.hpp"
#include "kiosk/configuration/configuration.hpp"

/// The one description of a kiosk's configuration, as describe.hpp is of packs: the reader of its file, its schema, its
/// reference, the program's options and `schacht config` are visitors of it.
namespace schacht::visitor {

template <class Describer>
void describe(Describer& visit, content::As<Access>) {
    visit({.key = "textSize",
           .meaning = "The size of the words, 1 to 4; 2 is the usual one.",
           .bounds = {.least = 1, .most = textSizes},
           .example = "3"},
          &Access::textSize);
    visit({.key = "lowReach", .meaning = "All that is touched lies in the lowest 40 % of the screen."},
          &Access::lowReach);
    visit({.key = "leftHand", .meaning = "The buttons stand at the left."}, &Access::leftHand);
    visit({.key = "contrast", .meaning = "Black, white and yellow."}, &Access::contrast);
    visit({.key = "reducedMotion", .meaning = "Screens fade instead of moving."}, &Access::reducedMotion);
    visit({.key = "moreTime", .meaning = "Three times as long to read and to answer."}, &Access::moreTime);
}

} // namespace schacht::visitor

namespace schacht::kiosk {

/// What a visitor is offered, and for how long.
template <class Describer>
void describeVisits(Describer& visit) {
    visit({.key = "pack",
           .meaning = "The folder of the pack.",
           .example = R"("limburg")",
           .without = "the one that the command names"},
          &Configuration::pack);
    visit({.key = "languages",
           .meaning = "The languages that are offered; a visit begins in the first.",
           .meant = content::Meant::language,
           .some = true,
           .example = R"(["nl", "en", "tr"])",
           .without = "those of the pack"},
          &Configuration::languages);
    visit({.key = "idle",
           .meaning = "How long nobody touches the screen before a visitor is asked whether they are still there.",
           .bounds = {.least = 1, .most = 86400},
           .unit = "seconds",
           .example = "90"},
          &Configuration::idle);
    visit({.key = "answer",
           .meaning = "How long the visitor has to answer that; then the visit is forgotten.",
           .bounds = {.least = 1, .most = 3600},
           .unit = "seconds",
           .example = "30"},
          &Configuration::answer);
}

/// The glass, and what draws on it.
template <class Describer>
void describeGlass(Describer& visit) {
    visit({.key = "diagonal",
           .meaning = "The diagonal of the glass.",
           .bounds = {.least = 5, .most = 300},
           .unit = "inches",
           .example = "43",
           .without = "as the screen says, else 32 inches"},
          &Configuration::diagonal);
    visit({.key = "orientation",
           .meaning = "How the screen hangs, where its own settings do not say it: the picture and the touches are "
                      "turned.",
           .choices = graphics::orientationNames,
           .example = R"("portrait")",
           .without = "as the screen is set"},
          &Configuration::orientation);
    visit({.key = "renderer",
           .meaning = "What draws: OpenGL where there is a graphics card, else the processor; or always one of them, "
                      "where a card's driver draws wrongly.",
           .choices = graphics::rendererNames,
           .example = R"("processor")"},
          &Configuration::renderer);
    visit({.key = "mount",
           .meaning = "How high the lower edge of the glass is above the floor: where it hangs high, every visit "
                      "begins in low reach.",
           .bounds = {.least = 0, .most = 3000},
           .unit = "millimetres",
           .example = "900",
           .without = "not known"},
          &Configuration::mount);
}

/// How loud it is.
template <class Describer>
void describeLoudness(Describer& visit) {
    visit({.key = "volume",
           .meaning = "How loud a visit begins; 2 is a quiet hall, 0 is silent.",
           .bounds = {.least = 0, .most = 7},
           .example = "2"},
          &Configuration::volume);
    visit({.key = "volumeCeiling",
           .meaning = "As loud as a visitor can make it, 1 being all that the device can.",
           .bounds = {.least = 0, .most = 1},
           .example = "0.6"},
          &Configuration::volumeCeiling);
}

/// How much it may keep in memory and on disk.
template <class Describer>
void describeStores(Describer& visit) {
    visit({.key = "budget",
           .meaning = "The memory for pictures and words.",
           .bounds = {.least = 16, .most = 4096},
           .unit = "megabytes",
           .example = "64",
           .without = "four screens full of pixels"},
          &Configuration::budget);
    visit({.key = "cache",
           .meaning = "The folder in which decoded pictures are kept.",
           .example = R"("/var/cache/schacht")",
           .without = "schacht in the user's cache folder"},
          &Configuration::cache);
    visit({.key = "cacheLimit",
           .meaning = "How much that folder may hold; what was not used for longest goes first.",
           .bounds = {.least = 50, .most = 1'000'000},
           .unit = "megabytes",
           .example = "4000"},
          &Configuration::cacheLimit);
}

/// What is written down.
template <class Describer>
void describeLog(Describer& visit) {
    visit({.key = "log",
           .meaning = "The file that says what happened.",
           .example = R"("/var/log/schacht/kiosk.log")",
           .without = "kiosk.log in schacht in the user's state folder"},
          &Configuration::log);
    visit({.key = "logLimit",
           .meaning = "How large that file may grow; then a new one is begun, and four old ones are kept.",
           .bounds = {.least = 0.1, .most = 1000},
           .unit = "megabytes",
           .example = "10"},
          &Configuration::logLimit);
    visit({.key = "logLevel",
           .meaning = "What is written to it: errors only, warnings too, or all.",
           .choices = base::logLevelNames,
           .example = R"("warning")"},
          &Configuration::logLevel);
}

template <class Describer>
void describe(Describer& visit, content::As<Configuration>) {
    describeVisits(visit);
    describeGlass(visit);
    describeLoudness(visit);
    describeStores(visit);
    describeLog(visit);
    visit({.key = "headphones",
           .meaning = "The input device of the headphones' jack: who plugs in has everything read aloud.",
           .example = R"("/dev/input/by-path/platform-jack-event")",
           .without = "no jack is watched"},
          &Configuration::headphones);
    visit({.key = "pin",
           .meaning =
               "The PIN of the service menu, which opens when two corners of the glass are held for three "
               "seconds, or by Ctrl+Shift+S. It is not written as it is: schacht pin asks for it and prints what "
               "belongs here.",
           .example = R"("$argon2id$v=19$m=65536,t=2,p=1$…")",
           .secret = true,
           .without = "there is no service menu"},
          &Configuration::pin);
    visit({.key = "access", .meaning = "What every visitor begins with.", .example = R"({"textSize": 3})"},
          &Configuration::access);
}

} // namespace schacht::kiosk
