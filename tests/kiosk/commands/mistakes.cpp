#include "engine/media/probe.hpp"
#include "kiosk/commands/check.hpp"
#include "kiosk/production/places.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <iconv.h>
#include <map>
#include <sstream>
#include <vector>

/// tests/mistakes/ holds what people really do to a pack, one mistake a folder, named for what is wrong:
///   change.txt  how it is made in a copy of tests/engine/content/good, see Curator
///   pack/       files that are laid over that copy, where there are any
///   says.txt    what `schacht check` answers, word for word, without its last line of counts
/// Where a sentence was changed on purpose: run the test with SCHACHT_ACCEPT=1, and read the difference.
namespace schacht::kiosk {
namespace {

namespace fs = std::filesystem;

const fs::path mistakesFolder = fs::path(SCHACHT_SOURCE_FOLDER) / "tests/mistakes";

std::string bytesOf(const fs::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

/// Names in change.txt: \t is a tab.
std::string nameFrom(std::string text) {
    for (auto at = text.find("\\t"); at != std::string::npos; at = text.find("\\t", at)) {
        text.replace(at, 2, "\t");
    }
    return text;
}

std::string converted(std::string text, const std::string& encoding) {
    if (encoding == "UTF-8 with a mark") {
        return "\xEF\xBB\xBF" + text;
    }
    const iconv_t conversion = iconv_open(encoding.c_str(), "UTF-8");
    REQUIRE(conversion != reinterpret_cast<iconv_t>(-1));
    std::string made(text.size() * 4 + 4, '\0');
    char* from = text.data();
    char* to = made.data();
    std::size_t left = text.size();
    std::size_t room = made.size();
    const bool whole = iconv(conversion, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
    iconv_close(conversion);
    REQUIRE(whole);
    made.resize(made.size() - room);
    return made;
}

/// Does to a pack what the lines of a change.txt say:
///   in FILE, then "- …" lines and "+ …" lines   words that stand in the file once, and what is written instead
///   write FILE, then "+ …" lines                 a file of these lines
///   move FILE -> FILE, copy FILE -> FILE, remove FILE
///   bring FILE -> FILE                           from this project's source
///   save FILE -> ENCODING                        as iconv calls it, or "UTF-8 with a mark"
/// Lines that begin with # are for people.
class Curator {
public:
    explicit Curator(fs::path pack) : root(std::move(pack)) {}

    void follow(const std::string& lines) {
        std::istringstream in(lines);
        for (std::string line; std::getline(in, line);) {
            const std::string words = line.substr(std::min<std::size_t>(2, line.size()));
            if (line.starts_with("- ") || line == "-") {
                taken += words + "\n";
            } else if (line.starts_with("+ ") || line == "+") {
                written += words + "\n";
            } else {
                finish();
                order(line);
            }
        }
        finish();
    }

private:
    void order(const std::string& line) {
        const auto space = line.find(' ');
        const std::string verb = line.substr(0, space);
        const std::string rest = space == std::string::npos ? "" : line.substr(space + 1);
        const auto arrow = rest.find(" -> ");
        const fs::path file = root / nameFrom(rest.substr(0, arrow));
        const std::string to = arrow == std::string::npos ? "" : nameFrom(rest.substr(arrow + 4));
        if (verb == "in" || verb == "write") {
            inHand = file;
            isNew = verb == "write";
            if (isNew) {
                tests::writeFile(file, "");
            }
        } else if (verb == "move" || verb == "copy") {
            fs::create_directories((root / to).parent_path());
            fs::copy(file, root / to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
            if (verb == "move") {
                fs::remove_all(file);
            }
        } else if (verb == "bring") {
            fs::copy_file(fs::path(SCHACHT_SOURCE_FOLDER) / rest.substr(0, arrow), root / to,
                          fs::copy_options::overwrite_existing);
        } else if (verb == "remove") {
            CHECK(fs::remove_all(file) > 0);
        } else if (verb == "save") {
            tests::writeFile(file, converted(bytesOf(file), to));
        } else {
            INFO(line);
            CHECK((verb == "#" || line.empty()));
        }
    }

    /// Writes what the lines since the last order say.
    void finish() {
        if (taken.empty() && written.empty()) {
            return;
        }
        std::string text = bytesOf(inHand);
        if (isNew) {
            text = written;
        } else {
            taken.pop_back(); // the words may end within a line
            written.resize(written.size() - (written.empty() ? 0 : 1));
            const auto at = text.find(taken);
            INFO("in " << inHand << ": " << taken);
            REQUIRE(at != std::string::npos);
            REQUIRE(text.find(taken, at + 1) == std::string::npos);
            text.replace(at, taken.size(), written);
        }
        tests::writeFile(inHand, text);
        taken.clear();
        written.clear();
    }

    fs::path root;
    fs::path inHand;
    bool isNew = false;
    std::string taken;
    std::string written;
};

/// The probe's answer, asked once for the same bytes: every pack here holds the same few films.
base::Result<content::Medium> lookOnce(const fs::path& file) {
    static std::map<std::string, base::Result<content::Medium>> known;
    const auto [answer, isNew] = known.try_emplace(bytesOf(file), content::Medium{});
    if (isNew) {
        answer->second = media::Probe(probeProgram()).look(file);
    }
    return answer->second;
}

/// What check says of a pack, without the last line; that of a pack that is in order has no counts.
std::string saidOf(const fs::path& pack) {
    std::ostringstream out;
    std::ostringstream error;
    (void)check(pack, false, lookOnce, out, error);
    CHECK(error.str().empty());
    std::string said = out.str();
    for (auto at = said.find(pack.string()); at != std::string::npos; at = said.find(pack.string())) {
        said.replace(at, pack.string().size(), "PACK");
    }
    REQUIRE(said.ends_with(".\n"));
    const auto last = said.rfind('\n', said.size() - 2);
    return last == std::string::npos ? said.substr(said.find(", ") + 2) : said.substr(0, last + 1);
}

std::vector<fs::path> mistakes() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(mistakesFolder)) {
        folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

fs::path goodPackIn(const tests::TemporaryFolder& folder) {
    fs::copy(fs::path(SCHACHT_SOURCE_FOLDER) / "tests/engine/content/good", folder / "pack",
             fs::copy_options::recursive);
    return folder / "pack";
}

} // namespace

TEST_CASE("a mistake that people make is answered with what is wrong, where, and what to do") {
    for (const fs::path& mistake : mistakes()) {
        DYNAMIC_SECTION(mistake.filename().string()) {
            const tests::TemporaryFolder folder;
            const fs::path pack = goodPackIn(folder);
            if (fs::exists(mistake / "pack")) {
                fs::copy(mistake / "pack", pack, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
            }
            Curator(pack).follow(bytesOf(mistake / "change.txt"));
            const std::string said = saidOf(pack);
            if (std::getenv("SCHACHT_ACCEPT") != nullptr) {
                tests::writeFile(mistake / "says.txt", said);
            }
            CHECK(said == bytesOf(mistake / "says.txt"));
        }
    }
}

} // namespace schacht::kiosk
