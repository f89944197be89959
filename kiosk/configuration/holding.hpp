#pragma once
#include "kiosk/configuration/options.hpp"

#include <string>
#include <vector>

namespace schacht::kiosk {

/// A value of a configuration as staff read it.
struct Holding {
    std::string key;   ///< "access.textSize"
    std::string value; ///< with its unit; what happens instead where there is none
    std::string from;  ///< "built in", or as its origin says
};

/// Every value that holds, in the order of the description.
[[nodiscard]] std::vector<Holding> whatHolds(const Configuration& configuration, const Origins& origins);

} // namespace schacht::kiosk
