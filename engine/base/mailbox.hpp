#pragma once
#include <mutex>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace schacht::base {

/// Letters from any thread to the one that owns the window. `descriptor` becomes readable when a letter waits, so that
/// one poll() wakes for it.
template <class Letter>
class Mailbox {
public:
    Mailbox() : event(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}
    ~Mailbox() { close(event); }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    /// Any thread. Never blocks for longer than a vector's push_back.
    void post(Letter letter) {
        {
            const std::lock_guard lock(mutex);
            letters.push_back(std::move(letter));
        }
        eventfd_write(event, 1);
    }

    /// The owner's thread: everything that has arrived, oldest first; makes the descriptor quiet again.
    [[nodiscard]] std::vector<Letter> collect() {
        eventfd_t ignored = 0;
        eventfd_read(event, &ignored);
        const std::lock_guard lock(mutex);
        return std::exchange(letters, {});
    }

    [[nodiscard]] int descriptor() const { return event; }

private:
    const int event;
    std::mutex mutex;
    std::vector<Letter> letters; // guarded by mutex
};

} // namespace schacht::base
