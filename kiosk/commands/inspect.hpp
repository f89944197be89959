#pragma once
#include <filesystem>
#include <iosfwd>

namespace schacht::kiosk {

/// `schacht inspect FILE [--json]`: what the kiosk makes of one file, as in shared/design/inspect.md.
/// Writes no file and fetches nothing. Looks in a child process with bounded time and memory, so that a decoder that
/// hangs or dies is a refusal like any other: call it before the process starts threads.
/// Returns the exit status: 0 the file is valid, 1 it is refused (out says why), 2 it cannot be looked at (error says
/// why: absent, unreadable).
[[nodiscard]] int inspect(const std::filesystem::path& file, bool json, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
