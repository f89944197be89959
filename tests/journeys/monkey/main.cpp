/// Plays random multi-touch from a seed on the kiosk, and says whether it stayed quick, level and alive; tests/monkey
/// builds and starts it.
#include "kiosk/commands/screens.hpp"
#include "kiosk/production/production.hpp"
#include "tests/journeys/monkey/monkey.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>

namespace {

using namespace schacht;
using namespace schacht::tests;

constexpr double mostGrowth = 0.02;

/// The median of what `value` says of the rests in that fifth of them, 0..4; 0 where there is none.
template <class Value>
double median(const std::vector<Rest>& rests, std::size_t fifth, Value value) {
    std::vector<double> values;
    for (std::size_t i = rests.size() * fifth / 5; i < rests.size() * (fifth + 1) / 5; ++i) {
        values.push_back(static_cast<double>(value(rests[i])));
    }
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

/// One promise, said with its figures.
bool say(bool kept, const std::string& what) {
    std::printf("%s  %s\n", kept ? "ok    " : "BROKEN", what.c_str());
    return kept;
}

template <class... Values>
std::string words(const char* form, Values... values) {
    char text[300];
    std::snprintf(text, sizeof text, form, values...);
    return text;
}

/// Slow answers of one stretch of time, as one.
struct Stretch {
    Slow first;
    Slow worst;
    std::size_t touches = 0;
    std::size_t late = 0; ///< of these, also without what the machine kept them waiting
};

std::vector<Stretch> stretches(const std::vector<Slow>& slow) {
    std::vector<Stretch> out;
    base::Seconds last = 0;
    for (const Slow& one : slow) {
        if (out.empty() || one.answer.sent - last > 2) {
            out.push_back({one, one, 0, 0});
        }
        last = one.answer.sent;
        Stretch& stretch = out.back();
        ++stretch.touches;
        stretch.late += one.answer.took() - one.machine >= 1 ? 1 : 0;
        stretch.worst = one.answer.took() > stretch.worst.answer.took() ? one : stretch.worst;
    }
    return out;
}

bool answersInTime(const MonkeyFigures& figures) {
    std::size_t late = 0;
    for (const Stretch& stretch : stretches(figures.slow)) {
        late += stretch.late;
        std::printf(
            "        %zu touches from %zu on, at %.2f s, were answered after 1 s or more, the latest after %.3f s, "
            "of which it waited %.3f s for cores that others had: %zu count as late\n",
            stretch.touches, stretch.first.answer.touch, stretch.first.answer.sent, stretch.worst.answer.took(),
            stretch.worst.machine, stretch.late);
    }
    const auto& all = figures.answers;
    const auto at = [&](std::size_t share) { return all.empty() ? 0 : all[(all.size() - 1) * share / 1000]; };
    return say(late == 0 && !all.empty(),
               words("%zu answers: p50 %.3f s, p99 %.3f s, p99.9 %.3f s, worst %.3f s; %zu late (none: 1 s or more)",
                     all.size(), at(500), at(990), at(999), at(1000), late));
}

bool memoryIsLevel(const std::vector<Rest>& rests) {
    const auto bytes = [](const Rest& rest) { return rest.bytes; };
    std::string curve;
    for (std::size_t fifth = 0; fifth < 5; ++fifth) {
        curve += words(" %.1f", median(rests, fifth, bytes) / 1e6);
    }
    const double before = median(rests, 1, bytes);
    const double growth = before > 0 ? median(rests, 4, bytes) / before - 1 : 0;
    std::printf("        PSS at rest, with its share of the libraries: %.1f MB in the second fifth, %.1f in the last\n",
                median(rests, 1, [](const Rest& r) { return r.proportion; }) / 1e6,
                median(rests, 4, [](const Rest& r) { return r.proportion; }) / 1e6);
    return say(
        growth < mostGrowth,
        words(
            "memory of its own at rest, median of each fifth:%s MB; %+.2f %% from the second to the last (under 2 %%)",
            curve.c_str(), growth * 100));
}

template <class Value>
bool doesNotGrow(const std::vector<Rest>& rests, const char* what, Value value) {
    const double before = median(rests, 1, value);
    const double after = median(rests, 4, value);
    const auto most =
        std::max_element(rests.begin(), rests.end(), [&](const Rest& a, const Rest& b) { return value(a) < value(b); });
    return say(after <= before, words("%s at rest: %.0f in the second fifth, %.0f in the last, at most %zu", what,
                                      before, after, value(*most)));
}

std::size_t screensThereAre(const std::string& pack) {
    kiosk::RunOptions options;
    options.pack = pack;
    const auto material = kiosk::Material::read(options);
    if (!material) {
        return 0;
    }
    // The trace does not tell one picture that attracts from another, nor a menu from what it lies over.
    const auto all = kiosk::everyScreen(material->catalogue());
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const kiosk::Screenful& one) {
        const bool attracts = one.stop.kind == visitor::ScreenKind::attract;
        return one.menu == visitor::Menu::none && (!attracts || one.attract == 0);
    }));
}

