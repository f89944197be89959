#pragma once
#include <string>
#include <vector>

namespace schacht::layers {

/// A type that a namespace has: a struct, class, union or enum that is defined, or another name for one. Not those that
/// stand in another type or in a function, and not one that is brought here from elsewhere as it is (using Words =
/// text::Words).
struct DeclaredType {
    std::string name;
    std::string space; ///< the namespaces around it: "schacht::text"
    int line = 0;
};

/// A function whose body is there. What stands in a function is a part of it.
struct DefinedFunction {
    std::string name; ///< without what it belongs to: "draw" of Painter::draw
    int line = 0;     ///< on which its first word stands
    int lines = 0;    ///< from there to the brace that closes it
};

struct Declarations {
    std::vector<DeclaredType> types;
    std::vector<DefinedFunction> functions;
};

/// Reads C++ as clang-format writes it, by its braces.
[[nodiscard]] Declarations declarationsIn(const std::string& text);

} // namespace schacht::layers
