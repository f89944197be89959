#include "kiosk/staff/pack_reader.hpp"

#include "engine/base/clock.hpp"
#include "engine/content/pack/pack_digest.hpp"
#include "kiosk/production/problem_line.hpp"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <utility>

namespace schacht::kiosk {

base::Result<std::unique_ptr<PackReader>> PackReader::open(const RunOptions& options, std::ostream& out,
                                                           std::function<void()> nudge) {
    std::unique_ptr<PackReader> reader(new PackReader(options, out, std::move(nudge)));
    const std::unique_lock first(reader->reading); // what is saved meanwhile is read after it
    auto watch = base::FolderWatch::create(options.pack, [made = reader.get()](const auto& change) {
        const std::lock_guard lock(made->reading);
        made->read(change);
    });
    if (!watch) {
        return tl::unexpected(std::move(watch.error()));
    }
    reader->watch = std::move(*watch);
    reader->read({});
    return reader;
}

void PackReader::tell(const Rereading& reread) const {
    for (const base::Problem& problem : reread.problems) {
        if (problem.severity == base::Severity::error || reread.changed.contains(problem.location.file)) {
            writeProblem(problem, options.pack, out);
        }
    }
    const auto errors = std::count_if(reread.problems.begin(), reread.problems.end(),
                                      [](const auto& problem) { return problem.severity == base::Severity::error; });
    const auto warnings = static_cast<std::ptrdiff_t>(reread.problems.size()) - errors;
    out << "Read in " << std::lround(reread.seconds * 1000) << " ms: " << errors
        << (errors == 1 ? " error, " : " errors, ") << warnings << (warnings == 1 ? " warning" : " warnings")
        << (errors > 0 && reread.material ? "; what has an error is shown as it was" : "") << ".\n"
        << std::flush;
}

void PackReader::readAgain() {
    again = std::jthread([this] {
        const std::lock_guard lock(reading);
        read({});
    });
}

void PackReader::read(const base::FolderChange& change) {
    const base::Seconds began = base::now();
    Rereading result;
    result.changed = change.files;
    result.files = content::packDigest(options.pack);
    auto material = Material::read(options, last ? &last->whole() : nullptr);
    if (material) {
        last = std::make_shared<const Material>(std::move(*material));
        result.problems = last->problems;
    } else {
        result.problems = {std::move(material.error())};
    }
    if (change.everything) { // nobody knows which: all that a visitor can see or hear
        std::error_code none;
        for (std::filesystem::recursive_directory_iterator it(options.pack / "media", none), end; !none && it != end;
             it.increment(none)) {
            result.changed.insert(it->path().lexically_relative(options.pack).generic_string());
        }
    }
    result.material = last;
    result.seconds = base::now() - began;
    result.moment = base::wallTime("%H:%M:%S");
    tell(result);
    mailbox.post(std::move(result));
    nudge();
}

} // namespace schacht::kiosk
