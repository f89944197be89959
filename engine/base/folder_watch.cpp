#include "engine/base/folder_watch.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <map>
#include <poll.h>
#include <string_view>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <thread>
#include <unistd.h>

namespace schacht::base {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB |
                                 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;
constexpr auto never = Clock::time_point::max();
constexpr std::chrono::milliseconds comesBack{200}; ///< how often a folder that is gone is looked for

bool isBeside(std::string_view name) {
    return name.empty() || name.front() == '.' || name.front() == '~' || name.front() == '#' || name.back() == '~';
}

class InotifyWatch final : public FolderWatch {
public:
    InotifyWatch(fs::path of, std::function<void(const FolderChange&)> call, WatchTimes wait)
        : folder(std::move(of)), told(std::move(call)), times(wait), events(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
          end(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

    ~InotifyWatch() override {
        eventfd_write(end, 1);
        if (thread.joinable()) {
            thread.join();
        }
        close(events);
        close(end);
    }

    /// 0, or the error of the folder itself.
    int begin() {
        const int failed = events < 0 ? EMFILE : watchFolders();
        if (failed == 0) {
            thread = std::thread([this] { work(); });
        }
        return failed;
    }

private:
    int watchFolders() {
        const int failed = add("");
        std::error_code error;
        for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), last;
             !error && it != last; it.increment(error)) {
            std::error_code unknown;
            if (!it->is_directory(unknown) || it->is_symlink(unknown)) {
                continue;
            }
            if (isBeside(it->path().filename().string())) {
                it.disable_recursion_pending();
            } else {
                add(it->path().lexically_relative(folder).string());
            }
        }
        return failed;
    }

    int add(const std::string& path) {
        const int watch = inotify_add_watch(events, (folder / path).c_str(), wanted);
        if (watch < 0) {
            return errno;
        }
        folders[watch] = path;
        return 0;
    }

    void hear(const inotify_event& event, FolderChange& change) {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            change.everything = true;
            (void)watchFolders();
            return;
        }
        const auto known = folders.find(event.wd);
        if (known == folders.end()) {
            return;
        }
        const std::string in = known->second;
        if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT)) != 0) {
            gone = gone || in.empty();
            change.everything = true;
            if ((event.mask & IN_MOVE_SELF) != 0) {
                inotify_rm_watch(events, event.wd); // it is somewhere else now …
                folders.erase(event.wd);
                (void)watchFolders(); // … which may be elsewhere in here
            }
        }
        if ((event.mask & IN_IGNORED) != 0) {
            folders.erase(event.wd);
        }
        const std::string name = event.len == 0 ? "" : static_cast<const char*>(event.name);
        if (isBeside(name)) {
            return;
        }
        const std::string path = in.empty() ? name : in + "/" + name;
        if ((event.mask & IN_ISDIR) != 0) {
            change.everything = true;
            (void)watchFolders(); // what is in it already came before its watch
        } else if ((event.mask & IN_CREATE) == 0) {
            change.files.insert(path);
        }
    }

    /// Reads what has come. False where nothing had.
    bool collect(FolderChange& change) {
        alignas(inotify_event) std::array<char, 65536> buffer{};
        bool any = false;
        for (ssize_t size = 0; (size = read(events, buffer.data(), buffer.size())) > 0;) {
            for (ssize_t at = 0; at < size;) {
                const auto* const event = reinterpret_cast<const inotify_event*>(buffer.data() + at);
                hear(*event, change);
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
            any = true;
        }
        return any;
    }

    /// Waits for an event, the end, or until then. False: it is over.
    bool sleep(Clock::time_point until) const {
        std::array<pollfd, 2> both{{{events, POLLIN, 0}, {end, POLLIN, 0}}};
        int wait = -1;
        if (until != never) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()).count();
            wait = static_cast<int>(std::max<std::chrono::milliseconds::rep>(left, 0));
        }
        poll(both.data(), both.size(), wait);
        return both[1].revents == 0;
    }

    void work() {
        FolderChange change;
        auto first = never; // event that was not told yet
        auto last = never;
        while (true) {
            const auto whole = first == never ? never : std::min(first + times.longest, last + times.quiet);
            if (first != never && Clock::now() >= whole) {
                told(std::exchange(change, {}));
                first = never;
                continue;
            }
            if (!sleep(first == never && gone ? Clock::now() + comesBack : whole)) {
                return;
            }
            bool any = collect(change);
            if (gone && watchFolders() == 0) {
                gone = false;
                change.everything = any = true;
            }
            last = any ? Clock::now() : last;
            if (first == never && (change.everything || !change.files.empty())) {
                first = last;
            }
        }
    }

    const fs::path folder;                               // constant after construction
    const std::function<void(const FolderChange&)> told; // constant after construction
    const WatchTimes times;                              // constant after construction
    const int events;                                    // constant after construction
    const int end;                                       // constant after construction
    std::map<int, std::string> folders;                  // before the thread, then the thread only
    bool gone = false;                                   // the thread only: the folder itself is not there
    std::thread thread;
};

} // namespace

Result<std::unique_ptr<FolderWatch>> FolderWatch::create(fs::path folder, std::function<void(const FolderChange&)> told,
                                                         WatchTimes times) {
    auto watch = std::make_unique<InotifyWatch>(folder, std::move(told), times);
    if (const int error = watch->begin(); error != 0) {
        const bool full = error == ENOSPC || error == EMFILE;
        return refuse("unwatched",
                      full ? "This folder cannot be watched: the system watches as many files as it may. Close other "
                             "programs that do, or raise fs.inotify.max_user_watches and max_user_instances."
                           : "This folder cannot be watched: " + std::string(std::strerror(error)) +
                                 ". Look whether it is there and may be read.",
                      {folder.string(), 0, 0, {}});
    }
    return watch;
}

} // namespace schacht::base
