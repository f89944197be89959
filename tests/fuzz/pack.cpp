#include "engine/content/pack/read_item.hpp"
#include "engine/content/pack/read_manifest.hpp"
#include "engine/content/pack/read_named.hpp"
#include "tests/pages_of.hpp"

#include <cstdint>
#include <cstdlib>

/// Any bytes as the files of a pack: what is refused has a sentence and a place, what is accepted can be shown.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace schacht;
    const std::string text(reinterpret_cast<const char*>(data), size);
    content::Names names;
    names.languages = {"nl", "en"};
    for (content::IdSet* const ids : {&names.items, &names.themes, &names.places, &names.people}) {
        ids->ids = {"coal", "lamp", "mines"};
        ids->settle();
    }
    const content::ItemReading reading = content::readItem(text, "stories/coal.json", names);
    bool hasError = false;
    for (const base::Problem& problem : reading.problems) {
        hasError = hasError || problem.severity == base::Severity::error;
        if (problem.message.empty() || (problem.location.line < 1) != (problem.code == "more-problems")) {
            std::abort();
        }
    }
    const auto isEmpty = [](const content::Item& item) {
        return std::holds_alternative<content::Story>(item.body) && tests::pagesOf(item).empty();
    };
    if (reading.item && (hasError || reading.item->title.empty() || isEmpty(*reading.item))) {
        std::abort();
    }
    if (const auto manifest = content::Manifest::parse(text)) {
        content::Pack pack;
        std::vector<base::Problem> problems;
        manifest->read(names, pack, problems);
        if (pack.languages.empty()) {
            std::abort();
        }
    }
    (void)content::readPlaces(text, "places.json", names);
    (void)content::readCredits(text, "media/credits.json", names);
    (void)content::readStrings(text, "strings/nl.json", names);
    return 0;
}
