#include "kiosk/commands/config.hpp"

#include "engine/base/clock.hpp"
#include "engine/content/pack/read_pack.hpp"
#include "engine/stage/screen.hpp"
#include "kiosk/configuration/holding.hpp"
#include "kiosk/configuration/mount.hpp"
#include "kiosk/production/problem_line.hpp"

#include <algorithm>
#include <ostream>

namespace schacht::kiosk {

namespace {

/// A configuration with where its values come from, and what is wrong with its file.
struct Settings {
    Configuration configuration;
    Origins origins;
    std::vector<base::Problem> problems;
    std::filesystem::path file; ///< empty: there is none
};

/// Folders are meant from the file's own.
void fromFile(std::string& folder, const std::filesystem::path& file) {
    if (!folder.empty()) {
        folder = (file.parent_path() / folder).lexically_normal().string();
    }
}

base::Result<Settings> settingsOf(const std::filesystem::path& named, const ConfigurationOptions& said) {
    Settings settings;
    std::error_code unknown;
    settings.file = named;
    if (named.empty() && std::filesystem::exists(usualConfiguration, unknown)) {
        settings.file = usualConfiguration;
    }
    if (!settings.file.empty()) {
        auto reading = readConfiguration(settings.file);
        if (!reading) {
            return tl::unexpected(std::move(reading.error()));
        }
        settings.configuration = std::move(reading->configuration);
        settings.problems = std::move(reading->problems);
        for (const auto& [key, line] : reading->lines) {
            settings.origins[key] = settings.file.string() + ", line " + std::to_string(line);
        }
        fromFile(settings.configuration.pack, settings.file);
        fromFile(settings.configuration.cache, settings.file);
        fromFile(settings.configuration.log, settings.file);
    }
    said.layOver(settings.configuration, settings.origins);
    return settings;
}

/// Where the file does not say which way the screen hangs, both are told.
void sayReach(std::ostream& out, const Configuration& c) {
    if (c.mount < 0) {
        out << "\nWrite the height of the glass's lower edge as \"mount\" to see what can be reached.\n";
        return;
    }
    const double diagonal = c.diagonal > 0 ? c.diagonal : static_cast<double>(stage::usualDiagonal);
    out << "\nReach, of a 16:9 screen of " << diagonal << " inches; from " << lowestReach << " to " << highestReach
        << " mm above the floor everyone reaches:\n";
    if (!c.orientation.starts_with("portrait")) {
        describeReach(reachFrom(c.mount, diagonal, 16, 9), out);
    }
    if (c.orientation.empty()) {
        out << '\n';
    }
    if (!c.orientation.starts_with("landscape")) {
        describeReach(reachFrom(c.mount, diagonal, 9, 16), out);
    }
}

/// What the pack settles where the configuration does not.
void fromPack(Settings& settings) {
    if (settings.configuration.languages.empty() && !settings.configuration.pack.empty()) {
        if (auto reading = content::readPack(settings.configuration.pack, {base::today(), false})) {
            settings.configuration.languages = std::move(reading->pack.languages);
            settings.origins["languages"] = "the pack";
        }
    }
}

} // namespace

bool configure(const std::filesystem::path& named, const ConfigurationOptions& said, RunOptions& options,
               std::ostream& error) {
    auto settings = settingsOf(named, said);
    if (!settings) {
        writeProblem(settings.error(), named, error);
        return false;
    }
    for (const base::Problem& problem : settings->problems) {
        writeProblem(problem, settings->file, error);
    }
    options.configuration = std::move(settings->configuration);
    if (options.pack.empty()) {
        options.pack = options.configuration.pack;
    }
    if (options.pack.empty()) {
        error << "schacht: which pack? Write its folder behind the command, or as \"pack\" into the configuration "
                 "file.\n";
        return false;
    }
    return true;
}

int config(const std::filesystem::path& named, const ConfigurationOptions& said, std::ostream& out,
           std::ostream& error) {
    auto settings = settingsOf(named, said);
    if (!settings) {
        writeProblem(settings.error(), named, error);
        return 2;
    }
    for (const base::Problem& problem : settings->problems) {
        writeProblem(problem, settings->file, out);
    }
    if (settings->file.empty()) {
        out << "There is no configuration file: " << usualConfiguration << " is not there, and none is named.\n";
    }
    fromPack(*settings);
    out << "What holds, and where it comes from:\n";
    for (const Holding& each : whatHolds(settings->configuration, settings->origins)) {
        out << "  " << each.key << ": " << each.value << " (" << each.from << ")\n";
    }
    sayReach(out, settings->configuration);
    const auto wrong = [](const auto& problem) { return problem.severity == base::Severity::error; };
    return std::any_of(settings->problems.begin(), settings->problems.end(), wrong) ? 1 : 0;
}

} // namespace schacht::kiosk
