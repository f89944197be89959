#include "kiosk/visitor/parts/shelf/subjects.hpp"

namespace schacht::visitor {

using catalogue::Subject;
using scene::Node;

namespace {

constexpr float besideGap = 12;
constexpr float lineGap = 4;
constexpr float headGap = 3;

/// The person's or place's entry in the pack, of which `member` is wanted.
template <class Member>
const content::LanguageMap& entryOf(const Sketch& sketch, const Subject& subject, Member member) {
    static const content::LanguageMap nothing;
    const auto find = [&](const auto& table) -> const content::LanguageMap& {
        const auto found = table.find(subject.id);
        return found == table.end() ? nothing : member(found->second);
    };
    const content::Pack& pack = sketch.catalogue.pack();
    return subject.kind == Subject::Kind::person ? find(pack.people) : find(pack.places);
}

} // namespace

content::LanguageMap subjectName(const Sketch& sketch, const Subject& subject) {
    const auto& name = entryOf(sketch, subject, [](const auto& entry) -> const auto& { return entry.name; });
    return name.empty() ? content::LanguageMap(subject.id) : name;
}

const content::LanguageMap& subjectSummary(const Sketch& sketch, const Subject& subject) {
    return entryOf(sketch, subject, [](const auto& entry) -> const auto& { return entry.summary; });
}

std::string subjectSign(const Subject& subject) {
    return subject.kind == Subject::Kind::person ? "person" : "pin";
}

std::string whyWords(const Sketch& sketch, const catalogue::Shared& why) {
    struct {
        const Sketch& sketch;
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(const Subject& subject) const {
            return sketch.say("related.about", {{"name", sketch.inWords(subjectName(sketch, subject))}});
        }
        std::string operator()(const catalogue::SameYears& years) const {
            return years.year > 0 ? sketch.say("related.years", {{"year", std::to_string(years.year)}}) : "";
        }
        std::string operator()(const catalogue::SameTheme& same) const {
            const auto* theme = sketch.catalogue.theme(same.id);
            return theme == nullptr ? "" : sketch.say("related.theme", {{"theme", sketch.inWords(theme->title)}});
        }
    } told{sketch};
    return std::visit(told, why);
}

Node subjectLamps(Sketch& sketch, const content::Item& item, float width, float height) {
    Node node = group("subjects:" + item.id, {0, 0, width, 0});
    Node head = sketch.text(sketch.say("subject.more"), {.rank = "label", .colour = sketch.theme.colour.ash});
    float x = 0;
    float y = head.box.height + headGap;
    for (const Subject& subject : sketch.catalogue.relations().subjectsOf(item)) {
        const std::string name = sketch.inWords(subjectName(sketch, subject));
        const std::string sign = subjectSign(subject);
        Node lamp = sketch.action("subject:" + sign + ":" + subject.id, sign, subjectLamp, Sketch::Look::quiet, name,
                                  "label", OpenSubject{subject});
        lamp.name = sketch.say("subject.open", {{"name", name}});
        if (x > 0 && x + lamp.box.width > width) {
            x = 0;
            y += subjectLamp + lineGap;
        }
        if (lamp.box.width > width || y + subjectLamp > height) {
            continue;
        }
        lamp.box.x = x;
        lamp.box.y = y;
        x += lamp.box.width + besideGap;
        node.box.height = y + subjectLamp;
        node.children.push_back(std::move(lamp));
    }
    if (!node.children.empty()) {
        node.children.insert(node.children.begin(), std::move(head));
    }
    return node;
}

} // namespace schacht::visitor
