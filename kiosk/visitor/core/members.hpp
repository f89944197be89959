#pragma once
#include "engine/catalogue/relations.hpp"
#include "engine/media/narrator.hpp"
#include "kiosk/visitor/core/state.hpp"

#include <concepts>
#include <type_traits>

/// The one description of State as text, and of what it shares with the Intents (intent_members.hpp): each type's
/// members by name, in their order. What is forgotten here does not compile. `of` may be const; `each` is called as
/// each(name, member).
namespace schacht::visitor {

template <class T, class... Types>
concept One = (std::same_as<std::remove_const_t<T>, Types> || ...);

// --- parts of both

template <class T, class F>
    requires std::is_empty_v<std::remove_const_t<T>>
void members(T& /*of*/, F&& /*each*/) {}

template <One<base::Point> T, class F>
void members(T& of, F&& each) {
    each("x", of.x);
    each("y", of.y);
}
template <One<base::Size> T, class F>
void members(T& of, F&& each) {
    each("width", of.width);
    each("height", of.height);
}
template <One<Stop> T, class F>
void members(T& of, F&& each) {
    each("kind", of.kind);
    each("id", of.id);
    each("own", of.own);
    each("shelf", of.shelf);
}
template <One<Access> T, class F>
void members(T& of, F&& each) {
    each("textSize", of.textSize);
    each("lowReach", of.lowReach);
    each("leftHand", of.leftHand);
    each("contrast", of.contrast);
    each("reducedMotion", of.reducedMotion);
    each("moreTime", of.moreTime);
}
template <One<catalogue::Subject> T, class F>
void members(T& of, F&& each) {
    each("kind", of.kind);
    each("id", of.id);
}
template <One<content::Span> T, class F>
void members(T& of, F&& each) {
    each("text", of.text);
    each("emphasis", of.emphasis);
    each("strong", of.strong);
    each("item", of.item);
}
template <One<content::Block> T, class F>
void members(T& of, F&& each) {
    each("kind", of.kind);
    each("level", of.level);
    each("number", of.number);
    each("spans", of.spans);
    each("list", of.list);
    each("mark", of.mark);
}
template <One<content::Prose> T, class F>
void members(T& of, F&& each) {
    each("blocks", of.blocks); // its problems were told when the pack was read
}
template <One<PageBreaks> T, class F>
void members(T& of, F&& each) {
    each("known", of.known);
    each("parts", of.parts);
}
template <One<scene::Utterance> T, class F>
void members(T& of, F&& each) {
    each("words", of.words);
    each("language", of.language);
    each("block", of.block);
    each("firstLetter", of.firstLetter);
    each("lastLetter", of.lastLetter);
}
template <One<media::Track> T, class F>
void members(T& of, F&& each) {
    each("kind", of.kind);
    each("language", of.language);
}
template <One<base::Location> T, class F>
void members(T& of, F&& each) {
    each("file", of.file);
    each("line", of.line);
    each("column", of.column);
    each("pointer", of.pointer);
}
template <One<base::Problem> T, class F>
void members(T& of, F&& each) {
    each("code", of.code);
    each("severity", of.severity);
    each("message", of.message);
    each("location", of.location);
}
template <One<media::PlayerState> T, class F>
void members(T& of, F&& each) {
    each("open", of.open);
    each("phase", of.phase);
    each("position", of.position);
    each("at", of.at);
    each("length", of.length);
    each("rate", of.rate);
    each("volume", of.volume);
    each("muted", of.muted);
    each("silent", of.silent);
    each("tracks", of.tracks);
    each("picture", of.picture);
    each("newFrames", of.newFrames);
    each("droppedFrames", of.droppedFrames);
    each("problem", of.problem);
}
template <One<media::NarratorReport> T, class F>
void members(T& of, F&& each) {
    each("kind", of.kind);
    each("sentence", of.sentence);
    each("at", of.at);
}

// --- State

template <One<scene::AnimatedValue> T, class F>
void members(T& of, F&& each) {
    std::remove_const_t<T>::members(of, each);
}
template <One<Zoom> T, class F>
void members(T& of, F&& each) {
    each("scale", of.scale);
    each("x", of.x);
    each("y", of.y);
}
template <One<Grip> T, class F>
void members(T& of, F&& each) {
    each("part", of.part);
    each("scale", of.scale);
}
template <One<CloseLook> T, class F>
void members(T& of, F&& each) {
    each("number", of.number);
    each("zoom", of.zoom);
    each("aside", of.aside);
    each("grip", of.grip);
}
template <One<Leaf> T, class F>
void members(T& of, F&& each) {
    each("page", of.page);
    each("part", of.part);
}
template <One<StoryState> T, class F>
void members(T& of, F&& each) {
    each("leaf", of.leaf);
    each("pages", of.pages);
    each("breaks", of.breaks);
}
template <One<OralHistoryState> T, class F>
void members(T& of, F&& each) {
    each("lines", of.lines);
    each("linesLeft", of.linesLeft);
    each("linesAt", of.linesAt);
}
template <One<GalleryState> T, class F>
void members(T& of, F&& each) {
    each("look", of.look);
}
template <One<Sliding> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("share", of.share);
    each("down", of.down);
}
template <One<Wishes> T, class F>
void members(T& of, F&& each) {
    each("volume", of.volume);
    each("captions", of.captions);
    each("described", of.described);
    each("interpreted", of.interpreted);
    each("together", of.together);
}
template <One<Playing> T, class F>
void members(T& of, F&& each) {
    each("item", of.item);
    each("file", of.file);
    each("version", of.version);
    each("from", of.from);
    each("until", of.until);
    each("wanted", of.wanted);
    each("started", of.started);
    each("report", of.report);
    each("cue", of.cue);
    each("again", of.again);
    each("sought", of.sought);
}
template <One<Narration> T, class F>
void members(T& of, F&& each) {
    each("all", of.all);
    each("on", of.on);
    each("byKeys", of.byKeys);
    each("hinted", of.hinted);
    each("interrupted", of.interrupted);
    each("screen", of.screen);
    each("control", of.control);
    each("asked", of.asked);
    each("said", of.said);
    each("brief", of.brief);
    each("busy", of.busy);
    each("first", of.first);
    each("now", of.now);
    each("sign", of.sign);
}
template <One<House> T, class F>
void members(T& of, F&& each) {
    each("language", of.language);
    each("volume", of.volume);
    each("access", of.access);
}
template <One<Library> T, class F>
void members(T& of, F&& each) {
    each("words", of.words);
    each("levels", of.levels);
    each("sizes", of.sizes);
}
template <One<Device> T, class F>
void members(T& of, F&& each) {
    each("now", of.now);
    each("screen", of.screen);
    each("house", of.house);
    each("voice", of.voice);
    each("spoken", of.spoken);
    each("opens", of.opens);
    each("attract", of.attract);
    each("attractSince", of.attractSince);
    each("library", of.library);
}
template <One<Visit> T, class F>
void members(T& of, F&& each) {
    each("here", of.here);
    each("history", of.history);
    each("language", of.language);
    each("access", of.access);
    each("menu", of.menu);
    each("asking", of.asking);
    each("lastTouch", of.lastTouch);
    each("lastGlass", of.lastGlass);
    each("begun", of.begun);
    each("arrival", of.arrival);
    each("cuts", of.cuts);
    each("dragStart", of.dragStart);
    each("pressed", of.pressed);
    each("focus", of.focus);
    each("seen", of.seen);
    each("noticed", of.noticed);
    each("wordsOnly", of.wordsOnly);
    each("playing", of.playing);
    each("wishes", of.wishes);
    each("narration", of.narration);
    each("heard", of.heard);
    each("sliding", of.sliding);
}
template <One<State> T, class F>
void members(T& of, F&& each) {
    each("device", of.device);
    each("visit", of.visit);
}

} // namespace schacht::visitor
