#include "engine/content/pack/read_item.hpp"

#include "engine/content/edtf/edtf.hpp"
#include "engine/content/format/object_reader.hpp"
#include "engine/content/format/text_check.hpp"
#include "engine/content/kinds/questions.hpp"
#include "engine/content/language/plain_letters.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/pack/describe.hpp"
#include "engine/content/pack/settle.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace schacht::content {
namespace {

/// The kind that the item says; null, and reported, where there is none that is known.
const ItemKind* findKind(Reading& reading) {
    const JsonValue& root = reading.document.root();
    const JsonValue* const value = reading.document.find(root, "kind");
    if (value == nullptr) {
        reading.report.error("missing-key", root.offset,
                             "“kind” is missing. Write it: what the item is, such as story.");
        return nullptr;
    }
    const FileReport::Step step(reading.report, "kind");
    if (!isKind(reading, *value, {.key = "kind"}, JsonValue::Kind::string, "a text in quotation marks")) {
        return nullptr;
    }
    const ItemKind* const kind = findByName(itemKinds, value->text);
    if (kind == nullptr) {
        reading.report.error("unknown-kind", value->offset,
                             inQuotes(value->text) + " is not a kind of item. Write one of " +
                                 listed({Kinds::names.begin(), Kinds::names.end()}, " or ") + "." +
                                 didYouMean(value->text, namesOf(itemKinds)));
    }
    return kind;
}

/// The name of an item's file is its id.
void checkFileName(Reading& reading, std::string_view path) {
    const std::string_view id = idOf(path);
    if (!isId(id)) {
        const std::string meant = asId(id);
        reading.report.error(
            "id", reading.document.root().offset,
            inQuotes(id) + " is not an id, which the name of this file has to be. Rename the file to " +
                (meant.empty() ? "one such as coal-at-as" : meant) + ".json: only a to z, 0 to 9 and - stand in it.");
    }
}

void checkFolder(Reading& reading, const ItemKind& kind, std::string_view path) {
    const std::string_view folder = path.substr(0, path.find('/'));
    if (folder == kind.folder) {
        return;
    }
    const FileReport::Step step(reading.report, "kind");
    reading.report.warning("wrong-folder", reading.document.find(reading.document.root(), "kind")->offset,
                           "This is " + std::string(kind.called) + ", and those are kept in " +
                               std::string(kind.folder) + "/. Move the file there, or write another kind.");
}

void checkTime(Reading& reading, const Item& item) {
    if (item.from.empty() || item.until.empty()) {
        return;
    }
    const auto from = parseEdtf(item.from);
    const auto until = parseEdtf(item.until);
    if (!from || !until || !from->earliest || !until->latest || *from->earliest <= *until->latest) {
        return;
    }
    const FileReport::Step step(reading.report, "until");
    reading.report.error("from-until", reading.document.find(reading.document.root(), "until")->offset,
                         "“until” is before “from”: the item would never be shown. Look which date is wrong.");
}

/// Gives the item the body of its kind.
template <class... Bodies>
void chooseBody(std::variant<Bodies...>& body, std::string_view kind) {
    (void)((Bodies::kind == kind && (body.template emplace<Bodies>(), true)) || ...);
}

/// Says behind a problem that because of it visitors do not see the item. False.
bool loseItem(Reading& reading, FileReport::Entry cause) {
    reading.report.lose(cause, notSeen(nounOf<Item>));
    return false;
}

/// False where the item cannot be shown; what of it is wrong has been left out. passages: those that it plays.
bool readInto(Reading& reading, const std::string& path, Item& item, std::vector<Passage>& passages) {
    const JsonValue& root = reading.document.root();
    reportDuplicates(reading);
    checkFileName(reading, path);
    if (!isObjectFile(reading)) {
        return loseItem(reading, reading.report.newest());
    }
    const ItemKind* const kind = findKind(reading);
    if (kind == nullptr) {
        return loseItem(reading, reading.report.newest());
    }
    checkFolder(reading, *kind, path);
    if (!isShown(*kind)) {
        const FileReport::Step step(reading.report, "kind");
        reading.report.warning("kind-not-yet", reading.document.find(root, "kind")->offset,
                               "This version of Schacht cannot show " + std::string(kind->called) +
                                   " yet; the item is left out.");
        return false;
    }
    chooseBody(item.body, kind->name);
    if (!readObject(reading, root, {.key = "item"}, item)) {
        return loseItem(reading, reading.cause);
    }
    checkTime(reading, item);
    passages = checkRules(reading, item.body);
    return true;
}

} // namespace

std::string_view idOf(std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.rfind('.'));
}

ItemReading readItem(std::string text, const std::string& path, const Names& names) {
    auto document = JsonDocument::parse(std::move(text), path);
    if (!document) {
        document.error().message += " " + notSeen(nounOf<Item>);
        return {.problems = {std::move(document.error())}};
    }
    FileReport report(path);
    Reading reading{*document, report, names};
    Item item;
    item.id = idOf(path);
    item.file = path;
    ItemReading result;
    FileFindings files;
    std::vector<Passage> passages;
    if (readInto(reading, path, item, passages)) {
        if (names.folder != nullptr) {
            const Owning owning(reading, {nounOf<Item>, &document->root()});
            files = checkFiles(reading, item.body);
        }
        result.seconds = files.seconds;
        if (files.fatal) {
            loseItem(reading, *files.fatal);
        } else {
            for (Passage& passage : passages) {
                passage.location.file = path;
            }
            result.passages = std::move(passages);
            result.item = std::move(item);
        }
    }
    result.problems = report.finish(document->text());
    if (result.item) {
        result.item->whole = std::ranges::none_of(result.problems, base::isError);
    }
    std::move(files.problems.begin(), files.problems.end(), std::back_inserter(result.problems));
    return result;
}

} // namespace schacht::content
