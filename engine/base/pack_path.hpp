#pragma once
#include "engine/base/problem.hpp"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace schacht::base {

/// Whether `path` is written as a pack writes its paths: relative, with '/', no "..", no drive, no empty part. Says
/// nothing about what is on the disk.
[[nodiscard]] bool staysInside(std::string_view path);

/// What stands at a path, after links that stay inside.
enum class FileKind { file, folder };

/// A folder whose paths cannot leave it: not by "..", not absolute, not through a link. Any thread; copies share it.
///
/// Every function that takes a `path` takes one from the folder, with '/', and refuses with one of these codes:
/// "path-outside" (it leads out of the folder), "missing-file" (there is nothing there), "not-a-file" (a device, a
/// pipe, a socket, or a folder where a file belongs: never opened for reading, never waited for), "unreadable" (the
/// rights to read it are missing, or the disk failed). The problem's place is the path.
class PackFolder {
public:
    /// How paths are kept inside: by the kernel (openat2), or by comparing real paths where the kernel cannot.
    enum class Guard { kernel, realPath };

    /// Refused with "no-such-folder", "not-a-folder" or "unreadable". The folder itself may be reached through a link.
    [[nodiscard]] static Result<PackFolder> open(const std::filesystem::path& folder, Guard guard = Guard::kernel);

    /// The bytes of a file of at most `limit` bytes. A larger one is refused with "too-large" before it is read.
    [[nodiscard]] Result<std::string> read(std::string_view path, std::size_t limit) const;

    /// What is at `path`.
    [[nodiscard]] Result<FileKind> look(std::string_view path) const;

    /// The path for a library that opens files by name; a file that is there and inside at the time of the call.
    [[nodiscard]] Result<std::filesystem::path> locate(std::string_view path) const;

    /// What a folder holds, by name in byte order, without "." and "..".
    struct Entry {
        enum class Kind { file, folder, link, other };
        std::string name;
        Kind kind = Kind::other;
    };
    [[nodiscard]] Result<std::vector<Entry>> list(std::string_view path) const;

    [[nodiscard]] const std::filesystem::path& root() const { return rootPath; }

private:
    struct Descriptor;
    PackFolder(std::filesystem::path root, std::shared_ptr<const Descriptor> descriptor, Guard guard);
    [[nodiscard]] Result<Descriptor> reach(std::string_view path, int flags) const;

    std::filesystem::path rootPath;
    std::shared_ptr<const Descriptor> folder;
    Guard guard;
};

} // namespace schacht::base
