#include "engine/graphics/x11_window.hpp"

#include "engine/graphics/xcb_answer.hpp"

#include <array>
#include <chrono>
#include <cstring>
#include <poll.h>

namespace schacht::graphics {

namespace {

constexpr std::chrono::seconds patience{2}; // until a window manager has placed it

const xcb_screen_t* screenOf(xcb_connection_t* server, int number) {
    auto screen = xcb_setup_roots_iterator(xcb_get_setup(server));
    for (; screen.rem > 0 && number > 0; --number) {
        xcb_screen_next(&screen);
    }
    return screen.data;
}

std::uint16_t dimension(float value) {
    return static_cast<std::uint16_t>(value);
}

} // namespace

std::unique_ptr<X11Window> X11Window::open(const WindowOptions& options) {
    int number = 0;
    std::unique_ptr<X11Window> made(new X11Window(xcb_connect(nullptr, &number)));
    if (xcb_connection_has_error(made->server) != 0) {
        return nullptr;
    }
    made->screen = screenOf(made->server, number);
    made->create(options);
    made->describe(options);
    if (!options.onDesk) {
        made->hidePointer();
    }
    made->show();
    return xcb_connection_has_error(made->server) == 0 ? std::move(made) : nullptr;
}

X11Window::~X11Window() {
    for (xcb_generic_event_t* event : read) {
        std::free(event);
    }
    xcb_disconnect(server); // which closes the window; also what has failed
}

void X11Window::create(const WindowOptions& options) {
    const bool whole = options.width == 0;
    pixels = {static_cast<float>(whole ? screen->width_in_pixels : options.width),
              static_cast<float>(whole ? screen->height_in_pixels : options.height)};
    window = xcb_generate_id(server);
    const std::array<std::uint32_t, 2> values{screen->black_pixel, XCB_EVENT_MASK_STRUCTURE_NOTIFY};
    xcb_create_window(server, XCB_COPY_FROM_PARENT, window, screen->root, 0, 0, dimension(pixels.width),
                      dimension(pixels.height), 0, XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual,
                      XCB_CW_BACK_PIXEL | XCB_CW_EVENT_MASK, values.data());
}

xcb_atom_t X11Window::atom(const char* name) {
    const Answer<xcb_intern_atom_reply_t> answer(xcb_intern_atom_reply(
        server, xcb_intern_atom(server, 0, static_cast<std::uint16_t>(std::strlen(name)), name), nullptr));
    return answer ? answer->atom : static_cast<xcb_atom_t>(XCB_ATOM_NONE);
}

void X11Window::set(xcb_atom_t property, xcb_atom_t type, std::initializer_list<std::uint32_t> values) {
    constexpr std::uint8_t bits = 32;
    xcb_change_property(server, XCB_PROP_MODE_REPLACE, window, property, type, bits,
                        static_cast<std::uint32_t>(values.size()), values.begin());
}

/// The names and numbers are those of the ICCCM, the EWMH and Motif.
void X11Window::describe(const WindowOptions& options) {
    constexpr std::uint8_t bits = 8;
    const auto length = static_cast<std::uint32_t>(options.title.size());
    xcb_change_property(server, XCB_PROP_MODE_REPLACE, window, XCB_ATOM_WM_NAME, XCB_ATOM_STRING, bits, length,
                        options.title.data());
    xcb_change_property(server, XCB_PROP_MODE_REPLACE, window, atom("_NET_WM_NAME"), atom("UTF8_STRING"), bits, length,
                        options.title.data());
    static constexpr char names[] = "schacht\0schacht";
    xcb_change_property(server, XCB_PROP_MODE_REPLACE, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING, bits, sizeof names,
                        names);
    protocols = atom("WM_PROTOCOLS");
    close = atom("WM_DELETE_WINDOW");
    set(protocols, XCB_ATOM_ATOM, {close});
    if (!options.onDesk) {
        const xcb_atom_t motif = atom("_MOTIF_WM_HINTS");
        constexpr std::uint32_t decorations = 2;
        set(motif, motif, {decorations, 0, 0, 0, 0});
    }
    if (options.width == 0) {
        set(atom("_NET_WM_STATE"), XCB_ATOM_ATOM, {atom("_NET_WM_STATE_FULLSCREEN")});
    }
}

void X11Window::hidePointer() {
    const xcb_pixmap_t nothing = xcb_generate_id(server);
    xcb_create_pixmap(server, 1, nothing, window, 1, 1);
    const xcb_gcontext_t context = xcb_generate_id(server);
    xcb_create_gc(server, context, nothing, 0, nullptr); // whose foreground is 0
    const xcb_rectangle_t all{0, 0, 1, 1};
    xcb_poly_fill_rectangle(server, nothing, context, 1, &all);
    const xcb_cursor_t none = xcb_generate_id(server);
    xcb_create_cursor(server, none, nothing, nothing, 0, 0, 0, 0, 0, 0, 0, 0);
    xcb_change_window_attributes(server, window, XCB_CW_CURSOR, &none);
    xcb_free_cursor(server, none); // the window keeps it
    xcb_free_gc(server, context);
    xcb_free_pixmap(server, nothing);
}

/// A window manager decides who hears the keys.
bool X11Window::managed() {
    const Answer<xcb_get_property_reply_t> answer(xcb_get_property_reply(
        server, xcb_get_property(server, 0, screen->root, atom("_NET_SUPPORTING_WM_CHECK"), XCB_ATOM_WINDOW, 0, 1),
        nullptr));
    return answer && xcb_get_property_value_length(answer.get()) > 0;
}

void X11Window::show() {
    xcb_map_window(server, window);
    xcb_flush(server);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!mapped && xcb_connection_has_error(server) == 0 && std::chrono::steady_clock::now() < end) {
        constexpr int awhile = 100; // milliseconds
        pollfd wait{xcb_get_file_descriptor(server), POLLIN, 0};
        if (!pending()) {
            poll(&wait, 1, awhile);
        }
        (void)collect();
    }
    if (!managed()) {
        xcb_set_input_focus(server, XCB_INPUT_FOCUS_POINTER_ROOT, window, XCB_CURRENT_TIME);
        xcb_flush(server);
    }
}

bool X11Window::pending() {
    while (xcb_generic_event_t* const event = xcb_poll_for_queued_event(server)) {
        read.push_back(event);
    }
    return !read.empty();
}

void X11Window::hear(const xcb_generic_event_t& event, WindowNews& news) {
    constexpr int sentByAProgram = 0x80;
    switch (event.response_type & ~sentByAProgram) {
    case XCB_MAP_NOTIFY:
        mapped = true;
        break;
    case XCB_CONFIGURE_NOTIFY: {
        const auto& place = reinterpret_cast<const xcb_configure_notify_event_t&>(event);
        const base::Size now{static_cast<float>(place.width), static_cast<float>(place.height)};
        if (now != pixels) {
            pixels = now;
            news.resized = now;
        }
        break;
    }
    case XCB_CLIENT_MESSAGE: {
        const auto& message = reinterpret_cast<const xcb_client_message_event_t&>(event);
        news.closed = news.closed || (message.type == protocols && message.data.data32[0] == close);
        break;
    }
    default:
        break;
    }
}

WindowNews X11Window::collect() {
    while (xcb_generic_event_t* const event = xcb_poll_for_event(server)) {
        read.push_back(event);
    }
    WindowNews news;
    for (xcb_generic_event_t* event : read) {
        hear(*event, news);
        std::free(event);
    }
    read.clear();
    news.closed = news.closed || xcb_connection_has_error(server) != 0;
    return news;
}

} // namespace schacht::graphics
