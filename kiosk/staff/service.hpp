#pragma once
#include "engine/base/log.hpp"
#include "kiosk/production/production.hpp"
#include "kiosk/staff/desk.hpp"
#include "kiosk/staff/service_state.hpp"
#include "kiosk/staff/service_view.hpp"
#include "kiosk/staff/tone.hpp"

#include <array>
#include <memory>
#include <optional>

/// What staff see and visitors do not: the service menu, the preview, the crash report. Commands stand above it.
namespace schacht::kiosk {

/// A visit on the stage with the service menu over it. While the menu is closed it costs nothing: ImGui, its letters
/// and its words are there only while it is open. The window's thread; the menu reads files when it is opened and when
/// staff ask for something, as no visitor's screen may.
class Service final : public stage::Performance, public stage::Overlay {
public:
    /// What a run of the kiosk ends for, and what the next one shows.
    enum class End { quit, reload, restart };

    /// visit, material: outlive this. log: outlives this; may be null.
    Service(visitor::Session& session, Material& material, const RunOptions& options, base::Log* log);
    ~Service() override;

    [[nodiscard]] End end() const { return ending; }
    /// As the run began, with what staff have chosen since.
    [[nodiscard]] const RunOptions& next() const { return options; }

    [[nodiscard]] std::vector<stage::Effect> happen(const stage::Happening& happening) override;
    [[nodiscard]] std::vector<stage::Effect> measure(const stage::Screen& screen, text::Typesetter& typesetter,
                                                     base::Seconds now) override;
    [[nodiscard]] scene::Scene show(const stage::Screen& screen, text::Typesetter& typesetter,
                                    base::Seconds now) override;
    [[nodiscard]] bool moving(base::Seconds now) const override { return session.moving(now); }
    [[nodiscard]] std::optional<base::Seconds> due() const override;
    [[nodiscard]] std::string place() const override;
    [[nodiscard]] stage::Overlay* overlay() override { return this; }

    [[nodiscard]] bool feel(const input::Contact& contact) override;
    [[nodiscard]] bool press(const input::Key& key) override;
    [[nodiscard]] bool press(const input::StaffKey& key) override;
    [[nodiscard]] bool shown() const override { return state.shown(); }
    void draw(graphics::Canvas& canvas, const stage::Screen& screen, const stage::Vitals& vitals,
              base::Seconds now) override;

private:
    /// What is there only while the menu is open.
    struct Open {
        Open(graphics::Canvas& canvas, const stage::Screen& screen, const Material& made, visitor::Words of,
             const std::filesystem::path& pack);
        Desk desk;
        visitor::Words words;
        std::string language;                // of the menu, as long as it is open
        std::vector<base::Problem> problems; // of the pack, errors first
        std::vector<std::filesystem::path> packs;
        std::array<std::optional<Tone>, 2> tones; // by SoundSide
        ServiceNote note;
        std::size_t memory = 0;
        base::Seconds measured = 0;
    };
    /// What has become of the state is told, and done.
    void notice(base::Seconds now);
    /// Opens what is there only while the menu is, or anew where the screen is another.
    void makeReady(graphics::Canvas& canvas, const stage::Screen& screen);
    [[nodiscard]] ServiceView viewNow(const stage::Vitals& vitals, base::Seconds now);
    /// Where the menu's controls are, for the trace, where they are others than the last time.
    void tellControls();
    void grant(const ServiceWish& wish, base::Seconds now);
    /// Once another day has begun and no visitor is there: what is in its time is shown, what is over is not.
    void turnToDay(base::Seconds now);
    void showPack(const std::filesystem::path& folder);
    void playSide(SoundSide side);
    [[nodiscard]] std::array<float, 2> peaks(base::Seconds now) const;
    void tell(base::LogLevel level, const std::string& words) const;

    visitor::Session& session;
    Material& material; // what of it is shown is another's on another day
    RunOptions options;
    base::Log* log;
    std::string today; // "2026-11-30"; empty: not told yet
    ServiceState state;
    ServicePage noticed = ServicePage::closed;
    int noticedWrong = 0;
    End ending = End::quit;
    base::Size glass; // millimetres
    std::unique_ptr<Open> open;
    std::vector<stage::Effect> waiting;
    bool again = false;                       // what was drawn last does not show what was touched
    std::optional<SoundSide> side;            // that plays
    media::OpenId opened;                     // the last opening of one
    media::PlayerState sounding;              // of it
    base::Seconds drawn = 0;                  // the menu, the last time
    std::vector<ServiceControl> controls;     // of what was drawn last, as long as there is a trace
    std::vector<ServiceControl> controlsTold; // none where another page has come since
};

} // namespace schacht::kiosk
