#include "kiosk/configuration/options.hpp"

#include "engine/base/ascii.hpp"
#include "engine/content/format/reference_writer.hpp"
#include "kiosk/configuration/describe_configuration.hpp"

#include <algorithm>
#include <type_traits>

namespace schacht::kiosk {

std::string optionName(std::string_view key) {
    std::string name = "--";
    for (const char c : key) {
        name += base::isUpper(c) ? std::string("-") + base::lower(c) : std::string(1, c);
    }
    return name;
}

namespace {

/// The visitor of describe() that adds an option for each key.
template <class T>
class OptionAdder {
public:
    using Options = std::vector<std::pair<std::string, CLI::Option*>>;
    OptionAdder(CLI::App& to, T& target, std::string of, Options& all)
        : command(to), into(target), path(std::move(of)), options(all) {}

    template <class Member>
    void operator()(const content::Field& field, Member T::* member) {
        const std::string key = path + std::string(field.key);
        if (key == "pack") {
            return; // each command takes it without a word before it
        }
        if (field.secret) {
            return; // whoever lists what runs would see it
        }
        const std::string name = optionName(field.key);
        [[maybe_unused]] const auto told = [&](const content::Field& of) {
            return meaningOf(of, withoutIt(of, into.*member));
        };
        if constexpr (std::is_same_v<Member, bool>) {
            options.emplace_back(key, command.add_flag(name + ",!--no" + name.substr(1), into.*member, told(field)));
        } else if constexpr (std::is_arithmetic_v<Member>) {
            auto* option = command.add_option(name, into.*member, told(field));
            option->check(CLI::Range(static_cast<Member>(field.bounds.least), static_cast<Member>(field.bounds.most)));
            options.emplace_back(key, option);
        } else if constexpr (std::is_same_v<Member, std::string>) {
            auto* option = command.add_option(name, into.*member, told(field));
            if (!field.choices.empty()) {
                option->check(CLI::IsMember(std::vector<std::string>(field.choices.begin(), field.choices.end())));
            }
            options.emplace_back(key, option);
        } else if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
            auto* option = command.add_option(name, into.*member, told(field))->delimiter(',');
            // one word: what stands behind it is the pack
            option->expected(1)->allow_extra_args(false)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            options.emplace_back(key, option);
        } else {
            OptionAdder<Member> inner(command, into.*member, key + ".", options);
            describe(inner, content::As<Member>{});
        }
    }

private:
    /// What holds where the option is not given.
    template <class Member>
    static std::string withoutIt(const content::Field& field, const Member& usual) {
        if constexpr (std::is_same_v<Member, bool>) {
            return "";
        } else if constexpr (std::is_arithmetic_v<Member>) {
            return field.without.empty() ? content::referenceNumber(static_cast<double>(usual))
                                         : std::string(field.without);
        } else if constexpr (std::is_same_v<Member, std::string>) {
            return field.without.empty() ? usual : std::string(field.without);
        } else {
            return std::string(field.without);
        }
    }
    static std::string meaningOf(const content::Field& field, const std::string& without) {
        return std::string(field.meaning) + (field.unit.empty() ? "" : " In " + std::string(field.unit) + ".") +
               (without.empty() ? "" : " (" + without + ")");
    }

    CLI::App& command;
    T& into;
    std::string path;
    Options& options;
};

/// The visitor of describe() that copies the values of some keys.
template <class T>
class ValueCopier {
public:
    ValueCopier(const T& source, T& target, std::string of, const Origins& some)
        : from(source), to(target), path(std::move(of)), keys(some) {}

    template <class Member>
    void operator()(const content::Field& field, Member T::* member) {
        const std::string key = path + std::string(field.key);
        if constexpr (std::is_class_v<Member> && !requires(Member m) { m.size(); }) {
            ValueCopier<Member> inner(from.*member, to.*member, key + ".", keys);
            describe(inner, content::As<Member>{});
        } else if (keys.contains(key)) {
            to.*member = from.*member;
        }
    }

private:
    const T& from;
    T& to;
    std::string path;
    const Origins& keys;
};

} // namespace

void ConfigurationOptions::addTo(CLI::App& command) {
    OptionAdder<Configuration> adder(command, said, "", options);
    describe(adder, content::As<Configuration>{});
}

void ConfigurationOptions::layOver(Configuration& configuration, Origins& origins) const {
    Origins given;
    for (const auto& [key, option] : options) {
        if (option->count() > 0) {
            given[key] = optionName(key.substr(key.rfind('.') + 1));
        }
    }
    ValueCopier<Configuration> copier(said, configuration, "", given);
    describe(copier, content::As<Configuration>{});
    for (const auto& [key, origin] : given) {
        origins[key] = origin;
    }
}

} // namespace schacht::kiosk
