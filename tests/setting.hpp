#pragma once
#include <cstdlib>
#include <optional>
#include <string>

namespace schacht::tests {

/// An environment variable of this process, for as long as this lives.
class Setting {
public:
    Setting(std::string variable, const std::string& value) : name(std::move(variable)) {
        if (const char* const was = std::getenv(name.c_str())) {
            before = was;
        }
        to(value);
    }
    ~Setting() {
        if (before) {
            to(*before);
        } else {
            unsetenv(name.c_str());
        }
    }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;
    void to(const std::string& value) const { setenv(name.c_str(), value.c_str(), 1); }

private:
    const std::string name;
    std::optional<std::string> before;
};

} // namespace schacht::tests