bool judge(const MonkeyFigures& figures, const std::string& pack, std::size_t wanted) {
    std::printf("%zu touches in %.0f s, %zu rests\n", figures.touches, figures.lasted, figures.rests.size());
    for (const auto& [code, times] : figures.problems) {
        std::printf("        the kiosk reported \"%s\" %zu times\n", code.c_str(), times);
    }
    bool good = say(figures.stopped.empty(), figures.stopped.empty() ? "the kiosk lives" : figures.stopped);
    good = say(figures.lost == 0 && figures.answers.size() == figures.touches && figures.touches >= wanted,
               words("%zu touches sent, %zu lost on the way", figures.touches, figures.lost)) &&
           good;
    good = answersInTime(figures) && good;
    if (figures.rests.size() < 10) {
        std::printf("        too few rests to say whether memory is level: play 10,000 touches or more\n");
        return good;
    }
    const Rest& warm = figures.rests[figures.rests.size() / 5];
    std::printf("        %zu screens seen when the second fifth begins, %zu at the end, of %zu that the pack has\n",
                warm.screens, figures.screens.size(), screensThereAre(pack));
    good = memoryIsLevel(figures.rests) && good;
    good = doesNotGrow(figures.rests, "descriptors", [](const Rest& r) { return r.descriptors; }) && good;
    return doesNotGrow(figures.rests, "threads", [](const Rest& r) { return r.threads; }) && good;
}

/// Whether all was well. judgeRerun: of its recording; may be empty.
bool plays(Touchscreen& screen, const std::string& program, const std::string& pack, const MonkeyOptions& options,
           const Program::Judge& judgeRerun) {
    auto kiosk = Program::run(screen, program, {"run", pack, "--idle", "2", "--answer", "1"}, {}, judgeRerun);
    if (!kiosk || !kiosk->trace().next("first-frame", 60)) {
        std::cerr << "the kiosk did not start\n" << (kiosk ? kiosk->output() : kiosk.error().message) << "\n";
        return false;
    }
    const MonkeyFigures figures = Monkey(screen, *kiosk, options).play();
    bool good = judge(figures, pack, options.touches);
    kiosk->signal(15);
    const auto status = kiosk->exitStatus(30);
    good = say(status == 0, words("it ends when it is asked to, with status %d", status.value_or(-1))) && good;
    if (status != 0) {
        std::printf("%s\n", kiosk->output().c_str());
    }
    return good;
}

int playOn(Touchscreen& screen, const std::string& program, const std::string& pack, const MonkeyOptions& options,
           bool record) {
    bool same = true;
    Program::Judge judgeRerun;
    if (record) {
        judgeRerun = [&same](const Rerun& rerun) { same = say(rerun.status == 0, "run again: " + rerun.told); };
    }
    return plays(screen, program, pack, options, judgeRerun) && same ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Plays random multi-touch from a seed on the kiosk."};
    std::string program;
    std::string pack;
    MonkeyOptions options;
    std::pair<int, int> size{1920, 1080};
    bool record = false;
    app.add_option("PROGRAM", program, "The program schacht")->required();
    app.add_option("PACK", pack, "Folder of the pack")->required();
    app.add_option("--touches", options.touches, "How many fingers come down (1000)")->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed, "What the touches come from (1)");
    app.add_option("--size", size, "Of the screen, in pixels: 1920 1080");
    app.add_option("--log", options.log, "Takes every step as it was played");
    app.add_flag("--record", record, "Record it, too, and run it again, which must be the same");
    CLI11_PARSE(app, argc, argv);
    options.progress = &std::cout;
    auto screen = Touchscreen::start(size.first, size.second);
    if (!screen) {
        std::cerr << screen.error().message << "\n";
        return 1;
    }
    std::printf("seed %llu, %zu touches, %d x %d\n", static_cast<unsigned long long>(options.seed), options.touches,
                size.first, size.second);
    std::fflush(stdout);
    return playOn(*screen, program, pack, options, record);
}
