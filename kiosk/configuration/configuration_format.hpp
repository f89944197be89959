#pragma once
#include "engine/content/pack/schema.hpp"

#include <string>

namespace schacht::kiosk {

/// kiosk.schema.json: what a configuration file may hold, for editors.
[[nodiscard]] content::SchemaFile configurationSchema();

/// The reference of the configuration, in Markdown: every key with what it is, its type, what holds without it, an
/// example.
[[nodiscard]] std::string configurationReference();

} // namespace schacht::kiosk
