#include "tests/journeys/trace.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>
#include <utility>

namespace schacht::tests {

namespace {

bool isCalled(const nlohmann::json& event, const std::string& name) {
    return event.value("event", "") == name;
}

} // namespace

void Trace::readOn() {
    std::error_code none;
    if (const auto size = std::filesystem::file_size(file, none); !none && size < read) {
        read = 0; // a kiosk that restarts itself writes its trace anew
    }
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(read));
    std::string line;
    while (std::getline(stream, line) && !stream.eof()) {
        read += line.size() + 1;
        all.push_back(nlohmann::json::parse(line));
    }
}

const std::vector<nlohmann::json>& Trace::events() {
    readOn();
    return all;
}

std::vector<nlohmann::json> Trace::take() {
    readOn();
    seen = 0;
    return std::exchange(all, {});
}

std::optional<nlohmann::json> Trace::next(const Predicate& wanted, base::Seconds timeout) {
    const base::Seconds end = base::now() + timeout;
    while (true) {
        readOn();
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(seen);
        if (const auto found = std::find_if(from, all.end(), wanted); found != all.end()) {
            seen = static_cast<std::size_t>(found - all.begin()) + 1;
            return *found;
        }
        if (base::now() >= end) {
            return std::nullopt;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

std::optional<nlohmann::json> Trace::next(const std::string& event, base::Seconds timeout) {
    return next([&](const nlohmann::json& one) { return isCalled(one, event); }, timeout);
}

std::optional<nlohmann::json> Trace::last(const std::string& event) {
    readOn();
    const auto found =
        std::find_if(all.rbegin(), all.rend(), [&](const nlohmann::json& one) { return isCalled(one, event); });
    return found == all.rend() ? std::nullopt : std::optional(*found);
}

std::optional<nlohmann::json> Trace::lastSince(const std::string& event, const std::string& since) {
    readOn();
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const nlohmann::json& one) {
        return isCalled(one, event) || isCalled(one, since);
    });
    return found != all.rend() && isCalled(*found, event) ? std::optional(*found) : std::nullopt;
}

std::size_t Trace::count(const std::string& event) {
    readOn();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const nlohmann::json& one) { return isCalled(one, event); }));
}

Trace::Predicate eventWith(const std::string& event, const std::string& field, const nlohmann::json& value) {
    return [=](const nlohmann::json& one) {
        return isCalled(one, event) && one.contains(field) && one.at(field) == value;
    };
}

} // namespace schacht::tests
