#pragma once
#include "engine/base/problem.hpp"
#include "engine/catalogue/catalogue.hpp"
#include "engine/scene/theme.hpp"
#include "engine/stage/shell.hpp"
#include "kiosk/commands/run.hpp"
#include "kiosk/visitor/visit.hpp"

#include <memory>

namespace schacht::kiosk {

/// What a pack is shown with: its catalogue, the kiosk's words and its looks. No window.
struct Material {
    /// Refused where the pack or the kiosk's own content cannot be read.
    [[nodiscard]] static base::Result<Material> read(const RunOptions& options);
    [[nodiscard]] const catalogue::Catalogue& catalogue() const { return *items; }

    std::unique_ptr<catalogue::Catalogue> items;
    visitor::Words words;
    scene::Theme theme;
    std::vector<base::Problem> problems; ///< of the pack; what could not be shown is left out
};

/// The material, and the shell with its window.
class Production {
public:
    /// Reads the pack and opens the window. Refused as Material::read, and where there is no screen.
    [[nodiscard]] static base::Result<std::unique_ptr<Production>> open(const RunOptions& options);

    [[nodiscard]] const Material& material() const { return shown; }
    [[nodiscard]] stage::Shell& shell() { return *window; }

private:
    Material shown;
    std::unique_ptr<stage::Shell> window;
};

} // namespace schacht::kiosk
