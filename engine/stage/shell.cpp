#include "engine/stage/shell.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <array>
#include <poll.h>
#include <utility>

namespace schacht::stage {

namespace {

constexpr unsigned taskThreads = 2;

std::optional<base::Seconds> earlier(std::optional<base::Seconds> a, std::optional<base::Seconds> b) {
    return a && b ? std::min(a, b) : a ? a : b;
}

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

Shell::Shell(const ShellOptions& wanted, std::unique_ptr<graphics::Canvas> window, Trace written)
    : options(wanted), canvas(std::move(window)), trace(std::move(written)), signals(wanted.ends), tasks(taskThreads) {
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
    projector = std::make_unique<Projector>(*canvas, *painter);
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

void Shell::open(Performance& performance, const std::vector<Letter>& letters) {
    for (const Letter& letter : letters) {
        woken = "mailbox";
        if (!outdated.concern(letter)) {
            std::visit([&](const auto& one) { open(performance, one); }, letter);
        }
    }
}

void Shell::open(Performance& performance, const Nudge& /*letter*/) {
    tell(performance, Nudged{base::now()});
}

void Shell::open(Performance& /*performance*/, const FileRenewed& letter) {
    outdated.renewed(letter);
}

void Shell::open(Performance& performance, const PictureLetter& letter) {
    if (letter.arrival.request.part == assets::PictureRequest::Part::size) {
        const auto pixels = letter.arrival.bitmap.map([](const auto& bitmap) {
            return base::Size{static_cast<float>(bitmap->width), static_cast<float>(bitmap->height)};
        });
        tell(performance, PictureMeasured{letter.arrival.request.file, pixels ? std::optional(*pixels) : std::nullopt});
    } else if (textures->arrived(letter.arrival, letter.icon)) {
        clock.lookChanged();
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
        projector->show(*playback->film(), playback->filmSize(), trace);
        clock.lookChanged();
    }
}

void Shell::sleep(const Performance& performance) {
    const base::Seconds now = base::now();
    auto wake = earlier(clock.wake(movement(performance, now)), earlier(performance.due(), gestures.due()));
    if (canvas->pending() || (contacts != nullptr && contacts->pending())) {
        wake = now;
    }
    waitUntil(wake);
}

void Shell::waitUntil(std::optional<base::Seconds> wake) {
    const auto [day, end] = signals.descriptors();
    std::array waits{pollfd{mailbox.descriptor(), POLLIN, 0}, pollfd{canvas->descriptor(), POLLIN, 0},
                     pollfd{contacts != nullptr ? contacts->descriptor() : -1, POLLIN, 0}, pollfd{day, POLLIN, 0},
                     pollfd{end, POLLIN, 0}};
    timespec time{};
    if (wake) {
        const base::Seconds left = std::max(0.0, *wake - base::now());
        time.tv_sec = static_cast<time_t>(left);
        time.tv_nsec = static_cast<long>((left - static_cast<double>(time.tv_sec)) * 1e9);
    }
    woken = "timer";
    ppoll(waits.data(), waits.size(), wake ? &time : nullptr, nullptr);
    signals.readable(waits[3].revents != 0, waits[4].revents != 0);
}

void Shell::turn(Performance& performance) {
    hear(performance);
    open(performance, mailbox.collect());
    const base::Seconds now = base::now();
    feel(performance, gestures.advance(now, hitTest(now)));
    if (auto day = signals.day()) {
        tell(performance, DayBegan{std::move(*day), now});
    }
    if (const auto due = performance.due(); due && *due <= now) {
        tell(performance, TimePassed{now});
    }
    switch (clock.turn(now, movement(performance, now))) {
    case FrameClock::Due::frame:
        trace.write(now, {"wake", {{"why", std::string(woken)}}});
        frame(performance, now);
        break;
    case FrameClock::Due::rest:
        rest(now);
        break;
    case FrameClock::Due::nothing:
        break;
    }
    quit = quit || signals.ended();
}

void Shell::run(Performance& performance) {
    while (!quit) {
        turn(performance);
        if (!quit) {
            sleep(performance);
        }
    }
}

void Shell::settle(Performance& performance, base::Seconds patience) {
    const base::Seconds end = base::now() + patience;
    clock.stateChanged(); // whoever lets a screen settle has just gone to it
    turn(performance);
    while (!quit && base::now() < end && !unsettled(performance).empty()) {
        sleep(performance);
        turn(performance);
    }
    painter->rest();
}

std::string Shell::unsettled(const Performance& performance) const {
    std::string missing;
    for (const std::string& one : textures->missing()) {
        missing += (missing.empty() ? "" : ", ") + one + " is missing";
    }
    return missing.empty() && !clock.still(movement(performance, base::now())) ? "it still moves" : missing;
}

} // namespace schacht::stage
