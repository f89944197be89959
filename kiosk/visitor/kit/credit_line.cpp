#include "kiosk/visitor/kit/credit_line.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/edtf/edtf.hpp"

#include <vector>

namespace schacht::visitor {

namespace {

/// "…/licenses/by-sa/4.0/" → "by-sa", "4.0", and what stands before them.
std::vector<std::string> lastParts(std::string_view address) {
    std::vector<std::string> parts(1);
    for (const char c : address) {
        if (c == '/') {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    std::erase_if(parts, [](const std::string& part) { return part.empty(); });
    return parts;
}

std::string rightsWords(const Sketch& sketch, std::string_view address) {
    if (auto licence = licenceName(address); !licence.empty()) {
        return licence;
    }
    // rightsstatements.org: InC…, NoC…, and three that do not know
    const bool protects = address.find("/InC") != std::string_view::npos;
    const bool free = address.find("/NoC") != std::string_view::npos;
    return address.empty() ? ""
                           : sketch.say(protects ? "rights.inCopyright"
                                        : free   ? "rights.noCopyright"
                                                 : "rights.unknown");
}

} // namespace

std::string licenceName(std::string_view address) {
    const auto parts = lastParts(address);
    for (std::size_t i = 0; i + 2 < parts.size(); ++i) {
        if (parts[i] == "licenses") {
            std::string name = "CC ";
            for (const char c : parts[i + 1]) {
                name += base::upper(c);
            }
            return name + " " + parts[i + 2];
        }
        if (parts[i] == "publicdomain") {
            return parts[i + 1] == "zero" ? "CC0 " + parts[i + 2] : "Public Domain Mark " + parts[i + 2];
        }
    }
    return "";
}

std::string creditLine(const Sketch& sketch, std::string_view file) {
    const content::Credit* const credit = content::creditOf(sketch.catalogue.pack(), file);
    if (credit == nullptr) {
        return "";
    }
    std::string line = sketch.say("credit." + credit->how, {{"maker", credit->maker}});
    if (const auto made = content::parseEdtf(credit->made); made && made->earliest && made->latest) {
        const std::string from = std::to_string(made->earliest->year);
        const std::string to = std::to_string(made->latest->year);
        line += ", " + (from == to ? from : from + "–" + to);
    }
    const std::string rights = rightsWords(sketch, credit->rights);
    return rights.empty() ? line : line + " · " + rights;
}

} // namespace schacht::visitor
