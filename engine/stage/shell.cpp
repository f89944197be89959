#include "engine/stage/shell.hpp"

#include "engine/assets/decode.hpp"
#include "engine/base/clock.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <malloc.h>
#include <poll.h>
#include <utility>

namespace schacht::stage {

namespace {

constexpr base::Seconds framePeriod = 1.0 / 60;
constexpr base::Seconds quiet = 0.5; // without a frame: nobody drags, and what movement needed can be given back
constexpr unsigned taskThreads = 2;

} // namespace

base::Result<std::unique_ptr<Shell>> Shell::open(const ShellOptions& options) {
    auto trace = Trace::open(options.trace, options.traceGoesOn);
    if (!trace) {
        return tl::unexpected(trace.error());
    }
    auto canvas = graphics::Canvas::open(
        {options.width, options.height, "Schacht", options.orientation, options.onDesk, options.renderer});
    if (!canvas) {
        return tl::unexpected(canvas.error());
    }
    return std::unique_ptr<Shell>(new Shell(options, std::move(*canvas), std::move(*trace)));
}

Shell::Shell(const ShellOptions& wanted, std::unique_ptr<graphics::Canvas> window, Trace reports)
    : options(wanted), canvas(std::move(window)), trace(std::move(reports)), tasks(taskThreads) {
    diagonal = options.diagonal > 0 ? options.diagonal : diagonalFromEdid().value_or(usualDiagonal);
    const auto cache = std::make_shared<assets::DiskCache>(options.cache.folder, options.cache.limit);
    pack = std::make_unique<assets::Pictures>(options.pack, tasks, cache, [this](assets::PictureArrival arrival) {
        mailbox.post(PictureLetter{std::move(arrival), false});
    });
    icons = std::make_unique<assets::Pictures>(options.icons, tasks, nullptr, [this](assets::PictureArrival arrival) {
        mailbox.post(PictureLetter{std::move(arrival), true});
    });
    if (options.budget == 0) {
        options.budget =
            std::size_t{4} * 4 * static_cast<std::size_t>(canvas->width()) * static_cast<std::size_t>(canvas->height());
    }
    textures = std::make_unique<Textures>(*canvas, *pack, *icons, options.budget);
    painter = std::make_unique<Painter>(*canvas, *textures);
    playback =
        std::make_unique<Playback>(PlaybackOptions{options.pack, options.sounds, options.probe, options.cache.folder,
                                                   options.player, options.narrator, options.headphones},
                                   tasks, [this](Playback::Letter letter) { mailbox.post(std::move(letter)); });
    glass = screenFor(canvas->width(), canvas->height(), diagonal);
    listen();
    trace.write(base::now(), {"window",
                              {{"renderer", canvas->renderer()},
                               {"width", static_cast<double>(canvas->width())},
                               {"height", static_cast<double>(canvas->height())},
                               {"diagonal", static_cast<double>(diagonal)}}});
}

Shell::~Shell() {
    playback.reset();
    pack.reset(); // no arrival may come once the mailbox is gone
    icons.reset();
}

void Shell::report(const base::Problem& problem) {
    trace.problem(base::now(), problem);
    if (options.log != nullptr) {
        options.log->problem(problem);
    }
}

void Shell::listen() {
    contacts.reset(); // the server gives a window's touches to one listener at a time
    auto source = input::listenToWindow(canvas->window(), 1 / glass.pixelsPerMillimetre);
    if (source) {
        contacts = std::move(*source);
    } else {
        report(source.error());
    }
}

input::HitTest Shell::hitTest(base::Seconds when) const {
    return [this, when](base::Point at) {
        return couldSee(when) ? scene::hitTest(animator.placed(base::now()), at) : input::Hit{};
    };
}

void Shell::perform(const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) {
        std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    }
}

void Shell::perform(const DecodeAhead& ahead) {
    const auto pixels = [this](float mm) { return static_cast<int>(std::ceil(mm * glass.pixelsPerMillimetre)); };
    textures->ahead(ahead.file, pixels(ahead.size.width), pixels(ahead.size.height));
}

void Shell::perform(const MeasurePicture& measured) {
    constexpr int soon = 7; // before the neighbours of what is on the screen
    pack->ask({measured.file, 0, 0, assets::PictureRequest::Part::size, {}}, soon, false);
}

void Shell::perform(const OpenMedium& opened) {
    painter->keepFilm(); // until the next one's first picture
    playback->perform(opened, glassSize());
}

void Shell::perform(const CloseMedium& closed) {
    playback->perform(closed);
    dropFilm();
}

