#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace schacht::tests {

/// A validator that knows nothing of this project's reader.
class Judge {
public:
    explicit Judge(nlohmann::json of) : document(std::move(of)) {
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), schema);
    }
    [[nodiscard]] bool accepts(const nlohmann::json& value) {
        return validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(value), nullptr);
    }

private:
    nlohmann::json document;
    valijson::Schema schema;
    valijson::Validator validator;
};

} // namespace schacht::tests
