#include "kiosk/commands/config.hpp"

#include "engine/stage/screen.hpp"
#include "kiosk/commands/problem_line.hpp"
#include "kiosk/configuration/configuration.hpp"
#include "kiosk/configuration/mount.hpp"

#include <algorithm>
#include <ostream>

namespace schacht::kiosk {

namespace {

std::filesystem::path packOf(const Configuration& configuration, const std::filesystem::path& file) {
    return configuration.pack.empty() ? std::filesystem::path()
                                      : (file.parent_path() / configuration.pack).lexically_normal();
}

void say(std::ostream& out, const char* what, const auto& value, const char* unit = "") {
    out << "  " << what << ": " << value << unit << '\n';
}

const char* yesNo(bool value) {
    return value ? "yes" : "no";
}

/// Where the file does not say which way the screen hangs, both are told.
void sayReach(std::ostream& out, const Configuration& c) {
    if (c.mount < 0) {
        say(out, "mount", "not known; write the height of the glass's lower edge to see what can be reached");
        return;
    }
    say(out, "mount", c.mount, " mm from the floor to the glass's lower edge");
    const double diagonal = c.diagonal > 0 ? c.diagonal : static_cast<double>(stage::usualDiagonal);
    out << "Reach, of a 16:9 screen of " << diagonal << " inches; from " << lowestReach << " to " << highestReach
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

} // namespace

bool configure(const std::filesystem::path& file, RunOptions& options, std::ostream& error) {
    const auto reading = readConfiguration(file);
    if (!reading) {
        writeProblem(reading.error(), file, error);
        return false;
    }
    for (const base::Problem& problem : reading->problems) {
        writeProblem(problem, file, error);
    }
    options.configuration = reading->configuration;
    options.pack = packOf(options.configuration, file);
    return true;
}

int config(const std::filesystem::path& file, std::ostream& out, std::ostream& error) {
    const auto reading = readConfiguration(file);
    if (!reading) {
        writeProblem(reading.error(), file, error);
        return 2;
    }
    for (const base::Problem& problem : reading->problems) {
        writeProblem(problem, file, out);
    }
    const Configuration& c = reading->configuration;
    std::string languages;
    for (const std::string& tag : c.languages) {
        languages += (languages.empty() ? "" : ", ") + tag;
    }
    out << "What holds:\n";
    say(out, "pack", c.pack.empty() ? std::string("the one that the command names") : packOf(c, file).string());
    say(out, "languages", languages.empty() ? std::string("all there are") : languages);
    say(out, "idle", c.idle, " s without a touch, then the visitor is asked");
    say(out, "answer", c.answer, " s to answer, then the visit is forgotten");
    if (c.diagonal > 0) {
        say(out, "diagonal", c.diagonal, " inches");
    } else {
        say(out, "diagonal", "as the screen says, else 32 inches");
    }
    say(out, "orientation", c.orientation.empty() ? std::string("as the screen is set") : c.orientation);
    say(out, "volume", c.volume, " of 7");
    say(out, "volumeCeiling", c.volumeCeiling, " of the device");
    if (c.budget > 0) {
        say(out, "budget", c.budget, " MB for pictures and words");
    } else {
        say(out, "budget", "four screens full of pixels");
    }
    say(out, "headphones", c.headphones.empty() ? std::string("no jack is watched") : c.headphones);
    say(out, "access.textSize", c.access.textSize, " of 4");
    say(out, "access.lowReach", yesNo(c.access.lowReach));
    say(out, "access.leftHand", yesNo(c.access.leftHand));
    say(out, "access.contrast", yesNo(c.access.contrast));
    say(out, "access.reducedMotion", yesNo(c.access.reducedMotion));
    say(out, "access.moreTime", yesNo(c.access.moreTime));
    sayReach(out, c);
    const bool wrong = std::any_of(reading->problems.begin(), reading->problems.end(),
                                   [](const auto& problem) { return problem.severity == base::Severity::error; });
    return wrong ? 1 : 0;
}

} // namespace schacht::kiosk
