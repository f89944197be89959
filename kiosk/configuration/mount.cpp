#include "kiosk/configuration/mount.hpp"

#include "kiosk/configuration/access.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <string>

namespace schacht::kiosk {

namespace {

long whole(double millimetres) {
    return std::lround(millimetres);
}

/// Something of note at a height, where the drawing has a row for it.
struct Mark {
    double at;
    const char* words;
};

constexpr double rowHigh = 50; // millimetres that a row of the drawing stands for

/// The marks of a row that spans heights from `from` on, and their heights, highest first.
std::pair<std::string, std::string> labelsOf(std::array<Mark, 7> marks, double from) {
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.at > b.at; });
    std::string heights;
    std::string words;
    for (const Mark& mark : marks) {
        if (mark.at >= from && mark.at < from + rowHigh) {
            heights += (heights.empty() ? "" : ", ") + std::to_string(whole(mark.at));
            words += std::string(words.empty() ? "" : "; ") + mark.words;
        }
    }
    return {heights, words};
}

void draw(const Reach& reach, std::ostream& out) {
    const std::array<Mark, 7> marks{{{reach.glass.to, "upper edge"},
                                     {highestReach, "as high as everyone reaches"},
                                     {reach.often.to, "the ordinary layout's buttons end"},
                                     {reach.lowReach.to, "low reach ends"},
                                     {reach.glass.from, "lower edge"},
                                     {lowestReach, "as low as everyone reaches"},
                                     {0, "floor"}}};
    constexpr std::size_t labelWide = 16;
    const std::size_t wide = reach.upright ? 12 : 24;
    const auto rows = static_cast<int>(std::max(reach.glass.to, highestReach) / rowHigh);
    for (int row = rows; row >= 0; --row) {
        const double from = row * rowHigh;
        const auto has = [from](double at) { return at >= from && at < from + rowHigh; };
        const bool line = has(highestReach) || has(lowestReach);
        std::string body;
        if (has(reach.glass.from) || has(reach.glass.to)) {
            body = "  +" + std::string(wide, '-') + "+  ";
        } else if (from > reach.glass.from && from < reach.glass.to) {
            body = (line ? "- |" : "  |") + std::string(wide, line ? '-' : ' ') + (line ? "| -" : "|  ");
        } else {
            const char fill = line ? '-' : row == 0 ? '_' : ' ';
            for (std::size_t i = 0; i < wide + 6; ++i) {
                body += line && i % 2 == 1 ? ' ' : fill;
            }
        }
        const auto [heights, words] = labelsOf(marks, from);
        std::string text = std::string(labelWide - std::min(labelWide, heights.size()), ' ') + heights + " " + body +
                           (words.empty() ? "" : " " + words);
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << '\n';
    }
}

void advise(const Reach& reach, std::ostream& out) {
    const double high = reach.often.to - highestReach;
    const double lowHigh = reach.lowReach.to - highestReach;
    const double low = lowestReach - reach.glass.from;
    if (lowHigh > 0) {
        out << "    Even low reach ends " << whole(lowHigh) << " mm too high. Hang the screen at least "
            << whole(std::ceil(lowHigh)) << " mm lower: its buttons cannot be reached from a wheelchair.\n";
    }
    if (high > 0) {
        out << "    The ordinary layout's buttons end " << whole(high)
            << " mm too high: every visit begins in low reach, as with access.lowReach. Hang the screen "
            << whole(std::ceil(high)) << " mm lower to have the ordinary layout.\n";
    }
    if (low > 0) {
        out << "    The lowest " << whole(low)
            << " mm are too low: Home, Back and the languages stand there. Hang the screen " << whole(std::ceil(low))
            << " mm higher.\n";
    }
    if (high <= 0 && low <= 0) {
        out << "    What is needed often can be reached by everyone.\n";
    }
}

} // namespace

Reach reachFrom(double mount, double diagonal, double width, double height) {
    constexpr double inch = 25.4;
    constexpr double often = 0.6;
    constexpr double oftenUpright = 0.5;
    Reach reach;
    reach.upright = height > width;
    const double high = diagonal * inch * height / std::hypot(width, height);
    reach.glass = {mount, mount + high};
    reach.within = {std::max(reach.glass.from, lowestReach), std::min(reach.glass.to, highestReach)};
    reach.often = {mount, mount + high * (reach.upright ? oftenUpright : often)};
    reach.lowReach = {mount, mount + high * visitor::lowReachShare};
    return reach;
}

void describeReach(const Reach& reach, std::ostream& out) {
    out << "  " << (reach.upright ? "upright" : "landscape") << ": the glass stands from " << whole(reach.glass.from)
        << " to " << whole(reach.glass.to) << " mm above the floor; " << whole(reach.within.length()) << " of its "
        << whole(reach.glass.length()) << " mm can be reached by everyone.\n";
    advise(reach, out);
    draw(reach, out);
}

} // namespace schacht::kiosk
