/// In the largest words a page that has no room for all of them goes on on another leaf.
#include "engine/content/prose/prose.hpp"
#include "engine/text/sentences.hpp"
#include "kiosk/commands/screens.hpp"
#include "kiosk/visitor/kinds/story/page_breaks.hpp"
#include "kiosk/visitor/kit/layout.hpp"
#include "kiosk/visitor/parts/shelf/shelved.hpp"
#include "tests/catch.hpp"
#include "tests/kiosk/visitor/limburg.hpp"
#include "tests/kiosk/visitor/screen_walk.hpp"
#include "tests/kiosk/visitor/shown.hpp"
#include "tests/kiosk/visitor/stops.hpp"
#include "tests/pages_of.hpp"

#include <algorithm>
#include <functional>

using namespace schacht;
using namespace schacht::visitor;

namespace {

constexpr const char* carStory = "fourteen-million-cars"; // of five pages the second and the fifth break

/// A visit on the Limburg pack, as one with large words sees it.
struct Reader {
    const kiosk::Material& material = tests::limburg();
    stage::Screen glass;
    Session session;
    text::Typesetter typesetter{};

    explicit Reader(int textSize, base::Size pixels = {1920, 1080}, Movement movement = Movement::none)
        : glass(stage::screenFor(static_cast<int>(pixels.width), static_cast<int>(pixels.height), 32)),
          session(material.catalogue(), material.words, material.theme,
                  {"nl", 60, 20, movement, {.textSize = textSize}, House{}.volume, true}) {}

    scene::Scene goTo(const visitor::Stop& stop) {
        session.intend(JumpTo{stop}, 0);
        return look();
    }
    scene::Scene look(base::Seconds now = 0) { return tests::shown(session, glass, typesetter, now); }
    void happens(const Intent& meaning, base::Seconds now = 0) {
        session.intend(meaning, now);
        (void)look(now);
    }
    [[nodiscard]] Leaf leaf() const {
        return {visitor::leafAt(session.now().visit.here.own).page, visitor::leafAt(session.now().visit.here.own).part};
    }
    [[nodiscard]] float standsAt(base::Seconds now = 0) const {
        return tests::storyOf(session.now()).pages.position(now) / layout::pagePitch(glass.size);
    }
};

/// How high a line is of the text that these words are a part of; pixels, 0 where they are not shown.
float lineWith(const scene::Node& node, std::string_view words) {
    const auto* text = std::get_if<scene::TextPaint>(&node.paint);
    if (text != nullptr && node.name.find(words) != std::string::npos) {
        return text->paragraph.height() / static_cast<float>(std::max(text->paragraph.lines(), 1));
    }
    float found = 0;
    for (const scene::Node& child : node.children) {
        found = std::max(found, lineWith(child, words));
    }
    return found;
}

std::vector<std::string> sentencesOf(const content::LanguageMap& map) {
    std::vector<std::string> out;
    const auto found = map.find("nl", tests::limburg().catalogue().pack().languages);
    for (const content::Block& block : content::parseProse(found.words).blocks) {
        std::string words;
        for (const content::Span& span : block.spans) {
            words += span.text;
        }
        for (const auto& place : text::sentencesOf(words, found.language)) {
            out.push_back(words.substr(place.begin, place.end - place.begin));
        }
    }
    return out;
}

void onEveryPage(const std::function<void(const visitor::Stop&, const content::Page&)>& check) {
    for (const content::Item& item : tests::limburg().catalogue().pack().items) {
        const auto& pages = tests::pagesOf(item);
        for (std::size_t page = 0; page < pages.size(); ++page) {
            INFO(item.id << " page " << page + 1);
            check(tests::storyAt(item.id, static_cast<int>(page)), pages[page]);
        }
    }
}

const scene::Node* nodeNamed(const scene::Node& node, const std::string& id) {
    if (node.id == scene::nodeId(id)) {
        return &node;
    }
    for (const scene::Node& child : node.children) {
        if (const auto* found = nodeNamed(child, id)) {
            return found;
        }
    }
    return nullptr;
}

content::Prose sierra() {
    return content::parseProse("The *Sierra* came first. See [the lamp](item:lamp). Then came J. Smits.\n\n"
                               "- One. Two.\n- Three.");
}

} // namespace

