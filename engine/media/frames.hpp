#pragma once
#include "engine/base/film_frame.hpp"

#include <atomic>
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
    /// Forgets all pictures and gives their memory back, as soon as a picture that is being written is finished. The
    /// window's thread.
    void clear();

    /// From now on pictures come from `exchange`; what it held of an earlier one stays until the first of these is
    /// taken. Any thread.
    void show(std::shared_ptr<FrameExchange> exchange);

private:
    std::shared_ptr<FrameExchange> taken; // window's thread only: the one that `current` lies in
    unsigned seen = 0;                    // window's thread only: the `shown` that `next` was copied at
    std::shared_ptr<FrameExchange> next;  // window's thread only
    std::mutex mutex;
    std::shared_ptr<FrameExchange> offered; // guarded by mutex
    std::atomic<unsigned> shown = 0;        // counts the calls of `show`
};

} // namespace schacht::media
