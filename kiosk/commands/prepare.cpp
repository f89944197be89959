#include "kiosk/commands/prepare.hpp"

#include "engine/assets/pictures.hpp"
#include "engine/base/mailbox.hpp"
#include "engine/base/pack_path.hpp"

#include <algorithm>
#include <iostream>
#include <poll.h>
#include <string>
#include <system_error>
#include <unistd.h>
#include <unordered_set>
#include <utility>

namespace schacht::kiosk {

namespace {

constexpr unsigned tasksAtOnce = 2;

/// Each once, what matters most at the end: what was used last is what a full cache keeps.
std::vector<assets::PictureRequest> inOrder(const std::vector<assets::PictureRequest>& requests) {
    std::unordered_set<assets::PictureRequest, assets::PictureRequestHash> seen;
    std::vector<assets::PictureRequest> once;
    for (const auto& request : requests) {
        if (auto rounded = assets::quantised(request); seen.insert(rounded).second) {
            once.push_back(std::move(rounded));
        }
    }
    std::reverse(once.begin(), once.end());
    return once;
}

/// Tells how far the work is: a bar that is drawn over itself, or a line each.
class Progress {
public:
    Progress(std::ostream& stream, std::size_t all)
        : out(stream), moves(&stream == &std::cout && isatty(STDOUT_FILENO) != 0), total(all) {}

    void advance(const assets::PictureRequest& request) {
        ++done;
        const auto count = std::to_string(done) + " of " + std::to_string(total);
        if (!moves) {
            out << count << ": " << request.file << ", " << request.width << " x " << request.height << '\n';
            return;
        }
        constexpr std::size_t barLength = 30;
        const std::size_t filled = barLength * done / total;
        out << "\r\x1B[K[" << std::string(filled, '#') << std::string(barLength - filled, '.') << "] " << count << "  "
            << request.file << std::flush;
    }

    void end() const {
        if (moves) {
            out << "\r\x1B[K";
        }
    }

private:
    std::ostream& out;
    bool moves;
    std::size_t total;
    std::size_t done = 0;
};

std::vector<base::Problem> prepareAll(const std::filesystem::path& pack,
                                      const std::vector<assets::PictureRequest>& requests,
                                      std::shared_ptr<const assets::DiskCache> cache, std::ostream& out) {
    struct Done {
        assets::PictureRequest request;
        base::Result<void> outcome;
    };
    base::Mailbox<Done> mailbox;
    base::Tasks tasks(tasksAtOnce);
    assets::Pictures pictures(pack, tasks, std::move(cache), [&mailbox](const assets::PictureArrival& arrival) {
        mailbox.post({arrival.request, arrival.bitmap.map([](const auto&) {})});
    });
    for (const auto& request : requests) {
        constexpr bool soft = false;
        pictures.ask(request, 0, soft);
    }
    Progress progress(out, requests.size());
    std::vector<base::Problem> problems;
    for (std::size_t arrived = 0; arrived < requests.size();) {
        pollfd waiting{mailbox.descriptor(), POLLIN, 0};
        poll(&waiting, 1, -1);
        for (auto& done : mailbox.collect()) {
            ++arrived;
            progress.advance(done.request);
            if (!done.outcome) {
                problems.push_back(std::move(done.outcome.error()));
            }
        }
    }
    progress.end();
    return problems;
}

std::string counted(std::size_t count) {
    return count == 1 ? "1 picture" : std::to_string(count) + " pictures";
}

} // namespace

int prepare(const std::filesystem::path& pack, const std::vector<assets::PictureRequest>& requests,
            const assets::CachePlace& cache, std::ostream& out) {
    if (const auto folder = base::PackFolder::open(pack); !folder) {
        out << folder.error().message << '\n';
        return 2;
    }
    std::error_code error;
    std::filesystem::create_directories(cache.folder, error);
    if (error || access(cache.folder.c_str(), W_OK) != 0) {
        out << "The folder " << cache.folder.string()
            << " cannot be written, so nothing can be kept there. See who owns it, "
            << "or name another with --cache.\n";
        return 2;
    }
    const auto once = inOrder(requests);
    const auto problems = prepareAll(pack, once, std::make_shared<assets::DiskCache>(cache.folder, cache.limit), out);
    const auto ready = once.size() - problems.size();
    out << counted(ready) << (ready == 1 ? " is ready.\n" : " are ready.\n");
    for (const auto& problem : problems) {
        out << problem.location.file << ": " << problem.message << '\n';
    }
    return problems.empty() ? 0 : 1;
}

} // namespace schacht::kiosk
