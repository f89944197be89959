#pragma once
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>

namespace schacht::base {

/// When the day after that of a moment begins here, in seconds since 1970: also where an hour is left out or comes
/// twice at midnight. Any thread.
[[nodiscard]] std::time_t nextDay(std::time_t moment);

/// Tells that another day has begun here: at midnight, and when the clock or the zone is set, also while the machine
/// slept. Until then it costs nothing; it wakes at midnight alone. One thread.
class DayWatch {
public:
    /// zone: the file that says which time it is here; it need not be there. What the system refuses to watch is not
    /// told of.
    explicit DayWatch(const std::filesystem::path& zone = "/etc/localtime");
    ~DayWatch();
    DayWatch(const DayWatch&) = delete;
    DayWatch& operator=(const DayWatch&) = delete;

    /// For poll(): readable when news() is to be asked.
    [[nodiscard]] int descriptor() const { return all; }
    /// The day that it is, where it is another than the last one told; the first time in any case. Makes the descriptor
    /// quiet again.
    [[nodiscard]] std::optional<std::string> news();

private:
    void watch(const std::filesystem::path& file) const;
    void arm() const;

    const int timer;
    const int files;
    const int all; // both
    std::string told;
};

} // namespace schacht::base
