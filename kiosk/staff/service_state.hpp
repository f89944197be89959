#pragma once
#include "kiosk/staff/service_gate.hpp"

#include <set>
#include <string>
#include <vector>

namespace schacht::kiosk {

constexpr base::Seconds serviceIdle = 120;    ///< without a touch the menu closes itself
constexpr base::Seconds pinIdle = 30;         ///< and the question for the PIN, which anybody may have called
constexpr base::Seconds cleaningTime = 60;    ///< as long as touches are ignored
constexpr base::Seconds serviceBreath = 0.25; ///< while it is open, what it tells of is told anew as often
constexpr int testPictures = 8;

enum class ServicePage { closed, pin, menu, fingers, pictures, cleaning };
/// "closed", "pin" …: for traces and the log.
[[nodiscard]] const char* nameOf(ServicePage page);

/// One finger of the touch test.
struct TestedFinger {
    int number = 1;                ///< the lowest that was free
    std::vector<base::Point> path; ///< millimetres, the last points, newest last
};

/// Where the service menu stands: asked for, before the PIN, open, in one of its tests. Pure: time comes in.
class ServiceState {
public:
    /// check: of the PIN; null: there is none, and the menu never opens.
    explicit ServiceState(PinTries::Check check);

    /// True: the contact is the menu's, and nobody else's. glass: millimetres.
    [[nodiscard]] bool feel(const input::Contact& contact, base::Size glass);
    /// Ctrl+Shift+S opens, digits type.
    void press(const input::StaffKey& key);
    /// True: the key is the menu's.
    [[nodiscard]] bool press(const input::Key& key);
    void type(int digit, base::Seconds now);
    void erase(base::Seconds now);
    void enter(base::Seconds now);
    /// From the menu to another page, or away.
    void go(ServicePage page, base::Seconds now);

    /// When pass() has something to do next; none: never.
    [[nodiscard]] std::optional<base::Seconds> due() const;
    void pass(base::Seconds now);

    [[nodiscard]] ServicePage page() const { return here; }
    [[nodiscard]] bool shown() const { return here != ServicePage::closed; }
    [[nodiscard]] std::size_t typed() const { return pin.size(); }
    /// The digits that were tried last are not the PIN, and no others were typed since.
    [[nodiscard]] bool wrong() const { return refused; }
    [[nodiscard]] base::Seconds wait(base::Seconds now) const { return tries.wait(now); }
    [[nodiscard]] int wrongTries() const { return tries.wrong(); }
    [[nodiscard]] base::Seconds cleaningLeft(base::Seconds now) const;
    [[nodiscard]] int picture() const { return shownPicture; } ///< 0..testPictures - 1
    [[nodiscard]] const std::map<std::uint64_t, TestedFinger>& fingers() const { return down; }
    [[nodiscard]] std::size_t mostFingers() const { return most; }

private:
    void test(const input::Contact& contact);

    bool possible; // there is a PIN
    PinTries tries;
    CornerHold corners;
    ServicePage here = ServicePage::closed;
    std::string pin; // as far as it is typed
    bool refused = false;
    base::Seconds touched = 0; // the last time
    base::Seconds breathed = 0;
    base::Seconds since = 0;         // that it is on this page
    std::set<std::uint64_t> mine;    // contacts that began on it
    std::set<std::uint64_t> onGlass; // all that are down
    std::size_t most = 0;            // fingers that were down at once, since the start
    int shownPicture = 0;
    std::map<std::uint64_t, TestedFinger> down; // of the touch test
};

} // namespace schacht::kiosk
