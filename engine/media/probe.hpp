#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/format/medium.hpp"

#include <chrono>
#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

namespace schacht::media {

/// The program schacht-probe, which looks into films and sounds: a decoder that hangs or dies takes nothing with it.
/// Any thread, but not the one that draws: every call waits for the program. Copies are as good as the first.
class Probe {
public:
    /// program: of schacht-probe; need not be there until it is asked.
    explicit Probe(std::filesystem::path program) : path(std::move(program)) {}

    /// What the program wrote, and whether it found the file valid.
    struct Answer {
        bool valid = false;
        std::string out; ///< JSON
    };
    /// Runs it, without a shell. Refused with "probe-missing", "probe-late" (it was ended after `within`, or because
    /// `stop` was asked for), or "probe-died" (it ended without an answer).
    [[nodiscard]] base::Result<Answer> ask(const std::vector<std::string>& arguments, std::chrono::milliseconds within,
                                           const std::stop_token& stop = {}) const;

    /// What a film or sound is. Refused as ask(), or with "medium" and a sentence where it cannot be played.
    [[nodiscard]] base::Result<content::Medium> look(const std::filesystem::path& file) const;

private:
    std::filesystem::path path;
};

} // namespace schacht::media