void Shell::perform(const TraceLine& report) {
    if (!report.shown) {
        trace.write(base::now(), report);
    } else if (trace.on()) {
        afterFrame.push_back(report);
    }
}

void Shell::tell(Performance& performance, const Happening& happening) {
    perform(performance.happen(happening));
    changed = true;
}

void Shell::feel(Performance& performance, const std::vector<input::Gesture>& felt) {
    for (const input::Gesture& gesture : felt) {
        tell(performance, gesture);
    }
}

void Shell::touch(Performance& performance, input::Contact contact) {
    using Phase = input::Contact::Phase;
    trace.write(contact.time, {"contact",
                               {{"id", static_cast<double>(contact.id)},
                                {"phase", std::string(nameOf(contact.phase))},
                                {"x", contact.at.x * glass.pixelsPerMillimetre},
                                {"y", contact.at.y * glass.pixelsPerMillimetre}}});
    firstContact = contactsToAnswer++ == 0 ? contact.time : firstContact;
    if (contact.phase == Phase::began || contact.phase == Phase::moved) {
        onGlass[contact.id] = contact;
    } else {
        onGlass.erase(contact.id);
    }
    Overlay* const over = performance.overlay();
    if (over != nullptr && over->feel(contact)) {
        changed = true;
        return;
    }
    if (over != nullptr && over->shown() && contact.phase == Phase::ended) {
        contact.phase = Phase::cancelled; // it came before the overlay did: what it held is out of sight
    }
    // what another finger did a moment ago counts: a lift acts on what is left of the screen, and nothing acts on a
    // screen that is gone
    if (changed && (contact.phase == Phase::ended || performance.place() != place)) {
        present(performance, base::now());
    }
    feel(performance, gestures.feed(contact, hitTest(contact.time)));
}

void Shell::press(Performance& performance, const input::Key& key) {
    Overlay* const over = performance.overlay();
    if (over != nullptr && over->press(key)) {
        changed = true;
        return;
    }
    if (changed) {
        present(performance, base::now());
    }
    tell(performance, key); // not held against what could be seen: Home and Back mean the same on every screen
}

/// What listens anew never hears of them again.
void Shell::cancelContacts(Performance& performance) {
    for (auto [id, contact] : std::map(onGlass)) {
        contact.phase = input::Contact::Phase::cancelled;
        contact.time = base::now();
        touch(performance, contact);
    }
}

void Shell::resize(Performance& performance, int width, int height) {
    if (!canvas->resized(width, height)) {
        painter->lost();
        stale = true;
        return;
    }
    cancelContacts(performance);
    glass = screenFor(canvas->width(), canvas->height(), diagonal);
    listen();
    painter->forget();
    changed = stale = true;
}

void Shell::hear(Performance& performance) {
    const graphics::WindowNews news = canvas->collect();
    quit = quit || news.closed;
    if (news.resized) {
        resize(performance, static_cast<int>(news.resized->width), static_cast<int>(news.resized->height));
    }
    if (contacts == nullptr) {
        return;
    }
    Overlay* const over = performance.overlay();
    for (const input::Happening& happening : contacts->collect()) {
        if (const auto* felt = std::get_if<input::Contact>(&happening)) {
            input::Contact contact = *felt;
            contact.at = graphics::onPage(felt->at, canvas->turn(), glass.size);
            touch(performance, contact);
            woken = "contact";
        } else if (const auto* key = std::get_if<input::Key>(&happening)) {
            press(performance, *key);
            woken = "contact";
        } else if (const auto* staff = std::get_if<input::StaffKey>(&happening)) {
            changed = (over != nullptr && over->press(*staff)) || changed;
        } else if (std::holds_alternative<input::Exposed>(happening)) {
            painter->lost();
            stale = true;
        } else if (std::holds_alternative<input::Closed>(happening)) {
            quit = true;
        }
    }
}

void Shell::open(Performance& performance, const std::vector<Letter>& letters) {
    for (const Letter& letter : letters) {
        woken = "mailbox";
        if (isOutdated(letter)) {
            continue; // it was made of the file as it was; it was asked for again
        }
        if (const auto* picture = std::get_if<PictureLetter>(&letter)) {
            open(performance, *picture);
        } else if (const auto* anew = std::get_if<Anew>(&letter)) {
            if (--outdated[anew->file] == 0) {
                outdated.erase(anew->file);
            }
        } else if (std::holds_alternative<Nudge>(letter)) {
            tell(performance, Nudged{base::now()});
        } else {
            open(performance, std::get<Playback::Letter>(letter));
        }
    }
}

