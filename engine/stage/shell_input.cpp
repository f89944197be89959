#include "engine/base/clock.hpp"
#include "engine/stage/shell.hpp"

/// What the shell hears of fingers, keys and the window.
namespace schacht::stage {

input::HitTest Shell::hitTest(base::Seconds when) const {
    return [this, when](base::Point at) {
        return clock.couldSee(when) ? scene::hitTest(animator.placed(base::now()), at) : input::Hit{};
    };
}

void Shell::tell(Performance& performance, const Happening& happening) {
    perform(performance.happen(happening));
    clock.stateChanged();
}

void Shell::feel(Performance& performance, const std::vector<input::Gesture>& felt) {
    for (const input::Gesture& gesture : felt) {
        tell(performance, gesture);
    }
}

void Shell::touch(Performance& performance, input::Contact contact) {
    using Phase = input::Contact::Phase;
    trace.write(contact.time, {"contact",
                               {{"id", static_cast<double>(contact.id)},
                                {"phase", std::string(nameOf(contact.phase))},
                                {"x", contact.at.x * glass.pixelsPerMillimetre},
                                {"y", contact.at.y * glass.pixelsPerMillimetre}}});
    reports.contact(contact.time);
    if (contact.phase == Phase::began || contact.phase == Phase::moved) {
        onGlass[contact.id] = contact;
    } else {
        onGlass.erase(contact.id);
    }
    Overlay* const over = performance.overlay();
    if (over != nullptr && over->feel(contact)) {
        clock.stateChanged();
        return;
    }
    if (over != nullptr && over->shown() && contact.phase == Phase::ended) {
        contact.phase = Phase::cancelled; // it came before the overlay did: what it held is out of sight
    }
    // what another finger did a moment ago counts: a lift acts on what is left of the screen, and nothing acts on a
    // screen that is gone
    if (clock.sceneOutdated() && (contact.phase == Phase::ended || performance.place() != place)) {
        present(performance, base::now());
    }
    feel(performance, gestures.feed(contact, hitTest(contact.time)));
}

void Shell::press(Performance& performance, const input::Key& key) {
    Overlay* const over = performance.overlay();
    if (over != nullptr && over->press(key)) {
        clock.stateChanged();
        return;
    }
    if (clock.sceneOutdated()) {
        present(performance, base::now());
    }
    tell(performance, key); // not held against what could be seen: Home and Back mean the same on every screen
}

/// What listens anew never hears of them again.
void Shell::cancelContacts(Performance& performance) {
    for (auto [id, contact] : std::map(onGlass)) {
        contact.phase = input::Contact::Phase::cancelled;
        contact.time = base::now();
        touch(performance, contact);
    }
}

void Shell::resize(Performance& performance, int width, int height) {
    clock.windowLost();
    if (!canvas->resized(width, height)) {
        return;
    }
    cancelContacts(performance);
    glass = screenFor(canvas->width(), canvas->height(), diagonal);
    listen();
    painter->forget();
    clock.stateChanged();
}

void Shell::hear(Performance& performance) {
    const graphics::WindowNews news = canvas->collect();
    quit = quit || news.closed;
    if (news.resized) {
        resize(performance, static_cast<int>(news.resized->width), static_cast<int>(news.resized->height));
    }
    if (contacts == nullptr) {
        return;
    }
    for (const input::InputEvent& happening : contacts->collect()) {
        std::visit([&](const auto& one) { hear(performance, one); }, happening);
    }
}

void Shell::hear(Performance& performance, const input::Contact& contact) {
    input::Contact onPage = contact;
    onPage.at = graphics::onPage(contact.at, canvas->turn(), glass.size);
    touch(performance, onPage);
    woken = "contact";
}

void Shell::hear(Performance& performance, const input::Key& key) {
    press(performance, key);
    woken = "contact";
}

void Shell::hear(Performance& performance, const input::StaffKey& key) {
    Overlay* const over = performance.overlay();
    if (over != nullptr && over->press(key)) {
        clock.stateChanged();
    }
}

void Shell::hear(Performance& /*performance*/, const input::Exposed& /*exposed*/) {
    clock.windowLost();
}

void Shell::hear(Performance& /*performance*/, const input::Resized& /*resized*/) {
    // the canvas tells of it, once it has that size
}

void Shell::hear(Performance& /*performance*/, const input::Closed& /*closed*/) {
    quit = true;
}

} // namespace schacht::stage
