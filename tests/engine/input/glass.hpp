#pragma once
#include "engine/input/gestures.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace schacht::input::tests {

/// A screen to touch: rectangles with what lies there, and everything that the recogniser said, in words.
class Glass {
public:
    explicit Glass(TouchRules rules = {}) : gestures(rules) {}

    /// Lies over what was laid before.
    Glass& lay(base::Rect where, Hit what);
    void clear() { things.clear(); }

    void down(std::uint64_t finger, base::Point at, base::Seconds time);
    void move(std::uint64_t finger, base::Point at, base::Seconds time);
    void up(std::uint64_t finger, base::Point at, base::Seconds time);
    void cancel(std::uint64_t finger, base::Seconds time);
    void feed(Contact contact);
    void wait(base::Seconds until);
    /// In steps of 10 ms, with the finger still down at the end.
    void slide(std::uint64_t finger, base::Point from, base::Point to, base::Seconds begin, base::Seconds end);

    /// What was said since the last call, without Touched: "pressed 7", "drag began 9 horizontal"…
    [[nodiscard]] std::vector<std::string> said();
    /// The newest gesture of a kind; the test fails where there was none.
    template <class Kind>
    [[nodiscard]] Kind last() const {
        for (auto gesture = all.rbegin(); gesture != all.rend(); ++gesture) {
            if (const auto* one = std::get_if<Kind>(&*gesture)) {
                return *one;
            }
        }
        throw std::runtime_error("there was no such gesture");
    }
    template <class Kind>
    [[nodiscard]] int count() const {
        int n = 0;
        for (const Gesture& gesture : all) {
            n += std::holds_alternative<Kind>(gesture) ? 1 : 0;
        }
        return n;
    }

    Gestures gestures;
    std::vector<Gesture> all;
    float breadth = 0;
    bool mouse = false;

private:
    [[nodiscard]] Hit at(base::Point point) const;
    void take(std::vector<Gesture> news);

    std::vector<std::pair<base::Rect, Hit>> things;
    std::size_t told = 0;
};

/// A lamp or button: a target on nothing that drags.
[[nodiscard]] Hit button(TargetId target);
/// A card on a shelf that runs sideways.
[[nodiscard]] Hit card(TargetId target, TargetId shelf);
[[nodiscard]] Hit map(TargetId surface);
[[nodiscard]] Hit slider(TargetId target);

} // namespace schacht::input::tests