void Shell::open(Performance& performance, const PictureLetter& letter) {
    if (letter.arrival.request.part == assets::PictureRequest::Part::size) {
        const auto pixels = letter.arrival.bitmap.map([](const auto& bitmap) {
            return base::Size{static_cast<float>(bitmap->width), static_cast<float>(bitmap->height)};
        });
        tell(performance, PictureMeasured{letter.arrival.request.file, pixels ? std::optional(*pixels) : std::nullopt});
    } else {
        stale = textures->arrived(letter.arrival, letter.icon) || stale;
    }
    if (!letter.arrival.bitmap) {
        report(letter.arrival.bitmap.error());
    }
}

void Shell::open(Performance& performance, const Playback::Letter& letter) {
    if (letter.problem) {
        report(*letter.problem);
    }
    if (letter.happening) {
        tell(performance, *letter.happening);
        return;
    }
    if (const auto state = playback->deliver()) {
        if (state->problem) {
            report(*state->problem);
        }
        tell(performance, *state);
    }
    if (playback->takeNewest()) {
        prepareFilm();
        stale = true;
    }
}

void Shell::sleep(const Performance& performance) {
    const base::Seconds now = base::now();
    base::Seconds wait = -1;
    const auto until = [&](base::Seconds when) {
        const base::Seconds left = std::max(0.0, when - now);
        wait = wait < 0 ? left : std::min(wait, left);
    };
    if (changed || stale || animated || animator.moving(now) || performance.moving(now)) {
        until(lastFrame + framePeriod);
    } else if (!settled) {
        until(lastFrame + quiet);
    }
    if (const auto due = performance.due()) {
        until(*due);
    }
    if (const auto due = gestures.due()) {
        until(*due);
    }
    if (canvas->pending() || (contacts != nullptr && contacts->pending())) {
        wait = 0;
    }
    std::array waits{pollfd{mailbox.descriptor(), POLLIN, 0}, pollfd{canvas->descriptor(), POLLIN, 0},
                     pollfd{contacts != nullptr ? contacts->descriptor() : -1, POLLIN, 0},
                     pollfd{days.descriptor(), POLLIN, 0},
                     pollfd{options.ends != nullptr ? options.ends->descriptor() : -1, POLLIN, 0}};
    timespec time{};
    time.tv_sec = static_cast<time_t>(std::max(wait, 0.0));
    time.tv_nsec = static_cast<long>((std::max(wait, 0.0) - static_cast<double>(time.tv_sec)) * 1e9);
    woken = "timer";
    ppoll(waits.data(), waits.size(), wait < 0 ? nullptr : &time, nullptr);
    dayToTell = waits[3].revents != 0;
    endToHear = waits[4].revents != 0;
}

void Shell::turn(Performance& performance) {
    hear(performance);
    open(performance, mailbox.collect());
    const base::Seconds now = base::now();
    feel(performance, gestures.advance(now, hitTest(now)));
    if (std::exchange(dayToTell, false)) {
        if (auto day = days.news()) {
            tell(performance, DayBegan{std::move(*day), now});
        }
    }
    if (const auto due = performance.due(); due && *due <= now) {
        tell(performance, Tick{now});
    }
    const bool glides = performance.moving(now);
    changed = changed || (glided && !glides); // a scene that says that something moves must not outlive the movement
    glided = glides;
    stale = stale || (animated && !animator.moving(now)); // where frames are slow, it ended between two of them
    const bool moves = animator.moving(now) || glides;
    if ((changed || stale || moves) && now >= lastFrame + framePeriod - 0.0005) {
        trace.write(now, {"wake", {{"why", std::string(woken)}}});
        frame(performance, now);
    } else if (!changed && !stale && !moves && !settled && now >= lastFrame + quiet) {
        animator.settle(now);
        painter->rest();
        malloc_trim(0);
        settled = true;
        trace.targets(now, shown, false, glass.pixelsPerMillimetre); // also where a finger lies on the glass
        const Vitals held = vitals();
        trace.write(now, {"memory",
                          {{"pictures", static_cast<double>(held.pictures)},
                           {"surfaces", static_cast<double>(held.surfaces)},
                           {"budget", static_cast<double>(held.budget)}}});
    }
    if (std::exchange(endToHear, false)) {
        quit = quit || (options.ends != nullptr && options.ends->came());
    }
}

void Shell::run(Performance& performance) {
    while (!quit) {
        turn(performance);
        if (!quit) {
            sleep(performance);
        }
    }
}

} // namespace schacht::stage
