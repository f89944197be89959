#include "engine/base/build.hpp"
#include "kiosk/commands/check.hpp"
#include "kiosk/commands/config.hpp"
#include "kiosk/commands/inspect.hpp"
#include "kiosk/commands/new_pack.hpp"
#include "kiosk/commands/pin.hpp"
#include "kiosk/commands/preview.hpp"
#include "kiosk/commands/replay.hpp"
#include "kiosk/commands/run.hpp"
#include "kiosk/commands/schema.hpp"
#include "kiosk/production/places.hpp"

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
}

void addPack(CLI::App& command, std::filesystem::path& pack) {
    command.add_option("PACK", pack, "Folder of the pack")->required();
}

/// What every command that shows a pack takes: which, how large, and all that a configuration says.
struct Showing {
    RunOptions options;
    std::filesystem::path configuration;
    ConfigurationOptions said;

    void addTo(CLI::App& command) {
        command.add_option("PACK", options.pack, "Folder of the pack (without it: the configuration's)");
        command.add_option("--config", configuration,
                           std::string("Configuration file of this kiosk; the other options come before it (without "
                                       "it: ") +
                               usualConfiguration + ", where that is)");
        addSize(command, options);
        command.add_option("--language", options.language, "Language to begin in, as nl or en");
        said.addTo(command);
    }
    /// The command does its work once the configuration is read; else the status is 2.
    template <class Work>
    void then(CLI::App& command, int& status, Work work) {
        command.callback(
            [this, &status, work] { status = configure(configuration, said, options, std::cerr) ? work() : 2; });
    }
};

} // namespace

int main(int argc, char** argv) {
    // Pictures come and go by the megabyte on every thread: glibc would keep what they leave. Large blocks go straight
    // back to the system, and threads share two arenas.
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
    CLI::App app{"Schacht shows the stories of a heritage place on a touchscreen."};
    app.name("schacht");
    app.set_version_flag("--version", "schacht " + std::string(schacht::base::version));
    app.require_subcommand(1);
    int status = 0;

    Showing showing;
    RunOptions& options = showing.options;
    auto* runCommand = app.add_subcommand("run", "Show a pack, fullscreen, until it is closed");
    showing.addTo(*runCommand);
    runCommand->add_option("--start", options.start,
                           "Begin at \"home\", or at an item, theme, place or person by its id");
    runCommand->add_flag("--play", options.play,
                         "Play what --start names at once (recordings and films; stories have nothing to play)");
    runCommand->add_option("--trace", options.trace, "Write what happens to a file, a line of JSON an event");
    runCommand->add_option("--record", options.record, "Write all that happens to a file, to be run again exactly");
    runCommand->add_option("--record-sound", options.sound, "Write the sound to a WAV file instead of the loudspeaker");
    showing.then(*runCommand, status, [&options] {
        options.voice = true;
        return run(options, std::cerr);
    });

    auto* previewCommand =
        app.add_subcommand("preview", "Show a pack in a window while you write it: each save is seen at once");
    showing.addTo(*previewCommand);
    previewCommand->add_option("--item", options.start, "Begin at this item, theme, place or person, by its id");
    previewCommand->add_option("--trace", options.trace, "Write what happens to a file, a line of JSON an event");
    previewCommand->add_option("--record", options.record, "Write all that happens to a file, to be run again exactly");
    showing.then(*previewCommand, status, [&options] { return preview(options, std::cout, std::cerr); });

    std::filesystem::path report;
    auto* replayCommand = app.add_subcommand(
        "replay", "Run a recording again and say whether it is the same, or a crash report's events");
    replayCommand
        ->add_option("FILE", report, "The recording of run --record, or the crash report, which stands beside the log")
        ->required();
    showing.addTo(*replayCommand);
    showing.then(*replayCommand, status, [&] { return replay(report, options, std::cout, std::cerr); });

    std::filesystem::path folder;
    auto* tourCommand = app.add_subcommand("tour", "Make a picture of every screen of a pack");
    showing.addTo(*tourCommand);
    tourCommand->add_option("--out", folder, "Folder for the pictures")->required();
    tourCommand->add_flag("--motion", options.motion, "Film the transitions, too: a strip of ten pictures each");
    showing.then(*tourCommand, status, [&] { return tour(options, folder, std::cout, std::cerr); });

    auto* configCommand =
        app.add_subcommand("config", "Say what is wrong with a configuration, what holds, and where it comes from");
    configCommand->add_option("FILE,--config", showing.configuration,
                              std::string("The configuration file (without it: ") + usualConfiguration + ")");
    showing.said.addTo(*configCommand);
    configCommand->callback([&] { status = config(showing.configuration, showing.said, std::cout, std::cerr); });

    auto* pinCommand = app.add_subcommand("pin", "Ask for the PIN of the service menu, and print it for kiosk.json");
    pinCommand->callback([&] { status = pin(std::cin, std::cout, std::cerr); });

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
    showing.addTo(*prepareCommand);
    showing.then(*prepareCommand, status, [&options] { return prepareScreens(options, std::cout, std::cerr); });

    bool reference = false;
    auto* schemaCommand =
        app.add_subcommand("schema", "Write the JSON Schemas of the pack format and of a kiosk's configuration");
    schemaCommand->add_flag("--reference", reference, "Write their references instead: FORMAT.md, CONFIGURATION.md");
    schemaCommand->add_option("--out", folder, "Folder for them (content/schema; with --reference: content)");
    schemaCommand->callback([&] {
        const auto usual = reference ? contentFolder() : contentFolder() / "schema";
        const auto files = reference ? references() : allSchemas();
        status = writeFormat(files, schemaCommand->count("--out") > 0 ? folder : usual, std::cout, std::cerr);
    });

    CLI11_PARSE(app, argc, argv);
    return status;
}
