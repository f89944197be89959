#pragma once
#include "kiosk/staff/pack_reader.hpp"
#include "kiosk/staff/preview_bar.hpp"
#include "kiosk/visitor/session/session.hpp"

#include <memory>
#include <string>
#include <vector>

namespace schacht::kiosk {

/// A pack on the stage while somebody writes it: a visit that goes on over each new state of the pack, and over it a
/// bar with what is wrong. The window's thread.
class Preview final : public stage::Performance {
public:
    /// reader: what it has read is taken from its news(); outlives this. theme: of the bar.
    Preview(PackReader& reader, const scene::Theme& theme, visitor::Session::Options options, std::string start);

    /// Takes what the reader has read, as a nudge does. Effects that come of it wait for the next happening.
    void begin(base::Seconds now);

    [[nodiscard]] std::vector<stage::Effect> happen(const stage::Happening& happening) override;
    [[nodiscard]] std::vector<stage::Effect> measure(const stage::Screen& screen, text::Typesetter& typesetter,
                                                     base::Seconds now) override {
        return session ? session->measure(screen, typesetter, now) : std::vector<stage::Effect>();
    }
    [[nodiscard]] scene::Scene show(const stage::Screen& screen, text::Typesetter& typesetter,
                                    base::Seconds now) override;
    [[nodiscard]] bool moving(base::Seconds now) const override { return session && session->moving(now); }
    [[nodiscard]] std::optional<base::Seconds> due() const override;
    [[nodiscard]] std::string place() const override { return session ? session->place() : "nothing"; }

private:
    [[nodiscard]] std::vector<stage::Effect> take(base::Seconds now);
    void show(Rereading reread, base::Seconds now);
    void tellOf(const media::PlayerState& player);
    [[nodiscard]] bool wrongHere() const;

    PackReader& reader;
    const scene::Theme& theme;
    const visitor::Session::Options options;
    const std::string start;
    std::shared_ptr<const Material> material;  // what the visit is over; before the visit, so that it outlives it
    std::unique_ptr<visitor::Session> session; // null: nothing can be shown
    bool begun = false;                        // what it is to begin with was there
    PreviewNews news;                          // of the last reading
    std::string moment;                        // when that was
    std::vector<stage::Effect> waiting;
};

} // namespace schacht::kiosk
