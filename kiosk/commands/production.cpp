#include "kiosk/commands/production.hpp"

#include "engine/content/read_pack.hpp"
#include "kiosk/commands/places.hpp"

namespace schacht::kiosk {

base::Result<Material> Material::read(const RunOptions& options) {
    auto reading = content::readPack(options.pack, {today(), true});
    if (!reading) {
        return tl::unexpected(reading.error());
    }
    const auto content = contentFolder();
    auto words = visitor::Words::read(content / "strings", reading->pack.strings);
    if (!words) {
        return tl::unexpected(words.error());
    }
    auto theme = scene::readTheme(content / "theme.json");
    if (!theme) {
        return tl::unexpected(theme.error());
    }
    return Material{std::make_unique<catalogue::Catalogue>(std::move(reading->pack)), std::move(*words),
                    std::move(*theme), std::move(reading->problems)};
}

base::Result<std::unique_ptr<Production>> Production::open(const RunOptions& options) {
    auto material = Material::read(options);
    if (!material) {
        return tl::unexpected(material.error());
    }
    auto made = std::make_unique<Production>();
    made->shown = std::move(*material);
    stage::ShellOptions shell;
    shell.pack = options.pack;
    shell.icons = contentFolder() / "icons";
    shell.probe = probeProgram();
    shell.player.ceiling = options.ceiling;
    if (!options.sound.empty()) {
        shell.player.output = "afile";
        shell.player.recording = options.sound;
    }
    shell.trace = options.trace;
    shell.width = options.width;
    shell.height = options.height;
    shell.diagonal = options.diagonal;
    shell.ground = made->shown.theme.colour.coal;
    auto window = stage::Shell::open(shell);
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
