/// Passages of oral histories in stories.
#include "tests/kiosk/visitor/kinds/oral_history/oral_history_stand.hpp"
#include "tests/kiosk/visitor/stops.hpp"
#include "tests/pages_of.hpp"

using namespace schacht;
using namespace schacht::tests;

TEST_CASE("A story's page with a passage keeps large targets and whole texts, and shows the passage's words only") {
    auto screening = Screening::of(twoVoices);
    const auto& catalogue = screening.material.catalogue();
    std::vector<std::string> languages = catalogue.pack().languages;
    languages.push_back("ar");
    std::size_t passages = 0;
    for (const auto& item : catalogue.pack().items) {
        const auto& pages = tests::pagesOf(item);
        for (std::size_t n = 0; n < pages.size(); ++n) {
            const auto* heard = catalogue.item(pages[n].item);
            if (pages[n].layout != content::Page::Layout::listen || heard == nullptr) {
                continue;
            }
            ++passages;
            screening.show(heard->id);
            for (const auto& [width, height] : {std::pair{1920, 1080}, std::pair{1080, 1920}}) {
                screening.glass = stage::screenFor(width, height, 32);
                for (const std::string& language : languages) {
                    screening.state.visit.language = language;
                    for (const Phase phase : {Phase::playing, Phase::ended, Phase::failed}) {
                        screening.at(pages[n].from + 8, phase);
                        screening.state.visit.playing->from = pages[n].from;
                        screening.state.visit.playing->until = pages[n].to;
                        screening.state.visit.here = tests::storyAt(item.id, static_cast<int>(n));
                        tests::storyOf(screening.state)
                            .pages.jump(layout::pagePitch(screening.glass.size) * static_cast<float>(n));
                        INFO(item.id << " " << n + 1 << " in " << language << " on " << width << "x" << height);
                        CHECK(screening.faults() == "");
                        CHECK_FALSE(holdsWords(screening.scene().root, plainText(screening.words("nl").cues[0])));
                    }
                }
            }
            screening.state.visit.language = "nl";
        }
    }
    CHECK(passages >= 3);
}