TEST_CASE("in the largest size every sentence of every page is on the glass once, and twice as large") {
    const base::Size pixels = GENERATE(base::Size{1920, 1080}, base::Size{1080, 1920});
    Reader usual(2, pixels);
    Reader large(4, pixels);
    std::size_t sentences = 0;
    std::size_t broken = 0;
    onEveryPage([&](const visitor::Stop& stop, const content::Page& page) {
        const auto wanted = sentencesOf(page.body);
        std::vector<int> found(wanted.size(), 0);
        const scene::Scene before = usual.goTo(stop);
        large.session.intend(JumpTo{stop}, 0);
        do {
            const scene::Scene after = large.look();
            broken += large.leaf().part == 1 ? 1 : 0;
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                const float height = lineWith(after.root, wanted[i]);
                found[i] += height > 0 ? 1 : 0;
                if (height > 0) {
                    INFO(wanted[i]);
                    CHECK(height / lineWith(before.root, wanted[i]) >=
                          1.97F); // on a page with a voice it was less than usual
                }
            }
        } while (kiosk::turnWithinPage(large.session, 0));
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            INFO(wanted[i]);
            CHECK(found[i] == 1);
        }
        sentences += wanted.size();
    });
    CHECK(sentences > 300);
    CHECK(broken > 15);
}

TEST_CASE("summaries of themes, places and people, and captions of pictures, become twice as large") {
    const base::Size pixels = GENERATE(base::Size{1920, 1080}, base::Size{1080, 1920});
    Reader usual(2, pixels);
    Reader large(4, pixels);
    const auto& pack = usual.material.catalogue().pack();
    int seen = 0;
    const auto check = [&](const visitor::Stop& stop, const content::LanguageMap& words) {
        const std::string said(words.find("nl", pack.languages).words);
        INFO(stop.id << ": " << said);
        const scene::Scene before = usual.goTo(stop);
        const scene::Scene after = large.goTo(stop);
        REQUIRE(lineWith(before.root, said) > 0);
        CHECK(lineWith(after.root, said) / lineWith(before.root, said) == Approx(2).margin(.03));
        ++seen;
    };
    for (const content::Theme& theme : pack.themes) {
        check(tests::screenAt(visitor::ScreenKind::theme, theme.id), theme.summary);
    }
    for (const auto& subject : usual.material.catalogue().relations().subjects()) {
        const auto place = pack.places.find(subject.id);
        if (place != pack.places.end() && !place->second.summary.empty()) {
            check(stopAt(subject), place->second.summary);
        }
        const auto person = pack.people.find(subject.id);
        if (person != pack.people.end() && !person->second.summary.empty()) {
            check(stopAt(subject), person->second.summary);
        }
    }
    for (const content::Item& item : pack.items) {
        const auto& all = usual.material.catalogue().exhibits(item);
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].picture->caption.empty()) {
                check(tests::pictureAt(item.id, static_cast<int>(i)), all[i].picture->caption);
            }
        }
    }
    CHECK(seen > 20);
}

