#include "engine/base/mailbox.hpp"
#include "engine/base/tasks.hpp"
#include "tests/catch.hpp"

#include <atomic>
#include <poll.h>
#include <semaphore>
#include <string>

using namespace schacht::base;

namespace {

/// The next letters; none within half a minute: the test fails, since every one of these must come.
template <class Letter>
std::vector<Letter> await(Mailbox<Letter>& mailbox) {
    pollfd waits{mailbox.descriptor(), POLLIN, 0};
    REQUIRE(poll(&waits, 1, 30'000) == 1);
    return mailbox.collect();
}

} // namespace

TEST_CASE("what tasks make comes back by the mailbox, whichever thread made it", "[threads]") {
    constexpr int count = 2000;
    Mailbox<std::string> mailbox;
    Tasks tasks(3);
    for (int i = 0; i < count; ++i) {
        tasks.add(i % 5, [&mailbox, i](const std::stop_token&) { mailbox.post(std::to_string(i)); });
    }
    std::vector<bool> came(count, false);
    int arrived = 0;
    while (arrived < count) {
        for (const std::string& letter : await(mailbox)) {
            came[static_cast<std::size_t>(std::stoi(letter))] = true;
            ++arrived;
        }
    }
    CHECK(std::count(came.begin(), came.end(), true) == count);
    while (tasks.unfinished() > 0) { // the last one has posted, and may not have returned yet
        std::this_thread::yield();
    }
    CHECK(tasks.unfinished() == 0);
}

TEST_CASE("tasks of a higher priority start first, those of one in the order they came", "[threads]") {
    Mailbox<int> mailbox;
    std::binary_semaphore go(0);
    Tasks tasks(1);
    tasks.add(9, [&](const std::stop_token&) { go.acquire(); });
    for (const auto& [priority, number] : {std::pair{1, 3}, {5, 1}, {1, 4}, {5, 2}}) {
        tasks.add(priority, [&mailbox, number = number](const std::stop_token&) { mailbox.post(number); });
    }
    go.release();
    std::vector<int> order;
    while (order.size() < 4) {
        for (const int number : await(mailbox)) {
            order.push_back(number);
        }
    }
    CHECK(order == std::vector<int>{1, 2, 3, 4});
}

TEST_CASE("at the end what runs is asked to stop, and what waits is dropped", "[threads]") {
    std::atomic<int> ran = 0;
    std::binary_semaphore begun(0);
    {
        Tasks tasks(1);
        tasks.add(0, [&](const std::stop_token& stop) {
            ++ran;
            begun.release();
            while (!stop.stop_requested()) {
                std::this_thread::yield();
            }
        });
        begun.acquire();
        tasks.add(0, [&](const std::stop_token&) { ++ran; });
    }
    CHECK(ran == 1);
}
