#pragma once
#include "engine/media/container.hpp"
#include "engine/media/player.hpp"
#include "engine/media/switchboard.hpp"
#include "engine/media/vlc_session.hpp"

#include <memory>
#include <optional>

namespace schacht::media {

/// After this a seek counts as done, whatever libvlc says. Until it is done the position waits there.
inline constexpr Seconds seekPatience = 1;

/// What plays was told to be at `told` at `now`, and is not there yet: it waits there until it is.
void waitAt(PlayerState& state, Seconds told, Seconds now);

/// The worker's thread of a player: carries out what the window orders, follows what libvlc reports, and answers with
/// the state. One session plays at a time; the one before has stopped, or was given up, when the next begins.
class VlcWorker {
public:
    VlcWorker(PlayerOptions options, std::shared_ptr<Switchboard> board, std::shared_ptr<Frames> frames);
    /// Until it is ordered to quit, and what plays has stopped or was given up.
    void run();

private:
    /// How far the present session has come. starting: nothing seen yet; showing: plays without sound until its first
    /// picture is there; pausing: stops at that picture; running: plays or is paused, as it should.
    enum class Stage { starting, showing, pausing, running };
    /// Where libvlc's clock was heard to be since it was sent somewhere: not heard yet, there, or elsewhere, so that
    /// nothing can be concluded from it.
    enum class HeardAt { nowhere, place, elsewhere };

    // What the window wants.
    void obey(const Orders& orders);
    void open(const OpenRequest& next);
    void close(Seconds fade);
    void setPaused(bool on);
    void seek(Seconds to);
    void setRate(double rate);
    void applySound();

    // What libvlc reports.
    void hear(const SessionEvent& event);
    void hearPlaying(const SessionEvent& event);
    void hearPaused(const SessionEvent& event);
    void hearBuffered(const SessionEvent& event);
    void hearFrame(const SessionEvent& event);
    void hearTime(const SessionEvent& event);
    void hearEnded(const SessionEvent& event);

    // What time brings.
    void tick(Seconds now);
    void rest(Seconds now);
    void stepFade(Seconds now);
    void checkDevice(Seconds now);
    [[nodiscard]] Seconds nextDue(Seconds now) const;

    // Sessions.
    void plan(Seconds from, bool paused);
    void restart(Seconds from, bool paused);
    void beginPlanned();
    void endSession();
    void fail(base::Problem problem);
    void started(Seconds position, Seconds at);
    void follow(Seconds position, Seconds at);
    void settled();
    void refreshContents();
    void refreshCounts();
    [[nodiscard]] std::string output() const;
    [[nodiscard]] int percent() const;
    void publish();

    const PlayerOptions options;
    const std::shared_ptr<Switchboard> board;
    const std::shared_ptr<Frames> frames;
    VlcInstance instance;

    PlayerState state;
    OpenRequest request;
    bool wantPaused = false;
    std::uint64_t opens = 0;
    std::uint64_t seeks = 0;
    WorkerReport published;

    std::optional<SessionPlan> planned; // begins when what stops has stopped
    std::shared_ptr<VlcSession> session;
    std::uint64_t sessions = 0; // numbered so far
    Stage stage = Stage::starting;
    bool film = false;    // of this open
    Seconds interval = 0; // from picture to picture of this open, 0: unknown
    Container container;  // of what plays
    HeardAt heardAt = HeardAt::nowhere;
    Seconds overshoot = 0;           // how far libvlc went on behind the picture that it is paused at
    Seconds lastSign = 0;            // of life, from the session
    VlcSession::FrameCounts earlier; // of this open's earlier sessions

    struct Seek {
        Seconds to = 0;
        Seconds since = 0;
    };
    std::optional<Seek> seeking;     // ordered, and not yet seen to have happened
    std::optional<Seconds> heldSeek; // comes after that
    struct Fade {
        Seconds began = 0;
        Seconds length = 0;
    };
    std::optional<Fade> fade;
    struct Stop {
        std::uint64_t session = 0;
        Seconds until = 0; ///< then it is given up
    };
    std::optional<Stop> stopping;
    unsigned unstopped = 0; // sessions whose stop has not returned
    Seconds lastUse = 0;    // of libvlc
    Seconds deviceCheck = 0;
};

} // namespace schacht::media
