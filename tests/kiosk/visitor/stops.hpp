#pragma once
#include "kiosk/visitor/frame/kinds.hpp"

#include <string>

/// Places in the route as tests write them, and what of a State is at the place where the visitor is.
namespace schacht::tests {

inline visitor::Stop screenAt(visitor::ScreenKind kind, const std::string& id = "") {
    return {kind, id, {}};
}
inline visitor::Stop storyAt(const std::string& id, int page = 0) {
    return {visitor::ScreenKind::item, id, visitor::StoryState{{page, 0}, scene::AnimatedValue{0}, {}}};
}
inline visitor::Stop voiceAt(const std::string& id) {
    return {visitor::ScreenKind::item, id, visitor::OralHistoryState{}};
}
inline visitor::Stop filmAt(const std::string& id) {
    return {visitor::ScreenKind::item, id, visitor::FilmState{}};
}
inline visitor::Stop galleryAt(const std::string& id, int number = 0) {
    return {visitor::ScreenKind::item, id, visitor::GalleryState{{number, {}, false, {}}}};
}
inline visitor::Stop pictureAt(const std::string& id, int number = 0) {
    return {visitor::ScreenKind::picture, id, visitor::CloseLook{number, {}, false, {}}};
}

/// "story:ice:2", pages and pictures from 0.
inline std::string whereIs(const visitor::Stop& stop) {
    return std::string(visitor::nameOf(stop)) + ":" + stop.id + ":" + std::to_string(visitor::leafAt(stop.own).page);
}

inline auto& storyOf(auto& state) {
    return std::get<visitor::StoryState>(state.visit.here.own);
}
inline auto& voiceOf(auto& state) {
    return std::get<visitor::OralHistoryState>(state.visit.here.own);
}
inline auto& lookOf(auto& state) {
    auto* const gallery = std::get_if<visitor::GalleryState>(&state.visit.here.own);
    return gallery != nullptr ? gallery->look : std::get<visitor::CloseLook>(state.visit.here.own);
}

} // namespace schacht::tests
