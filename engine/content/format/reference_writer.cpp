#include "engine/content/format/reference_writer.hpp"

#include "engine/base/ascii.hpp"

#include <array>
#include <cstdio>

namespace schacht::content {

std::string referenceNumber(double value) {
    std::array<char, 32> out{};
    std::snprintf(out.data(), out.size(), "%.10g", value);
    return out.data();
}

std::string referenceRange(const Field& field) {
    const Bounds& bounds = field.bounds;
    const std::string least = referenceNumber(bounds.least);
    const std::string most = referenceNumber(bounds.most);
    if (bounds.least == bounds.most) {
        return "";
    }
    if (bounds.above) {
        return ", above " + least + (bounds.hasMost() ? ", at most " + most : "");
    }
    if (bounds.hasLeast()) {
        return ", " + least + (bounds.hasMost() ? " to " + most : " or more");
    }
    return bounds.hasMost() ? ", at most " + most : "";
}

std::string referenceAnchor(std::string_view heading) {
    std::string anchor;
    for (const char c : heading) {
        anchor += c == ' ' ? '-' : base::lower(c);
    }
    return anchor;
}

namespace {

/// What a text is called, and one as it stands in a file.
struct ToldText {
    std::string_view called;
    std::string_view example;
};

ToldText told(Meant meant) {
    switch (meant) {
    case Meant::picture:
        return {"file of the pack", R"("media/headframe.jpg")"};
    case Meant::medium:
        return {"file of the pack", R"("media/films/years.webm")"};
    case Meant::timedText:
        return {"file of the pack", R"("media/films/years.nl.vtt")"};
    case Meant::newId:
        return {"new id", R"("narrator")"};
    case Meant::item:
        return {"id of an item", R"("coal-at-as")"};
    case Meant::recording:
        return {"id of an item", R"("the-lamp")"};
    case Meant::theme:
        return {"id of a theme", R"("mines")"};
    case Meant::place:
        return {"id of a place", R"("winterslag")"};
    case Meant::person:
        return {"id of a person", R"("andre-dumont")"};
    case Meant::date:
        return {"date", R"("1966-01-31")"};
    case Meant::colour:
        return {"colour", R"("#7CC9CF")"};
    case Meant::rights:
        return {"address on the web", R"("https://creativecommons.org/licenses/by/4.0/")"};
    case Meant::web:
        return {"address on the web", R"("https://example.org/")"};
    case Meant::language:
        return {"language", R"("nl")"};
    case Meant::words:
    case Meant::amount:
    case Meant::prose:
    case Meant::pageText:
        break;
    }
    return {"text", R"("Heritage Society")"};
}

} // namespace

std::string referenceType(const Field& field) {
    if (field.choices.empty()) {
        return std::string(told(field.meant).called);
    }
    std::string words;
    for (const std::string_view choice : field.choices) {
        words += (words.empty() ? "one of `" : ", `") + std::string(choice) + "`";
    }
    return words;
}

std::string referenceExample(const Field& field) {
    return field.choices.empty() ? std::string(told(field.meant).example)
                                 : "\"" + std::string(field.choices.front()) + "\"";
}

void FormatReference::linked(int level) {
    for (std::size_t i = 0; i < links.size(); ++i) { // what is written may link to more
        if (!links[i].written) {
            links[i].written = true;
            const auto write = links[i].write;
            write(level);
        }
    }
}

} // namespace schacht::content
