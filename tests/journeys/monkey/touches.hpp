#pragma once
#include "engine/base/units.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace schacht::tests {

/// One thing that a monkey does.
struct MonkeyStep {
    enum class What {
        down, ///< a finger, on the glass
        move,
        up,
        key,
        pull, ///< the touchscreen's cable, with the fingers that are down
        plug,
        rest ///< nothing, until the kiosk has forgotten the visit
    };
    What what = What::down;
    int finger = 0;  ///< 0..9
    base::Point to;  ///< shares of the screen
    std::string key; ///< as Touchscreen::key names it; of a rest: pressed before it, where it is not empty
    std::int64_t at = 0;
};

/// An endless play of up to ten fingers: visits that begin calmly and end as a crowd, with a rest after each. The
/// first ones begin with a reader, who opens everything that the Limburg pack has, one thing after another. Taps,
/// drags, flings, pinches of two to ten fingers, nervous taps, fingers that rest or tremble, keys, and now and then a
/// cable that is pulled while fingers are down. The same seed plays the same on every machine: the generator is the
/// standard's own, and all that is made of it are whole numbers.
class MonkeyTouches {
public:
    /// The first ten visits begin with a reader; none where it is not `withReaders`.
    explicit MonkeyTouches(std::uint64_t seed, bool withReaders = true) : random(seed), readers(withReaders ? 10 : 0) {}

    /// The next step, in the order of time; `at` counts milliseconds from the first.
    [[nodiscard]] MonkeyStep next();

private:
    static constexpr int fingersThereAre = 10;
    struct Place {
        int x = 0, y = 0; ///< ten-thousandths of the screen
    };

    [[nodiscard]] int below(int count);
    [[nodiscard]] int between(int least, int most) { return least + below(most - least + 1); }
    [[nodiscard]] Place place();
    [[nodiscard]] static base::Point shares(Place place);
    [[nodiscard]] std::vector<int> take(int count);
    void put(std::int64_t at, MonkeyStep::What what, int finger, Place to);
    void stroke(int finger, Place from, Place to, std::int64_t begins, int lasts);
    void act();
    void tap(int fingers);
    void nervousTaps();
    void drag(int shortest, int longest, bool across);
    void pinch();
    void remain();
    void tremble();
    void press(const std::string& key, int thenWaits);
    void touch(Place at, int thenWaits);
    void pressNext(int control);
    void readOne(int number);
    void endVisit();

    std::mt19937_64 random;
    int readers;                                        // visits that begin with one
    std::multimap<std::int64_t, MonkeyStep> waiting;    // by time; of the same time, in the order they were made
    std::array<std::int64_t, fingersThereAre> freeAt{}; // when each finger has left the glass
    std::int64_t clock = 0;                             // when the next act begins
    int touches = 0;                                    // of this visit
    int visits = 0;
    int read = 0;         // how many things were opened one after another
    bool hasRead = false; // in this visit
};

} // namespace schacht::tests
