#include "engine/graphics/orientation.hpp"
#include "kiosk/commands/check.hpp"
#include "kiosk/commands/config.hpp"
#include "kiosk/commands/inspect.hpp"
#include "kiosk/commands/new_pack.hpp"
#include "kiosk/commands/places.hpp"
#include "kiosk/commands/run.hpp"
#include "kiosk/commands/schema.hpp"
#include "kiosk/visitor/state.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <malloc.h>

namespace {

using namespace schacht::kiosk;

/// "1920x1080" into width and height.
void addSize(CLI::App& command, RunOptions& options) {
    command.add_option_function<std::string>(
        "--size",
        [&options](const std::string& text) {
            int width = 0;
            int height = 0;
            char rest = 0;
            if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 200 || height < 200 ||
                width > 16384 || height > 16384) {
                throw CLI::ValidationError("--size", "write the size as 1920x1080, in pixels");
            }
            options.width = width;
            options.height = height;
        },
        "Size of the window in pixels, as 1920x1080 (without it: the whole screen)");
    command
        .add_option("--diagonal", options.configuration.diagonal,
                    "Diagonal of the glass in inches (without it: as the screen says, else 32)")
        ->check(CLI::Range(5.0, 300.0));
    const auto& hangs = schacht::graphics::orientationNames;
    command
        .add_option("--orientation", options.configuration.orientation,
                    "How the screen hangs, where its own settings do not say it (without it: as the screen is set)")
        ->check(CLI::IsMember(std::vector<std::string>(hangs.begin(), hangs.end())));
    command
        .add_option(
            "--mount", options.configuration.mount,
            "Millimetres from the floor to the lower edge of the glass: where it hangs high, every visit begins "
            "in low reach")
        ->check(CLI::Range(0.0, 3000.0));
    command.add_option("--language", options.language, "Language to begin in, as nl or en");
}

void addPack(CLI::App& command, std::filesystem::path& pack) {
    command.add_option("PACK", pack, "Folder of the pack")->required();
}

/// The file whose values the other options override: it is read before them, wherever it stands on the line.
std::string configurationNamed(int argc, char** argv) {
    const std::string_view option = "--config";
    for (int i = 2; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == option && i + 1 < argc) {
            return argv[i + 1];
        }
        if (word.starts_with(option) && word.substr(option.size()).starts_with("=")) {
            return std::string(word.substr(option.size() + 1));
        }
    }
    return {};
}

/// What every visitor begins with.
void addAccess(CLI::App& command, RunOptions& options) {
    auto& access = options.configuration.access;
    command.add_option("--text-size", access.textSize, "Size of the words every visit begins with, 1 to 4 (2)")
        ->check(CLI::Range(1, schacht::visitor::textSizes));
    command.add_flag("--low-reach", access.lowReach, "Begin every visit with all that is touched in the lowest 40 %");
    command.add_flag("--left-hand", access.leftHand, "Begin every visit with the buttons at the left");
    command.add_flag("--contrast", access.contrast, "Begin every visit in black, white and yellow");
    command.add_flag("--reduced-motion", access.reducedMotion,
                     "Begin every visit with less movement: screens fade instead of moving");
    command.add_flag("--more-time", access.moreTime, "Begin every visit with three times as long to read and answer");
}

} // namespace

