#include "kiosk/commands/production.hpp"

#include "engine/base/clock.hpp"

#include "kiosk/commands/prepare.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace schacht::kiosk {

namespace {

void collectPictures(const scene::Node& node, float scale, std::vector<assets::PictureRequest>& out) {
    if (const auto* picture = std::get_if<scene::PicturePaint>(&node.paint)) {
        const auto pixels = [scale](float mm) { return std::max(1, static_cast<int>(std::ceil(mm * scale))); };
        out.push_back(assets::quantised({picture->file, pixels(node.box.width), pixels(node.box.height)}));
    }
    for (const scene::Node& child : node.children) {
        collectPictures(child, scale, out);
    }
}

using visitor::ScreenKind;
using visitor::Stop;

struct Scene {
    std::string name;
    Stop stop;
    visitor::Menu menu = visitor::Menu::none;
    bool asking = false;
};

std::vector<Scene> everyScreen(const catalogue::Catalogue& catalogue) {
    std::vector<Scene> out;
    for (std::size_t i = 0; i < std::max<std::size_t>(catalogue.pack().attract.size(), 1); ++i) {
        out.push_back({"attract-" + std::to_string(i + 1), {ScreenKind::attract, "", static_cast<int>(i), 0}});
    }
    out.push_back({"home", {ScreenKind::home, "", 0, 0}});
    out.push_back({"language", {ScreenKind::home, "", 0, 0}, visitor::Menu::language});
    out.push_back({"still-there", {ScreenKind::home, "", 0, 0}, visitor::Menu::none, true});
    for (const auto& theme : catalogue.pack().themes) {
        out.push_back({"theme-" + theme.id, {ScreenKind::theme, theme.id, 0, 0}});
    }
    for (const auto& item : catalogue.pack().items) {
        const auto pages = std::get<content::Story>(item.body).pages.size();
        for (std::size_t page = 0; page < pages; ++page) {
            out.push_back({"story-" + item.id + "-" + std::to_string(page + 1),
                           {ScreenKind::story, item.id, static_cast<int>(page), 0}});
        }
        out.push_back({"end-" + item.id, {ScreenKind::end, item.id, 0, 0}});
    }
    return out;
}

} // namespace

int tour(const RunOptions& options, const std::filesystem::path& folder, std::ostream& out, std::ostream& error) {
    auto production = Production::open(options);
    if (!production) {
        error << "schacht: " << production.error().message << "\n";
        return 1;
    }
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) {
        error << "schacht: the folder " << folder.string() << " cannot be made: " << failed.message() << "\n";
        return 1;
    }
    Production& made = **production;
    visitor::Visit visit(made.material().catalogue(), made.material().words, made.material().theme,
                         {options.language, 1e9, 20, true});
    int missing = 0;
    const auto screens = everyScreen(made.material().catalogue());
    for (std::size_t i = 0; i < screens.size(); ++i) {
        const Scene& scene = screens[i];
        const base::Seconds now = base::now();
        visit.goTo(scene.stop, now);
        if (scene.stop.kind == ScreenKind::attract) {
            visit.showAttract(scene.stop.page);
        }
        visit.open(scene.menu, now);
        if (scene.asking) {
            visit.ask(now);
        }
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), "%03zu-", i + 1);
        const auto file = folder / (number.data() + scene.name + ".png");
        if (!made.shell().settle(visit, file, 30)) {
            error << "schacht: " << scene.name << " was not complete, or could not be kept\n";
            ++missing;
        }
    }
    out << screens.size() << " screens are in " << folder.string() << "\n";
    return missing == 0 ? 0 : 1;
}

int prepareScreens(const RunOptions& options, std::ostream& out, std::ostream& error) {
    auto material = Material::read(options);
    if (!material) {
        error << "schacht: " << material.error().message << "\n";
        return 2;
    }
    const bool given = options.width > 0;
    const stage::Screen screen = stage::screenFor(given ? options.width : 1920, given ? options.height : 1080,
                                                  options.diagonal > 0 ? options.diagonal : stage::usualDiagonal);
    visitor::Visit visit(material->catalogue(), material->words, material->theme, {options.language, 1e9, 20, true});
    text::Typesetter typesetter;
    std::vector<assets::PictureRequest> requests;
    for (const Scene& scene : everyScreen(material->catalogue())) {
        visit.goTo(scene.stop, 0);
        if (scene.stop.kind == ScreenKind::attract) {
            visit.showAttract(scene.stop.page);
        }
        collectPictures(visit.show(screen, typesetter, 0).root, screen.pixelsPerMillimetre, requests);
    }
    return prepare(options.pack, requests, out);
}

} // namespace schacht::kiosk
