#include "engine/content/pack/problem_codes.hpp"
#include "tests/catch.hpp"
#include "tests/engine/content/pack/pack_on_disk.hpp"

#include <algorithm>
#include <fstream>

/// faulty/ holds small wrong files, each named for what is wrong with it; faulty/sentences.txt what staff read of each.
/// Where a sentence was changed on purpose: run the test with SCHACHT_ACCEPT=1, and read the difference.
namespace schacht {
namespace {

namespace fs = std::filesystem;

const fs::path testFolder = fs::path(SCHACHT_SOURCE_FOLDER) / "tests/engine/content";

std::string sentencesOf(const std::string& faulty) {
    const tests::PackOnDisk pack;
    pack.write(tests::destinationOf(faulty), tests::readFile(testFolder / "faulty" / faulty));
    return faulty + "\n" + pack.problems();
}

} // namespace

TEST_CASE("a pack without a fault has no problem") {
    const tests::PackOnDisk pack;
    CHECK(pack.problems().empty());
}

TEST_CASE("each fault of a pack is reported once, where it is, in the sentence that staff read") {
    std::string all;
    for (const std::string& faulty : tests::faultyFiles()) {
        const std::string found = sentencesOf(faulty);
        INFO(found);
        CHECK(found != faulty + "\n");
        all += found;
    }
    const fs::path golden = testFolder / "faulty/sentences.txt";
    if (std::getenv("SCHACHT_ACCEPT") != nullptr) {
        std::ofstream(golden, std::ios::binary) << all;
    }
    CHECK(all == tests::readFile(golden));
}

TEST_CASE("every code of a problem is asserted by a test") {
    std::string tested = tests::readFile(testFolder / "faulty/sentences.txt");
    for (const char* file : {"json/json.cpp", "pack/pack_refused.cpp", "kinds/recordings.cpp"}) {
        tested += tests::readFile(testFolder / file);
    }
    for (const std::string_view code : content::problemCodes) {
        INFO(code);
        CHECK((tested.find("error " + std::string(code)) != std::string::npos ||
               tested.find("warning " + std::string(code)) != std::string::npos));
    }
}

TEST_CASE("a fault gives no code that is not in the table of codes") {
    CHECK(std::is_sorted(content::problemCodes.begin(), content::problemCodes.end()));
    for (const std::string& faulty : tests::faultyFiles()) {
        const tests::PackOnDisk pack;
        pack.write(tests::destinationOf(faulty), tests::readFile(testFolder / "faulty" / faulty));
        const auto reading = pack.read();
        for (const base::Problem& problem : reading ? reading->problems : std::vector{reading.error()}) {
            INFO(problem.code);
            CHECK(std::count(content::problemCodes.begin(), content::problemCodes.end(), problem.code) == 1);
        }
    }
}

} // namespace schacht
