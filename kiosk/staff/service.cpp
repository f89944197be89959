#include "kiosk/staff/service.hpp"

#include "engine/base/clock.hpp"
#include "engine/content/pack/in_time.hpp"
#include "kiosk/configuration/pin.hpp"
#include "kiosk/production/places.hpp"
#include "kiosk/staff/day_news.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <utility>

namespace schacht::kiosk {

namespace {

constexpr media::OpenId ownSounds = 0x8000'0000; // a visit counts its openings from 1

/// The packs that stand beside one, with it, by name.
std::vector<std::filesystem::path> packsBeside(const std::filesystem::path& pack) {
    std::vector<std::filesystem::path> packs{pack};
    std::error_code unknown;
    for (const auto& entry : std::filesystem::directory_iterator(pack.parent_path(), unknown)) {
        if (entry.path() != pack && std::filesystem::exists(entry.path() / "pack.json", unknown)) {
            packs.push_back(entry.path());
        }
    }
    std::sort(packs.begin(), packs.end());
    return packs;
}

/// Bytes of memory that this program holds, what it shares with others counted in part; 0 where nobody says.
std::size_t memoryHeld() {
    std::ifstream rollup("/proc/self/smaps_rollup");
    std::string word;
    std::size_t kilobytes = 0;
    while (rollup >> word) {
        if (word == "Pss:" && rollup >> kilobytes) {
            return kilobytes * 1024;
        }
    }
    return 0;
}

/// The language that a run begins in.
std::string languageOf(const RunOptions& options, const content::Pack& pack) {
    return options.language.empty() ? pack.languages.front() : options.language;
}

std::filesystem::path whole(const std::filesystem::path& folder) {
    std::error_code unknown;
    auto path = std::filesystem::absolute(folder, unknown).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

Service::Open::Open(graphics::Canvas& canvas, const stage::Screen& screen, const Material& made, visitor::Words of,
                    const std::filesystem::path& pack)
    : desk(canvas, screen, made.theme), words(std::move(of)), problems(made.problems), packs(packsBeside(pack)) {
    std::stable_partition(problems.begin(), problems.end(),
                          [](const base::Problem& one) { return one.severity == base::Severity::error; });
    static constexpr std::array files{"left.wav", "right.wav"};
    for (std::size_t side = 0; side < files.size(); ++side) {
        if (auto tone = Tone::read(serviceContent() / "sounds" / files.at(side))) {
            tones.at(side) = std::move(*tone);
        }
    }
}

Service::Service(visitor::Session& over, Material& made, const RunOptions& begun, base::Log* lines)
    : session(over), material(made), options(begun), log(lines),
      state(begun.configuration.pin.empty()
                ? PinTries::Check{}
                : [kept = begun.configuration.pin](const std::string& digits) { return isPin(kept, digits); }),
      glass{708, 398}, opened(ownSounds) {
    options.pack = whole(options.pack);
}

Service::~Service() = default;

void Service::tell(base::LogLevel level, const std::string& words) const {
    if (log != nullptr) {
        log->write(level, "service", words);
    }
}

std::optional<base::Seconds> Service::due() const {
    if (again || !waiting.empty()) {
        return 0;
    }
    auto mine = state.due();
    if (side && sounding.phase == media::Phase::playing) {
        constexpr base::Seconds meterBreath = 0.05;
        mine = std::min(mine.value_or(drawn + meterBreath), drawn + meterBreath);
    }
    const auto theirs = session.due();
    return mine && theirs ? std::min(*mine, *theirs) : mine ? mine : theirs;
}

std::string Service::place() const {
    return session.place() + (state.shown() ? ":service" : "");
}

std::vector<stage::Effect> Service::happen(const stage::Happening& happening) {
    again = false;
    if (const auto* tick = std::get_if<stage::TimePassed>(&happening)) {
        state.pass(tick->now);
        notice(tick->now);
    }
    std::vector<stage::Effect> effects;
    const auto* played = std::get_if<media::PlayerState>(&happening);
    if (played != nullptr && played->open >= ownSounds) {
        if (played->open != opened || !side) {
            return effects; // of a test that is over
        }
        sounding = *played;
        if (sounding.phase == media::Phase::failed && open != nullptr) {
            open->note.unheard = sounding.problem ? sounding.problem->message : "";
        }
    } else {
        effects = session.happen(happening);
    }
    if (const auto* began = std::get_if<stage::DayBegan>(&happening)) {
        today = began->day;
    }
    turnToDay(session.now().device.now);
    effects.insert(effects.end(), std::make_move_iterator(waiting.begin()), std::make_move_iterator(waiting.end()));
    waiting.clear();
    return effects;
}

void Service::turnToDay(base::Seconds now) {
    if (today.empty() || today == material.day || !session.nobody()) {
        return;
    }
    if (auto next = material.on(today)) {
        const std::string news = dayNews(material.whole(), material.catalogue().pack(), next->pack(), today);
        session.showFromNowOn(*next, today, now);
        material.items = std::move(next);
        if (log != nullptr) {
            log->write(base::LogLevel::info, "day", news);
        }
    }
    material.day = today;
    auto problems = content::problemsOn(material.problems, material.whole(), today);
    for (const base::Problem& problem : problems) {
        const auto& known = material.problems;
        if (log != nullptr && std::find(known.begin(), known.end(), problem) == known.end()) {
            log->problem(problem);
        }
    }
    material.problems = std::move(problems);
    waiting.emplace_back(stage::TraceLine{"day", {{"day", today}}, true});
}

std::vector<stage::Effect> Service::measure(const stage::Screen& screen, text::Typesetter& typesetter,
                                            base::Seconds now) {
    return session.measure(screen, typesetter, now);
}

scene::Scene Service::show(const stage::Screen& screen, text::Typesetter& typesetter, base::Seconds now) {
    glass = screen.size;
    return session.show(screen, typesetter, now);
}

bool Service::feel(const input::Contact& contact) {
    const bool mine = state.feel(contact, glass);
    if (mine && open != nullptr) {
        open->desk.feel(contact);
    }
    notice(contact.time);
    return mine;
}

bool Service::press(const input::Key& key) {
    const bool mine = state.press(key);
    notice(key.time);
    return mine;
}

bool Service::press(const input::StaffKey& key) {
    const bool before = state.shown();
    state.press(key);
    notice(key.time);
    return state.shown() || before;
}

void Service::notice(base::Seconds now) {
    if (state.wrongTries() > noticedWrong) {
        tell(base::LogLevel::warning, "A wrong PIN was typed.");
    }
    noticedWrong = state.wrongTries();
    const ServicePage here = state.page();
    const ServicePage before = std::exchange(noticed, here);
    if (here == before) {
        return;
    }
    again = true;
    controlsTold.clear();
    waiting.emplace_back(stage::TraceLine{"service", {{"page", std::string(nameOf(here))}}, true});
    if (before == ServicePage::pin && here == ServicePage::menu) {
        session.intend(visitor::StartOver{}, now); // what played falls silent, and nothing is read aloud
        tell(base::LogLevel::info, "The service menu was opened.");
    }
    if (here == ServicePage::cleaning) {
        tell(base::LogLevel::info, "The glass is cleaned.");
    }
    if (here == ServicePage::closed) {
        open.reset();
        if (side) {
            waiting.emplace_back(stage::CloseMedium{});
        }
        side.reset();
        sounding = {};
    }
}

void Service::makeReady(graphics::Canvas& canvas, const stage::Screen& screen) {
    if (open != nullptr && open->desk.fits(screen)) {
        return;
    }
    open.reset(); // ImGui has one context at a time
    auto words = visitor::Words::read(serviceContent(), {});
    open = std::make_unique<Open>(canvas, screen, material, words ? std::move(*words) : visitor::Words(), options.pack);
    const auto known = open->words.languages();
    const std::string begins = languageOf(options, material.catalogue().pack());
    open->language = std::find(known.begin(), known.end(), begins) != known.end() ? begins : "en";
}

ServiceView Service::viewNow(const stage::Vitals& vitals, base::Seconds now) {
    constexpr base::Seconds stale = 2;
    if (open->memory == 0 || now > open->measured + stale) {
        open->memory = memoryHeld();
        open->measured = now;
    }
    const content::Pack& pack = material.catalogue().pack();
    return {.desk = open->desk,
            .state = state,
            .words = open->words,
            .language = open->language,
            .pack = pack,
            .problems = open->problems,
            .folder = options.pack,
            .packs = open->packs,
            .languages = pack.languages,
            .begins = languageOf(options, pack),
            .volume = options.configuration.volume,
            .vitals = vitals,
            .memory = open->memory,
            .logged = log != nullptr,
            .log = log != nullptr ? log->tail() : std::vector<std::string>(),
            .peaks = peaks(now),
            .silent = sounding.silent,
            .clock = base::wallTime("%d/%m %H:%M"),
            .now = now,
            .controls = options.trace.empty() ? nullptr : &controls};
}

void Service::draw(graphics::Canvas& canvas, const stage::Screen& screen, const stage::Vitals& vitals,
                   base::Seconds now) {
    makeReady(canvas, screen);
    drawn = now;
    if (!open->desk.usable()) {
        tell(base::LogLevel::error, "The service menu cannot be shown: there is no memory for its letters.");
        state.go(ServicePage::closed, now);
        notice(now);
        return;
    }
    const ServiceView view = viewNow(vitals, now);
    std::vector<ServiceWish> wishes;
    open->desk.draw(canvas, now, [&] {
        controls.clear();
        auto more = buildService(view, open->note);
        wishes.insert(wishes.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    });
    tellControls();
    for (const ServiceWish& wish : wishes) {
        grant(wish, now);
        again = true;
    }
    notice(now);
}

void Service::tellControls() {
    if (controls == controlsTold) {
        return;
    }
    controlsTold = controls;
    stage::TraceLine line{"service-targets", {}};
    for (const auto& [name, at] : controls) {
        line.fields.emplace_back(name + ".x", std::round(at.x));
        line.fields.emplace_back(name + ".y", std::round(at.y));
    }
    waiting.emplace_back(std::move(line));
}

void Service::grant(const ServiceWish& wish, base::Seconds now) {
    struct {
        Service& service;
        base::Seconds now;
        void operator()(const EraseDigit&) const { service.state.erase(now); }
        void operator()(const TypeDigit& typed) const { service.state.type(typed.digit, now); }
        void operator()(const TryPin&) const { service.state.enter(now); }
        void operator()(const GoToPage& to) const { service.state.go(to.page, now); }
        void operator()(const BeginLoud& loud) const {
            service.options.configuration.volume = loud.volume;
            service.session.beginWith(service.options.language, loud.volume, now);
        }
        void operator()(const BeginIn& in) const {
            service.options.language = in.language;
            service.session.beginWith(in.language, service.options.configuration.volume, now);
        }
        void operator()(const ShowPack& pack) const { service.showPack(pack.folder); }
        void operator()(const PlaySide& play) const { service.playSide(play.side); }
        void operator()(const RestartKiosk&) const { leave(End::restart, "The kiosk is restarted."); }
        void operator()(const QuitKiosk&) const { leave(End::quit, "The kiosk is closed."); }
        void leave(End how, const char* words) const {
            service.ending = how;
            service.tell(base::LogLevel::info, words);
            service.waiting.emplace_back(stage::Quit{});
        }
    } granted{*this, now};
    std::visit(granted, wish);
}

void Service::showPack(const std::filesystem::path& folder) {
    RunOptions wanted = options;
    wanted.pack = folder;
    const auto read = Material::read(wanted);
    if (!read) {
        open->note.refused = read.error().message;
        tell(base::LogLevel::warning, "The pack " + folder.string() + " is not shown: " + read.error().message);
        return;
    }
    const auto& spoken = read->catalogue().pack().languages;
    if (std::find(spoken.begin(), spoken.end(), options.language) == spoken.end()) {
        options.language.clear();
    }
    options.pack = folder;
    options.start = "home";
    options.play = false;
    ending = End::reload;
    tell(base::LogLevel::info, "The pack " + folder.string() + " is read.");
    waiting.emplace_back(stage::Quit{});
}

void Service::playSide(SoundSide which) {
    open->note.unheard.clear();
    side = which;
    ++opened;
    sounding = {};
    stage::OpenMedium sound{.request = {}, .own = true};
    sound.request.open = opened;
    sound.request.file = which == SoundSide::left ? "left.wav" : "right.wav";
    waiting.emplace_back(std::move(sound));
}

std::array<float, 2> Service::peaks(base::Seconds now) const {
    if (!side || sounding.phase != media::Phase::playing || sounding.open != opened) {
        return {};
    }
    const auto& tone = open->tones.at(static_cast<std::size_t>(*side));
    if (!tone || sounding.muted || sounding.silent) {
        return {};
    }
    auto heard = tone->peaksAt(sounding.positionAt(now));
    for (float& peak : heard) {
        peak *= static_cast<float>(sounding.volume);
    }
    return heard;
}

} // namespace schacht::kiosk
