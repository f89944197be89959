#include "engine/media/ssip.hpp"

#include "engine/base/clock.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace schacht::media {
namespace {

constexpr std::string_view unixAddress = "unix_socket:";
constexpr std::string_view lineEnd = "\r\n";
constexpr std::size_t mostUnread = std::size_t{1} << 20U; // bytes of a line: it is no SSIP then
constexpr int firstEvent = 700;

std::string_view variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : std::string_view(value);
}

tl::unexpected<base::Problem> noSpeech(const std::string& why) {
    return base::refuse("no-speech", "Nothing is read aloud: " + why);
}

std::uint64_t number(std::string_view digits) {
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// As the body of a message: one line of SSIP's data, which a dot alone would end.
std::string asData(std::string_view words) {
    std::string line(words);
    std::replace_if(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    return (line.starts_with('.') ? "." : "") + line;
}

} // namespace

std::filesystem::path speechSocket() {
    if (const auto named = variable("SPEECHD_ADDRESS"); !named.empty()) {
        return named.starts_with(unixAddress) ? named.substr(unixAddress.size()) : std::string_view();
    }
    std::filesystem::path folder = variable("XDG_RUNTIME_DIR");
    if (folder.empty()) {
        folder = variable("XDG_CACHE_HOME");
    }
    if (folder.empty()) {
        folder = std::filesystem::path(variable("HOME")) / ".cache";
    }
    return folder / "speech-dispatcher" / "speechd.sock";
}

bool speechSocketNamed() {
    return !variable("SPEECHD_ADDRESS").empty();
}

base::Result<std::unique_ptr<SsipConnection>>
SsipConnection::open(const std::filesystem::path& socket, base::Seconds patience, const std::atomic<bool>& stop) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = socket.string();
    if (path.empty() || path.size() >= sizeof address.sun_path) {
        return noSpeech("\"" + path + "\" cannot be the address of a speech server.");
    }
    path.copy(address.sun_path, path.size());
    const int handle = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    std::unique_ptr<SsipConnection> made(new SsipConnection(handle, patience, stop));
    if (handle < 0 || connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        return noSpeech("no speech server listens at " + path + ".");
    }
    for (const char* line :
         {"SET SELF CLIENT_NAME visitor:schacht:reading", "SET SELF PRIORITY MESSAGE", "SET SELF NOTIFICATION BEGIN ON",
          "SET SELF NOTIFICATION END ON", "SET SELF NOTIFICATION CANCEL ON"}) {
        if (const auto done = made->ask(line); !done) {
            return tl::unexpected(done.error());
        }
    }
    const auto modules = made->ask("LIST OUTPUT_MODULES");
    if (!modules) {
        return tl::unexpected(modules.error());
    }
    // "dummy" only says that nothing else is there
    if (std::all_of(modules->begin(), modules->end(), [](const std::string& name) { return name == "dummy"; })) {
        return noSpeech("the speech server has no voice. Install speech-dispatcher-espeak-ng.");
    }
    return made;
}

SsipConnection::~SsipConnection() {
    if (handle >= 0) {
        // a server goes on with what it has from whoever hangs up
        const std::string last = "CANCEL SELF" + std::string(lineEnd);
        (void)::send(handle, last.data(), last.size(), MSG_NOSIGNAL);
        close(handle);
    }
}

bool SsipConnection::send(std::string_view bytes) {
    const base::Seconds until = base::now() + patience;
    while (!bytes.empty()) {
        const auto sent = ::send(handle, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno == EAGAIN && base::now() < until && !stop) {
            constexpr int betweenLooks = 100; // milliseconds, at the stop
            pollfd room{handle, POLLOUT, 0};
            poll(&room, 1, betweenLooks);
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

bool SsipConnection::receive() {
    std::array<char, 4096> part{};
    for (;;) {
        const auto got = recv(handle, part.data(), part.size(), 0);
        if (got > 0) {
            unread.append(part.data(), static_cast<std::size_t>(got));
            takeLines();
            if (unread.size() > mostUnread) {
                return false;
            }
        } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
            return false;
        } else if (errno == EAGAIN) {
            return true;
        }
    }
}

void SsipConnection::takeLines() {
    constexpr std::size_t figures = 3;
    std::size_t begin = 0;
    for (auto end = unread.find(lineEnd); end != std::string::npos; end = unread.find(lineEnd, begin)) {
        const std::string_view line = std::string_view(unread).substr(begin, end - begin);
        begin = end + lineEnd.size();
        if (line.size() <= figures) {
            continue;
        }
        if (line[figures] == '-') {
            unfinished.lines.emplace_back(line.substr(figures + 1));
            continue;
        }
        unfinished.code = static_cast<int>(number(line.substr(0, figures)));
        if (unfinished.code < firstEvent) {
            answers.push_back(unfinished);
        } else if (!unfinished.lines.empty() && unfinished.code > firstEvent && unfinished.code <= firstEvent + 3) {
            events.push_back({number(unfinished.lines.front()),
                              static_cast<Event::Kind>(unfinished.code - firstEvent - 1)}); // 701, 702, 703
        }
        unfinished = {};
    }
    unread.erase(0, begin);
}

base::Result<std::vector<std::string>> SsipConnection::answer() {
    const base::Seconds until = base::now() + patience;
    while (answers.empty()) {
        if (base::now() >= until || stop) {
            return noSpeech("the speech server does not answer.");
        }
        constexpr int betweenLooks = 100; // milliseconds, at the stop
        pollfd waiting{handle, POLLIN, 0};
        if (poll(&waiting, 1, betweenLooks) > 0 && !receive() && answers.empty()) {
            return noSpeech("the speech server has gone.");
        }
    }
    Answer first = std::move(answers.front());
    answers.pop_front();
    constexpr int yes = 2;
    if (first.code / 100 != yes) {
        return base::refuse("speech-refused",
                            "The speech server does not do what it is asked: " + std::to_string(first.code) + ".");
    }
    return std::move(first.lines);
}

base::Result<std::vector<std::string>> SsipConnection::ask(std::string_view line) {
    if (!send(std::string(line) + std::string(lineEnd))) {
        return noSpeech("the speech server has gone.");
    }
    return answer();
}

base::Result<SsipConnection::MessageId> SsipConnection::speak(std::string_view words) {
    if (const auto ready = ask("SPEAK"); !ready) {
        return tl::unexpected(ready.error());
    }
    const auto queued = ask(asData(words) + std::string(lineEnd) + ".");
    if (!queued) {
        return tl::unexpected(queued.error());
    }
    if (queued->empty()) {
        return base::refuse("speech-refused", "The speech server does not number what it is to say.");
    }
    return number(queued->front());
}

} // namespace schacht::media
