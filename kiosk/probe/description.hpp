#pragma once
#include "kiosk/probe/medium.hpp"

#include <nlohmann/json.hpp>

namespace schacht::probe {

using Json = nlohmann::ordered_json;

[[nodiscard]] Json refused(const Refusal& refusal);

/// The object of shared/design/inspect.md, "film or sound", and besides it "bitRate" (bits a second of the whole file)
/// and, of an mp4, "faststart" (its index comes before what it indexes). Refused where nothing of it can be decoded.
[[nodiscard]] Json describe(const Medium& medium);

} // namespace schacht::probe
