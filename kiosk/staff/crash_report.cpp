#include "kiosk/staff/crash_report.hpp"

#include "kiosk/visitor/frame/kinds.hpp"

#include "engine/base/clock.hpp"
#include "kiosk/visitor/core/intent_text.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

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

CrashReport::CrashReport(const fs::path& file, const std::string& head) : first(head + "\n") {
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

void CrashReport::note(const visitor::State& before, const visitor::Intent& intent) {
    const visitor::Stop& here = before.visit.here;
    nlohmann::ordered_json at{std::string(visitor::nameOf(here)), here.id, visitor::leafAt(here.own).page};
    if (visitor::leafAt(here.own).part > 0) {
        at.push_back(visitor::leafAt(here.own).part);
    }
    std::string text = visitor::textOf(intent);
    text.insert(1, "\"at\":" + at.dump() + ",");
    const bool tick = std::holds_alternative<visitor::Tick>(intent.meaning);
    if (tick && ticked) { // sixty a second while something moves: the last one says as much as all
        next = (next + kept - 1) % kept;
    }
    ticked = tick;
    Line& line = lines.at(next);
    line.size = 0; // while it is written it is no line
    if (text.size() >= line.text.size()) {
        text = R"({"intent":"Tick"})"; // no touch is as long as this
    }
    std::memcpy(line.text.data(), text.data(), text.size());
    line.text.at(text.size()) = '\n';
    line.size = text.size() + 1;
    next = (next + 1) % kept;
}

void CrashReport::write(int signal) const noexcept {
    const int file = open(path.data(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return;
    }
    put(file, first.data(), first.size());
    for (std::size_t i = 0; i < kept; ++i) {
        const Line& line = lines[(next + i) % kept];
        put(file, line.text.data(), line.size);
    }
    char last[] = "{\"signal\":00}\n";
    last[10] = static_cast<char>('0' + signal / 10 % 10);
    last[11] = static_cast<char>('0' + signal % 10);
    if (last[10] == '0') {
        last[10] = ' '; // JSON numbers do not begin with it
    }
    put(file, last, sizeof last - 1);
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
