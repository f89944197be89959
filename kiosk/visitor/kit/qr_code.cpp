#include "kiosk/visitor/kit/qr_code.hpp"

#include <cstddef>
#include <memory>
#include <qrencode.h>

namespace schacht::visitor {

std::optional<QrCode> qrCode(const std::string& address) {
    struct Free {
        void operator()(QRcode* code) const { QRcode_free(code); }
    };
    const std::unique_ptr<QRcode, Free> made(QRcode_encodeString8bit(address.c_str(), 0, QR_ECLEVEL_M));
    if (made == nullptr) {
        return std::nullopt;
    }
    QrCode code{made->width, {}};
    const auto squares = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.dark.reserve(squares);
    for (std::size_t i = 0; i < squares; ++i) {
        code.dark.push_back((made->data[i] & 1U) != 0);
    }
    return code;
}

} // namespace schacht::visitor
