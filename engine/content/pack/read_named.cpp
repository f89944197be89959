#include "engine/content/pack/read_named.hpp"

#include "engine/content/format/file_check.hpp"
#include "engine/content/format/losses.hpp"
#include "engine/content/format/object_reader.hpp"
#include "engine/content/format/text_check.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/describe.hpp"
#include "engine/content/pack/settle.hpp"

#include <algorithm>

namespace schacht::content {
namespace {

/// `one` reads the value of a name; `check` holds the name itself against its rules.
template <class T, class One, class Check>
NamedReading<T> readNamed(std::string text, const std::string& path, const Names& names, One one, Check check) {
    NamedReading<T> result;
    auto document = JsonDocument::parse(std::move(text), path);
    if (!document) {
        result.problems.push_back(std::move(document.error()));
        return result;
    }
    FileReport report(path);
    Reading reading{*document, report, names};
    reportDuplicates(reading);
    if (isObjectFile(reading)) {
        result.whole = true;
        for (const JsonValue* each = document->firstChild(document->root()); each;
             each = document->nextSibling(*each)) {
            if (each->key == "$schema") { // for editors, which complete keys by it
                continue;
            }
            const FileReport::Step step(report, each->key);
            T thing{};
            result.names.emplace_back(each->key);
            if (!check(reading, *each)) {
                continue;
            }
            if (one(reading, *each, Field{.key = each->key}, thing)) {
                result.things.emplace(each->key, std::move(thing));
            } else {
                report.lose(reading.cause,
                            nounOf<T>.empty() ? "Visitors read the kiosk's own words instead." : notSeen(nounOf<T>));
            }
        }
    }
    result.problems = report.finish(document->text());
    return result;
}

constexpr auto anObject = [](Reading& reading, const JsonValue& value, const Field& field, auto& into) {
    return readObject(reading, value, field, into);
};

bool checkId(Reading& reading, const JsonValue& value) {
    checkNewId(reading, value.keyOffset, value.key);
    return true; // it names its thing all the same
}

bool checkCredited(Reading& reading, const JsonValue& value) {
    const std::string_view path = value.key;
    const bool isFolder = path.size() > 1 && path.back() == '/';
    const std::string_view file = isFolder ? path.substr(0, path.size() - 1) : path;
    if (!base::staysInside(file)) {
        reading.report.error("path-outside", value.keyOffset,
                             inQuotes(path) + " leads out of the pack. Write the path of a file under media/, with /, "
                                              "or of a folder that ends in /.");
        return false;
    }
    const MediaNames* const files = reading.names.mediaFiles;
    if (files == nullptr) {
        return true;
    }
    const auto from = std::lower_bound(files->sorted().begin(), files->sorted().end(), path);
    const bool there =
        from != files->sorted().end() && (isFolder ? from->substr(0, path.size()) == path : *from == path);
    const auto found = isFolder ? base::Result<base::FileKind>() : reading.names.folder->look(path);
    if (!there && !isFolder && found && *found == base::FileKind::folder) {
        reading.report.error("not-a-file", value.keyOffset,
                             inQuotes(path) + " is a folder. Write " + inQuotes(std::string(path) + "/") +
                                 ", with / at its end, to credit all that is in it.");
        return false;
    }
    if (there || (!isFolder && found)) {
        return true;
    }
    const std::string meant = reading.report.full() ? "" : files->advise(path);
    reading.report.warning("unused-credit", value.keyOffset,
                           inQuotes(path) + " is not in the pack." +
                               (meant.empty() ? " Look how it is called, or copy it there; or take its credit out."
                                              : meant + " If the file is gone, take its credit out."));
    return true;
}

} // namespace

NamedReading<Place> readPlaces(std::string text, const std::string& path, const Names& names) {
    return readNamed<Place>(std::move(text), path, names, anObject, checkId);
}

NamedReading<Person> readPeople(std::string text, const std::string& path, const Names& names) {
    return readNamed<Person>(std::move(text), path, names, anObject, checkId);
}

NamedReading<Credit> readCredits(std::string text, const std::string& path, const Names& names) {
    return readNamed<Credit>(std::move(text), path, names, anObject, checkCredited);
}

NamedReading<std::string> readStrings(std::string text, const std::string& path, const Names& names) {
    const auto words = [](Reading& reading, const JsonValue& value, const Field& field, std::string& into) {
        return readValue(reading, value, field, into);
    };
    return readNamed<std::string>(std::move(text), path, names, words, [](Reading&, const JsonValue&) { return true; });
}

std::vector<base::Problem> checkJson(std::string text, const std::string& path) {
    auto document = JsonDocument::parse(std::move(text), path);
    if (!document) {
        return {std::move(document.error())};
    }
    return {};
}

} // namespace schacht::content
