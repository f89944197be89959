#include "engine/base/log.hpp"

#include "engine/base/clock.hpp"
#include "engine/base/user_folder.hpp"

#include <algorithm>
#include <functional>
#include <system_error>

namespace schacht::base {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t tailLines = 200;
constexpr std::size_t problemsRemembered = 1000;

fs::path numbered(const fs::path& file, int number) {
    return file.string() + "." + std::to_string(number);
}

} // namespace

std::optional<LogLevel> logLevelNamed(std::string_view name) {
    const auto found = std::find(logLevelNames.begin(), logLevelNames.end(), name);
    return found == logLevelNames.end() ? std::nullopt
                                        : std::optional(static_cast<LogLevel>(found - logLevelNames.begin()));
}

Result<std::unique_ptr<Log>> Log::open(LogOptions options) {
    std::error_code failed;
    fs::create_directories(options.file.parent_path(), failed);
    std::unique_ptr<Log> log(new Log(std::move(options)));
    if (!log->reopen()) {
        return refuse("log-unwritable", "The log cannot be written to " + log->options.file.string() +
                                            ". Choose a file in a folder that the kiosk's user may write to.");
    }
    return log;
}

bool Log::reopen() {
    std::error_code unknown;
    stream.reset(std::fopen(options.file.c_str(), "ae"));
    size = stream == nullptr ? 0 : fs::file_size(options.file, unknown);
    return stream != nullptr;
}

void Log::rotate() {
    stream.reset();
    std::error_code ignored;
    for (int number = options.kept - 1; number >= 1; --number) {
        fs::rename(numbered(options.file, number), numbered(options.file, number + 1), ignored);
    }
    std::error_code kept;
    fs::rename(options.file, numbered(options.file, 1), kept);
    if (kept) { // the folder is not ours to write in: the file alone must stay within its limit
        stream.reset(std::fopen(options.file.c_str(), "we"));
        size = 0;
        return;
    }
    (void)reopen();
}

void Log::write(LogLevel level, std::string_view event, std::string_view words) {
    if (level > options.level) {
        return;
    }
    std::string line = wallTime("%Y-%m-%dT%H:%M:%S%z") + " " +
                       std::string(logLevelNames.at(static_cast<std::size_t>(level))) + " " + std::string(event) + " " +
                       std::string(words);
    std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; }, ' ');
    const std::lock_guard lock(mutex);
    lines.push_back(line);
    if (lines.size() > tailLines) {
        lines.pop_front();
    }
    line += '\n';
    if (stream != nullptr && size > 0 && size + line.size() > options.limit) {
        rotate();
    }
    if (stream == nullptr && !reopen()) {
        return;
    }
    if (std::fwrite(line.data(), 1, line.size(), stream.get()) != line.size() || std::fflush(stream.get()) != 0) {
        stream.reset(); // the disk is full, or gone: the next line tries again
        return;
    }
    size += line.size();
}

void Log::problem(const Problem& problem) {
    const std::string where = locationText(problem.location);
    const std::string words = where.empty() ? problem.message : where + ": " + problem.message;
    {
        const std::lock_guard lock(mutex);
        const std::size_t hash = std::hash<std::string>{}(words);
        if (std::find(told.begin(), told.end(), hash) != told.end()) {
            return;
        }
        told.push_back(hash);
        if (told.size() > problemsRemembered) {
            told.pop_front();
        }
    }
    write(problem.severity == Severity::error ? LogLevel::error : LogLevel::warning, "problem", words);
}

std::vector<std::string> Log::tail() const {
    const std::lock_guard lock(mutex);
    return {lines.begin(), lines.end()};
}

fs::path usualLogFile() {
    return userFolder("XDG_STATE_HOME", ".local/state") / "kiosk.log";
}

} // namespace schacht::base
