#include "engine/stage/outdated_files.hpp"

namespace schacht::stage {

namespace {

/// The file of the pack that a letter was made of; "": of none.
struct FileOf {
    std::string operator()(const PictureLetter& letter) const {
        return letter.icon ? std::string() : letter.arrival.request.file;
    }
    std::string operator()(const Playback::Letter& letter) const {
        if (!letter.happening) {
            return {};
        }
        const auto* words = std::get_if<WordsArrived>(&*letter.happening);
        const auto* sound = std::get_if<SoundMeasured>(&*letter.happening);
        return words != nullptr ? words->file : sound != nullptr ? sound->file : std::string();
    }
    std::string operator()(const Nudge&) const { return {}; }
    std::string operator()(const FileRenewed&) const { return {}; }
};

} // namespace

FileRenewed OutdatedFiles::changed(const std::string& file) {
    ++onTheirWay[file];
    return {file};
}

void OutdatedFiles::renewed(const FileRenewed& letter) {
    if (const auto found = onTheirWay.find(letter.file); found != onTheirWay.end() && --found->second == 0) {
        onTheirWay.erase(found);
    }
}

bool OutdatedFiles::concern(const Letter& letter) const {
    return !onTheirWay.empty() && onTheirWay.contains(std::visit(FileOf{}, letter));
}

} // namespace schacht::stage
