#pragma once
#include "tests/catch.hpp"

#include <cstdlib>
#include <unistd.h>

namespace schacht::tests {

/// While it lives, the process, with all its threads, has the rights of nobody: root may read everything.
class AsNobody {
public:
    AsNobody() : wasRoot(geteuid() == 0) {
        if (wasRoot && setresuid(65534, 65534, 0) != 0) {
            FAIL("could not become nobody");
        }
    }
    ~AsNobody() {
        if (wasRoot && setresuid(0, 0, 0) != 0) {
            std::abort();
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool wasRoot;
};

} // namespace schacht::tests
