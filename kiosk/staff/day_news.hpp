#pragma once
#include "engine/content/pack/pack.hpp"

#include <string>

namespace schacht::kiosk {

/// What another day changes of what is shown, a line for the log: "Today is 2026-12-01: the-fair is shown from now on;
/// the-lamp is no longer shown, its consent ended on 2026-11-30." whole: the pack of every day. before, now: what of it
/// was shown, and is shown today. "" where no item comes or goes.
[[nodiscard]] std::string dayNews(const content::Pack& whole, const content::Pack& before, const content::Pack& now,
                                  const std::string& today);

} // namespace schacht::kiosk
