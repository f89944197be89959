#include "kiosk/configuration/configuration.hpp"

#include <cstdint>
#include <cstdlib>

/// A configuration of any bytes is refused with a sentence, or gives values that a kiosk can run with.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht;
    const auto within = [](double value, double least, double most) { return value >= least && value <= most; };
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto reading = kiosk::parseConfiguration(text, "kiosk.json");
    if (!reading) {
        if (reading.error().message.empty()) {
            std::abort();
        }
        return 0;
    }
    const kiosk::Configuration& made = reading->configuration;
    const bool diagonal = made.diagonal == 0 || within(made.diagonal, 5, 300);
    const bool mount = made.mount == -1 || within(made.mount, 0, 3000);
    const bool budget = made.budget == 0 || within(made.budget, 16, 4096);
    if (!diagonal || !mount || !budget || !within(made.idle, 1, 86400) || !within(made.answer, 1, 3600) ||
        !within(made.volume, 0, 7) || !within(made.volumeCeiling, 0, 1) || !within(made.access.textSize, 1, 4)) {
        std::abort();
    }
    for (const base::Problem& problem : reading->problems) {
        if (problem.message.empty() || (problem.location.line < 1 && problem.code != "more-problems")) {
            std::abort();
        }
    }
    return 0;
}
