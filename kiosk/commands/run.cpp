#include "kiosk/commands/run.hpp"

#include "engine/base/build.hpp"
#include "engine/base/clock.hpp"
#include "engine/content/pack/pack_digest.hpp"
#include "engine/stage/shell.hpp"
#include "kiosk/production/production.hpp"
#include "kiosk/production/recording_file.hpp"
#include "kiosk/staff/crash_report.hpp"
#include "kiosk/staff/service.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <ostream>
#include <unistd.h>
#include <vector>

namespace schacht::kiosk {

namespace {

std::string counted(const std::vector<base::Problem>& problems) {
    const auto errors = std::count_if(problems.begin(), problems.end(),
                                      [](const auto& problem) { return problem.severity == base::Severity::error; });
    const auto warnings = static_cast<std::ptrdiff_t>(problems.size()) - errors;
    return std::to_string(errors) + (errors == 1 ? " error, " : " errors, ") + std::to_string(warnings) +
           (warnings == 1 ? " warning" : " warnings");
}

/// What the kiosk was started with, for the log and for a crash report.
std::string beginning(Production& made) {
    const base::Size glass = made.shell().glassSize();
    const content::Pack& pack = made.material().catalogue().pack();
    return "Schacht " + std::string(base::version) + ", pack " + pack.id + " (" + std::to_string(pack.items.size()) +
           " items, " + counted(made.material().problems) + "), " + std::to_string(static_cast<int>(glass.width)) +
           " x " + std::to_string(static_cast<int>(glass.height)) + " pixels, " + made.shell().renderer();
}

/// A crash since the log was last written to is told now: the program that crashed could not. The oldest reports go.
void tellOfCrash(base::Log& log, std::filesystem::file_time_type lastLine) {
    constexpr std::size_t reportsKept = 10;
    auto reports = crashReportsOf(log.file());
    std::error_code gone;
    if (!reports.empty() && std::filesystem::last_write_time(reports.back(), gone) >= lastLine && !gone) {
        log.write(base::LogLevel::error, "crash",
                  "The kiosk crashed. What happened last is in " + reports.back().string() +
                      "; send it to the makers, or run it again with schacht replay.");
    }
    for (std::size_t i = 0; i + reportsKept < reports.size(); ++i) {
        std::filesystem::remove(reports[i], gone);
    }
}

/// The log of this run, with the news that the last one left. Null, and told on `error`, where it cannot be written:
/// the kiosk runs.
std::unique_ptr<base::Log> logOf(const Configuration& configuration, std::ostream& error) {
    std::error_code none;
    const auto lastLine = std::filesystem::last_write_time(logFileOf(configuration), none);
    auto log = openLog(configuration);
    if (!log) {
        error << "schacht: " << log.error().message << "\n";
        return nullptr;
    }
    if (!none) {
        tellOfCrash(**log, lastLine);
    }
    return std::move(*log);
}

/// This program once more, as it was started. Returns only where the system refuses.
void startAgain() {
    std::ifstream line("/proc/self/cmdline", std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(line)), std::istreambuf_iterator<char>());
    std::vector<char*> arguments;
    for (std::size_t at = 0; at < bytes.size(); at += std::strlen(bytes.data() + at) + 1) {
        arguments.push_back(bytes.data() + at);
    }
    arguments.push_back(nullptr);
    std::error_code unknown;
    std::string program = std::filesystem::read_symlink("/proc/self/exe", unknown).string();
    constexpr std::string_view replaced = " (deleted)"; // by an update: the new one stands at the same place
    if (program.ends_with(replaced)) {
        program.resize(program.size() - replaced.size());
    }
    ::execv(program.c_str(), arguments.data());
}

/// One run with one window, which staff may end to begin another one: what that is to show comes back, or none.
struct Ended {
    Service::End how = Service::End::quit;
    RunOptions next;
};

/// record: null where nothing is recorded.
base::Result<Ended> showOnce(const RunOptions& options, base::EndSignals& ends, base::Log* log, RecordingFile* record) {
    const std::uint64_t files = content::packDigest(options.pack);
    auto production = Production::open(options, &ends, log);
    if (!production) {
        return tl::unexpected(production.error());
    }
    Production& made = **production;
    const auto stop = stopFor(options.start, made.material().catalogue());
    if (!stop) {
        return base::refuse("no-start", nothingToStartWith(options.start));
    }
    const visitor::RecordingHead head = recordingHead(options, made.material(), made.shell(), files);
    std::optional<CrashReport> crash;
    if (log != nullptr) {
        crash.emplace(crashReportFor(log->file()), head);
        log->write(base::LogLevel::info, "start", beginning(made));
    }
    auto how = visitOn(options, made.shell());
    how.heard = [&crash](const visitor::State& before, const visitor::TimedIntent& intent) {
        crash ? crash->note(before, intent) : void();
    };
    how.happened = [&crash, record](const visitor::TimedIntent& intent, const visitor::State& after) {
        crash ? crash->done(after) : void();
        record != nullptr ? record->note(intent, after) : void();
    };
    visitor::Session session(made.material().catalogue(), made.material().words, made.material().theme, std::move(how));
    if (record != nullptr) {
        record->begin(head, session.now());
    }
    session.intend(visitor::JumpTo{*stop}, base::now());
    if (options.play) {
        session.intend(visitor::TogglePlay{}, base::now());
    }
    Service service(session, made.material(), options, log);
    made.shell().run(service);
    if (record != nullptr) {
        record->end(made.material(), session.now(), session.world());
    }
    return Ended{service.end(), service.next()};
}

} // namespace

int run(const RunOptions& options, std::ostream& error) {
    base::EndSignals ends; // the program that startAgain() begins inherits what it holds back, and hears of it
    const auto log = logOf(options.configuration, error);
    const auto record = RecordingFile::wanted(options.record, log.get(), error);
    Ended ended{Service::End::reload, options};
    std::optional<RunOptions> worked; // until they are tried again
    while (ended.how == Service::End::reload) {
        const RunOptions present = ended.next;
        auto shown = showOnce(present, ends, log.get(), record.get());
        if (!shown && worked) { // what staff have chosen broke meanwhile
            if (log) {
                log->write(base::LogLevel::error, "not-shown", shown.error().message);
            }
            ended.next = *std::exchange(worked, std::nullopt);
            continue;
        }
        if (!shown) {
            error << "schacht: " << shown.error().message << "\n";
            if (log) {
                log->write(base::LogLevel::error, "not-started", shown.error().message);
            }
            return 1;
        }
        ended = std::move(*shown);
        ended.next.traceGoesOn = true;
        worked = present;
        worked->traceGoesOn = true;
    }
    if (log) {
        log->write(base::LogLevel::info, "stop",
                   "The kiosk was closed after " + std::to_string(std::lround(base::now() / 60)) + " minutes.");
    }
    if (ended.how == Service::End::restart && !ends.came()) { // else the system is going down, say
        startAgain();
        error << "schacht: the kiosk could not be started again. Start it as before.\n";
        return 1;
    }
    return 0;
}

} // namespace schacht::kiosk
