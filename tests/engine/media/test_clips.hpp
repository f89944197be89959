#pragma once
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace schacht::media {

/// Films and sounds that ffmpeg makes when a test asks for them, in a folder that goes with this value.
class TestClips {
public:
    /// words: ffmpeg's arguments before the file's name.
    std::filesystem::path make(const std::string& name, const std::string& words) {
        const auto file = folder.path() / name;
        if (!std::filesystem::exists(file)) {
            const std::string command = "ffmpeg -nostdin -v error -y " + words + " '" + file.string() + "'";
            INFO(command);
            REQUIRE(std::system(command.c_str()) == 0);
        }
        return file;
    }

    /// 320 x 180, 30 pictures a second, H.264 with a tone in AAC.
    std::filesystem::path film(int seconds = 6) {
        const std::string length = std::to_string(seconds);
        return make("film" + length + ".mp4", "-f lavfi -i testsrc2=s=320x180:r=30:d=" + length +
                                                  " -f lavfi -i sine=440:d=" + length +
                                                  " -c:v libx264 -preset ultrafast -g 60 -pix_fmt yuv420p -c:a aac "
                                                  "-movflags +faststart");
    }
    /// A tone, in AAC.
    std::filesystem::path sound(int seconds = 6) {
        const std::string length = std::to_string(seconds);
        return make("sound" + length + ".m4a", "-f lavfi -i sine=440:d=" + length + " -c:a aac");
    }
    [[nodiscard]] std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        return folder.write(name, bytes);
    }
    /// An MP4 film as a camera that stood on its side writes it: to be shown a quarter turned, clockwise or not.
    /// (ffmpeg has no option for it that both Debians' versions know.)
    std::filesystem::path turned(const std::string& name, const std::filesystem::path& film, bool clockwise) {
        std::string bytes = read(film);
        const auto header = bytes.find("tkhd");
        REQUIRE(header != std::string::npos);
        // a, b, u, c, d of the matrix in version 0 of the track's header (ISO/IEC 14496-12, 8.3.2), 16.16
        const std::string one{0, 1, 0, 0};
        const std::string minusOne{'\xff', '\xff', 0, 0};
        const std::string none(4, '\0');
        const auto matrix = none + (clockwise ? one : minusOne) + none + (clockwise ? minusOne : one) + none;
        return write(name, bytes.replace(header + 44, matrix.size(), matrix));
    }
    /// One file after another, as `cat` writes them.
    std::filesystem::path chain(const std::string& name, const std::filesystem::path& first,
                                const std::filesystem::path& second) {
        return write(name, read(first) + read(second));
    }
    /// The beginning of another file.
    std::filesystem::path cut(const std::string& name, const std::filesystem::path& whole, double share) {
        const std::string bytes = read(whole);
        return write(name, bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * share)));
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder.path(); }

private:
    static std::string read(const std::filesystem::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    tests::TemporaryFolder folder;
};

} // namespace schacht::media
