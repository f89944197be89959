#pragma once
#include "engine/stage/performance.hpp"
#include "kiosk/visitor/core/timing.hpp"
#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/frame/wakes.hpp"

#include <functional>
#include <set>
#include <string>

/// A session: what the shell hears becomes Intents, and what happened can be recorded and run again. It decides nothing
/// of what an Intent does.
namespace schacht::visitor {

/// A visit on the stage: turns what the shell hears into Intents by the last view's meanings, and lets update() and
/// view() do the rest. The window's thread.
class Session final : public stage::Performance {
public:
    struct Options {
        std::string language; ///< to begin with; empty: the pack's own
        base::Seconds idle = 60;
        base::Seconds answer = 20;
        Movement movement = Movement::full; ///< the most that this machine shows
        Access access{};                    ///< what every visitor begins with
        int volume = House{}.volume;        ///< how loud every visit begins
        bool voice = false;                 ///< something can read aloud from the start, as for pictures of screens
        /// Is told of each Intent before it happens, with the state that it happens to.
        std::function<void(const State&, const TimedIntent&)> heard{};
        /// The same after it, with the state that it led to.
        std::function<void(const TimedIntent&, const State&)> happened{};
    };
    /// catalogue, words, theme: outlive this; the catalogue, until another takes its place.
    Session(const catalogue::Catalogue& catalogue, const Words& words, const scene::Design& theme, Options options);

    /// What happens besides what the shell tells: what --start and the tour want, or a visitor would.
    void intend(const Intent& meaning, base::Seconds now);
    /// Goes on where another visit is, over what the pack is now: the same screen where it is still there, else where
    /// Back would lead. What was read of files that are not what they were is read again.
    void goOn(const Session& before, PackChanged news, base::Seconds now);
    /// Whether no visitor is there: the kiosk waits for one.
    [[nodiscard]] bool nobody() const { return state.visit.here.kind == ScreenKind::attract; }
    /// What the visitors that come find. Only while nobody() is there: nothing goes from under a hand. items: outlives
    /// this, until others take their place. day: that they are shown for, "2026-11-30".
    void showFromNowOn(const catalogue::Catalogue& items, const std::string& day, base::Seconds now);
    /// How every visit begins from now on; this one is over. language: "" for the pack's own. volume: 0..7.
    void beginWith(std::string language, int volume, base::Seconds now);

    /// What it is performed against.
    [[nodiscard]] World world() const;
    /// Where it is.
    [[nodiscard]] const State& now() const { return state; }

    [[nodiscard]] std::vector<stage::Effect> happen(const stage::Happening& happening) override;
    [[nodiscard]] std::vector<stage::Effect> measure(const stage::Screen& screen, text::Typesetter& typesetter,
                                                     base::Seconds now) override;
    [[nodiscard]] scene::Scene show(const stage::Screen& screen, text::Typesetter& typesetter,
                                    base::Seconds now) override;
    [[nodiscard]] bool moving(base::Seconds now) const override { return visitor::moving(state, world(), now); }
    [[nodiscard]] std::optional<base::Seconds> due() const override {
        return waiting.empty() && !toHear ? visitor::due(state, world()) : state.device.now;
    }
    [[nodiscard]] std::string place() const override;

private:
    struct Felt;
    [[nodiscard]] std::vector<stage::Effect> apply(const TimedIntent& intent);
    // one for each Happening: what is forgotten here does not compile
    [[nodiscard]] std::vector<stage::Effect> hear(const input::Gesture& gesture);
    [[nodiscard]] std::vector<stage::Effect> hear(const input::Key& key);
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::TimePassed& tick);
    [[nodiscard]] std::vector<stage::Effect> hear(const media::PlayerState& report);
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::WordsArrived& read);
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::SoundMeasured& measured);
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::PictureMeasured& measured);
    [[nodiscard]] std::vector<stage::Effect> hear(const media::NarratorReport& told);
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::HeadphonesChanged& jack);
    // meant for who shows this visit
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::Nudged& /*nudged*/) { return {}; }
    [[nodiscard]] std::vector<stage::Effect> hear(const stage::DayBegan& /*day*/) { return {}; }
    /// Along its axis; of one that goes both ways, from the left and from the top.
    [[nodiscard]] std::optional<base::Point> shareOf(scene::NodeId slider, base::Point at) const;
    [[nodiscard]] stage::TraceLine whereabouts() const;
    /// What an arrow does to the slider that has the focus; none where that is no slider, or the arrow leads off it.
    [[nodiscard]] std::optional<Slid> slidBy(input::Key::Code key) const;
    [[nodiscard]] scene::NodeId nextFocus(input::Key::Code key) const;
    /// What a key means where the visit is; none where it means nothing there.
    [[nodiscard]] std::optional<Intent> meaningOf(input::Key::Code key) const;
    [[nodiscard]] std::optional<Intent> meaningOfEnter() const;
    [[nodiscard]] Intent meaningOfArrow(input::Key::Code key) const;
    /// Whether the arrows turn the pages of what is on the screen.
    [[nodiscard]] bool arrowsTurn() const;
    /// One of what is read aloud as a whole.
    [[nodiscard]] std::string screenName() const;
    [[nodiscard]] bool rightToLeft() const;
    /// What of the item on the screen is measured, where that was not done yet.
    [[nodiscard]] std::optional<Intent> measureItem(const stage::Screen& glass, text::Typesetter& typesetter);
    /// Looks whether a scene has something to say that was not said.
    void listen(const scene::Scene& scene, const std::vector<scene::Reachable>& reached, base::Seconds now);

    const catalogue::Catalogue* catalogue; // never null
    const Words& words;
    const scene::Design& theme;
    const scene::Design contrast; ///< the same, for who asked for it
    Options options;
    State state;
    /// What is measured of an item comes from this besides the item.
    struct Dress {
        Access access;
        std::string language;
        bool wordsOnly = false;
        base::Size glass; ///< millimetres
        float pixelsPerMillimetre = 1;
        bool operator==(const Dress&) const = default;
    } dress;
    std::vector<stage::Effect> waiting;                 // what intend() wanted
    std::unordered_map<scene::NodeId, Intent> meanings; // of the last view, of what can be touched there
    /// By contact: which kind of Intent its target had when it was pressed. Where another finger's tap has given the
    /// target another, this one's does nothing; of the same kind, it means what it means now.
    std::unordered_map<std::uint64_t, std::size_t> meant;
    /// A slider of the last view: where it is, and which way it goes.
    struct Rail {
        base::Rect box;
        input::Axes axis;
    };
    std::unordered_map<scene::NodeId, Rail> sliders;
    std::unordered_map<scene::NodeId, Slide> slides;        // the same, as the view says of them
    std::unordered_map<scene::NodeId, SurfaceOwner> owners; // of surfaces, of the last view
    struct Focusable {
        scene::NodeId id;
        base::Rect box;
        bool aside = false;
    };
    std::vector<Focusable> order;     // what the keyboard can reach, in reading order
    std::optional<ScreenSeen> toHear; // of the last view: for the next Tick
    std::optional<LinesDrawn> drawn;  // of the last view: before what happens next
};

} // namespace schacht::visitor
