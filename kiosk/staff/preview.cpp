#include "kiosk/staff/preview.hpp"

#include "kiosk/visitor/frame/kinds.hpp"
#include "kiosk/visitor/session/recording.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace schacht::kiosk {

Preview::Preview(PackReader& from, const scene::Design& looks, visitor::Session::Options wanted, std::string where,
                 Begins tells)
    : reader(from), theme(looks), options(std::move(wanted)), start(std::move(where)), begins(std::move(tells)) {}

void Preview::begin(base::Seconds now) {
    waiting = take(now);
}

std::optional<base::Seconds> Preview::due() const {
    if (!waiting.empty()) {
        return 0;
    }
    return session ? session->due() : std::nullopt;
}

std::vector<stage::Effect> Preview::happen(const stage::Happening& happening) {
    std::vector<stage::Effect> effects = std::exchange(waiting, {});
    const auto add = [&effects](std::vector<stage::Effect> more) {
        effects.insert(effects.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    };
    if (const auto* nudged = std::get_if<stage::Nudged>(&happening)) {
        add(take(nudged->now));
        return effects;
    }
    if (const auto* began = std::get_if<stage::DayBegan>(&happening); began != nullptr && material != nullptr) {
        if (began->day != material->day) {
            reader.readAgain();
        }
    }
    if (const auto* gesture = std::get_if<input::Gesture>(&happening)) {
        const auto* tapped = std::get_if<input::Tapped>(gesture);
        if (tapped != nullptr && tapped->target == previewMore) {
            ++news.shown;
        }
        news.hidden = news.hidden || (tapped != nullptr && tapped->target == previewHide);
    }
    if (const auto* player = std::get_if<media::PlayerState>(&happening)) {
        tellOf(*player);
    }
    if (session) {
        add(session->happen(happening));
    }
    return effects;
}

/// A sound or film is only known to be broken once it was to play; told until the pack is read again.
void Preview::tellOf(const media::PlayerState& player) {
    const bool fails = player.phase == media::Phase::failed && player.problem;
    if (fails && std::find(news.errors.begin(), news.errors.end(), *player.problem) == news.errors.end()) {
        news.errors.insert(news.errors.begin(), *player.problem);
        news.shown = 0;
        news.hidden = false;
    }
}

/// Whether the problem that the bar shows is one of the page on the screen.
bool Preview::wrongHere() const {
    if (!session || news.errors.empty() || news.hidden) {
        return false;
    }
    const base::Location& location = news.errors[news.shown % news.errors.size()].location;
    const visitor::Stop& here = session->now().visit.here;
    const auto* item = material->catalogue().item(here.id);
    if (item == nullptr || item->file != location.file) {
        return false;
    }
    // of what is shown one at a time, only what is wrong there
    constexpr std::string_view pages = "/pages/";
    return here.kind != visitor::ScreenKind::item || !location.pointer.starts_with(pages) ||
           (location.pointer + "/")
               .starts_with(std::string(pages) + std::to_string(visitor::leafAt(here.own).page) + "/");
}

std::vector<stage::Effect> Preview::take(base::Seconds now) {
    std::vector<stage::Effect> effects;
    for (Rereading& reread : reader.news()) {
        effects.emplace_back(
            stage::FilesChanged{std::vector<std::string>(reread.changed.begin(), reread.changed.end())});
        stage::TraceLine report{
            "reread", {{"ms", reread.seconds * 1000}, {"files", static_cast<double>(reread.changed.size())}}, true};
        show(std::move(reread), now);
        report.fields.emplace_back("errors", static_cast<double>(news.errors.size()));
        effects.emplace_back(std::move(report));
    }
    return effects;
}

void Preview::show(Rereading reread, base::Seconds now) {
    std::vector<base::Problem> errors;
    std::copy_if(reread.problems.begin(), reread.problems.end(), std::back_inserter(errors),
                 [](const base::Problem& problem) { return problem.severity == base::Severity::error; });
    std::stable_partition(errors.begin(), errors.end(), [&](const base::Problem& problem) {
        return reread.changed.contains(problem.location.file); // what was saved just now
    });
    news = {std::move(errors), 0, false, ""};
    moment = reread.moment;
    if (!reread.material) {
        return;
    }
    auto next = std::make_unique<visitor::Session>(reread.material->catalogue(), reread.material->words,
                                                   reread.material->theme, options);
    const visitor::Stop home{visitor::ScreenKind::home, "", {}};
    const bool atHome = !session || session->now().visit.here.kind == home.kind;
    const bool waits = !begun && atHome; // for what it is to begin with
    const auto stop = waits ? stopFor(start, reread.material->catalogue()) : std::nullopt;
    if (waits && !stop) {
        news.errors.push_back({"no-start", base::Severity::error, nothingToStartWith(start), {}});
    }
    if (session && !stop) {
        next->goOn(*session,
                   {{reread.changed.begin(), reread.changed.end()}, reread.material->day, visitor::hex(reread.files)},
                   now);
    } else {
        begins ? begins(reread, next->now()) : void();
        next->intend(visitor::JumpTo{stop.value_or(home)}, now);
        begun = stop.has_value();
    }
    session = std::move(next);
    material = std::move(reread.material);
}

scene::Scene Preview::show(const stage::Screen& screen, text::Typesetter& typesetter, base::Seconds now) {
    scene::Scene scene;
    if (session) {
        scene = session->show(screen, typesetter, now);
    } else {
        scene.size = screen.size;
        scene.root.box = {0, 0, screen.size.width, screen.size.height};
        scene.language = "en";
    }
    if (const auto text = wrongHere() ? scene::textOn(scene) : std::nullopt) {
        scene.root.children.push_back(previewOutline(*text));
    }
    news.tag = "Preview · " + scene.language + " · " +
               std::to_string(std::lround(screen.size.width * screen.pixelsPerMillimetre)) + " x " +
               std::to_string(std::lround(screen.size.height * screen.pixelsPerMillimetre)) + " · read " + moment;
    scene.root.children.push_back(previewBar(news, screen, theme, typesetter));
    return scene;
}

} // namespace schacht::kiosk
