#pragma once
#include "tests/journeys/monkey/answers.hpp"
#include "tests/journeys/monkey/touches.hpp"
#include "tests/journeys/monkey/witness.hpp"
#include "tests/journeys/program.hpp"

#include <filesystem>
#include <fstream>
#include <iosfwd>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace schacht::tests {

struct MonkeyOptions {
    std::uint64_t seed = 1;
    std::size_t touches = 1000;
    bool readers = true;              ///< visits begin with one
    std::filesystem::path log;        ///< takes every step as it was played; empty: none
    std::ostream* progress = nullptr; ///< takes a line now and then
};

/// The kiosk at rest: its visit is forgotten, it shows what attracts, and nothing moves.
struct Rest {
    std::size_t touches = 0;      ///< so far
    std::uint64_t bytes = 0;      ///< of memory that it alone has written
    std::uint64_t proportion = 0; ///< proportional share of memory, libraries with it
    std::size_t descriptors = 0;
    std::size_t threads = 0;
    std::size_t screens = 0; ///< that were seen so far
};

/// A touch that was answered late.
struct Slow {
    Answers::Answer answer;
    base::Seconds machine = 0; ///< of that, how long the kiosk waited for the machine, or the X server for the touch
};

struct MonkeyFigures {
    std::size_t touches = 0;
    std::size_t lost = 0;        ///< of which the kiosk heard nothing, or at another place
    std::vector<double> answers; ///< seconds, the shortest first
    std::vector<Slow> slow;      ///< a second or more
    std::vector<Rest> rests;
    std::set<std::string> screens;               ///< "name item page", as the trace says
    std::map<std::string, std::size_t> problems; ///< that the kiosk reported since its first frame, by code
    base::Seconds lasted = 0;
    std::string stopped; ///< why not everything was played; empty: it was
};

/// Plays MonkeyTouches on the kiosk, which must run with `--idle 2 --answer 1`, and watches it.
class Monkey {
public:
    Monkey(Touchscreen& screen, Program& kiosk, const MonkeyOptions& options);

    [[nodiscard]] MonkeyFigures play();

private:
    void perform(const MonkeyStep& step);
    void down(const MonkeyStep& step);
    void rest(const MonkeyStep& step);
    [[nodiscard]] bool attracts(base::Seconds patience);
    void read();
    void readWhile(base::Seconds until);
    void look();
    void note(const MonkeyStep& step);
    void finish();
    [[nodiscard]] base::Point pixels(base::Point share) const;

    Touchscreen& screen;
    Program& kiosk;
    const MonkeyOptions options;
    const base::Seconds ahead; ///< of the kiosk's clock before base::now()
    Witness witness;
    MonkeyTouches touches;
    Answers answers;
    MonkeyFigures figures;
    std::ofstream log;
    base::Seconds began = 0;
    std::string here;             ///< the screen's name
    std::size_t settled = 0;      ///< how often the kiosk came to stand still
    std::size_t told = 0;         ///< touches at the last line of progress
    std::size_t threadsAlone = 0; ///< without libvlc's, as a rest saw them; 0: none did yet
};

} // namespace schacht::tests
