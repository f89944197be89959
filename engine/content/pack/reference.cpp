#include "engine/content/pack/reference.hpp"

#include "engine/content/format/reference_writer.hpp"
#include "engine/content/pack/describe.hpp"

namespace schacht::content {

namespace {

std::string kindsTable() {
    std::string table = "| kind | its folder | shown |\n| --- | --- | --- |\n";
    for (const ItemKind& row : itemKinds) {
        table += "| `" + std::string(row.name) + "` | `" + std::string(row.folder) + "/` | " +
                 (isShown(row) ? "yes" : "not yet; `check` says so, and it is left out") + " |\n";
    }
    return table;
}

std::string layoutsTable() {
    const auto keys = [](const auto& names) {
        std::string words;
        for (const std::string_view name : names) {
            words += name.empty() ? "" : (words.empty() ? "`" : ", `") + std::string(name) + "`";
        }
        return words.empty() ? std::string("nothing") : words;
    };
    std::string table = "| layout | needs | may have |\n| --- | --- | --- |\n";
    for (const KeyLayout& row : pageLayouts) {
        table += "| `" + std::string(row.name) + "` | " + keys(row.required) + " | " + keys(row.allowed) + " |\n";
    }
    return table;
}

} // namespace

std::string packReference() {
    FormatReference reference;
    reference.words("# The pack format, key by key");
    reference.words(
        "This page is written by `schacht schema --reference` from the program's own description of the "
        "format: change nothing here. What is wrong in a pack, and where, is said by `schacht check`. A key "
        "that does not stand here is an error.");
    reference.words(
        "- **Words** are a text for each language, `{\"nl\": \"De lamp\", \"en\": \"The lamp\"}`, or one text "
        "that is the same in all of them. **Languages** are BCP 47 tags, such as `nl` or `tr`.\n"
        "- **Markdown** may be *emphasised*, be a list or a quotation, and link to another item: "
        "`[the lamp](item:the-lamp)`. A list has the numbers that are written before its items, each on a line "
        "of its own, such as years; where all of them are 1 they are counted. A paragraph that begins with a year "
        "or a date is no list: neither an only one, nor several with empty lines between them, unless those count "
        "from 1.\n"
        "- A **file** is named from the folder of the pack, with `/`, as `media/headframe.jpg`.\n"
        "- An **id** is made of a to z, 0 to 9 and -. That of an item is the name of its file without "
        "`.json`.\n"
        "- A **date** is an EDTF date: `1966-01-31`, `1966`, `195X`, `1917~/1988`.\n"
        "- Any file may begin with a key `$schema` for an editor; nothing is done with it.");
    reference.object<Pack>("pack.json", 2);
    reference.object<Item>("Every item", 2,
                           "An item is one file. It is in the pack because it stands in the folder of its kind. These "
                           "keys belong to every kind; those of its own kind stand beside them.\n\n" +
                               kindsTable());
    Kinds::each([&]<class Body>(const Body&) { reference.object<Body>(std::string(Body::kind), 3); });
    reference.object<Place>("places.json", 2,
                            "The places of the pack by their ids, as `{\"winterslag\": " + exampleObject<Place>() +
                                "}`.");
    reference.object<Person>(
        "people.json", 2,
        "The people of the pack by their ids, as `{\"andre-dumont\": {\"name\": \"André Dumont\"}}`.");
    reference.object<Credit>("media/credits.json", 2,
                             "Who made each file in `media/`, by its path; a path that ends in `/` is a folder, and "
                             "speaks for every file in it that has no line of its own: `{\"media/voices/\": " +
                                 exampleObject<Credit>() + "}`.");
    reference.words("## strings/LANGUAGE.json");
    reference.words(
        "The pack's own words for the buttons and sentences of the kiosk, where other words suit it better: "
        "`{\"bar.home\": \"Naar boven\"}`. The keys are those of the kiosk's `strings/nl.json`.");
    reference.words("## The parts");
    reference.object<Page>("Page", 3, "What a page needs is up to its layout:\n\n" + layoutsTable());
    reference.linked(3);
    return reference.markdown();
}

} // namespace schacht::content
