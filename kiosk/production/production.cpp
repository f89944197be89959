#include "kiosk/production/production.hpp"

#include "engine/base/clock.hpp"
#include "engine/content/pack/in_time.hpp"
#include "engine/content/pack/last_good.hpp"
#include "engine/content/pack/read_pack.hpp"
#include "kiosk/configuration/mount.hpp"
#include "kiosk/production/places.hpp"

#include <algorithm>
#include <unistd.h>

namespace schacht::kiosk {

namespace {

/// Of the languages that are wanted, those that there are words in; no other is offered then. Empty: all are.
std::vector<std::string> offer(const std::vector<std::string>& wanted, const std::vector<std::string>& pack,
                               visitor::Words& words, std::vector<base::Problem>& problems) {
    const auto own = words.languages();
    std::vector<std::string> offered;
    for (const std::string& tag : wanted) {
        const bool known = std::find(pack.begin(), pack.end(), tag) != pack.end() ||
                           std::find(own.begin(), own.end(), tag) != own.end();
        if (!known) {
            problems.push_back({"unknown-language",
                                base::Severity::warning,
                                "The language \"" + tag +
                                    "\" is to be offered, but there are no words in it. Write it as the pack's "
                                    "pack.json does, or leave it out.",
                                {}});
        } else if (std::find(offered.begin(), offered.end(), tag) == offered.end()) {
            offered.push_back(tag);
        }
    }
    if (!offered.empty()) {
        words.offer(offered);
    }
    return offered;
}

} // namespace

base::Result<Material> Material::read(const RunOptions& options, const content::Pack* before) {
    std::string day = base::today();
    auto reading = content::readPack(options.pack, {.today = day, .everyDay = true});
    if (!reading) {
        return tl::unexpected(reading.error());
    }
    if (before != nullptr) {
        content::keepLastGood(reading->pack, *before, reading->problems);
    }
    const auto content = contentFolder();
    auto words = visitor::Words::read(content / "strings", reading->pack.strings);
    if (!words) {
        return tl::unexpected(words.error());
    }
    if (auto offered = offer(options.configuration.languages, reading->pack.languages, *words, reading->problems);
        !offered.empty()) {
        reading->pack.languages = std::move(offered);
    }
    auto theme = scene::readDesign(content / "theme.json");
    if (!theme) {
        return tl::unexpected(theme.error());
    }
    auto everyDay = content::hasDates(reading->pack) ? std::make_unique<const content::Pack>(reading->pack) : nullptr;
    auto shown = std::make_unique<catalogue::Catalogue>(content::packOn(std::move(reading->pack), day));
    return Material{std::move(shown),  std::move(day),    std::move(everyDay),
                    std::move(*words), std::move(*theme), std::move(reading->problems)};
}

std::unique_ptr<catalogue::Catalogue> Material::on(const std::string& another) const {
    if (everyDay == nullptr) {
        return nullptr;
    }
    content::Pack pack = content::packOn(*everyDay, another);
    const auto& now = items->pack().items;
    const bool same = std::equal(pack.items.begin(), pack.items.end(), now.begin(), now.end(),
                                 [](const auto& a, const auto& b) { return a.id == b.id; });
    return same ? nullptr : std::make_unique<catalogue::Catalogue>(std::move(pack));
}

graphics::Orientation orientationOf(const RunOptions& options) {
    return graphics::orientationNamed(options.configuration.orientation).value_or(graphics::Orientation::asGiven);
}

assets::CachePlace cacheOf(const RunOptions& options) {
    assets::CachePlace place;
    if (!options.configuration.cache.empty()) {
        place.folder = options.configuration.cache;
    }
    place.limit = static_cast<std::uintmax_t>(options.configuration.cacheLimit * 1e6);
    return place;
}

visitor::Access accessOn(const RunOptions& options, int width, int height, float diagonal) {
    visitor::Access access = options.configuration.access;
    const double mount = options.configuration.mount;
    if (mount >= 0 && reachFrom(mount, static_cast<double>(diagonal), width, height).beginsLow()) {
        access.lowReach = true;
    }
    return access;
}

std::filesystem::path logFileOf(const Configuration& configuration) {
    std::error_code unknown;
    return configuration.log.empty() ? base::usualLogFile() : std::filesystem::absolute(configuration.log, unknown);
}

base::Result<std::unique_ptr<base::Log>> openLog(const Configuration& configuration) {
    base::LogOptions log;
    log.file = logFileOf(configuration);
    log.limit = static_cast<std::uintmax_t>(configuration.logLimit * 1e6);
    log.level = base::logLevelNamed(configuration.logLevel).value_or(base::LogLevel::info);
    return base::Log::open(std::move(log));
}

visitor::Access accessOn(const RunOptions& options, const stage::Shell& shell) {
    const base::Size glass = shell.glassSize();
    return accessOn(options, static_cast<int>(glass.width), static_cast<int>(glass.height), shell.glassDiagonal());
}

visitor::Access Production::access() const {
    return accessOn(wanted, *window);
}

visitor::Session::Options visitOn(const RunOptions& options, const stage::Shell& shell) {
    return {options.language,
            options.configuration.idle,
            options.configuration.answer,
            shell.software() ? visitor::Movement::calm : visitor::Movement::full,
            accessOn(options, shell),
            options.configuration.volume};
}

base::Result<std::unique_ptr<stage::Shell>> openShell(const RunOptions& options, base::Colour ground,
                                                      base::EndSignals* ends, base::Log* log) {
    const Configuration& configured = options.configuration;
    stage::ShellOptions shell;
    shell.pack = options.pack;
    shell.icons = contentFolder() / "icons";
    shell.probe = probeProgram();
    shell.player.ceiling = configured.volumeCeiling;
    if (!options.sound.empty()) {
        shell.player.output = "afile";
        shell.player.recording = options.sound;
    }
    if (options.voice) {
        shell.narrator = media::SpeechDispatcherOptions{.ceiling = configured.volumeCeiling};
    }
    shell.headphones = configured.headphones;
    shell.trace = options.trace;
    shell.traceGoesOn = options.traceGoesOn;
    shell.sounds = serviceContent() / "sounds";
    shell.width = options.width;
    shell.height = options.height;
    shell.diagonal = static_cast<float>(configured.diagonal);
    shell.onDesk = options.onDesk;
    shell.orientation = orientationOf(options);
    shell.renderer = graphics::rendererNamed(configured.renderer).value_or(graphics::Renderer::fitting);
    shell.cache = cacheOf(options);
    shell.log = log;
    shell.ends = ends;
    shell.budget = static_cast<std::size_t>(configured.budget * 1e6);
    shell.ground = ground;
    auto opened = stage::Shell::open(shell);
    if (opened && !configured.headphones.empty() && ::access(configured.headphones.c_str(), R_OK) != 0) {
        (*opened)->report({"no-jack",
                           base::Severity::warning,
                           "The jack \"" + configured.headphones +
                               "\" cannot be watched. Look whether it is there, and whether the kiosk's user is in "
                               "the group \"input\".",
                           {}});
    }
    return opened;
}

base::Result<std::unique_ptr<Production>> Production::open(const RunOptions& options, base::EndSignals* ends,
                                                           base::Log* log) {
    auto material = Material::read(options);
    if (!material) {
        return tl::unexpected(material.error());
    }
    auto made = std::make_unique<Production>();
    made->wanted = options;
    made->shown = std::move(*material);
    auto window = openShell(options, made->shown.theme.colour.coal, ends, log);
    if (!window) {
        return tl::unexpected(window.error());
    }
    made->window = std::move(*window);
    for (const base::Problem& problem : made->shown.problems) {
        made->window->report(problem);
    }
    return made;
}

} // namespace schacht::kiosk
