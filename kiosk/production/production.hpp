#pragma once
#include "engine/base/problem.hpp"
#include "engine/catalogue/catalogue.hpp"
#include "engine/scene/design.hpp"
#include "engine/stage/shell.hpp"
#include "kiosk/production/run_options.hpp"
#include "kiosk/visitor/session/session.hpp"

#include <memory>
#include <optional>
#include <string>

/// What a pack is shown with: the pack that was read, the kiosk's own words and design, the options of a run, and the
/// shell with its window. What only staff see, and what single commands do, stands above it.
namespace schacht::kiosk {

/// What a pack is shown with: its catalogue, the kiosk's words and its looks. No window.
struct Material {
    /// Refused where the pack or the kiosk's own content cannot be read. before: the whole pack as it was, which stays
    /// where it has an error now (content::keepLastGood); null: what has an error is left out. Any thread.
    [[nodiscard]] static base::Result<Material> read(const RunOptions& options, const content::Pack* before = nullptr);
    [[nodiscard]] const catalogue::Catalogue& catalogue() const { return *items; }
    /// The pack of every day, also what is not shown today.
    [[nodiscard]] const content::Pack& whole() const { return everyDay ? *everyDay : items->pack(); }
    /// What of the pack is shown on a day, "2026-11-30"; null: the same as now. Reads nothing.
    [[nodiscard]] std::unique_ptr<catalogue::Catalogue> on(const std::string& day) const;

    std::unique_ptr<catalogue::Catalogue> items;   ///< what is shown
    std::string day;                               ///< on this day
    std::unique_ptr<const content::Pack> everyDay; ///< null: it has no dates
    visitor::Words words;
    scene::Design theme;
    std::vector<base::Problem> problems; ///< of the pack and the options; what could not be shown is left out
};

/// How the screen hangs, as configured.
[[nodiscard]] graphics::Orientation orientationOf(const RunOptions& options);

/// Where what was decoded is kept, as configured.
[[nodiscard]] assets::CachePlace cacheOf(const RunOptions& options);

/// What every visit begins with: as the options say, and in low reach on a glass that hangs too high for the ordinary
/// layout. width and height: of the picture; diagonal: inches.
[[nodiscard]] visitor::Access accessOn(const RunOptions& options, int width, int height, float diagonal);

/// Where `--start` leads: "home", or an item, theme, place or person by its id; "": the attract screen. None where
/// there is no such thing.
[[nodiscard]] std::optional<visitor::Stop> stopFor(const std::string& start, const catalogue::Catalogue& catalogue);
/// What is said then.
[[nodiscard]] std::string nothingToStartWith(const std::string& start);

/// The shell with its window, for a pack that is shown in these colours. ends, log: as in stage::ShellOptions. Refused
/// where there is no screen.
[[nodiscard]] base::Result<std::unique_ptr<stage::Shell>>
openShell(const RunOptions& options, base::Colour ground, base::EndSignals* ends = nullptr, base::Log* log = nullptr);

/// Where the log is, as configured: the whole path.
[[nodiscard]] std::filesystem::path logFileOf(const Configuration& configuration);
/// The log, as configured. Refused as base::Log::open.
[[nodiscard]] base::Result<std::unique_ptr<base::Log>> openLog(const Configuration& configuration);

/// What every visit begins with on this shell's glass.
[[nodiscard]] visitor::Access accessOn(const RunOptions& options, const stage::Shell& shell);

/// How a visit begins and moves on this shell.
[[nodiscard]] visitor::Session::Options visitOn(const RunOptions& options, const stage::Shell& shell);

/// The material, and the shell with its window.
class Production {
public:
    /// Reads the pack and opens the window. Refused as Material::read, and where there is no screen.
    /// ends, log: as openShell().
    [[nodiscard]] static base::Result<std::unique_ptr<Production>>
    open(const RunOptions& options, base::EndSignals* ends = nullptr, base::Log* log = nullptr);

    [[nodiscard]] const Material& material() const { return shown; }
    [[nodiscard]] Material& material() { return shown; }
    [[nodiscard]] stage::Shell& shell() { return *window; }

    /// What every visit begins with on this glass.
    [[nodiscard]] visitor::Access access() const;

private:
    RunOptions wanted;
    Material shown;
    std::unique_ptr<stage::Shell> window;
};

} // namespace schacht::kiosk
