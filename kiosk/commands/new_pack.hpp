#pragma once
#include <filesystem>
#include <iosfwd>
#include <string>

namespace schacht::kiosk {

struct NewPack {
    std::filesystem::path folder; ///< is made; the last part of its path becomes the pack's id
    std::string title;            ///< UTF-8, the same in every language; empty: the example's own
    std::string program;          ///< how this program was called, for the commands that are said to follow
};

/// `schacht new NAME [--title TITLE]`: makes a small pack to begin with, a copy of content/village with the schemas of
/// the pack format in .vscode/schacht/, where its .vscode/settings.json has VS Code look for them.
/// It is made beside `folder` and renamed, so that it is there as a whole or not at all.
/// Returns the exit status: 0 made (out says what, and what to type next), 2 not made and nothing changed (error says
/// why: no id, not an empty place, no folder to make it in, not writable, no room).
[[nodiscard]] int newPack(const NewPack& wanted, std::ostream& out, std::ostream& error);

} // namespace schacht::kiosk