TEST_CASE("a page with far too many words breaks into four, and all of them are on the glass") {
    const std::size_t count = GENERATE(20U, 40U); // sentences
    kiosk::Material material = tests::readLimburg();
    content::Pack pack = material.catalogue().pack();
    content::Item item = *material.catalogue().item(carStory);
    item.id = "long";
    std::string words;
    for (std::size_t i = 0; i < count; ++i) {
        words += "Zin " + std::to_string(i) + (i < 20 ? " van een lange bladzijde die niemand korter schreef. " : ". ");
    }
    content::Page page = tests::pagesOf(item).back(); // of text
    page.body = content::LanguageMap(std::map<std::string, std::string, std::less<>>{{"nl", words}});
    item.body = content::Story{{page}};
    pack.items.push_back(std::move(item));
    material.items = std::make_unique<catalogue::Catalogue>(std::move(pack));
    Session session(material.catalogue(), material.words, material.theme,
                    {"nl", 60, 20, Movement::none, {.textSize = 4}, House{}.volume, true});
    session.intend(JumpTo{tests::storyAt("long")}, 0);
    text::Typesetter typesetter;
    const auto glass = stage::screenFor(1920, 1080, 32);
    int parts = 0;
    std::vector<int> found(count, 0);
    do {
        const scene::Scene scene = tests::shown(session, glass, typesetter, 0);
        tests::Walk walk{{0, 0, glass.size.width, glass.size.height}, {}, {}};
        walk.visit(scene.root, {}, walk.screen);
        INFO((walk.faults.empty() ? "" : walk.faults.front()));
        CHECK(walk.faults.empty());
        for (std::size_t i = 0; i < count; ++i) {
            found[i] += lineWith(scene.root, "Zin " + std::to_string(i) + (i < 20 ? " van" : ".")) > 0 ? 1 : 0;
        }
        ++parts;
    } while (kiosk::turnWithinPage(session, 0));
    CHECK(parts == 4);
    CHECK(std::all_of(found.begin(), found.end(), [](int times) { return times == 1; }));
}

TEST_CASE("in the usual size no page breaks") {
    Reader reader(GENERATE(1, 2));
    onEveryPage([&](const visitor::Stop& stop, const content::Page&) {
        (void)reader.goTo(stop);
        CHECK_FALSE(kiosk::turnWithinPage(reader.session, 0));
    });
}

TEST_CASE("the arrow turns to where a page goes on, then to the next page, and back the same way") {
    Reader reader(4);
    (void)reader.goTo(tests::storyAt(carStory));
    const std::vector<Leaf> way{{0, 0}, {1, 0}, {1, 1}, {2, 0}, {3, 0}, {4, 0}, {4, 1}};
    for (std::size_t i = 0; i < way.size(); ++i) {
        CHECK(reader.leaf() == way[i]);
        CHECK(reader.standsAt() == Approx(i));
        if (i + 1 < way.size()) {
            reader.happens(TurnPage{1});
        }
    }
    for (std::size_t i = way.size() - 1; i > 0; --i) {
        reader.happens(TurnPage{-1});
        CHECK(reader.leaf() == way[i - 1]);
    }
    CHECK(reader.session.now().visit.seen.at(carStory).size() == 5); // a part is no page
}

TEST_CASE("past the last part of the last page comes the end, and Back leads to that part") {
    Reader reader(4);
    (void)reader.goTo(tests::storyAt(carStory, 4));
    reader.happens(TurnPage{1});
    reader.happens(TurnPage{1});
    CHECK(reader.session.now().visit.here.kind == ScreenKind::end);
    reader.happens(GoBack{});
    CHECK(visitor::nameOf(reader.session.now().visit.here) == "story");
    CHECK(reader.leaf() == Leaf{4, 1});
    CHECK(reader.standsAt() == Approx(6));
}

TEST_CASE("a finger turns from part to part as it does from page to page") {
    Reader reader(4, {1920, 1080}, Movement::full);
    (void)reader.goTo(tests::storyAt(carStory, 1));
    reader.happens(DragStarted{}, 1);
    reader.happens(DragMoved{SurfaceOwner::kind, {-250, 0}, {}}, 1.1);
    CHECK(reader.standsAt(1.1) == Approx(1 + 250 / layout::pagePitch(reader.glass.size)));
    reader.happens(DragDone{SurfaceOwner::kind, {-250, 0}, {-100, 0}, false}, 1.2);
    CHECK(reader.leaf() == Leaf{1, 1});
    CHECK(reader.standsAt(4) == Approx(2));
}

TEST_CASE("who makes the words smaller again on the second part of a page is on that page") {
    Reader reader(4);
    (void)reader.goTo(tests::storyAt(carStory, 4));
    reader.happens(TurnPage{1});
    REQUIRE(reader.leaf() == Leaf{4, 1});
    reader.happens(ChooseAccess{{.textSize = 2}});
    CHECK(reader.leaf() == Leaf{4, 0});
    CHECK(reader.standsAt() == Approx(4));
    reader.happens(ChooseAccess{{.textSize = 4}});
    CHECK(reader.leaf() == Leaf{4, 0});
    CHECK(reader.standsAt() == Approx(5));
}

