#include "engine/content/language/foreign_file.hpp"

#include "engine/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace schacht::content {
namespace {

using namespace std::string_view_literals;

struct ForeignStart {
    std::string_view bytes; ///< letters of ASCII in lower case
    std::string_view called;
};
constexpr std::array foreignStarts = {
    ForeignStart{"pk\x03\x04"sv, "a Word document, a spreadsheet or an archive"},
    ForeignStart{"\xD0\xCF\x11\xE0"sv, "an old Word document or spreadsheet"},
    ForeignStart{"%pdf"sv, "a PDF"},
    ForeignStart{"{\\rtf"sv, "a rich text document"},
    ForeignStart{"<!doctype html"sv, "a web page"},
    ForeignStart{"<html"sv, "a web page"},
    ForeignStart{"\xFF\xD8\xFF"sv, "a JPEG picture"},
    ForeignStart{"\x89png"sv, "a PNG picture"},
};

} // namespace

std::string_view foreignFormat(std::string_view bytes) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    for (const ForeignStart& each : foreignStarts) {
        const std::string_view start = bytes.substr(0, each.bytes.size());
        if (std::ranges::equal(start, each.bytes, {}, base::lower)) {
            return each.called;
        }
    }
    return {};
}

} // namespace schacht::content
