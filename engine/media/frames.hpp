#pragma once
#include "engine/base/film_frame.hpp"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>

namespace schacht::media {

class FrameExchange;

/// The pictures of what plays, at the window's side: it takes the newest one when it is about to draw. A player's
/// thread writes pictures into a FrameExchange and shows that here; a still picture, or one repeated while paused, is
/// no new one.
///
/// Taking is an exchange of two indices: no lock, no copy, no wait. (A lock is held for the length of a pointer's copy
/// when a film of another size begins.)
class Frames {
public:
    Frames();
    ~Frames();
    Frames(const Frames&) = delete;
    Frames& operator=(const Frames&) = delete;

    /// True when there is a picture that was not taken before; `current` is that one then. The window's thread.
    [[nodiscard]] bool takeNewest();
    /// The picture that was taken last; nullptr: none. Valid until the next call of `takeNewest` or `clear`. The
    /// window's thread.
    [[nodiscard]] const base::FilmFrame* current() const;
    /// Forgets all pictures and gives their memory back, once their writer has let go too. From now on only what is
    /// shown for `next` is taken. The window's thread.
    void clear(std::uint64_t next);

    /// From now on pictures come from `exchange`, unless it is for something that was cleared meanwhile; the one that
    /// was taken last stays until the first of these is taken. Any thread.
    void show(std::shared_ptr<FrameExchange> exchange, std::uint64_t of);

private:
    // The window's thread only:
    std::shared_ptr<FrameExchange> taken; // `current` lies in it
    std::shared_ptr<FrameExchange> next;  // pictures come from it
    unsigned seen = 0;                    // the value of `shown` when `next` was copied
    std::atomic<unsigned> shown = 0;      // counts what was offered
    std::mutex mutex;
    std::shared_ptr<FrameExchange> offered; // guarded by mutex
    std::uint64_t expected = 0;             // guarded by mutex
};

} // namespace schacht::media
