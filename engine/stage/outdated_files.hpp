#pragma once
#include "engine/stage/letter.hpp"

#include <map>
#include <string>

namespace schacht::stage {

/// Files of the pack that changed on the disk while letters about them may have been on their way. Such a letter was
/// made of the file as it was; it has been asked for again, so nobody should read it.
class OutdatedFiles {
public:
    /// The file has changed. The caller posts the FileRenewed that is returned, behind all that is on its way.
    [[nodiscard]] FileRenewed changed(const std::string& file);
    /// That letter has come.
    void renewed(const FileRenewed& letter);
    /// Whether this letter was made of a file as it was before it changed.
    [[nodiscard]] bool concern(const Letter& letter) const;

private:
    std::map<std::string, int> onTheirWay; // by file: how many FileRenewed have not come
};

} // namespace schacht::stage
