#include "kiosk/visitor/kit/picture_nodes.hpp"

namespace schacht::visitor {

scene::NodeId pictureNodeOn(const content::Item& item, const content::Picture& picture, std::size_t page) {
    const bool cover = page == 0 && picture.file == item.cover.file;
    return cover ? scene::nodeId("cover:" + item.id)
                 : scene::nodeId("picture:" + item.id + ":" + std::to_string(page) + ":" + picture.file);
}

scene::NodeId exhibitNode(const content::Item& item, const content::Exhibit& exhibit) {
    return pictureNodeOn(item, *exhibit.picture, exhibit.page);
}

scene::Node pictureTarget(Sketch& sketch, const content::Item& item, const content::Picture& picture, std::size_t page,
                          base::Rect where) {
    scene::Node node = group("closer:" + item.id + ":" + std::to_string(page), where);
    const auto& all = sketch.catalogue.exhibits(item);
    std::size_t number = 0;
    while (number + 1 < all.size() && all[number].picture->file != picture.file) {
        ++number;
    }
    sketch.touchable(node, sketch.say("story.zoom"), OpenPicture{item.id, number}, scene::Role::picture);
    return node;
}

} // namespace schacht::visitor
