#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/pack.hpp"
#include "engine/content/reading.hpp"

#include <optional>
#include <vector>

/// The rules of what is heard and seen, beyond its keys. Any thread.
namespace schacht::content {

/// Reports what is wrong in an item's own file: ids of speakers, the order of chapters, consent that ends, passages
/// that stories play, stand-ins. The item was read from `reading`. Chapters are put in order, and a passage that would
/// end before it begins plays to the end.
void checkRecording(Reading& reading, Item& item);

/// Looks into the files of an oral history or film that its own file names, as far as `reading` has the pack's folder.
/// What cannot be played or read as what it should be is taken out of the item, and chapters after the end.
struct RecordingFiles {
    std::vector<base::Problem> problems;    ///< in the files themselves
    std::optional<double> seconds;          ///< how long the medium is, where media are looked into
    std::optional<FileReport::Entry> fatal; ///< why the item itself cannot be played
};
[[nodiscard]] RecordingFiles checkRecordingFiles(Reading& reading, Item& item);

} // namespace schacht::content
