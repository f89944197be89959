#include "kiosk/commands/motion.hpp"
#include "kiosk/visitor/frame/kinds.hpp"

#include "engine/base/clock.hpp"
#include "engine/stage/tour_pictures.hpp"
#include "kiosk/commands/contact_sheet.hpp"
#include "kiosk/commands/screens.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace schacht::kiosk {

namespace {

using namespace visitor;

/// One transition: where a visitor stands, what is touched, and how long to look.
struct Transition {
    std::string name;
    Stop from;
    Intent touch;
    base::Seconds length = 0.4;
    Menu menu = Menu::none;
    bool asking = false;
    std::optional<Intent> before{}; ///< touched first, so that there is a way back
};

/// The first item of a kind that begins without a notice.
template <class Body>
const content::Item* firstOf(const catalogue::Catalogue& catalogue) {
    for (const content::Item& item : catalogue.pack().items) {
        if (std::holds_alternative<Body>(item.body) && item.notice.empty()) {
            return &item;
        }
    }
    return nullptr;
}

void addItems(const catalogue::Catalogue& catalogue, const Access& access, const std::string& theme,
              std::vector<Transition>& out) {
    const Stop shelf{ScreenKind::theme, theme, {}};
    if (const auto* story = firstOf<content::Story>(catalogue)) {
        const Stop page = stopAt(*story);
        const Stop last{ScreenKind::item, story->id, tourOf(*story, story->body).back().own};
        out.push_back({"theme-to-story", shelf, OpenItem{story->id}});
        out.push_back({"story-back-to-theme", shelf, GoBack{}, 0.36, Menu::none, false, OpenItem{story->id}});
        out.push_back({"page-by-arrow", page, TurnPage{1}});
        out.push_back({"story-to-end", last, TurnPage{1}});
        out.push_back({"picture-to-closeup", page, OpenPicture{story->id, 0}, 0.6});
        out.push_back({"closeup-back-to-page", page, GoBack{}, 0.6, Menu::none, false, OpenPicture{story->id, 0}});
        out.push_back({"language-chosen", page, ChooseLanguage{catalogue.pack().languages.back()}, 0.3});
        Access large = access;
        large.textSize = textSizes;
        out.push_back({"text-size", page, ChooseAccess{large}, 0.3});
        out.push_back({"menu-opens", page, ToggleLanguages{}, 0.3});
        out.push_back({"menu-closes", page, ToggleLanguages{}, 0.3, Menu::language});
    }
    if (const auto* gallery = firstOf<content::Gallery>(catalogue)) {
        const Stop picture = stopAt(*gallery);
        const std::size_t third = std::min<std::size_t>(2, catalogue.exhibits(*gallery).size() - 1);
        out.push_back({"zoom-by-button", picture, Magnify{1}, 0.3});
        out.push_back({"picture-by-thumbnail", picture, OpenPicture{gallery->id, third}});
        out.push_back({"picture-by-arrow", picture, TurnPage{1}});
    }
    if (const auto* film = firstOf<content::Film>(catalogue)) {
        out.push_back({"theme-to-film", shelf, OpenItem{film->id}});
    }
    if (const auto* voice = firstOf<content::OralHistory>(catalogue)) {
        out.push_back({"theme-to-voice", shelf, OpenItem{voice->id}});
    }
    const auto told = std::find_if(catalogue.pack().items.begin(), catalogue.pack().items.end(),
                                   [](const content::Item& item) { return !item.notice.empty(); });
    if (told != catalogue.pack().items.end()) {
        out.push_back({"theme-to-notice", shelf, OpenItem{told->id}});
        out.push_back({"notice-to-story", {ScreenKind::notice, told->id, {}}, AnswerNotice{}});
    }
}

std::vector<Transition> transitionsOf(const catalogue::Catalogue& catalogue, const Access& access) {
    const Stop home{ScreenKind::home, "", {}};
    std::vector<Transition> out;
    out.push_back({"attract-to-home", {}, Begin{}, 0.6});
    if (!catalogue.pack().themes.empty()) {
        const std::string& theme = catalogue.pack().themes.front().id;
        out.push_back({"home-to-theme", home, OpenTheme{theme}});
        out.push_back({"theme-back-to-home", home, GoBack{}, 0.36, Menu::none, false, OpenTheme{theme}});
        out.push_back({"shelf-by-arrow", {ScreenKind::theme, theme, {}}, StepShelf{1}, 0.5});
        addItems(catalogue, access, theme, out);
    }
    out.push_back({"still-there-answered", home, StayHere{}, 0.3, Menu::none, true});
    out.push_back({"idle-over", home, StartOver{}, 0.8, Menu::none, true});
    return out;
}

} // namespace

int filmTransitions(Production& production, const RunOptions& options, const std::filesystem::path& folder) {
    constexpr int pictures = 10;
    constexpr base::Seconds patience = 30;
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    std::vector<std::filesystem::path> frames;
    for (int i = 0; i < pictures; ++i) {
        frames.push_back(folder / (".frame-" + std::to_string(i) + ".png"));
    }
    stage::Shell& shell = production.shell();
    const Material& material = production.material();
    int made = 0;
    bool whole = !failed;
    for (const Transition& one : transitionsOf(material.catalogue(), production.access())) {
        // once to its end, so that every picture is there, then again under the told clock
        for (const bool filmed : {false, true}) {
            Session session(material.catalogue(), material.words, material.theme,
                            {options.language, 1e9, 20, Movement::full, production.access(), House{}.volume, true});
            visitTo(session, {one.name, one.from, one.menu, one.asking}, base::now());
            shell.settle(session, patience);
            if (one.before) {
                session.intend(*one.before, base::now());
                shell.settle(session, patience);
            }
            const auto act = [&](base::Seconds now) { session.intend(one.touch, now); };
            if (filmed) {
                whole = stage::takeFilmstrip(shell, session, act, one.length, frames) && whole;
            } else {
                act(base::now());
                shell.settle(session, patience);
            }
        }
        constexpr int columns = 5;
        constexpr int width = 480;
        whole = writeContactSheet(frames, columns, width, folder / (one.name + ".png")) && whole;
        ++made;
    }
    for (const auto& frame : frames) {
        std::filesystem::remove(frame, failed);
    }
    return whole ? made : 0;
}

} // namespace schacht::kiosk
