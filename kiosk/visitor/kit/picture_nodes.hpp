#pragma once
#include "kiosk/visitor/kit/sketch.hpp"

namespace schacht::visitor {

/// The node of a picture on a page of a story, and of the same picture looked at closely: it grows from one to the
/// other. On the first page it is the item's cover, which grew out of a card.
[[nodiscard]] scene::NodeId pictureNodeOn(const content::Item& item, const content::Picture& picture, std::size_t page);
[[nodiscard]] scene::NodeId exhibitNode(const content::Item& item, const content::Exhibit& exhibit);

/// What of a story's page opens its picture: a target over `where` of the page.
[[nodiscard]] scene::Node pictureTarget(Sketch& sketch, const content::Item& item, const content::Picture& picture,
                                        std::size_t page, base::Rect where);

} // namespace schacht::visitor
