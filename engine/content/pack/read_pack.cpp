#include "engine/content/pack/read_pack.hpp"

#include "engine/base/pack_path.hpp"
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/format/file_check.hpp"
#include "engine/content/format/losses.hpp"
#include "engine/content/json/json.hpp"
#include "engine/content/language/language_advice.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/describe.hpp"
#include "engine/content/pack/in_time.hpp"
#include "engine/content/pack/media_files.hpp"
#include "engine/content/pack/pack_files.hpp"
#include "engine/content/pack/read_item.hpp"
#include "engine/content/pack/read_manifest.hpp"
#include "engine/content/pack/read_named.hpp"
#include "engine/content/pack/settle.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <thread>
#include <tuple>

namespace schacht::content {
namespace {

void append(std::vector<base::Problem>& to, std::vector<base::Problem> from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

bool isMissing(const base::Problem& problem) {
    return problem.code == "missing-file";
}

/// What may be meant in a folder without a pack.json: a file of nearly that name, or a folder that has one.
std::string adviseManifest(const base::PackFolder& folder) {
    const auto entries = folder.list(".");
    for (const auto& entry : entries ? *entries : std::vector<base::PackFolder::Entry>()) {
        const std::string name = plainLetters(entry.name);
        if (entry.kind == base::PackFolder::Entry::Kind::file &&
            (name == "pack.json" || name.starts_with("pack.json."))) {
            return "Rename " + inQuotes(entry.name) +
                   " to pack.json; Windows hides the end of names until it is told "
                   "not to.";
        }
        if (entry.kind == base::PackFolder::Entry::Kind::folder && folder.look(entry.name + "/pack.json")) {
            return "There is one in the folder " + inQuotes(entry.name) + " in it: name that folder.";
        }
    }
    return "Name the folder of a pack, or write its pack.json.";
}

base::Problem explainManifest(const base::PackFolder& folder, base::Problem problem) {
    if (isMissing(problem)) {
        problem.code = "not-a-pack";
        problem.message = "There is no pack.json in this folder. " + adviseManifest(folder);
        problem.location.file.clear();
    }
    return problem;
}

/// Reads a pack in the order in which its files need to know of each other.
class PackReader {
public:
    PackReader(const base::PackFolder& in, const ReadOptions& with) : folder(in), options(with) {}

    base::Result<PackReading> read() {
        auto text = folder.read("pack.json", jsonFileLimit);
        if (!text) {
            return tl::unexpected(explainManifest(folder, std::move(text.error())));
        }
        auto manifest = Manifest::parse(std::move(*text));
        if (!manifest) {
            return tl::unexpected(std::move(manifest.error()));
        }
        manifest->fill(names);
        if (const auto today = parseEdtf(options.today)) {
            names.today = today->earliest;
        }
        findFiles();
        readNamedFiles();
        manifest->read(names, reading.pack, reading.problems);
        readItems();
        checkPassages();
        dropDangling(reading.pack);
        tellEmptyThemes(*manifest);
        tellEmptyAttract(*manifest);
        if (!options.everyDay) {
            reading.pack = packOn(std::move(reading.pack), options.today);
        }
        reading.pack.root = folder.root();
        sortProblems();
        return std::move(reading);
    }

private:
    template <class Ids>
    static void fill(IdSet& set, const Ids& ids) {
        for (const auto& id : ids) {
            set.add(id);
        }
        set.settle();
    }

    void findFiles() {
        files = findPackFiles(folder);
        append(reading.problems, std::move(files.problems));
        reading.itemFiles = files.items.size() + files.repeated;
        for (const std::string& path : files.items) {
            const std::string_view id = idOf(path);
            names.items.add(id);
            const std::string_view in = std::string_view(path).substr(0, path.find('/'));
            if (std::ranges::any_of(itemKinds,
                                    [in](const ItemKind& kind) { return kind.heard && kind.folder == in; })) {
                names.recordings.add(id);
            }
        }
        names.items.settle();
        names.recordings.settle();
        if (!options.lookAtMedia) {
            return;
        }
        media = findMediaFiles(folder);
        append(reading.problems, std::move(media.problems));
        mediaNames.assign({media.files.begin(), media.files.end()});
        names.folder = &folder;
        names.look = &options.look;
        lookAtPicture = onceEach(options.picture);
        names.picture = &lookAtPicture;
        names.mediaFiles = &mediaNames;
    }

    /// The file's text; none where it may be missing and is, or where a problem was noted.
    std::optional<std::string> readFile(const std::string& path) {
        auto text = folder.read(path, jsonFileLimit);
        if (text) {
            return std::move(*text);
        }
        if (!isMissing(text.error())) {
            reading.problems.push_back(std::move(text.error()));
        }
        return std::nullopt;
    }

    void readNamedFiles() {
        if (auto text = readFile("places.json")) {
            places = readPlaces(std::move(*text), "places.json", names);
        } else {
            places.whole = !folder.look("places.json"); // none at all: every reference to a place is wrong
        }
        if (auto text = readFile("people.json")) {
            people = readPeople(std::move(*text), "people.json", names);
        } else {
            people.whole = !folder.look("people.json");
        }
        take(places, names.places, reading.pack.places);
        take(people, names.people, reading.pack.people);
        readAllStrings();
        if (auto text = readFile("theme.json")) {
            append(reading.problems, checkJson(std::move(*text), "theme.json"));
        }
        readAllCredits();
    }

    template <class T>
    void take(NamedReading<T>& from, IdSet& ids, Named<T>& into) {
        if (from.whole) {
            fill(ids, from.names);
        }
        append(reading.problems, std::move(from.problems));
        into = std::move(from.things);
    }

    void readAllStrings() {
        for (const std::string& path : files.strings) {
            const std::string language(idOf(path));
            const auto& languages = names.languages;
            if (!isLanguageTag(language)) {
                note(base::Severity::error, "language-tag",
                     inQuotes(language) + " is not the tag of a language. Call the file such as " +
                         (meantLanguage(language).empty() ? "nl" : meantLanguage(language)) + ".json.",
                     path);
                continue;
            }
            if (names.languagesWhole && !languages.empty() &&
                std::find(languages.begin(), languages.end(), language) == languages.end()) {
                note(base::Severity::warning, "unlisted-language",
                     inQuotes(language) + " is not among the languages of pack.json: no visitor sees these words." +
                         adviseLanguage(language, languages),
                     path);
            }
            if (auto text = readFile(path)) {
                NamedReading<std::string> strings = readStrings(std::move(*text), path, names);
                append(reading.problems, std::move(strings.problems));
                reading.pack.strings.emplace(language, std::move(strings.things));
            }
        }
    }

    void readAllCredits() {
        constexpr const char* path = "media/credits.json";
        const std::size_t before = reading.problems.size();
        if (auto text = readFile(path)) {
            NamedReading<Credit> credits = readCredits(std::move(*text), path, names);
            append(reading.problems, std::move(credits.problems));
            reading.pack.credits = std::move(credits.things);
            if (options.lookAtMedia && credits.whole) {
                append(reading.problems, findUncredited(media.files, credits.names));
            }
        } else if (options.lookAtMedia && reading.problems.size() == before && !media.files.empty()) {
            note(base::Severity::error, "no-credit",
                 "media/credits.json is missing. Write in it who made each file under media/, how, and its rights.",
                 path);
        }
    }

    void note(base::Severity severity, std::string code, std::string message, std::string path) {
        reading.problems.push_back({std::move(code), severity, std::move(message), {std::move(path), 0, 0, {}}});
    }

    void readItems() {
        std::sort(files.items.begin(), files.items.end(),
                  [](const std::string& a, const std::string& b) { return idOf(a) < idOf(b); });
        mediaNames.renew(); // items matter more than credits, which are read before
        std::vector<ItemReading> read(files.items.size());
        std::atomic<std::size_t> next = 0;
        const auto work = [&] {
            for (std::size_t i = next++; i < read.size(); i = next++) {
                read[i] = readItemFile(files.items[i]);
            }
        };
        {
            constexpr std::size_t worthAThread = 64; // files
            std::vector<std::jthread> others;
            const std::size_t most = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
            while (others.size() + 1 < std::min(most, read.size() / worthAThread + 1)) {
                others.emplace_back(work);
            }
            work();
        }
        std::vector<Item>& items = reading.pack.items;
        items.reserve(read.size()); // items are large: they are moved once
        for (ItemReading& each : read) {
            append(reading.problems, std::move(each.problems));
            if (each.item && each.seconds) {
                lengths.emplace(each.item->id, *each.seconds);
            }
            if (each.item) {
                std::ranges::move(each.passages, std::back_inserter(passages));
                items.push_back(std::move(*each.item));
            }
        }
    }

    [[nodiscard]] ItemReading readItemFile(const std::string& path) const {
        auto text = folder.read(path, jsonFileLimit);
        if (!text) {
            text.error().message += " " + notSeen(nounOf<Item>);
            return {.problems = {std::move(text.error())}};
        }
        return readItem(std::move(*text), path, names);
    }

    /// Passages that end after the recording does, where that is known.
    void checkPassages() {
        for (Passage& passage : passages) {
            const auto length = lengths.find(passage.recording);
            if (length != lengths.end() && passage.end > length->second) {
                reading.problems.push_back({"passage-beyond", base::Severity::warning,
                                            "This is after the end of " + inQuotes(passage.recording) +
                                                ". Write how many seconds after its start the passage ends.",
                                            std::move(passage.location)});
            }
        }
    }

    void tellEmptyThemes(const Manifest& manifest) {
        for (const Theme* theme : emptyThemes(reading.pack)) {
            const auto words = theme->title.find({}, reading.pack.languages).words;
            reading.problems.push_back({"empty-theme", base::Severity::warning,
                                        "No item that can be shown stands in the theme " + inQuotes(words) +
                                            ", so visitors do not see it. Write " + inQuotes(theme->id) +
                                            " in the “themes” of an item, or take the theme out.",
                                        manifest.placeOfTheme(theme->id)});
        }
    }

    void tellEmptyAttract(const Manifest& manifest) {
        base::Location place = manifest.placeOf("attract");
        const bool written = !place.pointer.empty();
        if (written && reading.pack.attract.empty()) {
            reading.problems.push_back({"empty-attract", base::Severity::warning,
                                        "Nothing in “attract” can be shown: while no one touches it, the kiosk shows "
                                        "the covers of its themes. Write a picture and a line.",
                                        std::move(place)});
        }
    }

    void sortProblems() {
        std::stable_sort(reading.problems.begin(), reading.problems.end(),
                         [](const base::Problem& a, const base::Problem& b) {
                             return std::tie(a.location.file, a.location.line, a.location.column) <
                                    std::tie(b.location.file, b.location.line, b.location.column);
                         });
    }

    const base::PackFolder& folder;
    const ReadOptions& options;
    PackFiles files;
    MediaFiles media;
    MediaNames mediaNames;
    NamedReading<Place> places;
    NamedReading<Person> people;
    LookIntoPicture lookAtPicture;
    Names names;
    std::vector<Passage> passages;
    std::map<std::string, double, std::less<>> lengths; ///< seconds, by the id of a recording
    PackReading reading;
};

} // namespace

base::Result<PackReading> readPack(const std::filesystem::path& folder, const ReadOptions& options) {
    auto opened = base::PackFolder::open(folder);
    if (!opened) {
        return tl::unexpected(std::move(opened.error()));
    }
    return PackReader(*opened, options).read();
}

} // namespace schacht::content
