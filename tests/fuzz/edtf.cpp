#include "engine/content/edtf/edtf.hpp"

#include <cstdlib>

/// A date of any bytes is read or refused, and what was read is in order.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto edtf = schacht::content::parseEdtf({reinterpret_cast<const char*>(data), size});
    if (edtf && edtf->earliest && edtf->latest && *edtf->latest < *edtf->earliest) {
        std::abort();
    }
    return 0;
}
