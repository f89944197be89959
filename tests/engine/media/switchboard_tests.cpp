#include "engine/base/clock.hpp"
#include "engine/media/switchboard.hpp"
#include "tests/catch.hpp"

#include <thread>

using namespace schacht;
using namespace schacht::media;

TEST_CASE("orders, events and reports pass between a player's threads, and none is lost", "[threads]") {
    constexpr std::uint64_t count = 3000;
    std::atomic<std::uint64_t> woken = 0;
    Switchboard board([&] { ++woken; });
    std::thread worker([&] {
        std::uint64_t events = 0;
        while (true) {
            const auto news = board.wait(base::now() + 30);
            events += news.events.size();
            WorkerReport report;
            report.opens = news.orders.opens;
            report.seeks = events;
            board.publish(report);
            if (news.orders.quit) {
                break;
            }
        }
        board.finish();
    });
    std::thread session([&] {
        for (std::uint64_t i = 0; i < count; ++i) {
            board.post({1, SessionEvent::Kind::time, 0, 0});
        }
    });
    WorkerReport newest;
    for (std::uint64_t i = 0; i < count; ++i) {
        board.order([](Orders& orders) { ++orders.opens; });
        newest = board.collect().value_or(newest);
    }
    session.join();
    board.order([](Orders& orders) { orders.quit = true; });
    REQUIRE(board.waitUntilFinished(30));
    worker.join();
    newest = board.collect().value_or(newest);
    CHECK(newest.opens == count);
    CHECK(newest.seeks == count);
    CHECK(woken > 0);
}
