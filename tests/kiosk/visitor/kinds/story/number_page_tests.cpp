/// A number on a page is shown as it was written, and its panes are as many as it says.
#include "engine/content/kinds/number_rules.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/kinds/story/one_page.hpp"

#include <algorithm>

using namespace schacht;
using namespace schacht::visitor;
using tests::OnePage;

namespace {

constexpr double quarter = .25;

content::Page numberPage(const std::string& figures, std::optional<content::Panes> panes = std::nullopt) {
    content::Page page;
    page.layout = content::Page::Layout::number;
    page.number.value = {std::stod(figures), figures};
    page.number.unit = content::LanguageMap("banen");
    page.number.panes = std::move(panes);
    page.body = content::LanguageMap("Dat is geteld.");
    return page;
}

content::Panes panesOf(double each, int columns = 6) {
    return {each, columns, content::LanguageMap("Wat een ruit is.")};
}

std::string numeralOf(const content::Page& page, const std::string& language) {
    OnePage stand(page, language);
    const scene::Scene scene = stand.look();
    std::vector<std::pair<const scene::Node*, base::Rect>> shown;
    tests::allOf(scene.root, {}, shown);
    for (const auto& [node, box] : shown) {
        if (node->role == scene::Role::heading && node->name.ends_with(" banen")) {
            return node->name.substr(0, node->name.size() - std::string_view(" banen").size());
        }
    }
    return {};
}

/// The heights of the page's panes, in the order they are drawn; millimetres. Those of the foot are not among them.
std::vector<float> panesOn(const scene::Scene& scene) {
    std::vector<std::pair<const scene::Node*, base::Rect>> shown;
    tests::allOf(scene.root, {}, shown);
    std::vector<float> heights;
    const float foot = scene.size.height * .8F;
    for (const auto& [node, box] : shown) {
        if (std::holds_alternative<scene::PanePaint>(node->paint) && box.bottom() < foot) {
            heights.push_back(box.height);
        }
    }
    return heights;
}

bool saysKey(const scene::Scene& scene) {
    const auto said = scene::utterancesOf(scene);
    return std::ranges::any_of(said, [](const auto& one) { return one.words == "Wat een ruit is."; });
}

} // namespace

TEST_CASE("a number has the decimals that were written, and the signs of the visitor's language") {
    CHECK(numeralOf(numberPage("4.5"), "nl") == "4,5");
    CHECK(numeralOf(numberPage("0.75"), "en") == "0.75");
    CHECK(numeralOf(numberPage("1.7270"), "de") == "1,7270");
    CHECK(numeralOf(numberPage("-3.50"), "it") == "−3,50");
    for (const auto& [language, shown] : {std::pair("nl", "4.500,75"),
                                          {"de", "4.500,75"},
                                          {"it", "4.500,75"},
                                          {"tr", "4.500,75"},
                                          {"en", "4,500.75"},
                                          {"fr", "4\u202F500,75"},
                                          {"ar", "4,500.75"}}) {
        INFO(language);
        CHECK(numeralOf(numberPage("4500.75"), language) == shown);
    }
}

TEST_CASE("the thousands of a year are never set apart, those of a count are") {
    CHECK(numeralOf(numberPage("1917"), "en") == "1917");
    CHECK(numeralOf(numberPage("4500"), "en") == "4,500");
    CHECK(numeralOf(numberPage("1700", panesOf(100)), "nl") == "1.700");
    content::Page said = numberPage("1917");
    said.number.year = false;
    CHECK(numeralOf(said, "nl") == "1.917");
    said = numberPage("4500");
    said.number.year = true;
    CHECK(numeralOf(said, "nl") == "4500");
}

TEST_CASE("a number is read aloud as it is shown") {
    OnePage stand(numberPage("4500.5"), "nl");
    const auto said = scene::utterancesOf(stand.look());
    CHECK(std::ranges::any_of(said, [](const auto& one) { return one.words == "4.500,5 banen"; }));
}

TEST_CASE("a voice of another language than the visitor's reads the number as that language writes it") {
    content::Page page = numberPage("4500");
    page.number.unit = content::LanguageMap(OnePage::Words{{"nl", "banen"}});
    OnePage stand(page, "fr");
    const auto said = scene::utterancesOf(stand.look());
    const auto found = std::ranges::find(said, std::string("4.500 banen"), &scene::Utterance::words);
    REQUIRE(found != said.end());
    CHECK(found->language == "nl");
}

TEST_CASE("there are as many panes as the number comes to, the last as high as what is left over") {
    const base::Size pixels = GENERATE(base::Size{1920, 1080}, base::Size{1080, 1920});
    OnePage whole(numberPage("4500", panesOf(500, 3)), "nl", 2, pixels);
    CHECK(panesOn(whole.look()).size() == 9);
    OnePage left(numberPage("4500", panesOf(400)), "nl", 2, pixels);
    const auto heights = panesOn(left.look());
    REQUIRE(heights.size() == 12);
    CHECK(std::all_of(heights.begin(), heights.end() - 1, [&](float one) { return one == heights.front(); }));
    CHECK(heights.back() == Approx(quarter * heights.front()));
    OnePage part(numberPage("0.75", panesOf(1)), "nl", 2, pixels);
    CHECK(panesOn(part.look()).size() == 1);
}

TEST_CASE("where panes would not be as many as the number says there are none, and no words say what one is") {
    for (const auto& page : {numberPage("4500", panesOf(1)), numberPage("0", panesOf(1)), numberPage("-4", panesOf(1)),
                             numberPage("25", panesOf(1, 1))}) {
        OnePage stand(page);
        const scene::Scene scene = stand.look();
        INFO(page.number.value.figures);
        CHECK(panesOn(scene).empty());
        CHECK_FALSE(saysKey(scene));
    }
    OnePage drawn(numberPage("24", panesOf(1, 1)));
    CHECK(saysKey(drawn.look()));
}

TEST_CASE("the most panes that a page has are seen one by one under the largest words") {
    constexpr float least = 4; // millimetres
    const int columns = GENERATE(1, 2, 6, 12);
    const base::Size pixels = GENERATE(base::Size{1920, 1080}, base::Size{1080, 1920});
    const int most = std::min(24 * columns, 144);
    content::Page page = numberPage(std::to_string(most), panesOf(1, columns));
    page.body =
        content::LanguageMap("Een zin van gewone lengte, die zegt wat er geteld is. En nog een, om de plaats te "
                             "vullen die er onder een getal is.");
    OnePage stand(page, "nl", 4, pixels);
    const auto heights = panesOn(stand.look());
    CHECK(heights.size() == static_cast<std::size_t>(most));
    CHECK(*std::ranges::min_element(heights) >= least);
}
