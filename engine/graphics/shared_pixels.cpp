#include "engine/graphics/shared_pixels.hpp"

#include "engine/graphics/xcb_answer.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace schacht::graphics {

namespace {

const xcb_visualtype_t* visualOf(const xcb_setup_t* setup, xcb_visualid_t id) {
    for (auto screen = xcb_setup_roots_iterator(setup); screen.rem > 0; xcb_screen_next(&screen)) {
        for (auto depth = xcb_screen_allowed_depths_iterator(screen.data); depth.rem > 0; xcb_depth_next(&depth)) {
            for (auto visual = xcb_depth_visuals_iterator(depth.data); visual.rem > 0; xcb_visualtype_next(&visual)) {
                if (visual.data->visual_id == id) {
                    return visual.data;
                }
            }
        }
    }
    return nullptr;
}

/// Pixels of `depth` bits in this visual are the bytes blue, green, red and one that says nothing.
bool blueFirst(const xcb_setup_t* setup, xcb_visualid_t id, std::uint8_t depth) {
    const xcb_visualtype_t* const visual = visualOf(setup, id);
    bool wide = false;
    for (auto format = xcb_setup_pixmap_formats_iterator(setup); format.rem > 0; xcb_format_next(&format)) {
        wide = wide || (format.data->depth == depth && format.data->bits_per_pixel == 32);
    }
    return wide && visual != nullptr && setup->image_byte_order == XCB_IMAGE_ORDER_LSB_FIRST &&
           visual->red_mask == 0xff0000 && visual->green_mask == 0xff00 && visual->blue_mask == 0xff;
}

} // namespace

std::unique_ptr<SharedPixels> SharedPixels::of(xcb_connection_t* connection, xcb_window_t window) {
    const Answer<xcb_shm_query_version_reply_t> version(
        xcb_shm_query_version_reply(connection, xcb_shm_query_version(connection), nullptr));
    const Answer<xcb_get_geometry_reply_t> geometry(
        xcb_get_geometry_reply(connection, xcb_get_geometry(connection, window), nullptr));
    const Answer<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(connection, xcb_get_window_attributes(connection, window), nullptr));
    if (!version || !geometry || !attributes || (version->major_version == 1 && version->minor_version < 2) ||
        !blueFirst(xcb_get_setup(connection), attributes->visual, geometry->depth)) {
        return nullptr;
    }
    std::unique_ptr<SharedPixels> made(new SharedPixels(connection, window));
    made->depth = geometry->depth;
    made->context = xcb_generate_id(connection);
    xcb_create_gc(connection, made->context, window, 0, nullptr);
    return made;
}

SharedPixels::~SharedPixels() {
    giveBack();
    xcb_free_gc(connection, context);
}

void SharedPixels::giveBack() {
    if (memory == nullptr) {
        return;
    }
    finish();
    xcb_shm_detach(connection, segment);
    munmap(memory, bytes);
    memory = nullptr;
    bytes = 0;
    across = down = 0;
}

bool SharedPixels::resize(int width, int height) {
    if (width == across && height == down) {
        return true;
    }
    giveBack();
    const std::size_t wanted = std::size_t{4} * static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const int file = memfd_create("schacht pixels", MFD_CLOEXEC);
    if (file < 0) {
        return false;
    }
    void* const mapped = ftruncate(file, static_cast<off_t>(wanted)) == 0
                             ? mmap(nullptr, wanted, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)
                             : MAP_FAILED;
    if (mapped == MAP_FAILED) {
        close(file);
        return false;
    }
    segment = xcb_generate_id(connection);
    const auto asked = xcb_shm_attach_fd_checked(connection, segment, file, 1); // which closes the file here
    const Answer<xcb_generic_error_t> refused(xcb_request_check(connection, asked));
    if (refused || xcb_connection_has_error(connection) != 0) {
        munmap(mapped, wanted);
        return false;
    }
    memory = static_cast<std::uint8_t*>(mapped);
    bytes = wanted;
    across = width;
    down = height;
    return true;
}

bool SharedPixels::put(int fromX, int fromY, int width, int height, int x, int y) {
    const auto size = [](int value) { return static_cast<std::uint16_t>(value); };
    const auto place = [](int value) { return static_cast<std::int16_t>(value); };
    xcb_shm_put_image(connection, window, context, size(across), size(down), size(fromX), size(fromY), size(width),
                      size(height), place(x), place(y), depth, XCB_IMAGE_FORMAT_Z_PIXMAP, 0, segment, 0);
    xcb_flush(connection);
    underWay = true;
    return xcb_connection_has_error(connection) == 0;
}

void SharedPixels::finish() {
    if (underWay) {
        // any answer comes after all that was asked for before it
        const Answer<xcb_get_input_focus_reply_t> answer(
            xcb_get_input_focus_reply(connection, xcb_get_input_focus(connection), nullptr));
        underWay = false;
    }
}

} // namespace schacht::graphics
