#include "engine/scene/design.hpp"

#include <cassert>
#include <charconv>
#include <fstream>
#include <nlohmann/json.hpp>

namespace schacht::scene {

namespace {

using nlohmann::json;

base::Colour colourAt(const json& tokens, const char* group, const char* name) {
    return parseColour(tokens.at("colour").at(group).at(name).at("value").get<std::string>());
}

text::Family familyNamed(const std::string& name) {
    return name == "poster" ? text::Family::poster : name == "read" ? text::Family::read : text::Family::ui;
}

std::vector<graphics::GradientStop> scrimAt(const json& tokens, const char* name) {
    const json& scrim = tokens.at("light").at(name);
    const base::Colour colour = parseColour(scrim.at("colour").get<std::string>());
    std::vector<graphics::GradientStop> stops;
    for (const json& stop : scrim.at("stops from bottom")) {
        stops.push_back({stop.at(0).get<float>(), colour.withAlpha(stop.at(1).get<float>())});
    }
    return stops;
}

Design themeFrom(const json& tokens) {
    Design theme;
    auto& c = theme.colour;
    c.coal = colourAt(tokens, "ground", "coal");
    c.slag = colourAt(tokens, "ground", "slag");
    c.slag2 = colourAt(tokens, "ground", "slag-2");
    c.edge = colourAt(tokens, "ground", "edge");
    c.track = colourAt(tokens, "ground", "track");
    c.chalk = colourAt(tokens, "text", "chalk");
    c.ash = colourAt(tokens, "text", "ash");
    c.off = colourAt(tokens, "text", "off");
    c.ink = colourAt(tokens, "text", "ink");
    c.ink2 = colourAt(tokens, "text", "ink-2");
    c.lamp = colourAt(tokens, "lamp", "lamp");
    c.lampHot = colourAt(tokens, "lamp", "lamp-hot");
    c.lampCore = colourAt(tokens, "lamp", "lamp-core");
    const json& plain = tokens.at("colour").at("high-contrast");
    c.plainGround = parseColour(plain.at("ground").get<std::string>());
    c.plainText = parseColour(plain.at("text").at("value").get<std::string>());
    c.plainLamp = parseColour(plain.at("lamp").at("value").get<std::string>());
    for (const auto& [rank, style] : tokens.at("type").at("scale").items()) {
        theme.type.emplace(rank, TypeStyle{familyNamed(style.at("family").get<std::string>()),
                                           style.at("size").get<float>(), style.at("line").get<float>(),
                                           style.at("tracking em").get<float>(), style.at("weight").get<int>()});
    }
    theme.scrimLandscape = scrimAt(tokens, "scrim landscape");
    theme.scrimPortrait = scrimAt(tokens, "scrim portrait");
    return theme;
}

} // namespace

base::Colour parseColour(std::string_view hex) {
    unsigned value = 0;
    if (hex.size() != 7 || hex.front() != '#' ||
        std::from_chars(hex.data() + 1, hex.data() + hex.size(), value, 16).ec != std::errc{}) {
        return {};
    }
    return {static_cast<unsigned char>(value >> 16U), static_cast<unsigned char>(value >> 8U),
            static_cast<unsigned char>(value)};
}

const TypeStyle& Design::style(std::string_view rank) const {
    const auto found = type.find(rank);
    assert(found != type.end());
    return found->second;
}

std::vector<graphics::GradientStop> Design::bigLamp() const {
    return {{0, colour.lampCore}, {.26F, colour.lampHot}, {.7F, colour.lamp}, {1, colour.lamp}};
}

Design Design::highContrast() const {
    Design out = *this;
    auto& c = out.colour;
    c.coal = c.slag = c.ink = c.ink2 = c.plainGround;
    c.slag2 = c.edge = c.track = c.chalk = c.ash = c.plainText;
    c.off = mix(c.plainGround, c.plainText, .7F); // words that cannot be touched now are still read
    c.lamp = c.plainLamp;
    c.lampHot = c.lampCore = mix(c.plainLamp, c.plainText, .5F);
    out.hairline = 1;
    out.plain = true;
    out.scrimLandscape = out.dimmed(scrimLandscape);
    out.scrimPortrait = out.dimmed(scrimPortrait);
    return out;
}

std::vector<graphics::GradientStop> Design::dimmed(std::vector<graphics::GradientStop> stops) const {
    if (!plain) {
        return stops;
    }
    constexpr int seen = 77; // 30 %: under less than that lie no words
    std::vector<graphics::GradientStop> out;
    for (const graphics::GradientStop& stop : stops) {
        const base::Colour full = colour.coal.withAlpha(stop.colour.a >= seen ? 1 : 0);
        if (!out.empty() && out.back().colour != full) {
            out.push_back({stop.at, out.back().colour}); // an edge
        }
        out.push_back({stop.at, full});
    }
    return out;
}

std::vector<graphics::GradientStop> Design::glow() const {
    if (plain) {
        return {{0, colour.lamp.withAlpha(0)}, {1, colour.lamp.withAlpha(0)}};
    }
    return {{0, colour.lamp.withAlpha(.55F)},
            {.38F, colour.lamp.withAlpha(.22F)},
            {.7F, colour.lamp.withAlpha(.06F)},
            {1, colour.lamp.withAlpha(0)}};
}

std::vector<graphics::GradientStop> Design::paneLit(base::Colour theme) const {
    return {{0, mix(theme, {255, 255, 255}, .18F)}, {.45F, theme}, {1, mix(theme, {0, 0, 0}, .3F)}};
}

std::vector<graphics::GradientStop> Design::paneHere() const {
    return {{0, {0xFF, 0xF1, 0xCC}}, {.4F, colour.lampHot}, {1, colour.lamp}};
}

std::vector<graphics::GradientStop> Design::paneUnlit(base::Colour theme) const {
    const base::Colour dim = mix(colour.coal, theme, .26F);
    return {{0, dim}, {1, dim}};
}

std::vector<graphics::GradientStop> Design::paneDark() const {
    return {{0, colour.slag2}, {1, colour.slag2}};
}

Fill Design::plainPane(base::Colour of) const {
    constexpr float outline = 0.8F;
    return of == colour.plainGround ? Fill{of, 0, colour.plainText, outline} : Fill{of, 0, {0, 0, 0, 0}, 0};
}

base::Result<Design> readDesign(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        return base::refuse("theme-missing", "The kiosk's colours and type are missing: " + file.string() +
                                                 " cannot be read. Install the kiosk again.");
    }
    try {
        return themeFrom(json::parse(in));
    } catch (const json::exception& error) {
        return base::refuse("theme-broken",
                            "The kiosk's colours and type cannot be read (" + file.string() + "): " + error.what());
    }
}

} // namespace schacht::scene