int main(int argc, char** argv) {
    // Pictures come and go by the megabyte on every thread: glibc would keep what they leave. Large blocks go straight
    // back to the system, and threads share two arenas.
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
    CLI::App app{"Schacht shows the stories of a heritage place on a touchscreen."};
    app.name("schacht");
    app.set_version_flag("--version", "schacht " SCHACHT_VERSION);
    app.require_subcommand(1);
    int status = 0;

    RunOptions options;
    Configuration& configured = options.configuration;
    std::string configuration = configurationNamed(argc, argv);
    if (!configuration.empty() && !configure(configuration, options, std::cerr)) {
        return 2;
    }
    auto* runCommand = app.add_subcommand("run", "Show a pack, fullscreen, until it is closed");
    runCommand->add_option("PACK", options.pack, "Folder of the pack (without it: the configuration's)")
        ->required(options.pack.empty());
    runCommand->add_option("--config", configuration,
                           "Configuration file of this kiosk; the other options override it");
    runCommand
        ->add_option("--languages", configured.languages, "Languages that are offered, as nl,en; the first begins")
        ->delimiter(',');
    runCommand
        ->add_option("--budget", configured.budget, "Megabytes for pictures and words (four screens full of pixels)")
        ->check(CLI::Range(16.0, 4096.0));
    addSize(*runCommand, options);
    runCommand->add_option("--start", options.start,
                           "Begin at \"home\", or at an item, theme, place or person by its id");
    runCommand->add_flag("--play", options.play,
                         "Play what --start names at once (recordings and films; stories have nothing to play)");
    addAccess(*runCommand, options);
    runCommand->add_option("--trace", options.trace, "Write what happens to a file, a line of JSON an event");
    runCommand->add_option("--volume", configured.volume, "How loud a visit begins, 0 to 7 (4); 2 is a quiet hall")
        ->check(CLI::Range(0, schacht::visitor::volumeSteps));
    runCommand
        ->add_option("--volume-ceiling", configured.volumeCeiling,
                     "As loud as a visitor can make it, 0 to 1 of the device (1)")
        ->check(CLI::Range(0.0, 1.0));
    runCommand->add_option("--record-sound", options.sound, "Write the sound to a WAV file instead of the loudspeaker");
    runCommand->add_option("--headphones", configured.headphones,
                           "Input device of the headphones' jack: who plugs in has everything read aloud");
    runCommand->add_option("--idle", configured.idle, "Seconds without a touch before the visitor is asked (60)")
        ->check(CLI::Range(1.0, 86400.0));
    runCommand->add_option("--answer", configured.answer, "Seconds to answer before the visit is forgotten (20)")
        ->check(CLI::Range(1.0, 3600.0));
    runCommand->callback([&] {
        options.voice = true;
        status = run(options, std::cerr);
    });

    std::filesystem::path folder;
    auto* tourCommand = app.add_subcommand("tour", "Make a picture of every screen of a pack");
    addPack(*tourCommand, options.pack);
    addSize(*tourCommand, options);
    addAccess(*tourCommand, options);
    tourCommand->add_option("--out", folder, "Folder for the pictures")->required();
    tourCommand->add_flag("--motion", options.motion, "Film the transitions, too: a strip of ten pictures each");
    tourCommand->callback([&] { status = tour(options, folder, std::cout, std::cerr); });

    auto* configCommand = app.add_subcommand("config", "Say what is wrong with a configuration file, and what holds");
    configCommand->add_option("FILE", configuration, "The configuration file")->required();
    configCommand->callback([&] { status = config(configuration, std::cout, std::cerr); });

    NewPack made;
    made.program = argv[0];
    auto* newCommand = app.add_subcommand("new", "Make a small pack to begin with: one of each kind, to be changed");
    newCommand->add_option("NAME", made.folder, "Folder to make; its name is the pack's id, such as our-village")
        ->required();
    newCommand->add_option("--title", made.title, "Title of the pack (without it: \"Our village\")");
    newCommand->callback([&] { status = newPack(made, std::cout, std::cerr); });

    bool json = false;
    auto* checkCommand = app.add_subcommand("check", "Say what is wrong with a pack, and where");
    addPack(*checkCommand, options.pack);
    checkCommand->add_flag("--json", json, "As JSON, for programs");
    checkCommand->callback([&] { status = check(options.pack, json, std::cout, std::cerr); });

    auto* inspectCommand = app.add_subcommand("inspect", "Say what the kiosk makes of one file");
    inspectCommand->add_option("FILE", options.pack, "A picture, film, sound, text, date list or pack")->required();
    inspectCommand->add_flag("--json", json, "As JSON, for programs");
    inspectCommand->callback([&] { status = inspect(options.pack, json, std::cout, std::cerr); });

    auto* prepareCommand =
        app.add_subcommand("prepare", "Decode a pack's pictures ahead, so that the first visitor need not wait");
    addPack(*prepareCommand, options.pack);
    addSize(*prepareCommand, options);
    prepareCommand->callback([&] { status = prepareScreens(options, std::cout, std::cerr); });

    std::filesystem::path schemas = contentFolder() / "schema";
    auto* schemaCommand = app.add_subcommand("schema", "Write the JSON Schemas of the pack format");
    schemaCommand->add_option("--out", schemas, "Folder for the schemas (content/schema)");
    schemaCommand->callback([&] { status = schema(schemas, std::cout, std::cerr); });

    CLI11_PARSE(app, argc, argv);
    return status;
}
