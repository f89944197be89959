#include "kiosk/staff/crash_report.hpp"

#include "kiosk/visitor/frame/kinds.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace schacht::kiosk {

namespace {

namespace fs = std::filesystem;

constexpr std::array crashes{SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
constexpr const char* reportEnding = ".crash-";

// A signal handler has no other way to what it writes, nor to a stack where its own has overflowed.
std::atomic<const CrashReport*> present{nullptr};
std::array<char, std::size_t{64} * 1024> handlerStack;

void writeReport(int signal) {
    if (const CrashReport* const report = present.exchange(nullptr)) {
        report->write(signal);
    }
    raise(signal); // it was reset to what it does
}

void handle(void (*handler)(int)) {
    struct sigaction action{};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_ONSTACK | SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    for (const int signal : crashes) {
        sigaction(signal, &action, nullptr);
    }
}

void put(int file, const char* text, std::size_t size) noexcept {
    while (size > 0) {
        const ssize_t written = ::write(file, text, size);
        if (written <= 0) {
            return;
        }
        text += written;
        size -= static_cast<std::size_t>(written);
    }
}

} // namespace

CrashReport::CrashReport(const fs::path& file, visitor::RecordingHead first) : head(std::move(first)) {
    const std::string name = file.string();
    std::memcpy(path.data(), name.data(), std::min(name.size(), path.size() - 1));
    stack_t stack{};
    stack.ss_sp = handlerStack.data();
    stack.ss_size = handlerStack.size();
    sigaltstack(&stack, nullptr);
    present = this;
    handle(writeReport);
}

CrashReport::~CrashReport() {
    present = nullptr;
    handle(SIG_DFL);
}

void CrashReport::begin(const visitor::State& state) {
    Part& next = parts.at(1 - newest);
    next.count = 0;
    next.beginning = visitor::beginningOf(head, state);
    newest = 1 - newest;
}

void CrashReport::note(const visitor::State& before, const visitor::TimedIntent& intent) {
    std::string line = visitor::lineOf(intent);
    ticks = std::holds_alternative<visitor::Tick>(intent.what);
    const bool again = ticks && idle; // sixty a second while something moves: nothing is lost without them
    if (!again && (parts.at(newest).count == kept || parts.at(newest).beginning.empty())) {
        begin(before);
        still = hashes.still(before);
    }
    if (const auto* news = std::get_if<visitor::PackChanged>(&intent.what)) {
        head.take(*news);
    }
    Part& part = parts.at(newest);
    const std::size_t at = part.count - (again ? 1 : 0);
    part.count = at;
    part.lines.at(at) = std::move(line);
    part.count = at + 1;
}

void CrashReport::done(const visitor::State& after) {
    const std::uint64_t before = std::exchange(still, hashes.still(after));
    idle = ticks && still == before;
    Part& part = parts.at(newest);
    visitor::stamp(part.lines.at(part.count - 1), visitor::StateHash::at(after.device.now, still));
}

void CrashReport::write(int signal) const noexcept {
    const int file = open(path.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return;
    }
    const std::size_t last = newest;
    for (const std::size_t which : {1 - last, last}) {
        const Part& part = parts[which];
        const std::size_t count = part.count;
        if (count > 0 && (which != last || parts[1 - last].count == 0)) { // the newest goes on after the other
            put(file, part.beginning.data(), part.beginning.size());
        }
        for (std::size_t i = 0; i < count; ++i) {
            put(file, part.lines[i].data(), part.lines[i].size());
        }
    }
    char end[] = "{\"signal\":00}\n";
    end[10] = static_cast<char>('0' + signal / 10 % 10);
    end[11] = static_cast<char>('0' + signal % 10);
    if (end[10] == '0') {
        end[10] = ' '; // JSON numbers do not begin with it
    }
    put(file, end, sizeof end - 1);
    close(file);
}

std::vector<fs::path> crashReportsOf(const fs::path& log) {
    std::vector<fs::path> found;
    std::error_code none;
    const std::string begin = log.filename().string() + reportEnding;
    for (fs::directory_iterator it(log.parent_path(), none), end; it != end; it.increment(none)) {
        if (it->path().filename().string().starts_with(begin)) {
            found.push_back(it->path());
        }
    }
    std::sort(found.begin(), found.end()); // their names are times
    return found;
}

fs::path crashReportFor(const fs::path& log) {
    return log.string() + reportEnding + base::wallTime("%Y%m%dT%H%M%S");
}

} // namespace schacht::kiosk
