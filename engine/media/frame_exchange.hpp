#pragma once
#include "engine/base/film_frame.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

namespace schacht::media {

/// Three pictures of one size that two threads share without a lock (a triple buffer): the writer fills one, the reader
/// looks at one, and the third waits to be exchanged with either. Nobody ever waits, and the reader always gets the
/// newest.
class FrameExchange {
public:
    struct Format {
        int width = 0;  ///< pixels, 1..16384
        int height = 0; ///< pixels, 1..16384
        base::ColourMatrix matrix = base::ColourMatrix::bt709;
        base::ColourRange range = base::ColourRange::limited;
    };

    /// nullptr where the size is out of range or there is no memory. Rows begin at multiples of 64 bytes; the memory
    /// goes back to the system with the exchange.
    [[nodiscard]] static std::shared_ptr<FrameExchange> create(const Format& format);
    ~FrameExchange();
    FrameExchange(const FrameExchange&) = delete;
    FrameExchange& operator=(const FrameExchange&) = delete;

    /// Where the writer's thread puts the next picture: the planes y, u, v, with the strides of `strides`.
    [[nodiscard]] std::array<std::uint8_t*, 3> writable();
    [[nodiscard]] std::array<std::size_t, 3> strides() const;
    /// Hands over what was written. `same`: it is the picture that was handed over last, and nothing was done;
    /// `replaced`: the one before was never taken. The writer's thread.
    enum class Published { first, fresh, replaced, same };
    [[nodiscard]] Published publish();

    /// The reader's thread: true when a picture was handed over since; `front` is that one then.
    [[nodiscard]] bool take();
    [[nodiscard]] const base::FilmFrame& front() const { return pictures[frontIndex]; }

private:
    FrameExchange(const Format& format, std::uint8_t* memory, std::size_t bytes);
    [[nodiscard]] bool equal(const base::FilmFrame& a, const base::FilmFrame& b) const;

    // Constant after construction:
    std::uint8_t* const memory;
    const std::size_t bytes;
    std::array<base::FilmFrame, 3> pictures;
    // The writer's thread only:
    unsigned backIndex = 0;
    int lastIndex = -1;
    // The reader's thread only:
    unsigned frontIndex = 1;
    // Both: the index of the picture that waits, and whether it was handed over and not taken.
    static constexpr unsigned freshBit = 4;
    std::atomic<unsigned> middle = 2;
};

} // namespace schacht::media
