#include "engine/base/folder_watch.hpp"

#include "tests/catch.hpp"
#include "tests/journeys/comes.hpp"
#include "tests/temporary_folder.hpp"

#include <fstream>
#include <mutex>
#include <thread>

using namespace schacht;
namespace fs = std::filesystem;

namespace {

/// A folder that is watched, and what was told of it so far.
struct Watched {
    tests::TemporaryFolder folder;
    std::mutex mutex;
    base::FolderChange all;                   // guarded by mutex
    int calls = 0;                            // guarded by mutex
    std::unique_ptr<base::FolderWatch> watch; // last: ends first

    Watched() {
        fs::create_directories(folder / "stories");
        write("stories/old.json", "{}");
        begin(folder.path());
    }
    void begin(const fs::path& path) {
        auto made = base::FolderWatch::create(path, [this](const base::FolderChange& change) {
            const std::lock_guard lock(mutex);
            all.files.insert(change.files.begin(), change.files.end());
            all.everything = all.everything || change.everything;
            ++calls;
        });
        REQUIRE(made);
        watch = std::move(*made);
    }
    void write(const std::string& path, const std::string& text) const { std::ofstream(folder / path) << text; }
    bool tells(const std::string& file) {
        return tests::comes([&] {
            const std::lock_guard lock(mutex);
            return all.files.contains(file);
        });
    }
    bool tellsOfEverything() {
        return tests::comes([&] {
            const std::lock_guard lock(mutex);
            return all.everything;
        });
    }
    int told() {
        const std::lock_guard lock(mutex);
        return calls;
    }
    void forget() {
        const std::lock_guard lock(mutex);
        all = {};
        calls = 0;
    }
};

} // namespace

TEST_CASE("a file that is saved, added, renamed or removed in a watched folder is told") {
    Watched watched;
    watched.write("stories/old.json", "{ }");
    CHECK(watched.tells("stories/old.json"));
    watched.write("stories/new.json", "{}");
    CHECK(watched.tells("stories/new.json"));
    watched.forget();
    fs::rename(watched.folder / "stories/new.json", watched.folder / "stories/newer.json");
    CHECK(watched.tells("stories/newer.json"));
    CHECK(watched.tells("stories/new.json"));
    watched.forget();
    fs::remove(watched.folder / "stories/old.json");
    CHECK(watched.tells("stories/old.json"));
}

TEST_CASE("a save that renames a new file over the old one is told as the old one") {
    Watched watched;
    watched.write("stories/old.json.tmp", "{}");
    fs::rename(watched.folder / "stories/old.json.tmp", watched.folder / "stories/old.json");
    CHECK(watched.tells("stories/old.json"));
}

TEST_CASE("what editors and office programs leave beside a file is not told") {
    Watched watched;
    for (const char* name : {".old.json.swp", "old.json~", ".~lock.table.csv#", "~$table.xlsx", "#old.json#"}) {
        watched.write(std::string("stories/") + name, "x");
    }
    watched.write("pack.json", "{}");
    REQUIRE(watched.tells("pack.json"));
    const std::lock_guard lock(watched.mutex);
    CHECK(watched.all.files == std::set<std::string>{"pack.json"});
    CHECK_FALSE(watched.all.everything);
}

TEST_CASE("a file is not told while a program still writes it") {
    Watched watched;
    std::ofstream slow(watched.folder / "stories/slow.json");
    slow << "{" << std::flush;
    watched.write("pack.json", "{}");
    REQUIRE(watched.tells("pack.json"));
    {
        const std::lock_guard lock(watched.mutex);
        CHECK_FALSE(watched.all.files.contains("stories/slow.json"));
    }
    slow << "}";
    slow.close();
    CHECK(watched.tells("stories/slow.json"));
}

TEST_CASE("many saves at once are told together") {
    Watched watched;
    for (int i = 0; i < 200; ++i) {
        watched.write("stories/" + std::to_string(i) + ".json", "{}");
    }
    CHECK(watched.tells("stories/199.json"));
    CHECK(watched.told() < 100);
}

TEST_CASE("a folder that comes later is watched, with what is in it already") {
    Watched watched;
    fs::create_directories(watched.folder / "media/voices");
    CHECK(watched.tellsOfEverything());
    watched.forget();
    watched.write("media/voices/lamp.vtt", "WEBVTT");
    CHECK(watched.tells("media/voices/lamp.vtt"));
}

TEST_CASE("a folder in a watched one that gets another name is watched under that name") {
    Watched watched;
    fs::rename(watched.folder / "stories", watched.folder / "tales");
    REQUIRE(watched.tellsOfEverything());
    tests::comes([&] { return watched.told() > 1; }, 0.5); // what the renaming itself has told
    watched.forget();
    watched.write("tales/old.json", "{ }");
    CHECK(watched.tells("tales/old.json"));
}

TEST_CASE("a watched folder that is replaced as a whole is watched again") {
    const tests::TemporaryFolder outside;
    const fs::path pack = outside / "pack";
    fs::create_directories(pack);
    Watched watched;
    watched.begin(pack);
    watched.forget();
    fs::rename(pack, outside / "before");
    REQUIRE(watched.tellsOfEverything());
    watched.forget();
    fs::create_directories(pack);
    REQUIRE(watched.tellsOfEverything());
    watched.forget();
    std::ofstream(pack / "pack.json") << "{}";
    CHECK(watched.tells("pack.json"));
}

TEST_CASE("a folder that is not there cannot be watched, and says so") {
    const auto watch = base::FolderWatch::create("/no/such/folder", [](const base::FolderChange&) {});
    REQUIRE_FALSE(watch);
    CHECK(watch.error().code == "unwatched");
    CHECK(watch.error().message == "This folder cannot be watched: No such file or directory. Look whether it is there "
                                   "and may be read.");
}
