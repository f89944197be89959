#include "kiosk/visitor/parts/narration/narration.hpp"

namespace schacht::visitor {

std::vector<scene::Utterance> controlSaid(const scene::Reachable& control, const scene::Scene& scene,
                                          const Words& words) {
    const scene::Node& node = *control.node;
    const std::string& language = scene.language;
    const auto say = [&](std::string_view key) { return words.get(language, key); };
    std::string more = say(node.touch->slider               ? "speech.slider"
                           : node.role == scene::Role::link ? "speech.link"
                                                            : "speech.button");
    static constexpr std::string_view settings[] = {"", "access.off", "access.on", "speech.chosen"};
    if (node.touch->setting != scene::Setting::none) {
        more += ", " + say(settings[static_cast<std::size_t>(node.touch->setting)]);
    }
    if (control.count > 1) {
        more += ", " + words.get(language, "speech.place",
                                 {{"place", std::to_string(control.place)}, {"count", std::to_string(control.count)}});
    }
    const std::string& own = node.language.empty() ? language : node.language;
    if (own != language) {
        return {{node.name, own, "", 0, 0}, {more, language, "", 0, 0}};
    }
    return {{node.name + ", " + more, language, "", 0, 0}};
}

std::string joined(const std::vector<scene::Utterance>& utterances) {
    std::string out;
    for (const scene::Utterance& utterance : utterances) {
        out += utterance.words + "\n";
    }
    return out;
}

} // namespace schacht::visitor
