#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/parts/shelf/shelf.hpp"
#include "kiosk/visitor/parts/shelf/subjects.hpp"

#include <algorithm>

namespace schacht::visitor {

using catalogue::Subject;
using scene::Node;

namespace {

/// Its sign and what it is: not touched, so no lamp.
Node crestOf(Sketch& sketch, const Subject& subject) {
    constexpr float size = 10;
    constexpr float gap = 3.5F;
    const auto& c = sketch.theme.colour;
    Node node = group("subject:crest", {});
    node.role = scene::Role::none;
    Node sign = sketch.icon(subjectSign(subject), size, c.chalk);
    const bool person = subject.kind == Subject::Kind::person;
    Node word = sketch.text(sketch.say(person ? "subject.person" : "subject.place"),
                            {.rank = "label", .colour = c.chalk, .line = 1});
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
    const Subject subject = subjectAt(sketch.state.visit.here).value_or(Subject{});
    const auto& items = sketch.catalogue.relations().about(subject);
    const auto* picture = items.empty() ? nullptr : &items.front()->cover;
    const std::string kind = subject.kind == Subject::Kind::person ? "person:" : "place:";
    return shelfScreen(sketch,
                       {kind + subject.id, picture, crestOf(sketch, subject),
                        sketch.packWords(subjectName(sketch, subject)), subjectSummary(sketch, subject)},
                       now);
}

} // namespace schacht::visitor
