/// The jack's switch. No machine here has one: what the kernel would write comes through a pipe.
#include "engine/input/headphones.hpp"

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <chrono>
#include <fcntl.h>
#include <linux/input.h>
#include <mutex>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace schacht;

namespace {

struct Jack {
    schacht::tests::TemporaryFolder folder{};
    std::filesystem::path device = folder / "event";
    int end = -1;

    Jack() {
        REQUIRE(mkfifo(device.c_str(), 0600) == 0);
        end = open(device.c_str(), O_RDWR | O_CLOEXEC);
        REQUIRE(end >= 0);
    }
    ~Jack() { close(end); }
    Jack(const Jack&) = delete;
    Jack& operator=(const Jack&) = delete;

    void happens(int type, int code, int value) const {
        input_event event{};
        event.type = static_cast<unsigned short>(type);
        event.code = static_cast<unsigned short>(code);
        event.value = value;
        REQUIRE(write(end, &event, sizeof event) == sizeof event);
    }
};

struct Heard {
    std::mutex mutex{};
    std::vector<bool> all{};

    [[nodiscard]] bool are(const std::vector<bool>& wanted) {
        for (int i = 0; i < 400; ++i) {
            {
                const std::lock_guard lock(mutex);
                if (all == wanted) {
                    return true;
                }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        return false;
    }
};

} // namespace

TEST_CASE("headphones that are put in and pulled out are told, and nothing else that a device says", "[threads]") {
    const Jack jack;
    Heard heard;
    const input::Headphones headphones(jack.device, [&](bool in) {
        const std::lock_guard lock(heard.mutex);
        heard.all.push_back(in);
    });
    jack.happens(EV_KEY, KEY_VOLUMEUP, 1);
    jack.happens(EV_SW, SW_MICROPHONE_INSERT, 1);
    jack.happens(EV_SW, SW_HEADPHONE_INSERT, 1);
    jack.happens(EV_SYN, SYN_REPORT, 0);
    CHECK(heard.are({true}));
    jack.happens(EV_SW, SW_HEADPHONE_INSERT, 1);
    jack.happens(EV_SW, SW_HEADPHONE_INSERT, 0);
    CHECK(heard.are({true, false}));
}

TEST_CASE("a jack that is not there keeps nobody waiting", "[threads]") {
    const auto began = std::chrono::steady_clock::now();
    {
        const input::Headphones headphones("/dev/input/no-such-jack", [](bool) {});
    }
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
}
