#include "tests/engine/content/timed_text/webvtt_reading.hpp"
#include "tests/processor_time.hpp"

#include <limits>

using namespace schacht;
using namespace schacht::content;

namespace {

/// Whether a cue has these times.
bool isTimes(const std::string& line) {
    return !captionsOf("WEBVTT\n\n" + line + "\nWords").cues.empty();
}

double startOf(const std::string& time) {
    return cueWith(time + " --> 99:00:00.000").start;
}

} // namespace

TEST_CASE("a time has minutes, seconds and thousandths, and hours where it needs them") {
    CHECK(startOf("00:00.000") == 0);
    CHECK(startOf("00:01.500") == 1.5);
    CHECK(startOf("59:59.999") == 3599.999);
    CHECK(startOf("00:00:01.001") == 1.001);
    CHECK(startOf("01:02:03.004") == 3723.004);
}

TEST_CASE("hours have any number of digits") {
    CHECK(startOf("1:00:00.000") == 3600);
    CHECK(startOf("0:00:00.001") == 0.001);
    CHECK(startOf("100:00:00.000") == 360000);
    CHECK(startOf("000000001:00:00.000") == 3600);
    CHECK(startOf("60:00:00.000") == 216000);
}

TEST_CASE("hours beyond all numbers are a number still") {
    const double large = startOf(std::string(500, '9') + ":00:00.000");
    CHECK(large > 1e300);
    CHECK(large < std::numeric_limits<double>::infinity());
}

TEST_CASE("thousandths are the nearest number to what the file says") {
    CHECK(startOf("00:16.100") == 16.1);
    CHECK(startOf("10:20:30.333") == 37230.333);
    CHECK(startOf("99:59:59.999") == 359999.999);
}

TEST_CASE("times that are not written as WebVTT has them are none") {
    for (const char* time : {"",
                             "1",
                             "00",
                             "00:",
                             "00:00",
                             "00:00.",
                             "00:00.0",
                             "00:00.00",
                             "00:00.0000",
                             "00:00,000",
                             "00:00:000",
                             "0:00.000",
                             "000:00.000",
                             "60:00.000",
                             "00:60.000",
                             "00:00:60.000",
                             "00:60:00.000",
                             "00:0.000",
                             "00:000.000",
                             "00:0:00.000",
                             "00:00:0.000",
                             "00:00:00:00.000",
                             "00.000",
                             ":00.000",
                             "-00:00.000",
                             "+00:00.000",
                             "00:00.-00",
                             "00: 00.000",
                             "0x:00.000",
                             "\xD9\xA0\xD9\xA0:00.000",
                             "00:00.000a",
                             "00h00.000"}) {
        INFO(time);
        CHECK_FALSE(isTimes(std::string(time) + " --> 00:02.000"));
    }
}

TEST_CASE("an end that is not written as WebVTT has it is none") {
    for (const char* time : {"", "00:02", "00:02.0", "00:02,000", "00:60.000", "0:02.000", "a"}) {
        INFO(time);
        CHECK_FALSE(isTimes("00:01.000 --> " + std::string(time)));
    }
}

TEST_CASE("the arrow needs no space around it, and may have any") {
    CHECK(isTimes("00:01.000-->00:02.000"));
    CHECK(isTimes("00:01.000 \t\f --> \t\f 00:02.000"));
    CHECK(isTimes(" \t00:01.000 --> 00:02.000"));
}

TEST_CASE("the arrow is two dashes and a sign") {
    for (const char* arrow : {" -> ", " ---> ", " – -> ", " -- > ", " - -> ", " a --> ", " --> a ", " -->> ", " to "}) {
        INFO(arrow);
        CHECK_FALSE(isTimes("00:01.000" + std::string(arrow) + "00:02.000"));
    }
}

TEST_CASE("settings may stand directly behind the times") {
    CHECK(cueWith("00:01.000 --> 00:02.000line:5").settings.line == 5);
    CHECK(cueWith("00:01.000 --> 00:02.000,align:end").settings.align == CueSettings::Align::centre);
}

TEST_CASE("thousandths with a fourth digit are none, also at the end") {
    CHECK_FALSE(isTimes("00:01.000 --> 00:02.0000"));
}

TEST_CASE("a cue that ends before it begins is kept, and never shown") {
    const Cue cue = cueWith("00:02.000 --> 00:01.000");
    CHECK(cue.start == 2);
    CHECK(cue.end == 1);
    CHECK(CueTimes({cue}).activeAt(1.5).empty());
}

TEST_CASE("a cue is shown from its start until its end") {
    const CueTimes times(captionsOf("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\n00:02.000 --> 00:03.000\nTwo").cues);
    CHECK(times.activeAt(0.999).empty());
    CHECK(times.activeAt(1) == std::vector<std::size_t>{0});
    CHECK(times.activeAt(1.999) == std::vector<std::size_t>{0});
    CHECK(times.activeAt(2) == std::vector<std::size_t>{1});
    CHECK(times.activeAt(3).empty());
}

TEST_CASE("cues that are shown together stand by their start, then the longer first, then as in the file") {
    const CueTimes times(captionsOf("WEBVTT\n\n00:02.000 --> 00:05.000\nA\n\n00:01.000 --> 00:04.000\nB\n\n"
                                    "00:01.000 --> 00:09.000\nC\n\n00:01.000 --> 00:04.000\nD")
                             .cues);
    CHECK(times.activeAt(3) == std::vector<std::size_t>{2, 1, 3, 0});
    CHECK(times.activeAt(6) == std::vector<std::size_t>{2});
}

TEST_CASE("the next change is the next start or end of a cue") {
    const CueTimes times(
        captionsOf("WEBVTT\n\n00:01.000 --> 00:04.000\nA\n\n00:02.000 --> 00:03.000\nB\n\n00:09.000 --> 00:05.000\nC")
            .cues);
    CHECK(times.nextChangeAfter(-1) == 1);
    CHECK(times.nextChangeAfter(1) == 2);
    CHECK(times.nextChangeAfter(2.5) == 3);
    CHECK(times.nextChangeAfter(3) == 4);
    CHECK(times.nextChangeAfter(4) == std::nullopt);
    CHECK(CueTimes().nextChangeAfter(0) == std::nullopt);
}

TEST_CASE("a time is answered as fast in long captions as in short ones") {
    std::vector<Cue> cues(100'000);
    for (std::size_t index = 0; index < cues.size(); ++index) {
        cues[index].start = static_cast<double>(index);
        cues[index].end = static_cast<double>(index) + 1;
    }
    const CueTimes times(cues);
    std::size_t wrong = 0;
    const double seconds = tests::processorSeconds([&] {
        for (std::size_t index = 0; index < cues.size(); ++index) {
            const auto active = times.activeAt(static_cast<double>(index) + 0.5);
            wrong += active.size() == 1 && active[0] == index ? 0 : 1;
        }
    });
    CHECK(wrong == 0);
    CHECK(seconds < 0.5); // to go through all cues each time takes more than a second
}
