#include "engine/assets/picture_file.hpp"

#include <cerrno>
#include <fcntl.h>
#include <new>
#include <sys/stat.h>
#include <unistd.h>

namespace schacht::assets {

namespace {

struct Descriptor {
    int number;
    ~Descriptor() {
        if (number >= 0) {
            close(number);
        }
    }
};

/// How many bytes came; fewer than wanted only at the file's end or after a fault of the disk.
std::size_t readUpTo(int descriptor, std::uint8_t* to, std::size_t wanted) {
    std::size_t done = 0;
    while (done < wanted) {
        const ssize_t got = ::read(descriptor, to + done, wanted - done);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            break;
        }
        done += static_cast<std::size_t>(got);
    }
    return done;
}

auto unreadable() {
    return base::refuse("picture-unreadable", "The picture cannot be read: see who may read the file, and whether its "
                                              "disk is well.");
}

} // namespace

base::Result<std::vector<std::uint8_t>> readPictureFile(const std::filesystem::path& file) {
    const Descriptor opened{open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)};
    if (opened.number < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return missing ? base::refuse("picture-missing", "There is no such picture.") : unreadable();
    }
    struct stat status{};
    if (fstat(opened.number, &status) != 0 || !S_ISREG(status.st_mode)) {
        return base::refuse("picture-unreadable", "This is not a file, so it cannot be a picture.");
    }
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > largestPictureFile) {
        return base::refuse("picture-too-large", "The picture's file is larger than 512 MB: save it smaller.");
    }
    std::vector<std::uint8_t> bytes;
    try {
        bytes.resize(size);
    } catch (const std::bad_alloc&) {
        return base::refuse("picture-too-large", "The picture does not fit into this computer's memory: save it "
                                                 "smaller.");
    }
    if (readUpTo(opened.number, bytes.data(), size) != size) {
        return unreadable();
    }
    return bytes;
}

} // namespace schacht::assets
