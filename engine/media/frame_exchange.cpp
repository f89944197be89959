#include "engine/media/frame_exchange.hpp"

#include <cstring>
#include <sys/mman.h>

namespace schacht::media {

namespace {

constexpr int largest = 16384;   // pixels; more than any decoder gives
constexpr std::size_t rung = 64; // bytes: a row begins on a cache line

std::size_t rounded(int pixels) {
    return (static_cast<std::size_t>(pixels) + rung - 1) / rung * rung;
}

// libvlc may write one row more where a film's height is odd.
std::size_t rows(int pixels) {
    return (static_cast<std::size_t>(pixels) + 1) / 2 * 2;
}

struct Layout {
    std::size_t luma;
    std::size_t chroma;
    std::size_t picture;
};

Layout layoutOf(int width, int height) {
    const std::size_t luma = rounded(width) * rows(height);
    const std::size_t chroma = rounded((width + 1) / 2) * rows((height + 1) / 2);
    return {luma, chroma, luma + 2 * chroma};
}

bool sameRows(const base::FilmFrame::Plane& a, const base::FilmFrame::Plane& b, int width, int height) {
    for (int row = 0; row < height; ++row) {
        const std::size_t at = a.stride * static_cast<std::size_t>(row);
        if (std::memcmp(a.pixels + at, b.pixels + at, static_cast<std::size_t>(width)) != 0) {
            return false;
        }
    }
    return true;
}

} // namespace

std::shared_ptr<FrameExchange> FrameExchange::create(const Format& format) {
    if (format.width < 1 || format.height < 1 || format.width > largest || format.height > largest) {
        return nullptr;
    }
    // Not from the heap: there, pieces of this size stay with the process after it has let go of them.
    const std::size_t bytes = 3 * layoutOf(format.width, format.height).picture;
    void* memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        return nullptr;
    }
    return std::shared_ptr<FrameExchange>(new FrameExchange(format, static_cast<std::uint8_t*>(memory), bytes));
}

FrameExchange::FrameExchange(const Format& format, std::uint8_t* theMemory, std::size_t theBytes)
    : memory(theMemory), bytes(theBytes) {
    const Layout layout = layoutOf(format.width, format.height);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::uint8_t* at = memory + i * layout.picture;
        base::FilmFrame& picture = pictures[i];
        picture.width = format.width;
        picture.height = format.height;
        picture.matrix = format.matrix;
        picture.range = format.range;
        picture.y = {at, rounded(format.width)};
        picture.u = {at + layout.luma, rounded(picture.chromaWidth())};
        picture.v = {at + layout.luma + layout.chroma, rounded(picture.chromaWidth())};
    }
}

FrameExchange::~FrameExchange() {
    munmap(memory, bytes);
}

std::array<std::uint8_t*, 3> FrameExchange::writable() {
    const base::FilmFrame& back = pictures[backIndex];
    return {memory + (back.y.pixels - memory), memory + (back.u.pixels - memory), memory + (back.v.pixels - memory)};
}

std::array<std::size_t, 3> FrameExchange::strides() const {
    return {pictures[0].y.stride, pictures[0].u.stride, pictures[0].v.stride};
}

bool FrameExchange::equal(const base::FilmFrame& a, const base::FilmFrame& b) const {
    return sameRows(a.y, b.y, a.width, a.height) && sameRows(a.u, b.u, a.chromaWidth(), a.chromaHeight()) &&
           sameRows(a.v, b.v, a.chromaWidth(), a.chromaHeight());
}

FrameExchange::Published FrameExchange::publish() {
    // What was handed over last is never written while it is compared: the writer gets it back only in exchange for
    // a newer one.
    const bool first = lastIndex < 0;
    if (!first && equal(pictures[backIndex], pictures[static_cast<std::size_t>(lastIndex)])) {
        return Published::same;
    }
    lastIndex = static_cast<int>(backIndex);
    const unsigned before = middle.exchange(backIndex | freshBit, std::memory_order_acq_rel);
    backIndex = before & ~freshBit;
    if ((before & freshBit) != 0) {
        return Published::replaced;
    }
    return first ? Published::first : Published::fresh;
}

bool FrameExchange::take() {
    if ((middle.load(std::memory_order_relaxed) & freshBit) == 0) {
        return false;
    }
    frontIndex = middle.exchange(frontIndex, std::memory_order_acq_rel) & ~freshBit;
    return true;
}

} // namespace schacht::media
