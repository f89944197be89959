#pragma once
#include "engine/base/problem.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>
#include <vector>

namespace schacht::tests {

/// A validator that knows nothing of this project's reader.
class Judge {
public:
    explicit Judge(nlohmann::json of) : document(std::move(of)) {
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
    }
    [[nodiscard]] bool accepts(nlohmann::json value) {
        writeWholeNumbers(value);
        return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
    }

private:
    /// Draft 7 calls 4.0 an integer; valijson asks how it is written.
    static void writeWholeNumbers(nlohmann::json& value) {
        constexpr double exact = 9'007'199'254'740'992; // 2^53
        if (value.is_structured()) {
            for (nlohmann::json& each : value) {
                writeWholeNumbers(each);
            }
        } else if (value.is_number_float()) {
            const double number = value.get<double>();
            if (number == std::floor(number) && std::abs(number) <= exact) {
                value = static_cast<std::int64_t>(number);
            }
        }
    }

    nlohmann::json document;
    valijson::Schema schema;
    valijson::Validator validator;
};

/// An error that no schema expresses. Everything else has to be refused by both, the reader and the validator.
struct BeyondSchemas {
    std::string_view code;
    std::string_view why;
    bool often = false; ///< a pattern sees some of them
};
inline constexpr std::array beyondSchemas = {
    BeyondSchemas{"chapter-order", "needs two values of a list compared"},
    BeyondSchemas{"date", "needs the calendar, and a grammar that no pattern holds"},
    BeyondSchemas{"duplicate-id", "needs two values of a list compared"},
    BeyondSchemas{"duplicate-key", "parsers keep the last of the two"},
    BeyondSchemas{"figures", "needs the number as it was written, which parsers forget"},
    BeyondSchemas{"file-name", "needs the name of the file"},
    BeyondSchemas{"from-until", "needs two dates compared"},
    BeyondSchemas{"missing-file", "needs the disk"},
    BeyondSchemas{"no-credit", "needs the other files"},
    BeyondSchemas{"no-recording", "needs the other files"},
    BeyondSchemas{"not-a-file", "needs the disk"},
    BeyondSchemas{"passage-order", "needs two numbers compared"},
    BeyondSchemas{"path-outside", "needs the disk: links, and what .. leads to", true},
    BeyondSchemas{"pin-bare", "needs libsodium"},
    BeyondSchemas{"prose-html", "needs Markdown"},
    BeyondSchemas{"prose-image", "needs Markdown"},
    BeyondSchemas{"prose-item", "needs Markdown"},
    BeyondSchemas{"prose-link", "needs Markdown"},
    BeyondSchemas{"unknown-item", "needs the other files"},
    BeyondSchemas{"unknown-person", "needs the other files"},
    BeyondSchemas{"unknown-place", "needs the other files"},
    BeyondSchemas{"unknown-theme", "needs the other files"},
    BeyondSchemas{"unreadable", "needs the disk"},
};

/// Whether a validator may be of this mind, where a reader found these problems in the file.
[[nodiscard]] inline bool agree(bool validatorAccepts, const std::string& file,
                                const std::vector<base::Problem>& problems) {
    bool readerAccepts = true;
    bool either = false;
    for (const base::Problem& problem : problems) {
        if (problem.location.file != file || problem.severity != base::Severity::error) {
            continue;
        }
        const auto* const beyond = std::ranges::find(beyondSchemas, problem.code, &BeyondSchemas::code);
        const bool ofFileName =
            problem.code == "id" && problem.location.pointer.empty(); // an item's id is its file's name
        readerAccepts = readerAccepts && (beyond != beyondSchemas.end() || ofFileName);
        either = either || (beyond != beyondSchemas.end() && beyond->often);
    }
    return validatorAccepts == readerAccepts || (readerAccepts && either);
}

} // namespace schacht::tests
