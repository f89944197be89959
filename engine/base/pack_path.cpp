#include "engine/base/pack_path.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

namespace schacht::base {

struct PackFolder::Descriptor {
    int number = -1;
    explicit Descriptor(int from) : number(from) {}
    Descriptor(Descriptor&& other) noexcept : number(std::exchange(other.number, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0) {
            close(number);
        }
    }
};

namespace {

// A pipe or a terminal must neither be waited for nor become ours.
constexpr int quietly = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

Location at(std::string_view path) {
    return {std::string(path), 0, 0, {}};
}

tl::unexpected<Problem> outside(std::string_view path) {
    return refuse("path-outside",
                  "This path leads out of the pack. Copy the file into the pack and write its path from there, with /.",
                  at(path));
}

tl::unexpected<Problem> notAFile(std::string_view path) {
    return refuse("not-a-file", "There is a folder, device or pipe here where a file belongs. Put a file in its place.",
                  at(path));
}

tl::unexpected<Problem> explain(int error, std::string_view path) {
    switch (error) {
    case EXDEV:
    case ELOOP:
        return outside(path);
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        return refuse("missing-file", "There is no such file in the pack.", at(path));
    case ENXIO:
    case ENODEV:
        return notAFile(path);
    case EACCES:
    case EPERM:
        return refuse("unreadable", "The kiosk may not read this. Give everyone the right to read it.", at(path));
    default:
        return refuse("unreadable", "This could not be read: " + std::string(std::strerror(error)) + ".", at(path));
    }
}

int openBeneath(int folder, const std::string& path, int flags) {
    open_how how{};
    how.flags = static_cast<unsigned long long>(flags);
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS;
    // The kernel answers EAGAIN where a folder on the way was renamed meanwhile.
    for (int attempt = 0; attempt < 8; ++attempt) {
        const long opened = syscall(SYS_openat2, folder, path.c_str(), &how, sizeof how);
        if (opened >= 0 || errno != EAGAIN) {
            return static_cast<int>(opened);
        }
    }
    return -1;
}

bool kernelGuards(int folder) {
    const int probe = openBeneath(folder, ".", quietly | O_DIRECTORY);
    if (probe >= 0) {
        close(probe);
    }
    return probe >= 0;
}

std::string realPath(const std::string& path) {
    char* const found = realpath(path.c_str(), nullptr);
    if (found == nullptr) {
        return {};
    }
    std::string text = found;
    std::free(found); // NOLINT: realpath allocates with malloc
    return text;
}

// For kernels before 5.6 and sandboxes that forbid openat2. -1 with errno, EXDEV where the path leads out.
int openReal(const std::filesystem::path& root, const std::string& path, int flags) {
    const std::string top = realPath(root.string());
    const std::string real = realPath((root / path).string());
    if (top.empty() || real.empty()) {
        return -1;
    }
    if (real != top && real.rfind(top == "/" ? top : top + "/", 0) != 0) {
        errno = EXDEV;
        return -1;
    }
    return ::open(real.c_str(), flags | O_NOFOLLOW); // NOLINT: open is variadic
}

PackFolder::Entry::Kind kindOf(unsigned char type, int folder, const char* name) {
    using Kind = PackFolder::Entry::Kind;
    if (type == DT_UNKNOWN) {
        struct stat seen{};
        if (fstatat(folder, name, &seen, AT_SYMLINK_NOFOLLOW) == 0) {
            type = static_cast<unsigned char>(IFTODT(seen.st_mode));
        }
    }
    switch (type) {
    case DT_REG:
        return Kind::file;
    case DT_DIR:
        return Kind::folder;
    case DT_LNK:
        return Kind::link;
    default:
        return Kind::other;
    }
}

Result<std::string> readAll(int file, std::size_t expected, std::size_t limit, std::string_view path) {
    std::string bytes(std::min(expected, limit) + 1, '\0'); // one more, to see the end without a further growth
    std::size_t length = 0;
    for (;;) {
        const ssize_t got = ::read(file, bytes.data() + length, bytes.size() - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return explain(errno, path);
        }
        length += static_cast<std::size_t>(got);
        if (got == 0 || length > limit) {
            break;
        }
        if (length == bytes.size()) {
            bytes.resize(std::min(bytes.size() * 2, limit + 1));
        }
    }
    bytes.resize(length);
    return bytes;
}

} // namespace

bool staysInside(std::string_view path) {
    if (path.empty() || path.find('\\') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
        return false;
    }
    if (path.size() > 1 && path[1] == ':') { // C:…
        return false;
    }
    for (std::size_t start = 0; start <= path.size();) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string_view part = path.substr(start, end - start);
        if (part.empty() || part == "." || part == "..") {
            return false;
        }
        start = end + 1;
    }
    return true;
}

