#include "engine/stage/read_transcript.hpp"

namespace schacht::stage {

base::Result<std::shared_ptr<const Transcript>> readTranscript(const std::filesystem::path& pack,
                                                               const std::string& file) {
    constexpr std::size_t mostWords = std::size_t{16} * 1024 * 1024; // bytes
    return base::PackFolder::open(pack)
        .and_then([&](const auto& folder) { return folder.read(file, mostWords); })
        .and_then([](const std::string& bytes) { return content::readTimedText(bytes); })
        .map([](content::TimedText text) {
            auto transcript = std::make_shared<Transcript>();
            transcript->text = std::move(text);
            transcript->times = content::CueTimes(transcript->text.cues);
            return std::shared_ptr<const Transcript>(std::move(transcript));
        })
        .map_error([&](base::Problem problem) {
            problem.location.file = file;
            return problem;
        });
}

} // namespace schacht::stage
