#pragma once
#include "engine/base/folder_watch.hpp"
#include "engine/base/mailbox.hpp"
#include "kiosk/production/production.hpp"

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace schacht::kiosk {

/// A pack that was read once more, because something in its folder changed.
struct Rereading {
    std::shared_ptr<const Material> material; ///< null: nothing of the pack can be shown now
    std::vector<base::Problem> problems;      ///< every one
    std::set<std::string> changed;            ///< files of the pack that are not what they were
    std::uint64_t files = 0;                  ///< what they are now, by content::packDigest
    double seconds = 0;                       ///< that it took
    std::string moment;                       ///< when, by the wall's clock: "14:06:31"
};

/// Reads a pack, and again whenever its folder changes; what has an error keeps the state that was good last.
class PackReader {
public:
    /// out: each time the errors, and the warnings in what has changed, as `check` says them, and a line that the pack
    /// was read; written on the reader's thread.
    /// nudge: called on that thread when news() has something. Refused as FolderWatch::create.
    [[nodiscard]] static base::Result<std::unique_ptr<PackReader>> open(const RunOptions& options, std::ostream& out,
                                                                        std::function<void()> nudge);
    /// The caller's thread: what was read since the last call, oldest first. The first is there at once.
    [[nodiscard]] std::vector<Rereading> news() { return mailbox.collect(); }
    /// Reads the pack once more, though no file of it has changed, on a thread of its own: another day has begun.
    void readAgain();

private:
    PackReader(RunOptions wanted, std::ostream& to, std::function<void()> call)
        : options(std::move(wanted)), out(to), nudge(std::move(call)) {}
    void read(const base::FolderChange& change);
    void tell(const Rereading& reread) const;

    const RunOptions options;
    std::ostream& out;
    const std::function<void()> nudge;
    std::mutex reading;
    std::shared_ptr<const Material> last; // guarded by reading
    base::Mailbox<Rereading> mailbox;
    std::unique_ptr<base::FolderWatch> watch; // near the end: its thread ends first
    std::jthread again;                       // and this one before it
};

} // namespace schacht::kiosk
