#include "kiosk/production/production.hpp"

#include "engine/assets/picture_store.hpp"
#include "engine/base/clock.hpp"
#include "engine/content/kinds/questions.hpp"
#include "engine/stage/close_look.hpp"
#include "engine/stage/tour_pictures.hpp"

#include "kiosk/commands/contact_sheet.hpp"
#include "kiosk/commands/motion.hpp"
#include "kiosk/commands/prepare.hpp"
#include "kiosk/commands/prepare_waveforms.hpp"
#include "kiosk/commands/screens.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <ostream>

namespace schacht::kiosk {

namespace {

void collectPictures(const scene::Node& node, base::Size pixelsOfScreen, float scale,
                     std::vector<assets::PictureRequest>& out) {
    const auto* picture = std::get_if<scene::PicturePaint>(&node.paint);
    if (picture != nullptr && picture->pixels.width > 0) {
        const auto wanted = stage::wholeWanted(picture->pixels, pixelsOfScreen);
        out.push_back(assets::quantised({picture->file, wanted.width, wanted.height}));
    } else if (picture != nullptr) {
        const auto pixels = [scale](float mm) { return std::max(1, static_cast<int>(std::ceil(mm * scale))); };
        out.push_back(assets::quantised({picture->file, pixels(node.box.width), pixels(node.box.height)}));
    }
    for (const scene::Node& child : node.children) {
        collectPictures(child, pixelsOfScreen, scale, out);
    }
}

/// What a visitor may choose that makes pictures larger or smaller, each once; first, what a visit begins with.
std::vector<visitor::Access> accessesFrom(const visitor::Access& usual) {
    std::vector<visitor::Access> all{usual};
    for (const bool low : {usual.lowReach, !usual.lowReach}) {
        for (int size = 1; size <= visitor::textSizes; ++size) {
            visitor::Access access = usual;
            access.textSize = size;
            access.lowReach = low;
            if (access != usual) {
                all.push_back(access);
            }
        }
    }
    return all;
}

/// As the shell does when it is asked: how large the pictures are that can be looked at closely.
void tellSizes(visitor::Session& session, const content::Pack& pack) {
    assets::PictureStore pictures(pack.root, nullptr);
    for (const content::Item& item : pack.items) {
        for (const content::Exhibit& one : content::exhibitsOf(item)) {
            const std::string& file = one.picture->file;
            const auto made = pictures.make({file, 0, 0, assets::PictureRequest::Part::size, {}}, false, {});
            if (made) {
                (void)session.happen(
                    stage::PictureMeasured{file, base::Size{static_cast<float>(made->bitmap->width),
                                                            static_cast<float>(made->bitmap->height)}});
            }
        }
    }
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
    visitor::Session session(
        made.material().catalogue(), made.material().words, made.material().theme,
        {options.language, 1e9, 20, visitor::Movement::none, made.access(), visitor::House{}.volume, true});
    std::vector<std::filesystem::path> files;
    int missing = 0;
    const auto picture = [&](const std::string& name) {
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), "%03zu-", files.size() + 1);
        files.push_back(folder / (number.data() + name + ".png"));
        constexpr base::Seconds patience = 120; // a busy machine draws the same screens, later
        if (const auto why = stage::takePicture(made.shell(), session, files.back(), patience); !why.empty()) {
            error << "schacht: " << name << " is not complete: " << why << "\n";
            ++missing;
        }
    };
    for (const Screenful& scene : everyScreen(made.material().catalogue())) {
        visitTo(session, scene, base::now());
        picture(scene.name);
        while (turnWithinPage(session, base::now())) {
            picture(scene.name + "-part-" + std::to_string(visitor::leafAt(session.now().visit.here.own).part + 1));
        }
    }
    const std::string& language =
        options.language.empty() ? made.material().catalogue().pack().languages.front() : options.language;
    constexpr int columns = 6;
    constexpr int width = 400;
    missing += writeContactSheet(files, columns, width, folder / ("contact-sheet-" + language + ".png")) ? 0 : 1;
    out << files.size() << " screens are in " << folder.string() << "\n";
    if (options.motion) {
        const int strips = filmTransitions(made, options, folder / "motion");
        missing += strips == 0 ? 1 : 0;
        out << strips << " transitions are in " << (folder / "motion").string() << "\n";
    }
    return missing == 0 ? 0 : 1;
}

int prepareScreens(const RunOptions& options, std::ostream& out, std::ostream& error) {
    auto material = Material::read(options);
    if (!material) {
        error << "schacht: " << material.error().message << "\n";
        return 2;
    }
    constexpr base::Size usual{1920, 1080};
    const bool given = options.width > 0;
    const base::Size screenful = given ? base::Size{} : graphics::screenSize().value_or(usual);
    int width = given ? options.width : static_cast<int>(screenful.width);
    int height = given ? options.height : static_cast<int>(screenful.height);
    if (graphics::quarter(
            graphics::turnFor(orientationOf(options), {static_cast<float>(width), static_cast<float>(height)}))) {
        std::swap(width, height);
    }
    const float diagonal =
        options.configuration.diagonal > 0 ? static_cast<float>(options.configuration.diagonal) : stage::usualDiagonal;
    const stage::Screen screen = stage::screenFor(width, height, diagonal);
    visitor::Session session(material->catalogue(), material->words, material->theme,
                             {options.language, 1e9, 20, visitor::Movement::none,
                              accessOn(options, width, height, diagonal), visitor::House{}.volume, true});
    text::Typesetter typesetter;
    std::vector<assets::PictureRequest> requests;
    tellSizes(session, material->catalogue().pack());
    const base::Size pixels{screen.size.width * screen.pixelsPerMillimetre,
                            screen.size.height * screen.pixelsPerMillimetre};
    const auto screens = everyScreen(material->catalogue());
    for (const visitor::Access& access : accessesFrom(visitor::accessOf(session.now()))) {
        session.intend(visitor::ChooseAccess{access}, 0);
        for (const Screenful& scene : screens) {
            visitTo(session, scene, 0);
            do {
                (void)session.measure(screen, typesetter, 0);
                collectPictures(session.show(screen, typesetter, 0).root, pixels, screen.pixelsPerMillimetre, requests);
            } while (turnWithinPage(session, 0));
        }
    }
    std::vector<std::string> recordings;
    for (const content::Item& item : material->catalogue().pack().items) {
        if (const auto played = content::playedOf(item.body); played.medium != nullptr && !played.film) {
            recordings.push_back(*played.medium);
        }
    }
    const assets::CachePlace cache = cacheOf(options);
    const int pictures = prepare(options.pack, requests, cache, out);
    return pictures == 2 ? pictures : std::max(pictures, prepareWaveforms(options.pack, recordings, cache.folder, out));
}

} // namespace schacht::kiosk
