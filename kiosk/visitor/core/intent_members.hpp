#pragma once
#include "kiosk/visitor/core/intent.hpp"
#include "kiosk/visitor/core/members.hpp"

/// The one description of the Intents as text, as members.hpp is of State.
namespace schacht::visitor {

template <One<Begin> T, class F>
void members(T& of, F&& each) {
    each("language", of.language);
}
template <One<OpenTheme, OpenItem> T, class F>
void members(T& of, F&& each) {
    each("id", of.id);
}
template <One<OpenSubject> T, class F>
void members(T& of, F&& each) {
    each("subject", of.subject);
}
template <One<TurnPage, StepShelf> T, class F>
void members(T& of, F&& each) {
    each("by", of.by);
}
template <One<AnswerNotice> T, class F>
void members(T& of, F&& each) {
    each("wordsOnly", of.wordsOnly);
}
template <One<OpenPicture> T, class F>
void members(T& of, F&& each) {
    each("item", of.item);
    each("number", of.number);
}
template <One<Magnify> T, class F>
void members(T& of, F&& each) {
    each("steps", of.steps);
}
template <One<ChooseLanguage> T, class F>
void members(T& of, F&& each) {
    each("tag", of.tag);
}
template <One<ChooseAccess> T, class F>
void members(T& of, F&& each) {
    each("access", of.access);
}
template <One<PressedOn> T, class F>
void members(T& of, F&& each) {
    each("contact", of.contact);
    each("target", of.target);
    each("startsOver", of.startsOver);
}
template <One<LetGo> T, class F>
void members(T& of, F&& each) {
    each("contact", of.contact);
}
template <One<SurfaceCaught, PinchDone> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
}
template <One<DragStarted> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("at", of.at);
}
template <One<DragMoved> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("by", of.by);
    each("at", of.at);
}
template <One<DragDone> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("by", of.by);
    each("velocity", of.velocity);
    each("cancelled", of.cancelled);
}
template <One<PinchStarted> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("middle", of.middle);
}
template <One<PinchMoved> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("middle", of.middle);
    each("scale", of.scale);
}
template <One<FocusOn> T, class F>
void members(T& of, F&& each) {
    each("node", of.node);
}
template <One<KeyUsed> T, class F>
void members(T& of, F&& each) {
    each("focus", of.focus);
}
template <One<PlayPassage> T, class F>
void members(T& of, F&& each) {
    each("item", of.item);
    each("from", of.from);
    each("until", of.until);
}
template <One<HearFrom> T, class F>
void members(T& of, F&& each) {
    each("at", of.at);
}
template <One<Slid> T, class F>
void members(T& of, F&& each) {
    each("owner", of.owner);
    each("share", of.share);
    each("done", of.done);
    each("down", of.down);
}
template <One<PlayerReport> T, class F>
void members(T& of, F&& each) {
    each("state", of.state);
}
template <One<HeadphonesMoved> T, class F>
void members(T& of, F&& each) {
    each("in", of.in);
}
template <One<ScreenSeen> T, class F>
void members(T& of, F&& each) {
    each("screen", of.screen);
    each("utterances", of.utterances);
    each("control", of.control);
}
template <One<NarratorTold> T, class F>
void members(T& of, F&& each) {
    each("report", of.report);
}
template <One<WordsCame> T, class F>
void members(T& of, F&& each) {
    each("file", of.file);
    each("words", of.words);
}
template <One<LevelsCame> T, class F>
void members(T& of, F&& each) {
    each("file", of.file);
    each("levels", of.levels);
}
template <One<SizeCame> T, class F>
void members(T& of, F&& each) {
    each("file", of.file);
    each("pixels", of.pixels);
}
template <One<ScreenTurned> T, class F>
void members(T& of, F&& each) {
    each("size", of.size);
}
template <One<PagesBroken> T, class F>
void members(T& of, F&& each) {
    each("breaks", of.breaks);
}
template <One<LinesDrawn> T, class F>
void members(T& of, F&& each) {
    each("to", of.to);
}
template <One<JumpTo> T, class F>
void members(T& of, F&& each) {
    each("stop", of.stop);
    each("menu", of.menu);
    each("asking", of.asking);
    each("attract", of.attract);
}
template <One<PackChanged> T, class F>
void members(T& of, F&& each) {
    each("changed", of.changed);
    each("day", of.day);
    each("files", of.files);
}
template <One<HouseSet> T, class F>
void members(T& of, F&& each) {
    each("language", of.language);
    each("volume", of.volume);
}

} // namespace schacht::visitor
