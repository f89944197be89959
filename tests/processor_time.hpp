#pragma once
#include "tests/catch.hpp"

#include <ctime>

namespace schacht::tests {

/// Seconds of the processor, all threads together, that something takes: a busy machine is late, not wrong. Under
/// AddressSanitizer a tenth of them, since everything takes about ten times as long there.
template <class Work>
double processorSeconds(Work work) {
    const std::clock_t began = std::clock();
    work();
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    return addressSanitizer ? seconds / 10 : seconds;
}

} // namespace schacht::tests
