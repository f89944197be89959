#include "kiosk/visitor/parts/shelf/shelved.hpp"

#include "kiosk/visitor/kit/layout.hpp"

namespace schacht::visitor {

using catalogue::Subject;

std::vector<Shelved> shelvedAt(const Stop& stop, const catalogue::Catalogue& catalogue) {
    std::vector<Shelved> out;
    const auto subject = subjectAt(stop);
    if (subject || stop.kind == ScreenKind::theme) {
        for (const auto* item : subject ? catalogue.relations().about(*subject) : catalogue.itemsOf(stop.id)) {
            out.push_back({item, {}});
        }
    } else if (const auto* item = catalogue.item(stop.id)) {
        for (const catalogue::Related& related : catalogue.relations().of(*item, layout::relatedCards)) {
            out.push_back({related.item, related.shared});
        }
    }
    return out;
}

std::optional<Subject> subjectAt(const Stop& stop) {
    return stop.kind == ScreenKind::person  ? std::optional(Subject{Subject::Kind::person, stop.id})
           : stop.kind == ScreenKind::place ? std::optional(Subject{Subject::Kind::place, stop.id})
                                            : std::nullopt;
}

Stop stopAt(const Subject& subject) {
    const bool person = subject.kind == Subject::Kind::person;
    return {person ? ScreenKind::person : ScreenKind::place, subject.id, {}};
}

} // namespace schacht::visitor
