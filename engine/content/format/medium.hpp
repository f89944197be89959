#pragma once
#include "engine/base/problem.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace schacht::content {

/// What a sound or film is found to be when it is looked into.
struct Medium {
    std::string format; ///< by its content: "mp4", "matroska", "webm", "ogg", "mp3", "wav", "flac", "aac"
    double seconds = 0; ///< its length
    bool sound = false;
    bool film = false;
};

/// Looks into a file; its problem says why it cannot be played, in a sentence. Called from several threads.
using LookIntoMedium = std::function<base::Result<Medium>(const std::filesystem::path&)>;

/// Looks at a picture's file; its problem says why it cannot be shown, in a sentence. Called from several threads.
using LookIntoPicture = std::function<base::Result<void>(const std::filesystem::path&)>;

/// The same, but each file is looked at once, and one file at a time: pictures can be as large as memory.
[[nodiscard]] LookIntoPicture onceEach(LookIntoPicture look);

} // namespace schacht::content
