#pragma once
#include "engine/content/kinds/film.hpp"

#include <string_view>

namespace schacht::visitor {

/// A film keeps nothing of its own: where in it a visitor is, and how they see it, is playback's.
struct FilmState {
    static constexpr std::string_view kind = content::Film::kind;
};
/// On arrival.
[[nodiscard]] inline FilmState arrivalOf(const content::Film& /*film*/) {
    return {};
}

} // namespace schacht::visitor
