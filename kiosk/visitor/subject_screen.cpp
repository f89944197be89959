#include "kiosk/visitor/subjects.hpp"
#include "kiosk/visitor/view.hpp"

#include <algorithm>

namespace schacht::visitor {

using catalogue::Subject;
using scene::Node;

namespace {

/// The cover of the item that is most about it: the first that names it before all others, else the first of all.
const content::Picture* pictureOf(const Sketch& sketch, const Subject& subject) {
    const auto& items = sketch.catalogue.relations().about(subject);
    if (items.empty()) {
        return nullptr;
    }
    const auto first = std::find_if(items.begin(), items.end(), [&](const content::Item* item) {
        const auto& ids = subject.kind == Subject::Kind::person ? item->people : item->places;
        return !ids.empty() && ids.front() == subject.id;
    });
    return &(first == items.end() ? items.front() : *first)->cover;
}

/// Its sign and what it is: not touched, so no lamp.
Node crestOf(Sketch& sketch, const Subject& subject) {
    constexpr float size = 10;
    constexpr float gap = 3.5F;
    const auto& c = sketch.theme.colour;
    Node node = group("subject:crest", {});
    node.role = scene::Role::none;
    Node sign = sketch.icon(subjectSign(subject), size, c.ash);
    const bool person = subject.kind == Subject::Kind::person;
    Node word = sketch.text(sketch.say(person ? "subject.person" : "subject.place"),
                            {.rank = "label", .colour = c.ash, .line = 1});
    const float height = std::max(size, word.box.height);
    sign.box.y = (height - size) / 2;
    word.box.x = size + gap;
    word.box.y = (height - word.box.height) / 2;
    node.box = {0, 0, word.box.right(), height};
    node.children.push_back(std::move(sign));
    node.children.push_back(std::move(word));
    return node;
}

} // namespace

Node subjectScreen(Sketch& sketch, base::Seconds now) {
    const Subject subject = subjectAt(sketch.state.here).value_or(Subject{});
    const std::string kind = subject.kind == Subject::Kind::person ? "person:" : "place:";
    return shelfScreen(sketch,
                       {kind + subject.id, pictureOf(sketch, subject), crestOf(sketch, subject),
                        sketch.packWords(subjectName(sketch, subject)), subjectSummary(sketch, subject)},
                       now);
}

} // namespace schacht::visitor
