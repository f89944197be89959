#pragma once
#include "kiosk/staff/pack_reader.hpp"
#include "kiosk/staff/preview_bar.hpp"
#include "kiosk/visitor/session/session.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace schacht::kiosk {

/// A pack on the stage while somebody writes it: a visit that goes on over each new state of the pack, and over it a
/// bar with what is wrong. The window's thread.
class Preview final : public stage::Performance {
public:
    /// Is told of each visit that begins anew, before anything happens in it, with what it is over.
    using Begins = std::function<void(const Rereading& over, const visitor::State& state)>;
    /// reader: what it has read is taken from its news(); outlives this. theme: of the bar. begins: may be empty.
    Preview(PackReader& reader, const scene::Design& theme, visitor::Session::Options options, std::string start,
            Begins begins = {});

    /// Takes what the reader has read, as a nudge does. Effects that come of it wait for the next happening.
    void begin(base::Seconds now);
    /// The visit, and what it is over; null: nothing can be shown.
    [[nodiscard]] const visitor::Session* visit() const { return session.get(); }
    [[nodiscard]] const Material& over() const { return *material; }

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
    const scene::Design& theme;
    const visitor::Session::Options options;
    const std::string start;
    const Begins begins;
    std::shared_ptr<const Material> material;  // what the visit is over; before the visit, so that it outlives it
    std::unique_ptr<visitor::Session> session; // null: nothing can be shown
    bool begun = false;                        // what it is to begin with was there
    PreviewNews news;                          // of the last reading
    std::string moment;                        // when that was
    std::vector<stage::Effect> waiting;
};

} // namespace schacht::kiosk
