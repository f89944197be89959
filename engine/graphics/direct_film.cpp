#include "engine/graphics/direct_film.hpp"

#include "engine/graphics/film_conversion.hpp"

#include <algorithm>
#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>
#include <xcb/shm.h>
#include <xcb/xcb.h>

namespace schacht::graphics {

namespace {

constexpr int band = 8; // rows that are converted and covered while they are near the processor

struct Freed {
    void operator()(void* reply) const { std::free(reply); } // as xcb hands it out
};
template <typename Reply>
using Answer = std::unique_ptr<Reply, Freed>;

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

/// `count` rows of the picture from the even row `from` on.
base::FilmFrame rowsOf(const base::FilmFrame& frame, int from, int count) {
    base::FilmFrame rows = frame;
    rows.height = count;
    const auto luma = static_cast<std::size_t>(from);
    rows.y.pixels += luma * frame.y.stride;
    rows.u.pixels += luma / 2 * frame.u.stride;
    rows.v.pixels += luma / 2 * frame.v.stride;
    return rows;
}

} // namespace

std::unique_ptr<DirectFilm> DirectFilm::open(sf::WindowHandle window) {
    std::unique_ptr<DirectFilm> made(new DirectFilm);
    made->connection = xcb_connect(nullptr, nullptr);
    auto* const server = made->connection;
    if (xcb_connection_has_error(server) != 0) {
        return nullptr;
    }
    made->window = static_cast<std::uint32_t>(window);
    const Answer<xcb_shm_query_version_reply_t> version(
        xcb_shm_query_version_reply(server, xcb_shm_query_version(server), nullptr));
    const Answer<xcb_get_geometry_reply_t> geometry(
        xcb_get_geometry_reply(server, xcb_get_geometry(server, made->window), nullptr));
    const Answer<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(server, xcb_get_window_attributes(server, made->window), nullptr));
    if (!version || !geometry || !attributes || (version->major_version == 1 && version->minor_version < 2) ||
        !blueFirst(xcb_get_setup(server), attributes->visual, geometry->depth)) {
        return nullptr;
    }
    made->depth = geometry->depth;
    made->context = xcb_generate_id(server);
    xcb_create_gc(server, made->context, made->window, 0, nullptr);
    return made;
}

DirectFilm::~DirectFilm() {
    giveBack();
    xcb_disconnect(connection); // also what has failed
}

void DirectFilm::giveBack() {
    if (memory == nullptr) {
        return;
    }
    finish();
    xcb_shm_detach(connection, segment);
    munmap(memory, bytes);
    memory = nullptr;
    bytes = 0;
}

bool DirectFilm::makeRoom(std::size_t wanted) {
    if (bytes == wanted) {
        return true;
    }
    giveBack();
    const int file = memfd_create("schacht film", MFD_CLOEXEC);
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
    return true;
}

bool DirectFilm::show(const base::FilmFrame& frame, const FilmCover* cover, int x, int y) {
    const auto line = std::size_t{4} * static_cast<std::size_t>(frame.width);
    if (frame.width <= 0 || frame.height <= 0 || !makeRoom(line * static_cast<std::size_t>(frame.height))) {
        return false;
    }
    finish(); // the server reads while this would write
    for (int from = 0; from < frame.height; from += band) {
        const int rows = std::min(band, frame.height - from);
        std::uint8_t* const out = memory + line * static_cast<std::size_t>(from);
        convertToBgra(rowsOf(frame, from, rows), out, static_cast<std::ptrdiff_t>(line));
        for (int row = 0; cover != nullptr && row < rows; ++row) {
            cover->layRow(from + row, out + line * static_cast<std::size_t>(row));
        }
    }
    const auto width = static_cast<std::uint16_t>(frame.width);
    const auto height = static_cast<std::uint16_t>(frame.height);
    xcb_shm_put_image(connection, window, context, width, height, 0, 0, width, height, static_cast<std::int16_t>(x),
                      static_cast<std::int16_t>(y), depth, XCB_IMAGE_FORMAT_Z_PIXMAP, 0, segment, 0);
    xcb_flush(connection);
    underWay = true;
    return xcb_connection_has_error(connection) == 0;
}

void DirectFilm::finish() {
    if (underWay) {
        // any answer comes after all that was asked for before it
        const Answer<xcb_get_input_focus_reply_t> answer(
            xcb_get_input_focus_reply(connection, xcb_get_input_focus(connection), nullptr));
        underWay = false;
    }
}

} // namespace schacht::graphics
