#pragma once
#include "engine/graphics/canvas.hpp"
#include "engine/input/contact.hpp"
#include "engine/scene/design.hpp"
#include "engine/stage/screen.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>

struct ImFont;
struct ImGuiContext;
struct ImDrawData;

namespace schacht::kiosk {

/// Dear ImGui on the kiosk: its context, letters and looks, for as long as this lives. It is fed from the kiosk's own
/// contacts and drawn by its canvas, not by ImGui's OpenGL back end: so it is there without OpenGL, a picture that is
/// turned turns it too, and SFML's state stays what SFML thinks it is. The window's thread; one at a time.
class Desk {
public:
    /// canvas: what it is to be drawn on.
    Desk(graphics::Canvas& canvas, const stage::Screen& screen, const scene::Design& theme);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    /// The first finger is the pointer; others are nobody's.
    void feel(const input::Contact& contact);
    /// Lets `build` make its windows, once for each thing that the pointer did, and draws what comes of it. What is
    /// felt is told to `build` in the same call.
    void draw(graphics::Canvas& canvas, base::Seconds now, const std::function<void()>& build);

    /// False where there was no memory for the letters: nothing can be seen then.
    [[nodiscard]] bool usable() const { return letters != nullptr; }
    [[nodiscard]] bool fits(const stage::Screen& screen) const;
    /// Pixels of so many millimetres of layout.
    [[nodiscard]] float pixels(float millimetres) const { return millimetres * scale; }
    [[nodiscard]] base::Size size() const { return glass; } ///< pixels
    [[nodiscard]] ImFont* strong() const { return strongFont; }
    [[nodiscard]] ImFont* small() const { return smallFont; }
    [[nodiscard]] ImFont* large() const { return largeFont; }
    [[nodiscard]] const scene::Design& looks() const { return theme; }

    /// In a list that is longer than its window, at its end: a finger that is drawn over it moves it.
    static void scrollByFinger();

private:
    struct Destroy {
        void operator()(ImGuiContext* context) const;
    };
    /// What the pointer does next; nowhere: it has left.
    struct Step {
        std::optional<base::Point> at; // pixels
        bool down = false;
        bool moves = false;
    };
    void dress();
    void loadFonts(graphics::Canvas& canvas);
    void render(graphics::Canvas& canvas, const ImDrawData& data);

    const scene::Design& theme;
    float scale = 1;  // pixels in a millimetre
    base::Size glass; // pixels
    std::unique_ptr<ImGuiContext, Destroy> context;
    ImFont* strongFont = nullptr;
    ImFont* smallFont = nullptr;
    ImFont* largeFont = nullptr;
    std::unique_ptr<graphics::Texture> letters;
    std::vector<graphics::Canvas::Corner> corners; // kept so that a frame allocates nothing
    std::deque<Step> steps;
    std::optional<std::uint64_t> pointer; // the contact
    bool dragged = false;                 // it was farther from there than a tap is
    std::vector<std::vector<char>> files; // of the fonts, as long as the context lives
    base::Point began;                    // pixels: where it did
    base::Seconds last = 0;
};

} // namespace schacht::kiosk