PackFolder::PackFolder(std::filesystem::path root, std::shared_ptr<const Descriptor> descriptor, Guard how)
    : rootPath(std::move(root)), folder(std::move(descriptor)), guard(how) {}

Result<PackFolder> PackFolder::open(const std::filesystem::path& folder, Guard guard) {
    const int opened = ::open(folder.c_str(), quietly | O_DIRECTORY); // NOLINT: open is variadic
    if (opened < 0) {
        const int error = errno;
        if (error == ENOTDIR) {
            return refuse("not-a-folder",
                          "This is a file, not the folder of a pack. Name the folder that holds pack.json.");
        }
        if (error == EACCES || error == EPERM) {
            return refuse("unreadable", "The kiosk may not read this folder. Give everyone the right to read it.");
        }
        return refuse("no-such-folder", "There is no such folder. Look whether its name is written correctly.");
    }
    auto descriptor = std::make_shared<const Descriptor>(opened);
    if (guard == Guard::kernel && !kernelGuards(opened)) {
        guard = Guard::realPath;
    }
    return PackFolder(folder, std::move(descriptor), guard);
}

Result<PackFolder::Descriptor> PackFolder::reach(std::string_view path, int flags) const {
    if (!staysInside(path) && path != ".") {
        return outside(path);
    }
    const std::string name(path);
    const int opened = guard == Guard::kernel ? openBeneath(folder->number, name, flags | O_CLOEXEC)
                                              : openReal(rootPath, name, flags | O_CLOEXEC);
    if (opened < 0) {
        return explain(errno, path);
    }
    return Descriptor(opened);
}

Result<std::string> PackFolder::read(std::string_view path, std::size_t limit) const {
    const Result<Descriptor> file = reach(path, quietly);
    if (!file) {
        return tl::unexpected(file.error());
    }
    struct stat seen{};
    if (fstat(file->number, &seen) != 0) {
        return explain(errno, path);
    }
    if (!S_ISREG(seen.st_mode)) {
        return notAFile(path);
    }
    const auto size = static_cast<std::size_t>(seen.st_size);
    Result<std::string> bytes = size > limit ? Result<std::string>() : readAll(file->number, size, limit, path);
    if (size > limit || (bytes && bytes->size() > limit)) {
        return refuse("too-large",
                      "This file is larger than " + std::to_string(limit >> 20U) +
                          " MB, too large for what it should hold. Look whether it is the right file.",
                      at(path));
    }
    return bytes;
}

Result<FileKind> PackFolder::look(std::string_view path) const {
    const Result<Descriptor> found = reach(path, O_PATH);
    if (!found) {
        return tl::unexpected(found.error());
    }
    struct stat seen{};
    if (fstat(found->number, &seen) != 0) {
        return explain(errno, path);
    }
    if (S_ISDIR(seen.st_mode)) {
        return FileKind::folder;
    }
    if (S_ISREG(seen.st_mode)) {
        return FileKind::file;
    }
    return notAFile(path);
}

Result<std::filesystem::path> PackFolder::locate(std::string_view path) const {
    const Result<FileKind> found = look(path);
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (*found != FileKind::file) {
        return notAFile(path);
    }
    return rootPath / path;
}

Result<std::vector<PackFolder::Entry>> PackFolder::list(std::string_view path) const {
    Result<Descriptor> opened = reach(path, quietly | O_DIRECTORY);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    DIR* const stream = fdopendir(opened->number);
    if (stream == nullptr) {
        return explain(errno, path);
    }
    opened->number = -1; // the stream closes it
    std::vector<Entry> entries;
    while (const dirent* const entry = readdir(stream)) { // NOLINT: this stream is ours alone
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            entries.push_back({std::string(name), kindOf(entry->d_type, dirfd(stream), entry->d_name)});
        }
    }
    closedir(stream);
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    return entries;
}

} // namespace schacht::base
