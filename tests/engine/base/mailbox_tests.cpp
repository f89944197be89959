#include "engine/base/mailbox.hpp"
#include "tests/catch.hpp"

#include <poll.h>
#include <thread>

using namespace schacht::base;

namespace {

bool readable(int descriptor, int milliseconds) {
    pollfd waits{descriptor, POLLIN, 0};
    return poll(&waits, 1, milliseconds) == 1;
}

} // namespace

TEST_CASE("a letter wakes who waits for the mailbox, once", "[threads]") {
    Mailbox<int> mailbox;
    CHECK_FALSE(readable(mailbox.descriptor(), 0));
    std::thread sender([&] { mailbox.post(4); });
    CHECK(readable(mailbox.descriptor(), 30'000));
    sender.join();
    CHECK(mailbox.collect() == std::vector<int>{4});
    CHECK_FALSE(readable(mailbox.descriptor(), 0));
    CHECK(mailbox.collect().empty());
}

TEST_CASE("letters of many threads all arrive, those of one in their order", "[threads]") {
    constexpr int senders = 4;
    constexpr int each = 5000;
    struct Letter {
        int sender = 0;
        std::vector<int> words; // of the heap, so that a letter is written and read in more than one place
    };
    Mailbox<Letter> mailbox;
    std::vector<std::thread> threads;
    for (int sender = 0; sender < senders; ++sender) {
        threads.emplace_back([&mailbox, sender] {
            for (int i = 0; i < each; ++i) {
                mailbox.post({sender, {i, i}});
            }
        });
    }
    std::vector<int> next(senders, 0);
    int wrong = 0;
    int arrived = 0;
    while (arrived < senders * each && readable(mailbox.descriptor(), 30'000)) {
        for (const Letter& letter : mailbox.collect()) {
            int& expected = next[static_cast<std::size_t>(letter.sender)];
            wrong += letter.words == std::vector<int>{expected, expected} ? 0 : 1;
            ++expected;
            ++arrived;
        }
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(arrived == senders * each);
    CHECK(wrong == 0);
}
