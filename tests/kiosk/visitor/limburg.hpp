#pragma once
#include "kiosk/production/production.hpp"
#include "tests/catch.hpp"

namespace schacht::tests {

/// The Limburg pack with the kiosk's words and looks, read anew: for a test that changes it.
inline kiosk::Material readLimburg() {
    kiosk::RunOptions options;
    options.pack = SCHACHT_SOURCE_FOLDER "/content/limburg";
    auto material = kiosk::Material::read(options);
    REQUIRE(material);
    return std::move(*material);
}

/// The same, read once for the whole program.
inline const kiosk::Material& limburg() {
    static const kiosk::Material material = readLimburg();
    return material;
}

} // namespace schacht::tests
