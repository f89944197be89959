#pragma once
#include "engine/base/problem.hpp"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>

namespace schacht::base {

/// What became different in a folder.
struct FolderChange {
    std::set<std::string> files; ///< paths from the folder, with '/'; also of what is gone
    bool everything = false;     ///< nobody can say what: events were lost, or a folder came or went
};

struct WatchTimes {
    std::chrono::milliseconds quiet{25};    ///< without an event: what was saved is whole
    std::chrono::milliseconds longest{100}; ///< after the first event it is told, quiet or not
};

/// Tells what is saved, renamed, added and removed in a folder and those in it, through inotify. Files are told once
/// they are closed, so that none is half written by a program that keeps it open; what begins with '.', '~' or '#' or
/// ends with '~' is what editors and office programs leave beside a file, and is not told. A folder that goes and comes
/// again is watched again.
class FolderWatch {
public:
    /// told: called on the watch's own thread, one call at a time; events that come meanwhile wait. Refused where the
    /// folder cannot be watched ("unwatched": it is not there, or the system's watches are all in use).
    [[nodiscard]] static Result<std::unique_ptr<FolderWatch>>
    create(std::filesystem::path folder, std::function<void(const FolderChange&)> told, WatchTimes times = {});
    /// Waits for a call of `told` that runs.
    virtual ~FolderWatch() = default;

protected:
    FolderWatch() = default;
};

} // namespace schacht::base
