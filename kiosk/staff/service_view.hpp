#pragma once
#include "engine/content/pack/pack.hpp"
#include "engine/stage/overlay.hpp"
#include "kiosk/staff/desk.hpp"
#include "kiosk/staff/service_state.hpp"
#include "kiosk/visitor/core/words.hpp"

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace schacht::kiosk {

enum class ServiceTab { today, content, screen, sound, log };
enum class SoundSide { left, right };

/// What staff want by touching the menu.
struct EraseDigit {};
struct TypeDigit {
    int digit = 0;
};
struct TryPin {};
struct GoToPage {
    ServicePage page = ServicePage::closed;
};
struct BeginLoud {
    int volume = 0; ///< 0..7
};
struct BeginIn {
    std::string language;
};
struct ShowPack {
    std::filesystem::path folder; ///< the same one: it is read again
};
struct PlaySide {
    SoundSide side = SoundSide::left;
};
struct RestartKiosk {};
struct QuitKiosk {};
using ServiceWish = std::variant<EraseDigit, TypeDigit, TryPin, GoToPage, BeginLoud, BeginIn, ShowPack, PlaySide,
                                 RestartKiosk, QuitKiosk>;

/// What only the menu knows: its tab, and what it asks. Kept while it is open.
struct ServiceNote {
    ServiceTab tab = ServiceTab::today;
    enum class Sure { none, restart, quit };
    Sure sure = Sure::none;
    int least = 2;        ///< of base::LogLevel: what of the log is shown
    bool sliding = false; ///< a finger holds a slider
    std::string refused;  ///< why the last pack that was wished is not shown
    std::string unheard;  ///< why the last test sound was not heard
};

/// Something in the menu that can be touched, and where: for the trace.
struct ServiceControl {
    std::string name; ///< "restart", "language:en"
    base::Point at;   ///< pixels

    bool operator==(const ServiceControl&) const = default;
};

/// Everything that the menu shows.
struct ServiceView {
    const Desk& desk;
    const ServiceState& state;
    const visitor::Words& words; ///< of the menu
    std::string language;        ///< of the menu
    const content::Pack& pack;
    const std::vector<base::Problem>& problems; ///< of the pack
    std::filesystem::path folder;               ///< of the pack
    std::vector<std::filesystem::path> packs;   ///< that stand beside it, with it
    std::vector<std::string> languages;         ///< that a visit may begin in
    std::string begins;                         ///< the one that it does
    int volume = 4;                             ///< 0..7: that a visit begins with
    stage::Vitals vitals;
    std::size_t memory = 0;       ///< bytes of the whole program
    bool logged = false;          ///< there is a log
    std::vector<std::string> log; ///< its last lines, oldest first
    std::array<float, 2> peaks{}; ///< 0..1: of the test sound that plays
    bool silent = false;          ///< there is no sound device
    std::string clock;            ///< "26/11 14:06"
    base::Seconds now = 0;
    std::vector<ServiceControl>* controls = nullptr; ///< takes what is made and seen; null: nobody asks

    [[nodiscard]] std::string say(std::string_view key, visitor::Words::Values values = {}) const {
        return words.get(language, key, values);
    }
    [[nodiscard]] float mm(float millimetres) const { return desk.pixels(millimetres); }
};

/// Inside Desk::draw(): makes the page where the menu stands, and tells what was touched.
[[nodiscard]] std::vector<ServiceWish> buildService(const ServiceView& view, ServiceNote& note);

} // namespace schacht::kiosk
