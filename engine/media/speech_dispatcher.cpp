#include "engine/base/clock.hpp"
#include "engine/media/narrator.hpp"
#include "engine/media/quiet_program.hpp"
#include "engine/media/ssip.hpp"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <map>
#include <mutex>
#include <optional>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace schacht::media {
namespace {

/// What the window's thread wants since the worker looked last; a later wish stands in for an earlier one.
struct SpeechOrders {
    std::optional<std::vector<Sentence>> say; ///< empty: silence
    std::optional<double> volume;
};

/// "pt-BR" is no language of SSIP, which knows "pt".
std::string voiceLanguage(const std::string& tag) {
    const std::string language = tag.substr(0, tag.find('-'));
    const bool letters = std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return letters ? language : std::string();
}

/// Starts a program that leaves a server behind and ends. True where it ended well within `patience` seconds.
bool startServer(const std::string& program, const std::filesystem::path& socket, base::Seconds patience,
                 const std::atomic<bool>& stop) {
    const pid_t process =
        startQuietly({program, "--spawn", "--communication-method", "unix_socket", "--socket-path", socket.string()});
    const base::Seconds until = base::now() + patience;
    while (process > 0) {
        int status = 0;
        const pid_t ended = waitpid(process, &status, WNOHANG);
        if (ended != 0 && !(ended < 0 && errno == EINTR)) {
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        if (base::now() >= until || stop) {
            kill(process, SIGKILL);
            waitpid(process, &status, 0);
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return false;
}

class SpeechDispatcher final : public Narrator {
public:
    SpeechDispatcher(SpeechDispatcherOptions wanted, std::function<void(const NarratorReport&)> tell)
        : options(std::move(wanted)), report(std::move(tell)), bell(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
        worker = std::thread([this] { work(); });
    }
    ~SpeechDispatcher() override {
        quit = true;
        eventfd_write(bell, 1);
        worker.join();
        close(bell);
    }
    SpeechDispatcher(const SpeechDispatcher&) = delete;
    SpeechDispatcher& operator=(const SpeechDispatcher&) = delete;

    void say(std::vector<Sentence> sentences) override {
        order([&](SpeechOrders& wanted) { wanted.say = std::move(sentences); });
    }
    void stop() override {
        order([](SpeechOrders& wanted) { wanted.say.emplace(); });
    }
    void setVolume(double loud) override {
        order([loud](SpeechOrders& wanted) { wanted.volume = std::clamp(loud, 0.0, 1.0); });
    }

private:
    void order(const std::function<void(SpeechOrders&)>& change) {
        {
            const std::lock_guard lock(mutex);
            change(orders);
        }
        eventfd_write(bell, 1);
    }

    // All below: the worker's thread.

    void work() {
        sigset_t all;
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, nullptr);
        while (!quit) {
            if (connection == nullptr && !connect()) {
                tell(NarratorReport::Kind::unavailable);
                wait(options.again);
                drop();
                continue;
            }
            tell(NarratorReport::Kind::available);
            wait(-1);
            const bool there = obey() && connection->receive();
            hear();
            if (!there) {
                lose();
            }
        }
    }

    /// Until somebody has ordered or the server says something; at most `longest` seconds, below 0: without an end.
    void wait(base::Seconds longest) const {
        pollfd both[2] = {{bell, POLLIN, 0}, {connection != nullptr ? connection->descriptor() : -1, POLLIN, 0}};
        poll(both, 2, longest < 0 ? -1 : static_cast<int>(longest * 1000));
        if (connection == nullptr && !quit) {
            eventfd_t ignored = 0;
            eventfd_read(bell, &ignored);
        }
    }

    /// What nobody could say is not said when somebody can.
    void drop() {
        const std::lock_guard lock(mutex);
        orders.say.reset();
    }

    bool connect() {
        const bool named = !options.socket.empty() || speechSocketNamed();
        const auto socket = options.socket.empty() ? speechSocket() : options.socket;
        auto made = SsipConnection::open(socket, options.patience, quit);
        if (!made && !named && !options.program.empty() && !started) {
            started = true; // once: where it did not come up then, staff must look
            if (startServer(options.program, socket, options.starting, quit)) {
                made = SsipConnection::open(socket, options.patience, quit);
            }
        }
        if (made) {
            connection = std::move(*made);
            language.clear();
            applied.reset();
        }
        return connection != nullptr;
    }

    /// Does what was ordered. False where the server does not follow.
    bool obey() {
        eventfd_t ignored = 0;
        eventfd_read(bell, &ignored);
        SpeechOrders wanted;
        {
            const std::lock_guard lock(mutex);
            wanted = std::exchange(orders, {});
        }
        volume = wanted.volume.value_or(volume);
        if (!wanted.say) {
            return true;
        }
        const bool speaks = !saying.empty();
        saying.clear();
        notTaken.reset();
        if (speaks && !follows(connection->ask("CANCEL SELF"))) {
            return false;
        }
        return wanted.say->empty() || (adjust() && sayAll(*wanted.say));
    }

    /// A server that says no is still there.
    template <class Answer>
    static bool follows(const base::Result<Answer>& answer) {
        return answer || answer.error().code == "speech-refused";
    }

    bool adjust() {
        const int loud = static_cast<int>(std::lround(200 * volume * options.ceiling)) - 100; // SSIP: -100..100
        if (applied == loud) {
            return true;
        }
        applied = loud;
        return follows(connection->ask("SET SELF VOLUME " + std::to_string(loud)));
    }

    base::Result<SsipConnection::MessageId> queue(const Sentence& sentence) {
        const std::string wanted = voiceLanguage(sentence.language);
        if (!wanted.empty() && wanted != language) {
            if (const auto set = connection->ask("SET SELF LANGUAGE " + wanted); !follows(set)) {
                return tl::unexpected(set.error());
            }
            language = wanted;
        }
        return connection->speak(sentence.words);
    }

    bool sayAll(const std::vector<Sentence>& sentences) {
        for (const Sentence& sentence : sentences) {
            const auto message = queue(sentence);
            if (!message) {
                notTaken = sentence.id;
                return follows(message);
            }
            saying[*message] = sentence.id;
        }
        return true;
    }

    void hear() {
        for (const SsipConnection::Event& event : connection->takeEvents()) {
            const auto found = saying.find(event.message);
            if (found == saying.end()) {
                continue; // of what was stopped
            }
            using Kind = SsipConnection::Event::Kind;
            const SentenceId sentence = found->second;
            if (event.kind == Kind::began) {
                report({NarratorReport::Kind::began, sentence, base::now()});
                continue;
            }
            saying.erase(found);
            const bool whole = event.kind == Kind::ended; // else somebody else has silenced the server
            report({whole ? NarratorReport::Kind::ended : NarratorReport::Kind::failed, sentence, base::now()});
        }
        if (notTaken && saying.empty() && !quit) {
            report({NarratorReport::Kind::failed, *std::exchange(notTaken, {}), base::now()});
        }
    }

    void lose() {
        if (!saying.empty() && !quit) {
            report({NarratorReport::Kind::failed, saying.begin()->second, base::now()});
        }
        saying.clear();
        notTaken.reset();
        connection.reset();
    }

    void tell(NarratorReport::Kind what) {
        if (told != what && !quit) {
            told = what;
            report({what, 0, base::now()});
        }
    }

    // Constant after construction:
    const SpeechDispatcherOptions options;
    const std::function<void(const NarratorReport&)> report;
    const int bell;
    // Both threads:
    std::atomic<bool> quit = false;
    std::mutex mutex;
    SpeechOrders orders; // guarded by mutex
    // The worker's thread only:
    std::unique_ptr<SsipConnection> connection;
    std::map<SsipConnection::MessageId, SentenceId> saying; // and to be said, in order
    std::optional<SentenceId> notTaken;                     // by the server: where it ends, when those before are said
    std::string language;                                   // that the server speaks now
    std::optional<int> applied;                             // volume
    double volume = 1;
    bool started = false;
    std::optional<NarratorReport::Kind> told;
    // The window's thread only:
    std::thread worker; // last: it uses all above
};

} // namespace

std::unique_ptr<Narrator> createSpeechDispatcher(SpeechDispatcherOptions options,
                                                 std::function<void(const NarratorReport&)> report) {
    return std::make_unique<SpeechDispatcher>(std::move(options), std::move(report));
}

} // namespace schacht::media
