#include "kiosk/commands/preview.hpp"

#include "engine/base/clock.hpp"
#include "kiosk/production/places.hpp"
#include "kiosk/production/recording_file.hpp"
#include "kiosk/staff/preview.hpp"

#include <ostream>

namespace schacht::kiosk {

namespace {

constexpr base::Seconds never = 1e9; // the place is kept while somebody types

/// A window that leaves room for an editor, in the shape that the screen in the museum has.
RunOptions inWindow(RunOptions options) {
    constexpr int longSide = 1280;
    constexpr int shortSide = 720;
    if (options.width == 0) {
        const bool upright = options.configuration.orientation.starts_with("portrait");
        options.width = upright ? shortSide : longSide;
        options.height = upright ? longSide : shortSide;
    }
    options.configuration.orientation.clear(); // the screen on the desk hangs as it hangs
    options.configuration.idle = never;
    options.onDesk = true;
    return options;
}

} // namespace

int preview(const RunOptions& wanted, std::ostream& out, std::ostream& error) {
    const RunOptions options = inWindow(wanted);
    const auto theme = scene::readDesign(contentFolder() / "theme.json");
    if (!theme) {
        error << "schacht: " << theme.error().message << "\n";
        return 1;
    }
    base::EndSignals ends;
    auto shell = openShell(options, theme->colour.coal, &ends);
    if (!shell) {
        error << "schacht: " << shell.error().message << "\n";
        return 1;
    }
    const auto record = RecordingFile::wanted(options.record, nullptr, error);
    auto reader = PackReader::open(options, out, [window = shell->get()] { window->nudge(); });
    if (!reader) {
        error << "schacht: " << reader.error().message << "\n";
        return 1;
    }
    auto how = visitOn(options, **shell);
    Preview::Begins begins;
    if (record) {
        how.happened = [&record](const visitor::TimedIntent& intent, const visitor::State& after) {
            record->note(intent, after);
        };
        begins = [&](const Rereading& over, const visitor::State& state) {
            record->begin(recordingHead(options, *over.material, **shell, over.files), state);
        };
    }
    Preview performance(**reader, *theme, std::move(how), options.start.empty() ? std::string("home") : options.start,
                        begins);
    performance.begin(base::now());
    (*shell)->run(performance);
    if (const auto* visit = performance.visit(); record && visit != nullptr) {
        record->end(performance.over(), visit->now(), visit->world());
    }
    return 0;
}

} // namespace schacht::kiosk
