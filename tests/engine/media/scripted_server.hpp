#pragma once
#include "tests/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace schacht::tests {

/// Listens at `path`, and takes nothing from anybody.
[[nodiscard]] inline int listeningAt(const std::filesystem::path& path) {
    const int handle = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(handle, 5) == 0);
    return handle;
}

/// Speaks SSIP to one caller and makes no sound: each sentence begins at once, and is over at once unless it is `held`.
/// A sentence in `refused` it does not take.
class ScriptedServer {
public:
    explicit ScriptedServer(const std::filesystem::path& path, std::vector<std::string> theRefused = {},
                            std::vector<std::string> theHeld = {})
        : refused(std::move(theRefused)), held(std::move(theHeld)), listening(listeningAt(path)),
          thread([this] { serve(); }) {}
    ~ScriptedServer() {
        shutdown(listening, SHUT_RDWR);
        thread.join();
        close(listening);
    }
    ScriptedServer(const ScriptedServer&) = delete;
    ScriptedServer& operator=(const ScriptedServer&) = delete;

    /// What the caller has said, line by line; its last is "gone" once it has hung up.
    [[nodiscard]] std::vector<std::string> heard() {
        const std::lock_guard lock(mutex);
        return lines;
    }

private:
    static bool holds(const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    }

    [[nodiscard]] std::string answer(const std::string& line) {
        if (!inWords) {
            inWords = line == "SPEAK";
            return inWords ? "230 OK RECEIVING DATA\r\n" : "250-a-voice\r\n250 OK\r\n";
        }
        if (line != ".") {
            words = line;
            return {};
        }
        inWords = false;
        if (holds(refused, words)) {
            return "400 ERR\r\n";
        }
        const std::string id = std::to_string(++messages);
        const auto event = [&](const std::string& code) {
            return code + "-" + id + "\r\n" + code + "-1\r\n" + code + " EVENT\r\n";
        };
        return "225-" + id + "\r\n225 OK MESSAGE QUEUED\r\n" + event("701") + (holds(held, words) ? "" : event("702"));
    }

    void serve() {
        const int caller = accept(listening, nullptr, nullptr);
        std::string unread;
        char part[512];
        for (ssize_t got = 0; caller >= 0 && (got = recv(caller, part, sizeof part, 0)) > 0;) {
            unread.append(part, static_cast<std::size_t>(got));
            for (auto end = unread.find("\r\n"); end != std::string::npos; end = unread.find("\r\n")) {
                const std::string line = unread.substr(0, end);
                unread.erase(0, end + 2);
                const std::string said = answer(line);
                (void)send(caller, said.data(), said.size(), MSG_NOSIGNAL);
                const std::lock_guard lock(mutex);
                lines.push_back(line);
            }
        }
        close(caller);
        const std::lock_guard lock(mutex);
        lines.emplace_back("gone");
    }

    // Constant after construction:
    const std::vector<std::string> refused;
    const std::vector<std::string> held;
    const int listening;
    // Its own thread only:
    bool inWords = false;
    std::string words;
    int messages = 0;
    // Both threads:
    std::mutex mutex;
    std::vector<std::string> lines; // guarded by mutex
    std::thread thread;             // last: it uses all above
};

} // namespace schacht::tests
