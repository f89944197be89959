#pragma once
#include "engine/base/units.hpp"

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace schacht::tests {

/// What a running kiosk reports with --trace FILE (shared/design/inspect.md), read while it is written, and from its
/// beginning where it is begun anew. A line that is no JSON object makes the reading call throw
/// nlohmann::json::exception: the test fails.
class Trace {
public:
    using Predicate = std::function<bool(const nlohmann::json&)>;

    /// The file need not be there yet.
    explicit Trace(std::filesystem::path path) : file(std::move(path)) {}

    /// Every whole line so far.
    [[nodiscard]] const std::vector<nlohmann::json>& events();
    /// The first event after the one that the last call returned for which `wanted` holds; waits up to `timeout`
    /// seconds for it. Nothing is skipped where there is none.
    [[nodiscard]] std::optional<nlohmann::json> next(const Predicate& wanted, base::Seconds timeout);
    [[nodiscard]] std::optional<nlohmann::json> next(const std::string& event, base::Seconds timeout);
    /// Every whole line since the last take(), which is then forgotten: for a run whose trace does not fit in memory.
    [[nodiscard]] std::vector<nlohmann::json> take();
    /// next() looks only at what comes from here on.
    void skip() { seen = events().size(); }
    [[nodiscard]] std::optional<nlohmann::json> last(const std::string& event);
    /// The last event of this name, where none of the name `since` has come after it.
    [[nodiscard]] std::optional<nlohmann::json> lastSince(const std::string& event, const std::string& since);
    [[nodiscard]] std::size_t count(const std::string& event);

private:
    void readOn();

    std::filesystem::path file;
    std::uintmax_t read = 0; ///< bytes of whole lines
    std::size_t seen = 0;
    std::vector<nlohmann::json> all;
};

/// For Trace::next: an event of that name whose `field` has that value.
[[nodiscard]] Trace::Predicate eventWith(const std::string& event, const std::string& field,
                                         const nlohmann::json& value);

} // namespace schacht::tests
