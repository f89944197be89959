#pragma once
#include "engine/base/problem.hpp"
#include "engine/content/format/reading.hpp"
#include "engine/content/pack/pack.hpp"

#include <string>
#include <vector>

namespace schacht::content {

/// pack.json, read in two steps: what other files need to know of it, then all of it, once those files are known.
class Manifest {
public:
    static constexpr int newestFormat = 1;

    /// Refused where it is not JSON or not an object, and with "newer-format".
    [[nodiscard]] static base::Result<Manifest> parse(std::string text);

    /// The languages and themes that it names, as they stand there: views into the manifest.
    void fill(Names& names) const;

    /// The pack's own keys. What is wrong in them is left out.
    void read(const Names& names, Pack& into, std::vector<base::Problem>& problems) const;

    /// Where the theme of this id is written.
    [[nodiscard]] base::Location placeOfTheme(std::string_view id) const;
    /// Where the value of a key is written, or nearly, where it is missing.
    [[nodiscard]] base::Location placeOf(std::string_view key) const;

private:
    void fillLanguages(Names& names) const;
    explicit Manifest(JsonDocument from) : document(std::move(from)) {}
    JsonDocument document;
};

} // namespace schacht::content
