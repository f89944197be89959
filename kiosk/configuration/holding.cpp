#include "kiosk/configuration/holding.hpp"

#include "engine/content/format/reference_writer.hpp"
#include "kiosk/configuration/describe_configuration.hpp"

#include <concepts>

namespace schacht::kiosk {

namespace {

std::string holdingText(const content::Field& field, const std::string& value) {
    if (field.secret && !value.empty()) {
        return "kept, not shown";
    }
    return value.empty() ? std::string(field.without) : value;
}

std::string holdingText(const content::Field& field, const std::vector<std::string>& value) {
    std::string words;
    for (const std::string& each : value) {
        words += (words.empty() ? "" : ", ") + each;
    }
    return holdingText(field, words);
}

template <std::same_as<bool> Bool>
std::string holdingText(const content::Field&, Bool value) {
    return value ? "yes" : "no";
}

std::string holdingText(const content::Field& field, double value) {
    const bool none = !field.without.empty() && field.bounds.isTooLittle(value);
    const std::string unit = field.unit.empty() ? "" : " " + std::string(field.unit);
    return none ? std::string(field.without) : content::referenceNumber(value) + unit;
}

/// The visitor of describe() that lists the values of a T.
template <class T>
class HoldingLister {
public:
    HoldingLister(const T& configured, std::string of, const Origins& known, std::vector<Holding>& list)
        : source(configured), path(std::move(of)), origins(known), out(list) {}

    template <class Member>
    void operator()(const content::Field& field, Member T::* member) {
        const std::string key = path + std::string(field.key);
        if constexpr (requires { holdingText(field, source.*member); }) {
            const auto origin = origins.find(key);
            out.push_back(
                {key, holdingText(field, source.*member), origin == origins.end() ? "built in" : origin->second});
        } else {
            HoldingLister<Member> inner(source.*member, key + ".", origins, out);
            describe(inner, content::As<Member>{});
        }
    }

private:
    const T& source;
    std::string path;
    const Origins& origins;
    std::vector<Holding>& out;
};

} // namespace

std::vector<Holding> whatHolds(const Configuration& configuration, const Origins& origins) {
    std::vector<Holding> list;
    HoldingLister<Configuration> lister(configuration, "", origins, list);
    describe(lister, content::As<Configuration>{});
    return list;
}

} // namespace schacht::kiosk
