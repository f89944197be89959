#pragma once
#include "engine/stage/shell.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// Pictures of what a shell shows, for the tour of all screens.
namespace schacht::stage {

/// Lets the screen settle, for at most `patience` seconds, and keeps it as a PNG. Returns "", or in words for staff why
/// the picture is not there or not complete.
[[nodiscard]] std::string takePicture(Shell& shell, Performance& performance, const std::filesystem::path& file,
                                      base::Seconds patience);

/// Keeps what `act` sets going: a PNG a file, at even times from the moment of `act` to `length` seconds later. The
/// shell is told these times, so the pictures are the same however long this machine takes to draw them. The screen has
/// settled before. False where one cannot be written.
[[nodiscard]] bool takeFilmstrip(Shell& shell, Performance& performance, const std::function<void(base::Seconds)>& act,
                                 base::Seconds length, const std::vector<std::filesystem::path>& files);

} // namespace schacht::stage
