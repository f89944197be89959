/// What `cmake --install` leaves is all that a machine needs, wherever it is moved to, and it tells nobody where it was
/// built.
#include "tests/catch.hpp"
#include "tests/journeys/child_process.hpp"
#include "tests/temporary_folder.hpp"

#include <string>
#include <vector>

using namespace schacht;
using namespace schacht::tests;
namespace fs = std::filesystem;

namespace {

const fs::path buildFolder = fs::path(SCHACHT_PROGRAM).parent_path();

/// A prefix in which the program was installed, and that was moved then. It need not be there for a test to run it.
class Installed {
public:
    Installed() {
        const fs::path first = folder / "first";
        REQUIRE(run({"cmake", "--install", buildFolder.string(), "--prefix", first.string()}) == 0);
        fs::create_directories((folder / "elsewhere"));
        fs::rename(first, prefix);
    }
    /// The status of a command; what it wrote is `said` then.
    int run(const std::vector<std::string>& command) {
        const fs::path output = folder / "output";
        fs::remove(output);
        auto child = ChildProcess::start(command, {{{"LC_ALL", "C"}}, output, -1});
        REQUIRE(child);
        const auto status = child->wait(patience);
        said = readFile(output);
        INFO(said);
        REQUIRE(status);
        return *status;
    }

    static constexpr base::Seconds patience = 120;
    TemporaryFolder folder;
    fs::path prefix = folder / "elsewhere/schacht";
    fs::path program = prefix / "bin/schacht";
    fs::path probe = prefix / "libexec/schacht/schacht-probe";
    std::string said;
};

/// How often bytes stand in a file.
int count(const fs::path& file, const std::string& bytes) {
    const std::string all = readFile(file);
    int found = 0;
    for (auto at = all.find(bytes); at != std::string::npos; at = all.find(bytes, at + bytes.size())) {
        ++found;
    }
    return found;
}

/// What readelf says after "Build ID:".
std::string buildIdIn(const std::string& notes) {
    const auto at = notes.find("Build ID: ");
    return at == std::string::npos ? "" : notes.substr(at, notes.find('\n', at) - at);
}

} // namespace

TEST_CASE("an installed kiosk works wherever its folder is moved to") {
    Installed installed;
    const std::string pack = (installed.folder / "our-mill").string();
    CHECK(installed.run({installed.program.string(), "new", pack}) == 0);
    CHECK(installed.run({installed.program.string(), "check", pack}) == 0);
    CHECK(installed.said == "4 items, nothing wrong.\n");
    CHECK(installed.run({installed.program.string(), "check", (installed.prefix / "share/schacht/limburg").string()}) ==
          0);
    const std::string film = pack + "/media/films/five-o-clock.webm";
    REQUIRE(fs::exists(film));
    CHECK(installed.run({installed.program.string(), "inspect", film}) == 0); // which asks the probe
}

TEST_CASE("what a pack is made with is not installed") {
    const Installed installed;
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(installed.prefix)) {
        if (entry.path().filename() == "make") {
            found.push_back(entry.path());
        }
    }
    CHECK(found.empty());
    CHECK(fs::exists(installed.prefix / "share/schacht/village/pack.json"));
}

TEST_CASE("nothing that is installed says where it was built") {
    const Installed installed;
    for (const auto& entry : fs::recursive_directory_iterator(installed.prefix)) {
        if (entry.is_regular_file()) {
            INFO(entry.path());
            CHECK(count(entry.path(), SCHACHT_SOURCE_FOLDER) == 0);
        }
    }
}

#if !defined(__SANITIZE_ADDRESS__) // which watches the same, and for which nothing is split off
TEST_CASE("the installed programs are hardened as Debian's own are, and their symbols stand beside them") {
    Installed installed;
    for (const fs::path& program : {installed.program, installed.probe}) {
        INFO(program);
        const auto read = [&](std::vector<std::string> command, const fs::path& file) {
            command.push_back(file.string());
            CHECK(installed.run(command) == 0);
            return installed.said;
        };
        const std::string own = read({"readelf", "-W", "-h", "-l", "-d", "-n", "-S", "--dyn-syms"}, program);
        CHECK_THAT(own, ContainsSubstring("Type:                              DYN")); // moves in memory
        CHECK_THAT(own, ContainsSubstring("GNU_RELRO"));
        CHECK_THAT(own, ContainsSubstring("Flags: NOW"));
        CHECK_THAT(own, ContainsSubstring("__stack_chk_fail"));
        CHECK_THAT(own, ContainsSubstring("_chk@GLIBC")); // of _FORTIFY_SOURCE
#if defined(__x86_64__)
        constexpr int many = 50;
        CHECK(count(program, "\xF3\x0F\x1E\xFA") > many); // endbr64, where a function may be jumped to
#endif
        CHECK(own.find(".debug_info") == std::string::npos);
        CHECK_THAT(own, ContainsSubstring(".gnu_debuglink"));

        const std::string symbols = read({"readelf", "-W", "-n", "-S"}, program.string() + ".debug");
        CHECK_THAT(symbols, ContainsSubstring(".debug_info"));
        CHECK(!buildIdIn(own).empty());
        CHECK(buildIdIn(symbols) == buildIdIn(own));
    }
}
#endif
