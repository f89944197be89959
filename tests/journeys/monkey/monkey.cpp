#include "tests/journeys/monkey/monkey.hpp"

#include "engine/base/clock.hpp"
#include "engine/media/player.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ostream>
#include <thread>

namespace schacht::tests {

namespace {

using What = MonkeyStep::What;

constexpr base::Seconds tooLate = 1;        ///< for an answer
constexpr base::Seconds hangs = 30;         ///< who does not answer for so long
constexpr base::Seconds betweenLooks = 0.1; ///< at what the kiosk reports
constexpr std::size_t touchesEachLine = 2500;

void pauseFor(base::Seconds seconds) {
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

} // namespace

Monkey::Monkey(Touchscreen& theScreen, Program& theKiosk, const MonkeyOptions& theOptions)
    : screen(theScreen), kiosk(theKiosk), options(theOptions), ahead(theKiosk.age() - base::now()), witness(theKiosk),
      touches(theOptions.seed, theOptions.readers) {
    if (!options.log.empty()) {
        log.open(options.log);
    }
}

base::Point Monkey::pixels(base::Point share) const {
    return {share.x * static_cast<float>(screen.width()), share.y * static_cast<float>(screen.height())};
}

MonkeyFigures Monkey::play() {
    (void)kiosk.trace().take();
    began = base::now();
    base::Seconds behind = 0; // a rest lasts as long as it lasts
    while (figures.stopped.empty() && answers.touches() < options.touches) {
        const MonkeyStep step = touches.next();
        const base::Seconds due = began + static_cast<double>(step.at) * 1e-3 + behind;
        readWhile(due);
        perform(step);
        note(step);
        if (step.what == What::rest) {
            behind += base::now() - due;
        }
    }
    finish();
    return figures;
}

void Monkey::perform(const MonkeyStep& step) {
    switch (step.what) {
    case What::down:
        down(step);
        break;
    case What::move:
        screen.move(step.finger, pixels(step.to));
        break;
    case What::up:
        screen.up(step.finger);
        break;
    case What::key:
        screen.key(step.key);
        break;
    case What::pull:
        screen.unplug();
        break;
    case What::plug:
        screen.plug();
        break;
    case What::rest:
        rest(step);
        break;
    }
}

void Monkey::down(const MonkeyStep& step) {
    const base::Seconds before = base::now();
    screen.down(step.finger, pixels(step.to));
    answers.sent(before + ahead, base::now() + ahead, pixels(step.to));
}

/// Waits until the kiosk has forgotten the visit and stands still, and looks what it takes then.
void Monkey::rest(const MonkeyStep& step) {
    if (!step.key.empty()) {
        screen.key(step.key);
    }
    if (!attracts(20)) {
        screen.key("home"); // a film may last, and whoever watches it is not asked
        if (!attracts(30)) {
            figures.stopped = "the kiosk did not forget its visit within 50 s of rest; it showed \"" + here + "\"";
            return;
        }
    }
    const std::size_t before = settled;
    const base::Seconds end = base::now() + 6;
    while (base::now() < end && settled == before) {
        readWhile(base::now() + betweenLooks);
    }
    // libvlc, with its 25 MB and its threads, stays for a while after a film: like is compared with like
    const base::Seconds gone = base::now() + media::PlayerOptions{}.stays + 4;
    while (base::now() < gone && kiosk.threads() > threadsAlone && figures.stopped.empty()) {
        readWhile(base::now() + betweenLooks);
    }
    threadsAlone = threadsAlone > 0 ? std::min(threadsAlone, kiosk.threads()) : kiosk.threads();
    look();
}

bool Monkey::attracts(base::Seconds patience) {
    const base::Seconds end = base::now() + patience;
    do {
        readWhile(base::now() + betweenLooks);
    } while (figures.stopped.empty() && here != "attract" && base::now() < end);
    return here == "attract" || !figures.stopped.empty();
}

void Monkey::look() {
    figures.rests.push_back({answers.touches(), kiosk.ownBytes(), kiosk.proportionalBytes(), kiosk.openDescriptors(),
                             kiosk.threads(), figures.screens.size()});
    if (options.progress == nullptr || answers.touches() < told + touchesEachLine) {
        return;
    }
    told = answers.touches();
    const Rest& now = figures.rests.back();
    const auto slowest = std::max_element(answers.all().begin(), answers.all().end(),
                                          [](const auto& a, const auto& b) { return a.took() < b.took(); });
    char line[200];
    std::snprintf(line, sizeof line,
                  "%6zu touches, %5.0f s: %.1f MB of its own, PSS %.1f MB, %zu descriptors, %zu threads, %zu screens "
                  "seen, slowest answer "
                  "%.3f s\n",
                  now.touches, base::now() - began, static_cast<double>(now.bytes) / 1e6,
                  static_cast<double>(now.proportion) / 1e6, now.descriptors, now.threads, now.screens,
                  slowest == answers.all().end() ? 0 : slowest->took());
    *options.progress << line << std::flush;
}

void Monkey::readWhile(base::Seconds until) {
    do {
        const base::Seconds now = base::now();
        pauseFor(std::clamp(until - now, 0.0, betweenLooks));
        if (base::now() - now >= betweenLooks / 2 || until - now > betweenLooks) {
            read();
        }
    } while (figures.stopped.empty() && base::now() < until);
}

void Monkey::read() {
    for (const nlohmann::json& event : kiosk.trace().take()) {
        answers.read(event);
        const std::string name = event.at("event");
        if (name == "screen") {
            here = event.at("name");
            const bool one = here == "still-there" || here == "attract"; // over whatever it asks, of whatever it shows
            figures.screens.insert(
                one ? here : here + " " + event.value("item", "") + " " + std::to_string(event.value("page", 0)));
        } else if (name == "memory") {
            ++settled;
        } else if (name == "problem") {
            ++figures.problems[event.at("code")];
        }
    }
    if (!kiosk.running()) {
        figures.stopped =
            "the kiosk ended with status " + std::to_string(kiosk.exitStatus(0).value_or(-1)) + "\n" + kiosk.output();
    } else if (const auto since = answers.waitingSince(); since && base::now() + ahead - *since > hangs) {
        figures.stopped = "the kiosk has not answered a touch for 30 s";
    }
}

void Monkey::note(const MonkeyStep& step) {
    static constexpr const char* names[] = {"down", "move", "up", "key", "pull", "plug", "rest"};
    if (log) {
        log << base::now() + ahead << " " << names[static_cast<int>(step.what)] << " " << step.finger << " "
            << step.to.x << " " << step.to.y << " " << step.key << "\n";
    }
    if (step.what == What::rest) {
        log.flush();
    }
}

/// Lets what is under way be answered, and counts.
void Monkey::finish() {
    const base::Seconds end = base::now() + hangs;
    while (figures.stopped.empty() && answers.waitingSince() && base::now() < end) {
        readWhile(base::now() + betweenLooks);
    }
    answers.end();
    log.flush();
    figures.lasted = base::now() - began;
    figures.touches = answers.touches();
    figures.lost = answers.lost();
    for (const Answers::Answer& answer : answers.all()) {
        figures.answers.push_back(answer.took());
        if (answer.took() >= tooLate) {
            figures.slow.push_back({answer, std::max(answer.taken - answer.sent,
                                                     witness.waited(answer.sent - ahead, answer.answered - ahead))});
        }
    }
    std::sort(figures.answers.begin(), figures.answers.end());
}

} // namespace schacht::tests
