#include "kiosk/commands/run.hpp"

#include "engine/base/clock.hpp"
#include "engine/stage/shell.hpp"
#include "kiosk/commands/production.hpp"

#include <ostream>

namespace schacht::kiosk {

std::optional<visitor::Stop> stopFor(const std::string& start, const catalogue::Catalogue& catalogue) {
    using visitor::ScreenKind;
    if (start.empty()) {
        return visitor::Stop{};
    }
    if (start == "home") {
        return visitor::Stop{ScreenKind::home, "", 0, 0};
    }
    if (const auto* item = catalogue.item(start)) {
        return visitor::Stop{visitor::screenOf(*item), start, 0, 0};
    }
    if (catalogue.theme(start) != nullptr) {
        return visitor::Stop{ScreenKind::theme, start, 0, 0};
    }
    for (const auto kind : {catalogue::Subject::Kind::place, catalogue::Subject::Kind::person}) {
        if (const catalogue::Subject subject{kind, start}; !catalogue.relations().about(subject).empty()) {
            return visitor::stopAt(subject);
        }
    }
    return std::nullopt;
}

int run(const RunOptions& options, std::ostream& error) {
    auto production = Production::open(options);
    if (!production) {
        error << "schacht: " << production.error().message << "\n";
        return 1;
    }
    Production& made = **production;
    const auto stop = stopFor(options.start, made.material().catalogue());
    if (!stop) {
        error << "schacht: there is no item, theme, place or person \"" << options.start
              << "\" in this pack to start with.\n";
        return 1;
    }
    visitor::Visit visit(made.material().catalogue(), made.material().words, made.material().theme,
                         visitOn(options, made.shell()));
    visit.goTo(*stop, base::now());
    if (options.play) {
        visit.play(base::now());
    }
    made.shell().run(visit);
    return 0;
}

} // namespace schacht::kiosk
