#pragma once
#include "kiosk/visitor/core/state.hpp"

#include <cstdint>
#include <map>
#include <memory>

namespace schacht::visitor {

/// Hashes States, one after another, by the same members as their text: Equal texts have equal hashes. The same in
/// every process of the same build. What is large and never changes, as the words of a file, is hashed once and then
/// known again for as long as it is held by anyone. Not for two threads at once.
class StateHash {
public:
    [[nodiscard]] std::uint64_t of(const State& state) { return at(state.device.now, still(state)); }
    /// The same without the moment of the last Intent: what it leaves alone is the same before and after it.
    [[nodiscard]] std::uint64_t still(const State& state);
    /// A State's hash from the two.
    [[nodiscard]] static std::uint64_t at(base::Seconds now, std::uint64_t still);

private:
    std::map<std::weak_ptr<const void>, std::uint64_t, std::owner_less<>> known;
};

} // namespace schacht::visitor