TEST_CASE("each part of a page has its piece of the page's pane in the foot, and the count stays") {
    Reader reader(4);
    const scene::Scene first = reader.goTo(tests::storyAt(carStory, 1));
    const std::string lamp = std::string("foot:") + carStory + ":dark:lamp:1";
    const auto* pane = nodeNamed(first.root, std::string("foot:") + carStory + ":dark:lit:1");
    const auto* one = nodeNamed(first.root, lamp);
    const auto* two = nodeNamed(first.root, lamp + ":1");
    REQUIRE((pane != nullptr && one != nullptr && two != nullptr));
    CHECK(one->box.width + two->box.width == Approx(pane->box.width));
    CHECK(one->alpha == 1);
    CHECK(two->alpha == 0);
    CHECK(lineWith(first.root, "2 van 5") > 0);
    reader.happens(TurnPage{1});
    const scene::Scene second = reader.look();
    CHECK(nodeNamed(second.root, lamp)->alpha == 0);
    CHECK(nodeNamed(second.root, lamp + ":1")->alpha == 1);
    CHECK(lineWith(second.root, "2 van 5") > 0);
}

TEST_CASE("where a page goes on there is no second picture to open, and its heading stands again") {
    Reader reader(4, {1920, 1080});
    const visitor::Access plain{.textSize = 4, .contrast = true}; // words stand beside the pictures
    reader.session.intend(JumpTo{tests::storyAt(carStory, 2)}, 0);
    reader.happens(ChooseAccess{plain});
    const std::string picture = std::string("closer:") + carStory + ":2";
    const scene::Scene first = reader.look();
    REQUIRE(nodeNamed(first.root, picture) != nullptr);
    reader.happens(TurnPage{1});
    REQUIRE(reader.leaf() == Leaf{2, 1});
    const scene::Scene second = reader.look();
    CHECK(nodeNamed(second.root, picture) == nullptr);
    CHECK(lineWith(second.root, "Van de mijn naar de band") > 0);
}

TEST_CASE("sentences that are taken out of a prose keep their emphasis and links, and a list its points") {
    const auto whole = sierra();
    const auto first = sentencesBetween(whole, "en", 0, 2);
    REQUIRE(first.blocks.size() == 1);
    CHECK(content::plainText(first) == "The Sierra came first. See the lamp.");
    CHECK(std::any_of(first.blocks[0].spans.begin(), first.blocks[0].spans.end(),
                      [](const content::Span& span) { return span.text == "Sierra" && span.emphasis; }));
    CHECK(std::any_of(first.blocks[0].spans.begin(), first.blocks[0].spans.end(),
                      [](const content::Span& span) { return span.item == "lamp"; }));
    const auto rest = sentencesBetween(whole, "en", 2, 99);
    REQUIRE(rest.blocks.size() == 3);
    CHECK(content::plainText(rest) == "Then came J. Smits.\nOne. Two.\nThree.");
}

TEST_CASE("the leaves of a story are counted from the first, and what is beyond them is the nearest") {
    const content::Story story{std::vector<content::Page>(3)};
    const std::vector<std::vector<content::Prose>> parts{
        {}, std::vector<content::Prose>(3), std::vector<content::Prose>(2)};
    const Leaves leaves(story, {true, parts});
    CHECK(leaves.count() == 6);
    for (int i = 0; i < leaves.count(); ++i) {
        CHECK(leaves.indexOf(leaves.at(i)) == i);
    }
    CHECK(leaves.at(3) == Leaf{1, 2});
    CHECK(leaves.at(99) == Leaf{2, 1});
    CHECK(leaves.at(-1) == Leaf{0, 0});
    CHECK(leaves.indexOf({1, 9}) == 3);
    CHECK(Leaves(story, {}).count() == 3);
}
