#include "engine/media/probe.hpp"

#include "engine/media/quiet_program.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace schacht::media {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto lookWithin = std::chrono::milliseconds(8000);
constexpr std::size_t mostOut = std::size_t{8} << 20U; // bytes

/// A child with its output in a pipe; killed and waited for at the end.
class Child {
public:
    Child(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0) {
            return;
        }
        out = ends[0];
        std::vector<std::string> words{program.string()};
        words.insert(words.end(), arguments.begin(), arguments.end());
        process = startQuietly(words, ends[1]);
        close(ends[1]);
    }
    ~Child() {
        if (process > 0) {
            end();
        }
        if (out >= 0) {
            close(out);
        }
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    [[nodiscard]] bool runs() const { return process > 0; }

    /// False where the deadline or the stop came before the end of its output.
    bool receive(std::string& all, Clock::time_point deadline, const std::stop_token& stop) const {
        constexpr int betweenLooks = 50; // milliseconds, at the stop
        std::string part(std::size_t{64} << 10U, '\0');
        while (Clock::now() < deadline && !stop.stop_requested()) {
            pollfd waiting{out, POLLIN, 0};
            if (poll(&waiting, 1, betweenLooks) <= 0) {
                continue;
            }
            const ssize_t got = read(out, part.data(), part.size());
            if (got == 0 || all.size() > mostOut || (got < 0 && errno != EINTR)) {
                return true;
            }
            all.append(part.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
        }
        return false;
    }

    /// Its exit status; -1 where it had none. It is over after this, one way or the other.
    int end(bool byForce = true) {
        if (byForce) {
            kill(process, SIGKILL);
        }
        int status = 0;
        while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
        }
        process = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t process = -1;
    int out = -1;
};

base::Problem missing(const std::filesystem::path& program) {
    return {"probe-missing",
            base::Severity::error,
            "The program that looks into films and sounds is not at " + program.string() + ". Install the kiosk again.",
            {}};
}

} // namespace

base::Result<Probe::Answer> Probe::ask(const std::vector<std::string>& arguments, std::chrono::milliseconds within,
                                       const std::stop_token& stop) const {
    if (access(path.c_str(), X_OK) != 0) {
        return tl::unexpected(missing(path));
    }
    Child child(path, arguments);
    if (!child.runs()) {
        return tl::unexpected(missing(path));
    }
    Answer answer;
    if (!child.receive(answer.out, Clock::now() + within, stop)) {
        return base::refuse("probe-late",
                            "This file takes too long to look into. Export it again, or make it simpler.");
    }
    constexpr int invalid = 1;
    const int status = child.end(false);
    if (answer.out.empty() || (status != 0 && status != invalid)) {
        return base::refuse("probe-died", "This file is damaged in a way, or so large, that its reader gave up on it.");
    }
    answer.valid = status == 0;
    return answer;
}

base::Result<content::Medium> Probe::look(const std::filesystem::path& file) const {
    const auto answer = ask({"describe", file.string()}, lookWithin);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto object = nlohmann::json::parse(answer->out, nullptr, false);
    if (!object.is_object() || !answer->valid) {
        return base::refuse("medium", object.is_object() ? object.value("error", std::string()) : std::string());
    }
    content::Medium medium;
    medium.format = object.value("format", std::string());
    medium.seconds = object.value("duration", 0.0);
    medium.sound = object.contains("audio") && object["audio"].is_object();
    medium.film = object.contains("video") && object["video"].is_object();
    return medium;
}

} // namespace schacht::media
