#include "kiosk/visitor/frame/view.hpp"
#include "kiosk/visitor/parts/shelf/shelf.hpp"

namespace schacht::visitor {

using scene::Node;

Node themeScreen(Sketch& sketch, base::Seconds now) {
    const std::string& id = sketch.state.visit.here.id;
    const content::Theme* theme = sketch.catalogue.theme(id);
    if (theme == nullptr) {
        return group("screen:theme:" + id, {0, 0, sketch.aboveBar().width, sketch.aboveBar().height});
    }
    return shelfScreen(sketch,
                       {"theme:" + id, &theme->cover, sketch.seam(sketch.colourOf(theme)),
                        sketch.packWords(theme->title), theme->summary},
                       now);
}

} // namespace schacht::visitor
