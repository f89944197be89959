#include "engine/assets/pictures.hpp"

#include "engine/assets/picture_store.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <new>
#include <stop_token>
#include <unordered_map>
#include <utility>

namespace schacht::assets {

struct Pictures::Shared : std::enable_shared_from_this<Shared> {
    Shared(const std::filesystem::path& root, base::Tasks& pool, std::shared_ptr<const DiskCache> cache,
           std::function<void(PictureArrival)> letter)
        : store(root, std::move(cache)), tasks(pool), deliver(std::move(letter)) {}

    void ask(const PictureRequest& request, int priority, bool soft);
    /// Of those requests that `which` says.
    template <class Which>
    void dropIf(Which which);

private:
    /// One request under way. Guarded by Shared's mutex, save what says otherwise.
    struct Job {
        const PictureRequest request;
        int priority;
        bool softFirst;
        bool running = false;
        bool over = false;     ///< delivered, dropped or closed: a task that still comes for it does nothing
        std::stop_source stop; // any thread
    };

    void enqueue(const std::shared_ptr<Job>& job, int priority);
    void run(const std::shared_ptr<Job>& job, const std::stop_token& stop);
    void finish(const std::shared_ptr<Job>& job, base::Result<PictureStore::Made> made);
    [[nodiscard]] base::Result<PictureStore::Made> make(const Job& job, bool softFirst);

    PictureStore store;                                // any thread
    base::Tasks& tasks;                                // any thread
    const std::function<void(PictureArrival)> deliver; // any thread

    std::mutex mutex;
    std::condition_variable quiet;                                                     ///< no delivery is under way
    int delivering = 0;                                                                // guarded by mutex
    std::unordered_map<PictureRequest, std::shared_ptr<Job>, PictureRequestHash> jobs; // guarded by mutex
};

/// A job whose priority rises stands in the queue twice; the task that comes first does its work.
void Pictures::Shared::enqueue(const std::shared_ptr<Job>& job, int priority) {
    tasks.add(priority, [self = shared_from_this(), job](const std::stop_token& stop) { self->run(job, stop); });
}

void Pictures::Shared::ask(const PictureRequest& request, int priority, bool soft) {
    std::shared_ptr<Job> job;
    {
        const std::lock_guard lock(mutex);
        auto& place = jobs[request];
        if (place && priority <= place->priority) {
            return;
        }
        if (!place) {
            place = std::make_shared<Job>(Job{request, priority, soft, false, false, {}});
        }
        place->priority = priority;
        if (place->running) {
            return;
        }
        job = place;
    }
    enqueue(job, priority);
}

template <class Which>
void Pictures::Shared::dropIf(Which which) {
    std::unique_lock lock(mutex);
    std::erase_if(jobs, [&](auto& entry) {
        if (!which(entry.first)) {
            return false;
        }
        entry.second->over = true;
        entry.second->stop.request_stop();
        return true;
    });
    quiet.wait(lock, [this] { return delivering == 0; });
}

base::Result<PictureStore::Made> Pictures::Shared::make(const Job& job, bool softFirst) {
    try {
        return store.make(job.request, softFirst, job.stop.get_token());
    } catch (const std::bad_alloc&) {
        return base::refuse("picture-too-large",
                            "The picture does not fit into this computer's memory: save it "
                            "smaller.",
                            {job.request.file, 0, 0, {}});
    }
}

void Pictures::Shared::run(const std::shared_ptr<Job>& job, const std::stop_token& stop) {
    bool softFirst = false;
    {
        const std::lock_guard lock(mutex);
        if (job->over || job->running) {
            return;
        }
        job->running = true;
        softFirst = job->softFirst;
    }
    const std::stop_callback whenThePoolEnds(stop, [job] { job->stop.request_stop(); });
    finish(job, make(*job, softFirst));
}

void Pictures::Shared::finish(const std::shared_ptr<Job>& job, base::Result<PictureStore::Made> made) {
    const bool soft = made && made->soft;
    std::unique_lock lock(mutex);
    if (job->over) {
        return;
    }
    if (!soft) {
        job->over = true;
        jobs.erase(job->request);
    }
    if (job->stop.stop_requested()) {
        return;
    }
    ++delivering;
    lock.unlock();
    deliver({job->request, std::move(made).map([](PictureStore::Made one) { return std::move(one.bitmap); }), soft});
    lock.lock();
    --delivering;
    quiet.notify_all();
    if (soft && !job->over) {
        job->softFirst = false;
        job->running = false;
        const int priority = job->priority;
        lock.unlock();
        enqueue(job, priority);
    }
}

Pictures::Pictures(const std::filesystem::path& root, base::Tasks& tasks, std::shared_ptr<const DiskCache> cache,
                   std::function<void(PictureArrival)> deliver)
    : shared(std::make_shared<Shared>(root, tasks, std::move(cache), std::move(deliver))) {}

Pictures::~Pictures() {
    shared->dropIf([](const PictureRequest&) { return true; });
}

void Pictures::ask(const PictureRequest& request, int priority, bool soft) {
    shared->ask(request, priority, soft);
}

void Pictures::drop(const PictureRequest& request) {
    shared->dropIf([&](const PictureRequest& each) { return each == request; });
}

void Pictures::dropFile(const std::string& file) {
    shared->dropIf([&](const PictureRequest& each) { return each.file == file; });
}

} // namespace schacht::assets
