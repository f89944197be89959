#include "tests/journeys/monkey/answers.hpp"

#include <algorithm>
#include <cmath>

namespace schacht::tests {

namespace {

constexpr float samePlace = 3; ///< pixels: the server spreads 65536 counts over the screen

} // namespace

void Answers::sent(base::Seconds at, base::Seconds taken, base::Point pixels) {
    sentOnes.push_back({{count++, at, taken, 0}, pixels});
}

void Answers::hear(const nlohmann::json& contact) {
    const base::Point at{contact.at("x").get<float>(), contact.at("y").get<float>()};
    const auto found = std::find_if(sentOnes.begin(), sentOnes.end(), [&](const Touch& touch) {
        return std::abs(touch.pixels.x - at.x) < samePlace && std::abs(touch.pixels.y - at.y) < samePlace;
    });
    if (found == sentOnes.end()) {
        ++missed;
        return;
    }
    missed += static_cast<std::size_t>(found - sentOnes.begin());
    heard.push_back(found->answer);
    sentOnes.erase(sentOnes.begin(), found + 1);
}

void Answers::read(const nlohmann::json& event) {
    const std::string name = event.at("event");
    const base::Seconds t = event.at("t");
    if (name == "contact" && event.at("phase") == "began") {
        hear(event);
    } else if (name == "wake") { // a frame begins
        answers.insert(answers.end(), inNewFrame.begin(), inNewFrame.end());
        inNewFrame.swap(heard);
        heard.clear();
        for (Answer& answer : inNewFrame) {
            answer.answered = t;
        }
    } else if (name == "frame") { // it is on the screen
        for (Answer& answer : inNewFrame) {
            answer.answered = t;
        }
        answers.insert(answers.end(), inNewFrame.begin(), inNewFrame.end());
        inNewFrame.clear();
    }
}

void Answers::end() {
    answers.insert(answers.end(), inNewFrame.begin(), inNewFrame.end());
    inNewFrame.clear();
}

std::optional<base::Seconds> Answers::waitingSince() const {
    if (!heard.empty()) {
        return heard.front().sent;
    }
    return sentOnes.empty() ? std::nullopt : std::optional(sentOnes.front().answer.sent);
}

} // namespace schacht::tests
