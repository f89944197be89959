/// Lists on a page: their numbers as they were written, in a column of their own.
#include "kiosk/commands/screens.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/kinds/story/one_page.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::visitor;
using tests::OnePage;

namespace {

using Shown = std::vector<std::pair<const scene::Node*, base::Rect>>;

/// Where the text stands that begins with these words; REQUIREs that it is there.
base::Rect placeOf(const Shown& shown, const std::string& words) {
    const auto found = std::ranges::find_if(shown, [&](const auto& one) {
        return std::holds_alternative<scene::TextPaint>(one.first->paint) && one.first->name.starts_with(words);
    });
    INFO(words);
    REQUIRE(found != shown.end());
    return found->second;
}

Shown shownOf(const scene::Scene& scene) {
    Shown shown;
    tests::allOf(scene.root, {}, shown);
    return shown;
}

const std::string dutchYears = "9. eerst\n1559. Filips vertrekt.\n123456789. Antwerpen valt.";
const std::string arabicYears = "9. أول\n1559. غادر فيليب.\n123456789. سقوط أنتويرب.";

} // namespace

TEST_CASE("the numbers of a list stand in a column as wide as the widest, with a gap before the words") {
    const std::string language = GENERATE("nl", "en", "ar");
    const int textSize = GENERATE(1, 2, 4);
    const base::Size pixels = GENERATE(base::Size{1920, 1080}, base::Size{1080, 1920});
    const bool arabic = language == "ar";
    OnePage stand(OnePage::ofText({{language, arabic ? arabicYears : dutchYears}}), language, textSize, pixels);
    const scene::Scene scene = stand.look();
    const Shown shown = shownOf(scene);
    constexpr float leastGap = 1.5F; // millimetres
    std::vector<float> ends;
    for (const auto& [number, words] : {std::pair("9.", arabic ? "أول" : "eerst"),
                                        {"1559.", arabic ? "غادر" : "Filips"},
                                        {"123456789.", arabic ? "سقوط" : "Antwerpen"}}) {
        const base::Rect sign = placeOf(shown, number);
        const base::Rect line = placeOf(shown, words);
        INFO(number << " in " << language << " size " << textSize);
        CHECK((arabic ? sign.x - line.right() : line.x - sign.right()) >= leastGap);
        CHECK(sign.y == Approx(line.y));
        ends.push_back(arabic ? sign.x : sign.right());
    }
    CHECK(ends[0] == Approx(ends[1]));
    CHECK(ends[1] == Approx(ends[2]));
    CHECK(placeOf(shown, "123456789.").x >= 0);
    CHECK(placeOf(shown, "123456789.").right() <= scene.size.width);
}

TEST_CASE("a list in words that run the other way than the screen has its numbers where they begin") {
    OnePage dutch(OnePage::ofText({{"nl", dutchYears}}), "ar");
    const scene::Scene leftward = dutch.look();
    CHECK(placeOf(shownOf(leftward), "1559.").right() < placeOf(shownOf(leftward), "Filips").x);
    OnePage arabic(OnePage::ofText({{"ar", arabicYears}}), "nl");
    const scene::Scene rightward = arabic.look();
    CHECK(placeOf(shownOf(rightward), "1559.").x > placeOf(shownOf(rightward), "غادر").right());
}

TEST_CASE("a list within a list begins where the words around it do") {
    const int textSize = GENERATE(2, 4);
    OnePage stand(OnePage::ofText({{"nl", "1. buiten\n   - binnen\n     1. diep\n     2. nog een\n2. klaar"}}), "nl",
                  textSize, {1080, 1920});
    const scene::Scene scene = stand.look();
    const Shown shown = shownOf(scene);
    CHECK(placeOf(shown, "–").x == Approx(placeOf(shown, "buiten").x));
    CHECK(placeOf(shown, "diep").x > placeOf(shown, "binnen").x);
    CHECK(placeOf(shown, "–").right() < placeOf(shown, "binnen").x);
}

TEST_CASE("a list that goes on on another leaf keeps its numbers") {
    std::string markdown;
    for (int year = 1900; year < 1930; year += 3) {
        markdown += std::to_string(year) + ". In dat jaar gebeurde er iets dat hier in één zin staat verteld.\n";
    }
    OnePage stand(OnePage::ofText({{"nl", markdown}}), "nl", 4);
    std::vector<std::string> numbers;
    int leaves = 0;
    do {
        for (const auto& passage : scene::utterancesOf(stand.look())) {
            if (passage.words.size() == 5 && passage.words.ends_with('.')) {
                numbers.push_back(passage.words);
            }
        }
        ++leaves;
    } while (kiosk::turnWithinPage(stand.session, 0));
    CHECK(leaves > 1);
    CHECK(numbers == std::vector<std::string>{"1900.", "1903.", "1906.", "1909.", "1912.", "1915.", "1918.", "1921.",
                                              "1924.", "1927."});
}

TEST_CASE("the number of an item is read aloud before its words, and a dash is not") {
    const std::string language = GENERATE("nl", "ar");
    OnePage stand(OnePage::ofText({{language, "1559. weg\n1566. beelden\n\n- streep"}}), language);
    std::string said;
    for (const auto& passage : scene::utterancesOf(stand.look())) {
        said += passage.words + "|";
    }
    INFO(said);
    CHECK(said.find("1559.|weg|1566.|beelden|streep|") != std::string::npos);
}

TEST_CASE("a paragraph that begins with a year or an ordinal stands where other paragraphs do") {
    OnePage stand(OnePage::ofText({{"nl", "Een alinea.\n\n1559. In dat jaar vertrok Filips."}}));
    const scene::Scene scene = stand.look();
    const Shown shown = shownOf(scene);
    CHECK(placeOf(shown, "1559. In dat jaar").x == Approx(placeOf(shown, "Een alinea").x));
}
