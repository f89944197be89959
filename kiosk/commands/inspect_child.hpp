#pragma once
#include <functional>
#include <string>

namespace schacht::kiosk {

/// What a child process said before it ended.
struct ChildReport {
    enum class End { finished, tooLong, died };
    End end = End::died;
    int status = 0;    ///< finished: what `work` returned
    std::string first; ///< the lines that `work` sent early
    std::string rest;  ///< what `work` sent at last
};

/// What a child may use. Memory is not bounded in a build with AddressSanitizer, which reserves more than there is.
struct ChildLimits {
    double seconds = 9;
    std::size_t memory = std::size_t{4} << 30U; ///< bytes of address space
};

/// Runs `work` in a child process that can write no file and no core, and waits for its end.
/// work: is given two ways to say something, early (kept even if it dies afterwards) and at last; returns 0..100.
/// Call it from a process of one thread. Where no child can be made, work runs in this process.
[[nodiscard]] ChildReport
runInChild(const std::function<int(const std::function<void(const std::string&)>& early, std::string& last)>& work,
           const ChildLimits& limits = {});

} // namespace schacht::kiosk
