#pragma once
#include "engine/stage/performance.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace schacht::visitor {

/// What was read from the pack so far, by file; null: it cannot be read.
struct Library {
    std::map<std::string, std::shared_ptr<const stage::Transcript>, std::less<>> words;
    std::map<std::string, std::shared_ptr<const std::vector<std::uint8_t>>, std::less<>> levels;
    std::map<std::string, std::optional<base::Size>, std::less<>> sizes; ///< of pictures, pixels
};

} // namespace schacht::visitor
