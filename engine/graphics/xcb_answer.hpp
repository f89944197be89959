#pragma once
#include <cstdlib>
#include <memory>

namespace schacht::graphics {

struct Freed {
    void operator()(void* answer) const { std::free(answer); } // as xcb hands it out
};

/// A reply, event or error of xcb.
template <typename T>
using Answer = std::unique_ptr<T, Freed>;

} // namespace schacht::graphics
