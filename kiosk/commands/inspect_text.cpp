#include "engine/base/utf8.hpp"
#include "engine/content/edtf/edtf.hpp"
#include "engine/content/json/json.hpp"
#include "engine/content/language/rules.hpp"
#include "engine/content/prose/prose.hpp"
#include "kiosk/commands/inspect_file.hpp"

#include <algorithm>

namespace schacht::kiosk {
namespace {

constexpr std::size_t mostDates = 100'000;

Inspection dayOf(const std::optional<content::Day>& day) {
    return day ? Inspection(content::toString(*day)) : Inspection(nullptr);
}

Inspection dateOf(std::string_view line) {
    const auto edtf = content::parseEdtf(line);
    Inspection date{{"input", line},
                    {"valid", edtf.has_value()},
                    {"earliest", edtf ? dayOf(edtf->earliest) : nullptr},
                    {"latest", edtf ? dayOf(edtf->latest) : nullptr},
                    {"uncertain", edtf && edtf->uncertain},
                    {"approximate", edtf && edtf->approximate}};
    if (!edtf) {
        date["error"] = edtf.error().message;
    }
    return date;
}

Inspection blockOf(const content::Block& block) {
    Inspection spans = Inspection::array();
    for (const content::Span& span : block.spans) {
        Inspection one{{"text", span.text}, {"emphasis", span.emphasis}, {"strong", span.strong}};
        if (!span.item.empty()) {
            one["item"] = span.item;
        }
        spans.push_back(std::move(one));
    }
    Inspection result{{"kind", nameOf(block.kind)}, {"level", block.level}};
    if (block.kind == content::Block::Kind::numbered) {
        result["number"] = block.number;
    }
    result["spans"] = std::move(spans);
    return result;
}

Inspection problemOf(const base::Problem& problem) {
    return {{"code", problem.code},
            {"severity", problem.severity == base::Severity::error ? "error" : "warning"},
            {"message", problem.message},
            {"line", problem.location.line},
            {"column", problem.location.column}};
}

} // namespace

Inspection inspectDates(std::string_view text) {
    if (content::firstInvalidUtf8(text) < text.size()) {
        return refused("edtf", "This file is not UTF-8. Save it as UTF-8.");
    }
    text = base::withoutByteOrderMark(text);
    if (static_cast<std::size_t>(std::ranges::count(text, '\n')) > mostDates) {
        return refused("edtf", "This file has more than 100,000 dates.");
    }
    Inspection dates = Inspection::array();
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        dates.push_back(dateOf(line));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return {{"format", "edtf"}, {"valid", true}, {"dates", std::move(dates)}};
}

Inspection inspectMarkdown(std::string_view text) {
    const content::Prose prose = content::parseProse(text);
    const auto error = std::ranges::find(prose.problems, base::Severity::error, &base::Problem::severity);
    Inspection inspection{{"format", "markdown"}, {"valid", error == prose.problems.end()}};
    if (error != prose.problems.end()) {
        inspection["error"] = error->message;
    }
    inspection["blocks"] = Inspection::array();
    for (const content::Block& block : prose.blocks) {
        inspection["blocks"].push_back(blockOf(block));
    }
    inspection["problems"] = Inspection::array();
    for (const base::Problem& problem : prose.problems) {
        inspection["problems"].push_back(problemOf(problem));
    }
    return inspection;
}

Inspection inspectJson(std::string_view text) {
    auto value = content::parseJsonValue(text);
    if (!value) {
        Inspection inspection = refused("json", value.error().message);
        if (value.error().location.line > 0) {
            inspection["line"] = value.error().location.line;
            inspection["column"] = value.error().location.column;
        }
        return inspection;
    }
    return {{"format", "json"}, {"valid", true}, {"value", std::move(*value)}};
}

} // namespace schacht::kiosk
