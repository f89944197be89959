#include "engine/media/frames.hpp"

#include "engine/media/frame_exchange.hpp"

namespace schacht::media {

Frames::Frames() = default;
Frames::~Frames() = default;

bool Frames::takeNewest() {
    if (const unsigned now = shown.load(std::memory_order_acquire); now != seen) {
        seen = now;
        const std::lock_guard lock(mutex);
        next = offered;
    }
    if (next == nullptr || !next->take()) {
        return false;
    }
    taken = next;
    return true;
}

const base::FilmFrame* Frames::current() const {
    return taken != nullptr ? &taken->front() : nullptr;
}

void Frames::clear(std::uint64_t toCome) {
    taken.reset();
    next.reset();
    const std::lock_guard lock(mutex);
    offered.reset();
    expected = toCome;
}

void Frames::show(std::shared_ptr<FrameExchange> exchange, std::uint64_t of) {
    const std::lock_guard lock(mutex);
    if (of == expected) {
        offered = std::move(exchange);
        shown.fetch_add(1, std::memory_order_release);
    }
}

} // namespace schacht::media
