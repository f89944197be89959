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

/// The program's commands: each function adds one, with its options and what it does.
class CommandLine {
public:
    explicit CommandLine(std::string program) {
        made.program = std::move(program);
        app.name("schacht");
        app.set_version_flag("--version", "schacht " + std::string(schacht::base::version));
        app.require_subcommand(1);
        // in the order in which --help lists them
        addRun();
        addPreview();
        addReplay();
        addTour();
        addConfig();
        addPin();
        addNew();
        addCheck();
        addInspect();
        addPrepare();
        addSchema();
    }
    /// Runs the command that is asked for, and returns the status of the program.
    int run(int argc, char** argv) {
        CLI11_PARSE(app, argc, argv);
        return status;
    }

private:
    void addRun() {
        auto* command = app.add_subcommand("run", "Show a pack, fullscreen, until it is closed");
        showing.addTo(*command);
        command->add_option("--start", options.start,
                            "Begin at \"home\", or at an item, theme, place or person by its id");
        command->add_flag("--play", options.play,
                          "Play what --start names at once (recordings and films; stories have nothing to play)");
        addRecords(*command);
        command->add_option("--record-sound", options.sound,
                            "Write the sound to a WAV file instead of the loudspeaker");
        showing.then(*command, status, [this] {
            options.voice = true;
            return schacht::kiosk::run(options, std::cerr);
        });
    }
    void addPreview() {
        auto* command =
            app.add_subcommand("preview", "Show a pack in a window while you write it: each save is seen at once");
        showing.addTo(*command);
        command->add_option("--item", options.start, "Begin at this item, theme, place or person, by its id");
        addRecords(*command);
        showing.then(*command, status, [this] { return preview(options, std::cout, std::cerr); });
    }
    /// What a command that shows a pack to people can write down of it.
    void addRecords(CLI::App& command) {
        command.add_option("--trace", options.trace, "Write what happens to a file, a line of JSON an event");
        command.add_option("--record", options.record, "Write all that happens to a file, to be run again exactly");
    }
    void addReplay() {
        auto* command = app.add_subcommand(
            "replay", "Run a recording again and say whether it is the same, or a crash report's events");
        command
            ->add_option("FILE", recording,
                         "The recording of run --record, or the crash report, which stands beside the log")
            ->required();
        showing.addTo(*command);
        showing.then(*command, status, [this] { return replay(recording, options, std::cout, std::cerr); });
    }
    void addTour() {
        auto* command = app.add_subcommand("tour", "Make a picture of every screen of a pack");
        showing.addTo(*command);
        command->add_option("--out", folder, "Folder for the pictures")->required();
        command->add_flag("--motion", options.motion, "Film the transitions, too: a strip of ten pictures each");
        showing.then(*command, status, [this] { return tour(options, folder, std::cout, std::cerr); });
    }
    void addConfig() {
        auto* command =
            app.add_subcommand("config", "Say what is wrong with a configuration, what holds, and where it comes from");
        command->add_option("FILE,--config", showing.configuration,
                            std::string("The configuration file (without it: ") + usualConfiguration + ")");
        showing.said.addTo(*command);
        command->callback([this] { status = config(showing.configuration, showing.said, std::cout, std::cerr); });
    }
    void addPin() {
        auto* command = app.add_subcommand("pin", "Ask for the PIN of the service menu, and print it for kiosk.json");
        command->callback([this] { status = pin(std::cin, std::cout, std::cerr); });
    }
    void addNew() {
        auto* command = app.add_subcommand("new", "Make a small pack to begin with: one of each kind, to be changed");
        command->add_option("NAME", made.folder, "Folder to make; its name is the pack's id, such as our-village")
            ->required();
        command->add_option("--title", made.title, "Title of the pack (without it: \"Our village\")");
        command->callback([this] { status = newPack(made, std::cout, std::cerr); });
    }
    void addCheck() {
        auto* command = app.add_subcommand("check", "Say what is wrong with a pack, and where");
        addPack(*command, options.pack);
        command->add_flag("--json", json, "As JSON, for programs");
        command->callback([this] { status = check(options.pack, json, std::cout, std::cerr); });
    }
    void addInspect() {
        auto* command = app.add_subcommand("inspect", "Say what the kiosk makes of one file");
        command->add_option("FILE", options.pack, "A picture, film, sound, text, date list or pack")->required();
        command->add_flag("--json", json, "As JSON, for programs");
        command->callback([this] { status = inspect(options.pack, json, std::cout, std::cerr); });
    }
    void addPrepare() {
        auto* command =
            app.add_subcommand("prepare", "Decode a pack's pictures ahead, so that the first visitor need not wait");
        showing.addTo(*command);
        showing.then(*command, status, [this] { return prepareScreens(options, std::cout, std::cerr); });
    }
    void addSchema() {
        auto* command =
            app.add_subcommand("schema", "Write the JSON Schemas of the pack format and of a kiosk's configuration");
        command->add_flag("--reference", reference, "Write their references instead: FORMAT.md, CONFIGURATION.md");
        command->add_option("--out", folder, "Folder for them (content/schema; with --reference: content)");
        command->callback([this, command] {
            const auto usual = reference ? contentFolder() : contentFolder() / "schema";
            const auto files = reference ? references() : allSchemas();
            status = writeFormat(files, command->count("--out") > 0 ? folder : usual, std::cout, std::cerr);
        });
    }

    CLI::App app{"Schacht shows the stories of a heritage place on a touchscreen."};
    int status = 0;
    Showing showing;
    RunOptions& options = showing.options;
    NewPack made;
    std::filesystem::path recording; // to be run again
    std::filesystem::path folder;    // to write to
    bool json = false;
    bool reference = false;
};

/// Pictures come and go by the megabyte on every thread: glibc would keep what they leave. Large blocks go straight
/// back to the system, and threads share two arenas.
void keepMemorySmall() {
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 512 * 1024);
}

} // namespace

int main(int argc, char** argv) {
    keepMemorySmall();
    CommandLine commands(argv[0]);
    return commands.run(argc, argv);
}
