#pragma once
#include <optional>
#include <string>
#include <vector>

namespace schacht::visitor {

/// The squares of a QR code (ISO/IEC 18004), without the quiet zone around them.
struct QrCode {
    int side = 0;           ///< squares
    std::vector<bool> dark; ///< side x side, row by row
};

/// The code of an address, in the smallest version in which 15 % of it may be unreadable (level M). None for more than
/// 2,331 bytes, or none at all. Any thread.
[[nodiscard]] std::optional<QrCode> qrCode(const std::string& address);

} // namespace schacht::visitor
